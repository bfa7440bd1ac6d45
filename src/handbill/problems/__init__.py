"""Problems: diagnostics as data. Every message lives in the catalogue, in Chinese and English.

    Code        a kind of problem: E201 unknown field        (catalogue/*.py, a module a hundred)
    Problem     one occurrence: code, span, details
    ProblemsFound   the one exception that crosses the stages; carries problems

Hundreds: 1 files and YAML, 2 schema, 3 references and dates, 4 copy and budgets, 5 places,
6 wording and safety, 7 building, 8 finished PDFs, 9 the desk and publishing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from handbill.problems.catalogue import CATALOGUE
from handbill.problems.code import Both, Code, Severity
from handbill.problems.pages import catalogue_markdown, explain

__all__ = [
    "CATALOGUE",
    "Both",
    "Code",
    "Problem",
    "ProblemsFound",
    "Severity",
    "Span",
    "catalogue_markdown",
    "explain",
    "ordered",
    "span_file",
]

_LONGEST = 120
"""Characters of a quoted value that a message shows."""
_WHOLE = ("said", "reached", "fault", "cure")
"""Details that are messages themselves."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file, a page of a PDF, or a cell of a workbook.

    file: posix path relative to the site's root. line, column, end_column: from 1, in characters;
    the end is exclusive. page: from 1; 0 in a file that has none. cell: with its sheet, 名单!C7; then
    line and column are its row and column.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int = 1
    page: int = 0
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file} {self.cell}"
        if self.page:
            return f"{self.file}#page={self.page}"  # as RFC 8118 writes it
        return f"{self.file}:{self.line}:{self.column}"


def span_file(path: Path, root: Path) -> str:
    """Return a path as spans show it: posix, relative to the site's `root` where it lies below it."""
    for one, top in (path, root), (Path(os.path.realpath(path)), Path(os.path.realpath(root))):
        if one.is_relative_to(top):
            return one.relative_to(top).as_posix()
    return path.as_posix()


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _written(value: object, lang: str, longest: int) -> str:
    if isinstance(value, Both):
        return value.get(lang)
    if isinstance(value, list | tuple | set | frozenset):
        return ("、" if lang == "zh" else ", ").join(_written(one, lang, longest) for one in value)
    text = str(value)
    return text if len(text) <= longest else text[: longest - 1] + "…"


@dataclass(frozen=True, slots=True, init=False)
class Problem:
    """One diagnostic.

    details: what the catalogue's placeholders stand for: text, numbers, `Both`, spans, or lists
    of these. Three keys have a meaning of their own: `suggestion` ("did you mean"), `hint` (what
    went wrong in this case, a sentence before the cure) and `first`, a span that is shown as well.
    """

    code: str
    span: Span | None
    details: dict[str, object]

    def __init__(self, code: str, span: Span | None, /, **details: object) -> None:
        for name, value in (("code", code), ("span", span), ("details", details)):
            object.__setattr__(self, name, value)

    @property
    def severity(self) -> Severity:
        """As the code's first letter says."""
        return Severity.of(self.code)

    @property
    def cause(self) -> str:
        """The code of the fault itself, where this tells what a translation goes without for it."""
        return str(self.details.get("cause", self.code))

    def title(self, lang: str) -> str:
        """Returns what is wrong, in general."""
        return CATALOGUE[self.code].title.get(lang)

    def text(self, lang: str) -> str:
        """Returns what is wrong here."""
        return self._filled(CATALOGUE[self.code].text, lang)

    def help(self, lang: str) -> str:
        """Returns what to do: the suggestion and the hint, if there are any, and the cure."""
        hint = _written(self.details.get("hint", ""), lang, _LONGEST)
        cure = self._filled(CATALOGUE[self.code].cure, lang)
        if hint:
            cure = hint + cure[:1].upper() + cure[1:]
        suggestion = self.details.get("suggestion")
        if not suggestion:
            return cure
        written = _written(suggestion, lang, _LONGEST)
        return (
            f"did you mean {written}? {cure}"
            if lang.startswith("en")
            else f"是不是想写 {written}？{cure}"
        )

    def _filled(self, text: Both, lang: str) -> str:
        lang = "en" if lang.lower().startswith("en") else "zh"
        values = {
            key: _written(value, lang, 2000 if key in _WHOLE else _LONGEST)
            for key, value in self.details.items()
        }
        written = text.get(lang).format_map(_Details(values))
        # A full-width bracket brings its own space.
        return written.replace("） ", "）") if lang == "zh" else written


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """By file, line and column; those without a place come first."""
    return sorted(problems, key=lambda one: (one.span is not None, one.span or Span(""), one.code))


class ProblemsFound(Exception):
    """Something is wrong with the input; `problems` says what. Never a fault of the program."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(
            "; ".join(f"{one.code} {one.span or ''} {one.text('en')}" for one in self.problems)
        )
