"""Bookmarks of a finished PDF."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf

from handbill.press.finish import readable, saved


def with_bookmarks(content: bytes, marks: Iterable[tuple[str, int]]) -> tuple[bytes, int]:
    """Return a PDF with these bookmarks (title, page from 0) in the place of those it has, and how
    many pages it has; its tags stay. The same input gives the same bytes."""
    with readable(content) as document:
        with document.open_outline() as outline:
            outline.root[:] = [pikepdf.OutlineItem(title, page, "Fit") for title, page in marks]
        return saved(document), len(document.pages)
