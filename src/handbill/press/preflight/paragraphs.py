"""Paragraphs: no single character as a last line (孤字不成行)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbill.press.preflight.finished import Line
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Problem

SHORTEST = 6
"""Han characters of the line before: shorter ones are labels, one above the other."""
PITCH = 2.4
"""A line of the same paragraph is no farther below than that, in em."""
INDENT = 2.2
_CLOSING = set("，。、；：？！”’）】》…—.,;:?!)")


@fault
def no_lone_last_character(context: Context) -> Iterator[Problem]:
    """W817: a line of one Han character, alone on its baseline, below a line of many."""
    for page in context.pages:
        lines = context.lines(page)
        for before, line in pairwise(lines):
            letters = [one for one in line.text if one not in _CLOSING]
            if (
                len(letters) == 1
                and _han(letters[0])
                and _follows(before, line)
                and _alone(lines, line)
            ):
                yield Problem("W817", page.span, character=line.text, before=before.text[-16:])


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or ord(character) >= 0x20000


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
