"""Every code that is printed leads to a page that knows the sheet it is printed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree


def scanned_sheet(address: str) -> tuple[str, str] | None:
    """Material and version that an address tells its page; None when it tells none."""
    [said, *_] = parse_qs(urlsplit(address).query).get("m", [""])
    material, dot, version = said.partition(".")
    return (material, version) if dot else None


def _in_force(file: Path) -> set[tuple[str, str]]:
    """Material and version of every sheet that a page lists as in force."""
    root = etree.fromstring(file.read_bytes(), parser=etree.HTMLParser(encoding="utf-8"))
    return (
        {(one.get("data-m", ""), one.get("data-v", "")) for one in root.iterfind(".//*[@data-m]")}
        if root is not None
        else set()
    )


def unknown_scans(site: Path, site_url: str | None, printed: Iterable[str]) -> Iterator[str]:
    """Addresses on sheets whose page is there and does not list the sheet with its version."""
    base = unquote(urlsplit(site_url or "").path).rstrip("/") + "/"
    known: dict[Path, set[tuple[str, str]]] = {}
    for address in printed:
        sheet = scanned_sheet(address)
        path = unquote(urlsplit(address).path)
        file = site / path.removeprefix(base) / "index.html"
        if sheet is None or not file.is_file():
            continue
        if file not in known:
            known[file] = _in_force(file)
        if sheet not in known[file]:
            yield address
