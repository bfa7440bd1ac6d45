"""How many people a scheme needs when everyone recruits: the arithmetic of the home page."""

from __future__ import annotations

from dataclasses import dataclass

DRAWN = 100
"""Most people that one row of the figure shows."""


@dataclass(frozen=True)
class Growth:
    """factor: people that each recruits. rows: size of each level that is drawn, the first is 1.
    present: people who are really there in the last row; the other seats stay empty."""

    factor: int
    rows: tuple[int, ...]
    present: int

    def level(self, number: int) -> int:
        """People on a level, counted from 0 for the one who began."""
        return int(self.factor ** number)


def growth(factor: int) -> Growth:
    """The levels that fit into a figure; half of the last one is missing."""
    rows = [1]
    while rows[-1] * factor <= DRAWN:
        rows.append(rows[-1] * factor)
    return Growth(factor, tuple(rows), (rows[-1] + 1) // 2)


def in_words(number: int, language: str) -> str:
    """59049 -> 59,049; 3486784401 -> 34.8亿多 or over 3.4 billion. Cut off, never rounded up."""
    large, units = (10**8, "亿多") if language.startswith("zh") else (10**9, "billion")
    if number < large:
        return f"{number:,}"
    tenths = number * 10 // large
    value = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else f"{tenths // 10}"
    return f"{value}{units}" if language.startswith("zh") else f"over {value} {units}"
