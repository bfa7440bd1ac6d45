"""Problems → text: for people in the manner of rustc, for pages, as JSON, or as GitHub annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Literal

from handbill.problems import Problem, Severity, Span, ordered
from handbill.problems.lines import display_width, split_lines

Format = Literal["human", "json", "github", "html"]

PER_FILE = 50
"""Problems of one file that are shown; the rest is counted."""

_WIDEST = 92
"""Columns of an excerpt; of longer lines only the part around the fault is shown."""

_SAY = {
    "error": ("错误", "error"),
    "warning": ("提醒", "warning"),
    "notice": ("已审核", "reviewed"),
    "help": ("建议", "help"),
    "first": ("前面的在这里", "the first is here"),
    "more": ("{file} 里还有 {count} 个问题没有列出", "and {count} more in {file}"),
    "explain": ("详细说明：handbill explain {code}", "more about it: handbill explain {code}"),
}
_PAINT = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "notice": "\x1b[1;32m",
    "frame": "\x1b[1;34m",
    "bold": "\x1b[1m",
    "off": "\x1b[0m",
}


def render(
    problems: Sequence[Problem],
    *,
    root: Path,
    lang: str,
    color: bool = False,
    format: Format = "human",  # noqa: A002 (as the command line calls it)
) -> str:
    """Returns all problems as one text, ending in a line break unless there are none.

    root: folder that spans are relative to; excerpts are read from there. lang: "zh" or "en".
    color: only for a terminal. JSON always has both languages and every problem, HTML both
    languages, `lang` first; all but JSON stop at PER_FILE a file. For people warnings come first and
    errors last, in HTML errors first.
    """
    lang = "en" if lang.lower().startswith("en") else "zh"
    if format == "json":
        return (
            json.dumps([_as_json(one) for one in ordered(problems)], ensure_ascii=False, indent=2)
            + "\n"
        )
    writer: _Github | _Human = _Human(root, lang, color)
    if format != "human":
        writer = _Github(lang) if format == "github" else _Html(root, lang)
    blocks = []
    # People read the end of a long list first: there stand the errors, which must be mended.
    told = ordered(problems)
    if by_severity := format != "github":
        told.sort(key=lambda one: one.severity is Severity.ERROR, reverse=format == "html")
    for (file, _), group in groupby(
        told, lambda one: (one.span.file if one.span else "", by_severity and one.severity)
    ):
        found = list(group)
        blocks += [writer.problem(one) for one in found[:PER_FILE]]
        if len(found) > PER_FILE:
            blocks.append(writer.more(file, len(found) - PER_FILE))
    return "".join(blocks)


def _say(word: str, lang: str) -> str:
    return _SAY[word][lang == "en"]


def _as_json(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_column": span.end_column if span else None,
        "page": span.page or None if span else None,
        "cell": span.cell or None if span else None,
        **{
            lang: {
                "title": problem.title(lang),
                "text": problem.text(lang),
                "help": problem.help(lang),
            }
            for lang in ("zh", "en")
        },
    }


class _Github:
    """Workflow commands: ::error file=…,line=…,col=…::message."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    @staticmethod
    def _data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    @classmethod
    def _property(cls, text: str) -> str:
        return cls._data(text).replace(":", "%3A").replace(",", "%2C")

    def problem(self, problem: Problem) -> str:
        properties = {"title": f"{problem.code} {problem.title(self.lang)}"}
        if span := problem.span:
            properties = {
                "file": span.file,
                "line": str(span.line),
                "col": str(span.column),
                "endColumn": str(max(span.end_column, span.column)),
                **properties,
            }
        written = ",".join(f"{name}={self._property(value)}" for name, value in properties.items())
        message = f"{problem.text(self.lang)}\n{_say('help', self.lang)}: {problem.help(self.lang)}"
        if span and (span.page or span.cell):
            message = f"{span}: {message}"
        return f"::{problem.severity.value} {written}::{self._data(message)}\n"

    def more(self, file: str, count: int) -> str:
        text = _say("more", self.lang).format(file=file, count=count)
        return f"::notice file={self._property(file)}::{self._data(text)}\n"


class _Human:
    """Excerpt, caret and help; one block a problem."""

    def __init__(self, root: Path, lang: str, color: bool) -> None:
        self.root = root
        self.lang = lang
        self.color = color
        self._files: dict[str, tuple[str, ...]] = {}

    def _painted(self, text: str, paint: str) -> str:
        return f"{_PAINT[paint]}{text}{_PAINT['off']}" if self.color else text

    def problem(self, problem: Problem) -> str:
        severity = problem.severity.value
        head = self._painted(f"{_say(severity, self.lang)} {problem.code}", severity)
        lines = [f"{head}  {self._painted(problem.title(self.lang), 'bold')}"]
        text, span = _printable(problem.text(self.lang)), problem.span
        first = problem.details.get("first")
        gutter = max(
            [len(str(one.line)) for one in (span, first) if isinstance(one, Span)], default=1
        )
        if span is None:
            lines.append(self._frame(gutter, "=") + f" {text}")
        else:
            lines += self._excerpt(span, text, gutter, "-->", severity)
        if isinstance(first, Span):
            lines += self._excerpt(first, _say("first", self.lang), gutter, ":::", "frame")
        help_text = f"{_say('help', self.lang)}: {_printable(problem.help(self.lang))}"
        lines.append(f"{self._frame(gutter, '=')} {help_text}")
        explain = _say("explain", self.lang).format(code=problem.code)
        if problem.severity is Severity.ERROR:
            lines.append(self._frame(gutter, "=") + f" {explain}")
        return "\n".join(lines) + "\n\n"

    def more(self, file: str, count: int) -> str:
        return _say("more", self.lang).format(file=file, count=count) + "\n\n"

    def _frame(self, gutter: int, sign: str, number: str = "") -> str:
        return self._painted(f"{number:>{gutter}} {sign}", "frame")

    def _excerpt(self, span: Span, text: str, gutter: int, arrow: str, paint: str) -> list[str]:
        lines = [self._painted(f"{'':>{gutter}}{arrow}", "frame") + f" {_printable(str(span))}"]
        source = None if span.cell or _is_whole_file(span) else self._line(span)
        if source is None or not source.strip() or _is_garbled(source):
            lines.append(self._frame(gutter, "=") + f" {text}")
            return lines
        shown, before, marked = _window(source, span)
        lines += [self._frame(gutter, "|"), f"{self._frame(gutter, '|', str(span.line))} {shown}"]
        indent = " " * display_width(before)
        carets = self._painted("^" * max(1, display_width(marked)), paint)
        under = self._frame(gutter, "|")
        if display_width(before + marked) + display_width(text) < _WIDEST:
            lines.append(f"{under} {indent}{carets} {text}")
        else:
            lines += [f"{under} {indent}{carets}", f"{under} {text}"]
        return lines

    def _line(self, span: Span) -> str | None:
        if span.file not in self._files:
            self._files[span.file] = _read_lines(self.root / span.file)
        lines = self._files[span.file]
        return _printable(lines[span.line - 1]) if 0 < span.line <= len(lines) else None


