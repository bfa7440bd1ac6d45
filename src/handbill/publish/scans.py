"""Every code that is printed leads to a page that knows the sheet it is printed on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from lxml import etree

COMMON = "local.js"
"""What all local pages of a language share; it lies beside their folders."""
BEGINNING = "const common = "
"""Of its first line, which is JSON after that."""


def scanned_sheet(address: str) -> tuple[str, str] | None:
    """Material and version that an address tells its page; None when it tells none."""
    [said, *_] = parse_qs(urlsplit(address).query).get("m", [""])
    material, dot, version = said.partition(".")
    return (material, version) if dot else None


def _in_force(file: Path) -> set[tuple[str, str]]:
    """Material and version of every sheet that the file of local pages lists as in force."""
    said = file.read_text("utf-8").partition("\n")[0].removeprefix(BEGINNING).rstrip(";")
    try:
        sheets = json.loads(said)["sheets"]
    except (ValueError, KeyError, TypeError):  # a template of somebody's own
        return set()
    root = etree.fromstring(f"<body>{sheets}", parser=etree.HTMLParser())
    return {
        (one.get("data-m", ""), one.get("data-v", "")) for one in root.iterfind(".//*[@data-m]")
    }


def unknown_scans(site: Path, site_url: str | None, printed: Iterable[str]) -> Iterator[str]:
    """Addresses on sheets whose page is there and does not list the sheet with its version."""
    base = unquote(urlsplit(site_url or "").path).rstrip("/") + "/"
    known: dict[Path, set[tuple[str, str]]] = {}
    for address in printed:
        sheet = scanned_sheet(address)
        path = unquote(urlsplit(address).path)
        page = site / path.removeprefix(base) / "index.html"
        file = page.parent.parent / COMMON
        if sheet is None or not page.is_file() or not file.is_file():
            continue
        if file not in known:
            known[file] = _in_force(file)
        if sheet not in known[file]:
            yield address
