"""A workbook of recipients, which are organisations: read for letters, and kept nowhere.

What is wrong names sheet and cell and never says what stands there, since messages are kept in logs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbill.check.lint.personal import ANY_SURNAME, personal
from handbill.load.csv_rows import csv_rows
from handbill.load.glyphs import load_glyphs
from handbill.load.invisible import unneeded
from handbill.load.marks import Extent, Marks
from handbill.load.marks import Path as Way
from handbill.load.table import Table
from handbill.load.text_source import LARGEST_TABLE, read_text
from handbill.load.validate import require_known
from handbill.load.workbook import SUFFIXES, Sheet, read_workbook
from handbill.load.workbook_tables import read_tables
from handbill.problems import Both, Problem, ProblemsFound, Severity, Span
from handbill.problems.lines import split_lines

COLUMNS: dict[str, str] = {
    "单位": "name",
    "称呼": "salutation",
    "地址": "address",
    "联系方式": "contact",
}
"""Chinese header → field. The field's own name is a header as well."""
ALSO: dict[str, str] = {
    **dict.fromkeys(("单位名称", "收件单位", "名称", "organisation", "organization"), "name"),
    **dict.fromkeys(("通讯地址", "单位地址", "postaladdress"), "address"),
    **dict.fromkeys(
        ("联系", "电话", "联系电话", "单位电话", "contactline", "telephone"), "contact"
    ),
}
"""Other headers that offices have for them; without spaces, in small letters."""

_HIDDEN = Both("（不显示）", "(not shown)")
_OF_PERSONS = re.compile(
    "身份证|证件号|公民身份|护照|姓名|出生|生日|性别|民族|婚姻|学号|银行卡|银行账号|户主|"
    "identity|passport|idcard|idnumber|idno|socialsecurity|ssn|birth|gender|surname|firstname|"
    "lastname|fullname|bankcard"
)
_OF_FIRMS = re.compile("信用代码|组织机构代码|creditcode|registration")
_NUMBERS = ("identity-number", "bank-card", "passport")
_TITLE = "先生|女士|小姐|太太|夫人|大爷|大妈|阿姨|叔叔|奶奶|爷爷|同学|师傅"
_OFFICE = (
    "村社区院校局所部厅委办会站厂店园馆镇乡庄屯寨府队司班组处科署行坊堂营堡湾沟坝岭桥社联盟街场城楼"
    "中小港市县盟旗"
)
_PERSON = re.compile(
    rf"{ANY_SURNAME}(?!某)[\u4e00-\u9fff]?[^{_OFFICE}\W]|{ANY_SURNAME}[\u4e00-\u9fff]{{0,2}}(?:{_TITLE})|"
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? \S.*"
)
"""A whole cell that is a person: a name of two or three characters that ends like no office's, or
one with a title."""
_NAMES_ONE = re.compile(
    rf"{ANY_SURNAME}[\u4e00-\u9fff]{{0,2}}(?:{_TITLE})|\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z]"
)


@dataclass(frozen=True)
class Recipient:
    """An organisation that a letter goes to. at: the cell of its name. texts: what the table says of
    it by field; "" where the cell is empty, nothing where there is no such column."""

    at: Span
    texts: Mapping[str, str]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.texts["name"]


class _Recipients(Table):
    """The rows of a sheet, as they are read. shown: the fields that the letter shows."""

    header = Both("单位、称呼、地址、联系方式", "name, salutation, address, contact")
    anchors = frozenset({("name",)})

    def __init__(self, marks: Marks, shown: Collection[str]) -> None:
        super().__init__(marks)
        self._shown = shown
        self._headers: dict[int, str] = {}
        """Headers by column, of those that are not read."""
        self._refused: set[int] = set()
        self.found: list[Recipient] = []

    def field(self, header: str) -> Way | None:
        """Return what a header means."""
        name = _plain(header)
        known = COLUMNS.get(header) or ALSO.get(name) or name
        return (known,) if known in self._shown else None

    def unknown(self, header: str, extent: Extent) -> None:
        """Remember a column that is not read; refuse (E511) one of persons."""
        self._headers[extent.column] = header
        if _OF_PERSONS.search(_plain(header)):
            self._refuse(extent)

    def _refuse(self, extent: Extent) -> None:
        if extent.column not in self._refused:
            self._refused.add(extent.column)
            self.problems.append(Problem("E511", self.marks.at(extent)))

    def entry(self, cells: list[str], extents: list[Extent]) -> None:
        """Take a recipient, and look at every cell of its row."""
        texts: dict[str, str] = {}
        columns = self.columns or []
        at = extents[columns.index(("name",))]
        for way, cell, extent in zip(columns, cells, extents, strict=False):
            numbers = {one.rule for one in personal(cell)}
            if not numbers.isdisjoint(_NUMBERS) and not _OF_FIRMS.search(
                _plain(self._headers.get(extent.column, ""))
            ):
                self._refuse(extent)
            if way:
                texts[str(way[0])] = text = " ".join(cell.split())
                self._look(str(way[0]), text, extent, numbers)
        texts = {str(way[0]): "" for way in columns if way} | texts
        if not texts["name"]:
            self.problems.append(Problem("E512", self.marks.at(at)))
        self.found.append(Recipient(self.marks.at(at), texts))

    def _look(self, name: str, text: str, extent: Extent, numbers: set[str]) -> None:
        """E513, E514, W512: what a cell that is printed must not hold."""
        span = self.marks.at(extent)
        if name == "name" and _PERSON.fullmatch(text):
            self.problems.append(Problem("E513", span))
        elif "mobile" in numbers or _NAMES_ONE.search(text):
            self.problems.append(Problem("W512", span))
        glyphs = load_glyphs()
        lacking = [one for _, one in unneeded(text)]
        lacking += glyphs.missing(text, serif=True) if glyphs else []
        if lacking:
            codes = [f"U+{ord(one):04X}" for one in dict.fromkeys(lacking)]
            self.problems.append(Problem("E514", span, codepoint=codes))

    @property
    def passed_over(self) -> list[str]:
        """Headers of columns that are not read."""
        return [one for column, one in self._headers.items() if column not in self._refused]


