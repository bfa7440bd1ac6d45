"""Paragraphs: no single character as a last line (孤字不成行) and no stub, no line torn apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from handbill.press.preflight.finished import Character, Line, Page
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Problem

SHORTEST = 6
"""Han characters of the line before: shorter ones are labels, one above the other."""
PITCH = 2.4
"""A line of the same paragraph is no farther below than that, in em."""
INDENT = 2.2
STUB = 0.19
"""Part of the measure that a last line has at least, by its ink."""
NARROW = 12
"""Em of a measure from which on a short last line shows; narrower ones are labels and lists."""
FULL = 0.75
"""Part of the measure that a line has which another of the paragraph follows."""
TORN = 0.35
"""Room between all characters of a line, in em, from which on it looks torn."""
UNEVEN = 0.12
"""How far that room may differ within a line that is filled to the measure, in em."""
_ENDS = set("。！？：.!?:")
_CLOSING = set("，。、；：？！”’）】》…—.,;:?!)")


@fault
def no_lone_last_character(context: Context) -> Iterator[Problem]:
    """W817: a line of one Han character, alone on its baseline, below a line of many."""
    for page, _, before, line, letters in _following(context):
        if len(letters) == 1 and _han(letters[0]):
            yield Problem("W817", page.span, character=line.text, before=before.text[-16:])


@fault
def no_short_last_line(context: Context) -> Iterator[Problem]:
    """W821: a last line, of more than a character, that is shorter than a fifth of the measure."""
    for page, lines, before, line, letters in _following(context):
        if len(letters) < 2 or before.text[-1] in _ENDS:
            continue
        measure = max(
            _width(one)
            for one in lines
            if abs(one.size - line.size) < 0.03 * line.size
            and abs(one.edges[0] - line.edges[0]) < INDENT * line.size
        )
        is_stub = _width(line) < STUB * measure and _width(before) > FULL * measure
        if is_stub and measure > NARROW * line.size:
            yield Problem("W821", page.span, line=line.text, before=before.text[-16:])


@fault
def no_torn_line(context: Context) -> Iterator[Problem]:
    """W715: a line of Han characters spread evenly to the measure, over one that begins with a long
    word or address."""
    for page in context.pages:
        rows = _rows(context.lines(page))
        for before, row in pairwise(rows):
            if _is_torn(before) and _goes_on(before, row):
                torn, next_one = ("".join(one.text for one in part) for part in (before, row))
                yield Problem("W715", page.span, line=torn[:16], after=next_one[:16])


def _rows(lines: list[Line]) -> list[list[Character]]:
    """The characters on each baseline in one size, from the left, the rows from the top: a torn line
    is many lines of a character each."""
    rows: dict[tuple[float, float], list[Character]] = {}
    for line in lines:
        for one in line.characters:
            rows.setdefault((-round(one.baseline, 1), round(one.size, 1)), []).append(one)
    return [sorted(rows[key], key=lambda one: one.x) for key in sorted(rows)]


def _is_torn(row: list[Character]) -> bool:
    gaps = [
        (two.x - one.x) / one.size - 1
        for one, two in pairwise(row)
        if _han(one.text) and _han(two.text)
    ]
    return len(gaps) >= SHORTEST and min(gaps) >= TORN and max(gaps) - min(gaps) <= UNEVEN


def _goes_on(before: list[Character], row: list[Character]) -> bool:
    """Whether a row is the next one of the paragraph, and begins with what would not break."""
    em = row[0].size
    return (
        0.9 * em < before[0].baseline - row[0].baseline < PITCH * em
        and -INDENT * em < row[0].x - before[0].x < 0.6 * em
        and len(row) >= SHORTEST
        and all(one.text.isascii() for one in row[:SHORTEST])
    )


def _width(line: Line) -> float:
    return line.edges[2] - line.edges[0]


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or ord(character) >= 0x20000


class _Next(NamedTuple):
    """A line, alone on its baseline, that follows another of its paragraph. lines: of its page.
    letters: of it, without the marks that close it."""

    page: Page
    lines: list[Line]
    before: Line
    line: Line
    letters: list[str]


def _following(context: Context) -> Iterator[_Next]:
    for page in context.pages:
        lines = context.lines(page)
        for before, line in pairwise(lines):
            if _follows(before, line) and _alone(lines, line):
                letters = [one for one in line.text if one not in _CLOSING]
                yield _Next(page, lines, before, line, letters)


def _follows(before: Line, line: Line) -> bool:
    """Whether a line is the next one of the paragraph."""
    em = line.size
    down = before.characters[0].baseline - line.characters[0].baseline
    across = line.characters[0].x - before.characters[0].x
    return (
        abs(before.size - em) < 0.03 * em
        and sum(map(_han, before.text)) >= SHORTEST
        and 0.9 * em < down < PITCH * em
        and -INDENT * em < across < 0.6 * em
    )


def _alone(lines: list[Line], line: Line) -> bool:
    """Whether nothing else stands on the same baseline near by: a row of a table is no paragraph."""
    baseline, em = line.characters[0].baseline, line.size
    return not any(
        other is not line
        and abs(other.characters[0].baseline - baseline) < 0.5 * em
        and abs(other.edges[0] - line.edges[2]) < 12 * em
        for other in lines
    )
