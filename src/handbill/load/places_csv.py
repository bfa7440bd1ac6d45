"""places.csv: places as a table, as spreadsheets of Chinese offices save it.

UTF-8 (with or without byte order mark) or GB18030; comma, semicolon or tab; headers in Chinese or
English.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping

from handbill.load.marks import Extent, Marks
from handbill.load.places_table import Table
from handbill.load.yaml_source import Document
from handbill.problems import Both, Problem, Span
from handbill.problems.lines import split_lines

_SEPARATOR = re.compile('"?sep=([,;\t])"?[,;\t]*', re.IGNORECASE)
"""A first line that Excel reads as the sign between cells, and does not show."""


def read_places_csv(
    text: str, file: str, roles: Mapping[str, str]
) -> tuple[Document | None, list[Problem]]:
    """Parse the table. roles: label of each contact role → its id."""
    lines = split_lines(text)
    number = next((at for at, line in enumerate(lines) if line.strip(" ,;\t")), None)
    if number is None:
        return None, [Problem("E112", Span(file))]
    delimiter = max(",;\t", key=lines[number].count)
    rows = [f"{line}\n" for line in lines]
    if told := _SEPARATOR.fullmatch(lines[number]):
        delimiter, rows[number] = told[1], "\n"
    reader = csv.reader(rows, delimiter=delimiter, strict=True)
    table, last = Table(Marks(file, lines), roles), 0
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            table.row(cells, _extents(cells, lines, last + 1) if any(cells) else [])
            last = reader.line_num
    except csv.Error as error:
        return None, [*table.problems, _broken_off(file, lines, last, str(error), reader.line_num)]
    return table.document(), table.problems


def _broken_off(file: str, lines: tuple[str, ...], last: int, said: str, line: int) -> Problem:
    """Returns the problem of a table that csv cannot read on; usually a quote is not closed, and
    then it points at the first quote of the row. last: the line of the row before."""
    first = min(last + 1, len(lines))
    at = lines[first - 1].find('"')
    if at >= 0:
        return Problem(
            "E506",
            Span(file, first, at + 1, at + 2),
            said=Both("这一行的半角双引号没有配对", "a double quote of this row is not paired"),
        )
    return Problem("E506", Span(file, min(max(line, 1), len(lines))), said=said)


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
