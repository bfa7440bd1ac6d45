"""Room to write in by hand on the sheets of the flagship: rules of a column are at least 8 mm apart,
and day and month of a date have at least 12 mm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from handbill.model.sheet_field import SheetField, read_fields

APART, DAY = 8.0, 12.0
"""In mm."""
PARTS = {"": ("月", "日"), "en": ("Month", "Day")}


def sheets(site: Path) -> Iterator[tuple[str, tuple[SheetField, ...]]]:
    """Each sheet that a page fills in, with its blanks that nobody has filled in."""
    for file in sorted(site.glob("m/*/*.js")):
        if file.name.startswith(file.parent.name):
            fields = file.read_text("utf-8").partition("],")[2].rstrip().removesuffix(")")
            yield file.stem, tuple(one for one in read_fields(fields) if one.value is None)


@pytest.mark.parametrize("language", ["", "en"])
def test_there_is_room_to_write(built: Path, language: str) -> None:
    cramped = []
    count = 0
    for name, fields in sheets(built / language):
        columns: dict[tuple[int, float], list[SheetField]] = {}
        for one in fields:
            columns.setdefault((one.page, round(one.x)), []).append(one)
            if one.label.endswith(PARTS[language]) and one.width < DAY:
                cramped.append((name, one.label, one.width))
        for column in columns.values():
            for above, below in pairwise(sorted(column, key=lambda one: one.baseline)):
                count += 1
                if below.baseline - above.baseline < APART - 0.1:
                    cramped.append((name, below.label, below.baseline - above.baseline))
    assert count > 20
    assert cramped == []
