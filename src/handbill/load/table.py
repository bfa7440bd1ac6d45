"""A table under a header: which column is which field, and each row handed on with its cells.

What the fields are, a subclass says; where rows come from, `csv_rows` and `workbook` know.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from handbill.load.hints import NOTHING
from handbill.load.marks import Extent, Marks, Path
from handbill.load.validate import near
from handbill.problems import Both, Problem


class Table:
    """Rows as they are read, the header first.

    marks: where cells stand. Of a subclass: `header` are columns by which its header is known, as
    E507 names them; `anchors` their fields, of which it has at least one.
    """

    header: ClassVar[Both]
    anchors: ClassVar[frozenset[Path]]

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.problems: list[Problem] = []
        self._fields: list[Path] | None = None
        self._before_header: Extent | None = None
        self._above = ""

    @property
    def columns(self) -> list[Path] | None:
        """The field of each column; () for one that is not known. None before the header."""
        return self._fields

    def field(self, header: str) -> Path | None:
        """Return the field that a header means, None for none."""
        raise NotImplementedError

    def known(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return the headers that E504 lists, and all that there are."""
        raise NotImplementedError

    def entry(self, cells: list[str], extents: list[Extent]) -> None:
        """Take a row below the header that is not empty."""
        raise NotImplementedError

    def unknown(self, header: str, extent: Extent) -> None:
        """Say (E504) that a column is not known."""
        listed, every = self.known()
        again = any(one.code == "E504" for one in self.problems)
        self.problems.append(
            Problem(
                "E504",
                self.marks.at(extent),
                column=header or Both("（空白）", "(blank)"),
                known=Both("见上一条", "see above") if again else listed,
                suggestion=near(header, every),
            )
        )

    def row(self, cells: list[str], extents: list[Extent]) -> None:
        """Take one row, and where its cells stand."""
        if not any(cells):
            return
        if self._fields is None:
            self._header(cells, extents)
            return
        if any(cells[len(self._fields) :]):
            if any(one.code == "E504" for one in self.problems):
                return  # the header is at fault, which is said already
            self.problems.append(
                Problem(
                    "E505",
                    self.marks.at(extents[len(self._fields)]),
                    count=len(cells),
                    most=len(self._fields),
                )
            )
            return
        self.entry(cells, extents)

    def finish(self) -> None:
        """Say so when there was no header."""
        if self._fields is None and self._before_header:
            self._no_header(
                Both("格子之间用了全角逗号，要用半角的。", "Full-width commas part the cells. ")
                if "，" in self._above
                else NOTHING
            )

    def _no_header(self, hint: Both) -> None:
        if self._before_header:
            at = self.marks.at(self._before_header)
            self.problems.append(Problem("E507", at, header=self.header, hint=hint))

    def _header(self, cells: list[str], extents: list[Extent]) -> None:
        while cells and not cells[-1]:
            cells = cells[:-1]
        found = [self.field(cell) for cell in cells]
        if self.anchors.isdisjoint(one for one in found if one):
            # A title above the table, merged cells, or no header at all.
            if not self._before_header:
                self._before_header, self._above = extents[0], cells[0]
            return
        self._no_header(
            Both(
                f"表头好像在第 {extents[0].line} 行。",
                f"The header seems to be line {extents[0].line}. ",
            )
        )
        self._fields = []
        for cell, field, extent in zip(cells, found, extents, strict=False):
            if field is None:
                self.unknown(cell, extent)
            elif field in self._fields:
                self.problems.append(
                    Problem(
                        "E108",
                        self.marks.at(extent),
                        key=cell,
                        first=self.marks.at(extents[self._fields.index(field)]),
                    )
                )
            self._fields.append(field or ())