class _Html(_Human):
    """An article a problem, in both languages; the excerpt stands between them once."""

    def __init__(self, root: Path, lang: str) -> None:
        super().__init__(root, lang, False)
        self._languages = (lang, "zh" if lang == "en" else "en")

    def problem(self, problem: Problem) -> str:
        first = problem.details.get("first")
        head = [
            self._said("h2", lang, f"{_say(problem.severity.value, lang)} {problem.code}", title)
            for lang in self._languages
            if (title := problem.title(lang))
        ]
        places = [self._place(problem.span)] if problem.span else []
        if isinstance(first, Span):
            said = " / ".join(_say("first", lang) for lang in self._languages)
            places.append(f"<p>{escape(said)}</p>{self._place(first)}")
        texts = [
            self._said("p", lang, problem.text(lang))
            + self._said("p", lang, _say("help", lang), problem.help(lang), name="cure")
            for lang in self._languages
        ]
        return f"<article>{''.join([*head, *places, *texts])}</article>\n"

    def more(self, file: str, count: int) -> str:
        said = (_say("more", lang).format(file=file, count=count) for lang in self._languages)
        return f"<p>{escape(' / '.join(said))}</p>\n"

    @staticmethod
    def _said(tag: str, lang: str, *words: str, name: str = "") -> str:
        text = escape(_printable(("：" if lang == "zh" else ": ").join(words)))
        sort = f' class="{name}"' if name else ""
        return f'<{tag} lang="{lang}"{sort}>{text}</{tag}>'

    def _place(self, span: Span) -> str:
        """File, line and excerpt, with what is wrong in it marked."""
        place = f"<p><code>{escape(_printable(str(span)))}</code></p>"
        source = None if span.cell or _is_whole_file(span) else self._line(span)
        if source is None or not source.strip() or _is_garbled(source):
            return place
        shown, before, marked = _window(source, span)
        after = escape(shown[len(before) + len(marked) :])
        marked = f"<mark>{escape(marked) or ' '}</mark>"
        return f"{place}<pre>{span.line} | {escape(before)}{marked}{after}</pre>"


def _read_lines(path: Path) -> tuple[str, ...]:
    """Lines for excerpts. The file may be the very one that could not be decoded, or a pipe."""
    try:
        if not path.is_file():
            return ()
        with path.open("rb") as stream:
            data = stream.read(1_000_000)
    except OSError:
        return ()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return split_lines(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return split_lines(data.decode("utf-8", "replace"))


def _is_whole_file(span: Span) -> bool:
    """Whether a span names a file and no place in it."""
    return (span.line, span.column, span.end_column) == (1, 1, 1)


def _is_garbled(source: str) -> bool:
    """Whether a line was no text: showing it would help nobody."""
    return source[:_WIDEST].count("\ufffd") > 3


def _window(source: str, span: Span) -> tuple[str, str, str]:
    """The part of a line to show, what of it is before the fault, and the fault itself."""
    start, end = span.column - 1, max(span.end_column - 1, span.column)
    if len(source) <= _WIDEST and display_width(source) <= _WIDEST:
        return source, source[:start], source[start:end]
    # A line may be a whole file: cut what cannot be shown before it is measured.
    first = max(0, start - _WIDEST)
    source = source[first : start + 2 * _WIDEST]
    start, end = start - first, min(end - first, start - first + _WIDEST)
    before, marked = source[:start], source[start:end]
    if display_width(before) > _WIDEST // 2:
        while display_width(before) > _WIDEST // 3:
            before = before[1:]
        before = "…" + before
    while display_width(before + marked) > _WIDEST - 2:
        marked = marked[:-1]
    after = source[start + len(marked) :]
    while display_width(before + marked + after) > _WIDEST:
        after = after[:-1]
    if start + len(marked) + len(after) < len(source):
        after = after[:-1] + "…" if after else "…"
    return before + marked + after, before, marked


def _printable(text: str) -> str:
    """Text without what would steer a terminal."""
    return "".join(
        character
        if character.isprintable() or unicodedata.category(character) == "Zs"
        else " "
        if character in "\t\n"
        else "\ufffd"
        for character in text
    )
