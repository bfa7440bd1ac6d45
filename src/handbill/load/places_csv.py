"""places.csv: places as a table, as spreadsheets of Chinese offices save it.

UTF-8 (with or without byte order mark) or GB18030; comma, semicolon or tab; headers in Chinese or
English.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbill.load.csv_rows import csv_rows
from handbill.load.marks import Extent, Marks
from handbill.load.places_table import PlacesTable
from handbill.load.yaml_source import Document
from handbill.problems import Problem
from handbill.problems.lines import split_lines


def read_places_csv(
    text: str, file: str, roles: Mapping[str, str]
) -> tuple[Document | None, list[Problem]]:
    """Parse the table. roles: label of each contact role → its id."""
    lines, broken = split_lines(text), list[Problem]()
    table = PlacesTable(Marks(file, lines), roles)
    for number, cells in csv_rows(lines, file, broken):
        table.row(cells, _extents(cells, lines, number) if any(cells) else [])
    if broken:
        return None, [*table.problems, *broken]
    return table.document(), table.problems


def _extents(cells: list[str], lines: tuple[str, ...], number: int) -> list[Extent]:
    """Where each cell stands: looked for from left to right, since csv does not say."""
    text, at, extents = lines[number - 1], 0, []
    for cell in cells:
        found = text.find(cell, at)
        if found < 0 or "\n" in cell:
            extents.append(Extent(number, at + 1, number, len(text) + 1))
            continue
        extents.append(Extent(number, found + 1, number, found + len(cell) + 1))
        at = found + len(cell)
    return extents