@dataclass
class _Read:
    """What has been read of a file so far."""

    recipients: list[Recipient] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_recipients(
    file: Path, shown: Collection[str], sheet: str | None = None
) -> tuple[list[Recipient], list[Problem]]:
    """Return the recipients of a workbook or CSV in the order of its rows, and warnings.

    shown: the fields that the letter shows. sheet: the one to read; else all that begin with a
    header. Raises ProblemsFound with every bad cell, and OSError.
    """
    read, passed = _Read(), list[str]()
    sheets, found = _sheets(file)
    read.problems += found
    if sheet and sheets:
        require_known(sheet, [one.name for one in sheets])
        sheets = [one for one in sheets if one.name == sheet]
    if not found:
        for table, cells in read_tables(
            sheets, file.name, lambda marks: _Recipients(marks, shown), passed
        ):
            if table:
                _take(read, table)
            read.problems += cells
    said = [_closed(one) for one in read.problems]
    if not read.recipients and not any(one.severity is Severity.ERROR for one in said):
        said.append(Problem("E519", Span(file.name)))
    if any(one.severity is Severity.ERROR for one in said):
        raise ProblemsFound(said)
    return read.recipients, [*said, *_twice(read.recipients)]


def _take(read: _Read, table: _Recipients) -> None:
    table.finish()
    read.problems += table.problems
    read.recipients += table.found
    if passed := table.passed_over:
        first = Span(table.marks.file, cell=table.marks.at(Extent(1, 1, 1, 2)).cell.split("!")[0])
        read.problems.append(Problem("W511", first, columns=passed))


def _sheets(file: Path) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of a file; a CSV is one, which has its name."""
    if file.suffix.casefold() in SUFFIXES:
        return read_workbook(file, file.name)
    text, problems = read_text(file, file.name, chinese_codepage=True, largest=LARGEST_TABLE)
    if text is None:
        return [], problems
    rows: list[tuple[str, ...]] = []
    for number, cells in csv_rows(split_lines(text), file.name, problems):
        rows += [()] * (number - len(rows) - 1)
        rows.append(tuple(cells))
    return [Sheet(file.stem, tuple(rows))], problems


def _twice(recipients: Sequence[Recipient]) -> Iterator[Problem]:
    """W513: an organisation that stands there twice."""
    first: dict[tuple[str, str], Span] = {}
    for one in recipients:
        before = first.setdefault((one.name, one.texts.get("address", "")), one.at)
        if before is not one.at:
            yield Problem("W513", one.at, first=before)


def _closed(problem: Problem) -> Problem:
    """A problem without anything of a cell's content, nor of the line that it stands in."""
    span, details = problem.span, dict(problem.details)
    if span and not span.cell:
        line = str(span.line) if span.line > 1 or span.column > 1 else ""
        span = replace(span, line=1, column=1, end_column=1, cell=line and f"#{line}")
    if problem.code == "W507":
        details["value"] = _HIDDEN
    if problem.code in ("E508", "E510") and not _ours(details.get("said")):
        details["said"] = _HIDDEN
    return Problem(problem.code, span, **details)


def _ours(said: object) -> bool:
    """Whether a message is the generator's own, without words of a library or a file."""
    return isinstance(said, Both) and "（" not in said.zh.replace("（.xls、.et）", "")


def _plain(header: str) -> str:
    """A header without spaces, in small letters."""
    return re.sub(r"[\s_-]", "", unicodedata.normalize("NFKC", header)).casefold()
