"""Workbooks for people to fill in: a table under a header, and a sheet that says how."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from handbill.writing import write_whole


class FormBook:
    """A workbook that is made in memory. created: the moment that it bears."""

    def __init__(self, created: datetime.datetime) -> None:
        self._out = io.BytesIO()
        # What is filled in is never a formula, even where it begins with a sign of one.
        self.book = xlsxwriter.Workbook(
            self._out, {"in_memory": True, "strings_to_formulas": False}
        )
        self.book.set_properties({"created": created.replace(tzinfo=None)})
        self.head = self.book.add_format(
            {"bold": True, "bg_color": "#E7EEF7", "border": 1, "text_wrap": True}
        )
        self.text = self.book.add_format({"num_format": "@"})
        self._wrapped = self.book.add_format({"text_wrap": True, "valign": "top"})

    def table(self, name: str, headers: Mapping[str, str], width: int) -> Worksheet:
        """Add a sheet to fill in, its columns set as text. headers: header → what its note says.
        width: of a column at least, in characters."""
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, (header, note) in enumerate(headers.items()):
            sheet.write_string(0, column, header, self.head)
            sheet.set_column(column, column, max(width, 2 * len(header) + 2), self.text)
            sheet.write_comment(0, column, note)
        return sheet

    def advice(self, name: str, lines: Iterable[str], example: Sequence[Sequence[str]]) -> None:
        """Add a sheet of advice, with rows of an example below it, their header first."""
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 80, self._wrapped)
        number = -1
        for number, line in enumerate(lines):
            sheet.write_string(number, 0, line, self._wrapped)
        for below, cells in enumerate(example):
            for column, cell in enumerate(cells):
                written = self.text if below else self.head
                sheet.write_string(number + 1 + below, column, cell, written)

    def write(self, target: Path) -> None:
        """Write it whole. Raises OSError."""
        self.book.close()
        write_whole(target, self._out.getvalue())
