"""ticker: lines for an LED display, as a sheet for its keeper and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured
from handbill.model.text import Line, described

if TYPE_CHECKING:
    from handbill.localise import Edition


class Ticker(MaterialBase):
    """LED lines: 12 to 28 characters each, the number last."""

    kind: Literal["ticker"] = described("种类", "Kind")
    lines: list[Line] = described("字幕；一行一条", "Lines, an item each", min_length=3,
                                  max_length=6)
    hours: Line = described("什么时候播；怎么播", "When and how they run")


def _copy(ticker: Ticker, edition: Edition) -> dict[str, Any]:
    return {"lines": ticker.lines, "hours": ticker.hours}


def _transcript(ticker: Ticker, edition: Edition) -> list[str]:
    return [*ticker.lines, ticker.hours]


def _measure(ticker: Ticker) -> Iterator[Measured]:
    for index, line in enumerate(ticker.lines):
        yield Measured("line", ("lines", index), line)
    yield Measured("hours", ("hours",), ticker.hours)


def _plain(ticker: Ticker, edition: Edition) -> str:
    return "\n".join(ticker.lines) + "\n"


KIND = Kind("ticker", Ticker, _copy, _transcript, _measure, plain=_plain)
