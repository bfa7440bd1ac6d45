"""Where values stand in a file: a span for every key and every value, by path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handbill.problems import Span

Path = tuple[str | int, ...]
"""The way to a value: field names and, in lists, positions from 0."""


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first character of a value up to the one after its last; lines and columns from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Marks:
    """The extents of a file's keys and values, and its lines for looking inside values."""

    file: str
    lines: tuple[str, ...]
    values: Mapping[Path, Extent] = field(default_factory=dict)
    keys: Mapping[Path, Extent] = field(default_factory=dict)

    def at(self, extent: Extent) -> Span:
        """Returns the part of an extent that lies on its first line, at least one character wide."""
        end = extent.end_column
        if extent.end_line != extent.line:
            line = self.lines[extent.line - 1] if extent.line <= len(self.lines) else ""
            end = len(line.rstrip()) + 1
        return Span(self.file, extent.line, extent.column, max(end, extent.column + 1))

    def span(self, path: Path) -> Span:
        """Returns the value at `path`, or the nearest one around it."""
        while path and path not in self.values:
            path = path[:-1]
        if path not in self.values:
            return Span(self.file)
        return self.at(self.values[path])

    def key_span(self, path: Path) -> Span:
        """Returns the key at `path`; the value for an item of a list."""
        if path in self.keys:
            return self.at(self.keys[path])
        return self.span(path)

    def find(self, text: str, path: Path) -> Span:
        """Returns the first occurrence of `text` inside the value at `path`, or the value."""
        extent = self.values.get(path)
        if extent is None:
            return self.span(path)
        for number in range(extent.line, min(extent.end_line, len(self.lines)) + 1):
            line = self.lines[number - 1]
            start = extent.column - 1 if number == extent.line else 0
            end = extent.end_column - 1 if number == extent.end_line else len(line)
            if (at := line.find(text, start, end)) >= 0:
                return Span(self.file, number, at + 1, at + 1 + len(text))
        return self.at(extent)


class JoinedMarks(Marks):
    """The marks of a list `name` whose items stand in several files.

    first: the marks of all else. home: where an item stands: the marks of its file, and its position
    in the list there.
    """

    def __init__(self, first: Marks, name: str, home: Callable[[int], tuple[Marks, int]]) -> None:
        super().__init__(first.file, first.lines, first.values, first.keys)
        object.__setattr__(self, "_joined", (first, name, home))

    def _of(self, path: Path) -> tuple[Marks, Path]:
        first, name, home = self.__dict__["_joined"]
        if len(path) < 2 or path[0] != name or not isinstance(path[1], int):
            return first, path
        marks, position = home(path[1])
        return marks, (name, position, *path[2:])

    def span(self, path: Path) -> Span:
        """As Marks, in the file that holds the item."""
        marks, path = self._of(path)
        return marks.span(path)

    def key_span(self, path: Path) -> Span:
        """As Marks, in the file that holds the item."""
        marks, path = self._of(path)
        return marks.key_span(path)

    def find(self, text: str, path: Path) -> Span:
        """As Marks, in the file that holds the item."""
        marks, path = self._of(path)
        return marks.find(text, path)


class CellMarks(Marks):
    """The marks of a sheet of a workbook: lines are its rows, columns its columns, from 1.

    sheet: its name; spans say it with the cell.
    """

    @property
    def sheet(self) -> str:
        """The name of the sheet."""
        return self.lines[0]

    def at(self, extent: Extent) -> Span:
        """Returns a cell."""
        cell = f"{self.sheet}!{column_letters(extent.column)}{extent.line}"
        return Span(self.file, extent.line, extent.column, extent.column + 1, cell=cell)

    def find(self, text: str, path: Path) -> Span:
        """Returns the cell that holds the value at `path`."""
        return self.span(path)


def column_letters(number: int) -> str:
    """Returns what spreadsheets call a column, from 1: 3 → C, 28 → AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
