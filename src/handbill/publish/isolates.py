"""Pages of a finished site that run from right to left: see `handbill.render.isolates`."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from handbill.render.isolates import isolated
from handbill.writing import write_whole


def pages_of(site: Path, finished: Collection[str]) -> list[Path]:
    """Returns the HTML files of a site but those that are finished, in the order of their paths."""
    files = site.rglob("*.html")
    return sorted(file for file in files if file.relative_to(site).as_posix() not in finished)


_TURNED = re.compile(r"<html\b[^>]*\bdir=[\"']?rtl\b", re.IGNORECASE)
_HEAD = 2_000
"""Characters of a page in which its first element begins."""


def isolate_runs(site: Path, finished: Collection[str] = ()) -> None:
    """Write numbers and addresses of the pages of `site` that run from right to left into elements
    that run from left to right. Doing it twice changes nothing. finished: pages to leave alone."""
    for file in pages_of(site, finished):
        with file.open(encoding="utf-8", errors="replace", newline="") as stream:
            if not _TURNED.search(stream.read(_HEAD)):
                continue
        text = file.read_bytes().decode("utf-8")
        if (made := isolated(text)) != text:
            write_whole(file, made.encode(), flush=False)


def with_isolates(page: str) -> str:
    """Returns a page as `isolate_runs` leaves it."""
    return isolated(page) if _TURNED.search(page[:_HEAD]) else page
