"""Sheets of a workbook → tables, with what in their cells is no value: merged cells, formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from handbill.load.marks import CellMarks, Extent, Marks
from handbill.load.table import Table
from handbill.load.workbook import Cell, Sheet
from handbill.problems import Both, Problem, Span

T = TypeVar("T", bound=Table)


def read_tables(
    sheets: Sequence[Sheet], name: str, make: Callable[[Marks], T], passed: list[str]
) -> Iterator[tuple[T | None, list[Problem]]]:
    """Yield each table of a workbook, its rows read, and what is wrong with its cells.

    name: the file in spans. passed: gets the sheets that do not begin with a header, and are not
    read; where none does, the first is.
    """
    tables = [(one, *_table(one, name, make)) for one in sheets if any(map(any, one.rows))]
    headed = [one for one in tables if one[2] and not any(map(any, one[0].rows[: one[2] - 1]))]
    if not tables:
        empty = Both("里面没有内容", "there is nothing in it")
        yield None, [Problem("E508", Span(name), said=empty)]
    for one, table, header in headed or tables[:1]:
        yield table, list(_cells(one, table, header, name)) if header else []
    passed += [f"{name} {one[0].name}" for one in tables if headed and one not in headed]


def _table(sheet: Sheet, name: str, make: Callable[[Marks], T]) -> tuple[T, int]:
    """The rows of a sheet, read, and the number of its header; 0 for none."""
    table, header = make(CellMarks(name, (sheet.name,))), 0
    for number, row in enumerate(sheet.rows, start=1):
        extents = [Extent(number, column, number, column + 1) for column in range(1, len(row) + 1)]
        table.row(list(row), extents)
        header = header or (number if table.columns is not None else 0)
    return table, header


def _cells(sheet: Sheet, table: Table, header: int, name: str) -> Iterator[Problem]:
    """E509, E510, W507: what a workbook holds that is no value, from the header on."""
    columns = [one for one, field_ in enumerate(table.columns or [], start=1) if field_]

    def at(cell: Cell) -> Span:
        return table.marks.at(Extent(*cell, *cell))

    for first, last in sheet.merged:
        if last[0] >= header and any(first[1] <= column <= last[1] for column in columns):
            yield Problem("E509", at(first), last=at(last).cell.split("!")[-1])
    reckoned: dict[int, list[Cell]] = {}
    for cell in sorted({*sheet.formulas, *sheet.failed}):
        row, column = cell
        if row < header or column not in columns:
            continue
        if cell in sheet.failed:
            yield Problem("E510", at(cell), said=sheet.failed[cell])
        elif not _value(sheet, cell):
            said = Both("没有算过", "not reckoned")
            yield Problem("E510", at(cell), said=said)
        else:
            reckoned.setdefault(column, []).append(cell)
    for cells in reckoned.values():
        value = _value(sheet, cells[0])
        yield Problem("W507", at(cells[0]), count=len(cells), value=value)


def _value(sheet: Sheet, cell: Cell) -> str:
    row = sheet.rows[cell[0] - 1] if cell[0] <= len(sheet.rows) else ()
    return row[cell[1] - 1] if cell[1] <= len(row) else ""
