"""Workbooks as offices send them, XLSX and ODS: what each sheet says, cell by cell, as text.

Values come from calamine. It passes over what a formula is and that it has failed, so where those
stand is looked up in the XML of the file.
"""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from handbill.problems import Both, Problem, Span

SUFFIXES = (".xlsx", ".xlsm", ".ods")
LARGEST = 60_000_000
"""Bytes of a workbook."""
LARGEST_UNPACKED = 1_000_000_000
"""Bytes of all that is packed in it: the names of every village of a country have a fifth."""
MOST_COLUMNS = 200

Cell = tuple[int, int]
"""Row and column, from 1."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_FAILED = re.compile("#(?:REF!|N/A|NAME\\?|DIV/0!|VALUE!|NUM!|NULL!)|Err:[0-9]{3}")
"""What a formula says that has failed, in LibreOffice as well."""
_WHOLE = 2**53
"""Beyond it a spreadsheet's number is no longer every whole number."""


@dataclass(frozen=True)
class Sheet:
    """A sheet. rows: its cells as text, from row 1 and column 1. merged: first cell of each merged
    range with its last. formulas: cells that are reckoned. failed: what a formula says that has failed,
    #REF! and its like, by cell."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[Cell, Cell], ...] = ()
    formulas: frozenset[Cell] = frozenset()
    failed: dict[Cell, str] = field(default_factory=dict)


def read_workbook(path: Path, name: str) -> tuple[list[Sheet], list[Problem]]:
    """Return the visible sheets of a workbook, or the problem that keeps it from being read.

    name: the file in spans. Raises OSError.
    """
    if path.stat().st_size > LARGEST:
        return [], [Problem("E101", Span(name), size=path.stat().st_size, limit=LARGEST)]
    data = path.read_bytes()
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked > LARGEST_UNPACKED:
            return [], [Problem("E101", Span(name), size=unpacked, limit=LARGEST_UNPACKED)]
        marked = _marked(packed)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _sheet(book, one.name, marked.get(one.name, _Marked()))
            for one in book.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and "Work" in str(one.typ)
        ], []
    except PasswordError:
        said = Both("它有密码", "it is protected by a password")
    except (CalamineError, zipfile.BadZipFile, zipfile.LargeZipFile, etree.XMLSyntaxError):
        said = _what(data)
    except (KeyError, ValueError, NotImplementedError, RuntimeError) as error:
        said = Both(f"它不完整（{error}）", f"it is not whole ({error})")
    return [], [Problem("E508", Span(name), said=said)]


def _what(data: bytes) -> Both:
    """What a file is that is no workbook of these formats."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Both(
            "它是旧格式（.xls、.et），或者有密码",
            "it is of an old format (.xls, .et) or has a password",
        )
    if not data:
        return Both("它是空的", "it is empty")
    return Both("它不是 .xlsx 或者 .ods，或者不完整", "it is no .xlsx or .ods, or not whole")


@dataclass(frozen=True)
class _Marked:
    """What calamine passes over in a sheet; as in `Sheet`."""

    formulas: set[Cell] = field(default_factory=set)
    failed: dict[Cell, str] = field(default_factory=dict)
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)


def _sheet(book: CalamineWorkbook, name: str, marked: _Marked) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    top, left = sheet.start or (0, 0)
    blank = ("",) * min(left, MOST_COLUMNS)
    cells = sheet.iter_rows() if sheet.height else ()
    rows = (*[()] * top, *((*blank, *map(_text, row[:MOST_COLUMNS])) for row in cells))
    merged = [
        ((first[0] + 1, first[1] + 1), (last[0] + 1, last[1] + 1))
        for first, last in sheet.merged_cell_ranges or ()
    ]
    return Sheet(name, rows, (*merged, *marked.merged), frozenset(marked.formulas), marked.failed)


def _text(value: object) -> str:
    """A value as somebody would have typed it: whole numbers without a point, days as ISO 8601."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) <= _WHOLE else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else str(value)
    return str(value).strip()


def _marked(packed: zipfile.ZipFile) -> dict[str, _Marked]:
    """What is to be looked up in each sheet, by its name."""
    names = set(packed.namelist())
    if "content.xml" in names:
        with packed.open("content.xml") as stream:
            return dict(_of_ods(stream))
    targets = {
        str(one.get("Id")): posixpath.join("/xl", str(one.get("Target"))).lstrip("/")
        for one in _tree(packed, "xl/_rels/workbook.xml.rels")
    }
    found = {}
    for one in _tree(packed, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        file = targets.get(str(one.get(f"{_REL}id")), "")
        if file in names:
            with packed.open(file) as stream:
                found[str(one.get("name"))] = _of_xlsx(stream)
    return found


def _tree(packed: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(packed.read(name), parser)


def _elements(stream: IO[bytes], *tags: str) -> Iterator[etree._Element]:
    """Each element of these names when it is whole; what has been looked at is let go."""
    for _, element in etree.iterparse(
        stream, tag=tags, resolve_entities=False, no_network=True, huge_tree=True
    ):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _of_xlsx(stream: IO[bytes]) -> _Marked:
    marked = _Marked()
    for row in _elements(stream, f"{_MAIN}row"):
        for one in row:
            reference = _REFERENCE.fullmatch(one.get("r") or "")
            if not reference:
                continue
            cell = (int(reference[2]), _column(reference[1]))
            if one.find(f"{_MAIN}f") is not None:
                marked.formulas.add(cell)
            if one.get("t") == "e":
                marked.failed[cell] = one.findtext(f"{_MAIN}v") or "#N/A"
    return marked


def _of_ods(stream: IO[bytes]) -> Iterator[tuple[str, _Marked]]:
    for table in _elements(stream, f"{_TABLE}table"):
        marked, row = _Marked(), 1
        for line in table.iter(f"{_TABLE}table-row"):
            column = 1
            for one in line:
                _look(one, (row, column), marked)
                column += int(one.get(f"{_TABLE}number-columns-repeated") or 1)
            row += int(line.get(f"{_TABLE}number-rows-repeated") or 1)
        yield str(table.get(f"{_TABLE}name")), marked


def _look(one: etree._Element, cell: Cell, marked: _Marked) -> None:
    """Look at a cell of an ODS file."""
    if one.get(f"{_TABLE}formula"):
        marked.formulas.add(cell)
    said = "".join(one.itertext())
    if one.get(f"{_CALC}value-type") == "error" or _FAILED.match(said):
        marked.failed[cell] = said or "#N/A"
    wide = int(one.get(f"{_TABLE}number-columns-spanned") or 1)
    high = int(one.get(f"{_TABLE}number-rows-spanned") or 1)
    if wide > 1 or high > 1:
        marked.merged.append((cell, (cell[0] + high - 1, cell[1] + wide - 1)))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
