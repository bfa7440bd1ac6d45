"""ticker: lines for an LED display, as a sheet for its keeper and as plain text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.text import Line, described
from handbill.words import counted
from handbill.words.languages import has_cells


class Ticker(MaterialBase):
    """LED lines: 12 to 28 characters each, the number last."""

    kind: Literal["ticker"] = described("种类", "Kind")
    lines: list[Line] = described(
        "字幕；一行一条", "Lines, an item each", min_length=3, max_length=6
    )
    hours: Line = described("什么时候播；怎么播", "When and how they run")


SPEED = 4
"""Han characters a second past the eye: no faster than they are spoken. The display is set to it."""
SPEED_OF_LETTERS = 9
"""The same for letters: two and more of them to a Han character's time."""
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


def full_width(line: str) -> str:
    """A line as a display of 16 or 24 dots takes it: digits, letters and marks full-width, so that
    every character is one cell."""
    return line.translate(_WIDE)


def running_seconds(line: str, speed: int = SPEED) -> int:
    """Seconds from the first character of a line to its last at `speed`, rounded up."""
    return math.ceil(len(line) / speed)


def _lines(ticker: Ticker, edition: Voice) -> list[str]:
    return [full_width(line) if has_cells(edition.language) else line for line in ticker.lines]


def _copy(ticker: Ticker, edition: Voice) -> dict[str, Any]:
    speed, say = SPEED if has_cells(edition.language) else SPEED_OF_LETTERS, edition.words
    return {
        "heading": ticker.title,
        "count": counted(say, "ticker_lines", len(ticker.lines)),
        "hours": ticker.hours,
        "speed": speed,
        "file": f"{ticker.id}.txt",
        "lines": [
            {"text": line, "characters": len(line), "seconds": running_seconds(line, speed)}
            for line in _lines(ticker, edition)
        ],
    }


def _transcript(ticker: Ticker, edition: Voice) -> list[str]:
    return [*ticker.lines, ticker.hours]


def _measure(ticker: Ticker) -> Iterator[Measured]:
    for index, line in enumerate(ticker.lines):
        yield Measured("line", ("lines", index), full_width(line))
    yield Measured("heading", ("title",), ticker.title)
    yield Measured("hours", ("hours",), ticker.hours)


def _plain(ticker: Ticker, edition: Voice) -> str:
    return "".join(line + "\n" for line in _lines(ticker, edition))


KIND = Kind("ticker", Ticker, _copy, _transcript, _measure, plain=_plain, group="screen")
