"""Why it must collapse, in figures: how many people it needs when everyone brings as many, who is
paid with whose money, and who is left without.

Assumed: everyone brings the same number, one person joins once, each pays one fee, and a share of
each fee goes to those above; the one who began pays nothing and keeps the rest. Seats are filled
from the first introducer's on, as long as there are people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handbill.words.languages import is_chinese

DRAWN = 100
"""Most people that one row of the home page's figure shows."""
MARKS = 2500
"""Most marks in a row of the large figure; beyond, a mark stands for several people."""


@dataclass(frozen=True)
class Growth:
    """factor: people that each brings. rows: size of each level that is drawn, the first is 1.
    present: people who are really there in the last row; the other seats stay empty."""

    factor: int
    rows: tuple[int, ...]
    present: int

    def level(self, number: int) -> int:
        """People on a level, counted from 0 for the one who began."""
        return int(self.factor**number)


def growth(factor: int) -> Growth:
    """The levels that fit into a figure; half of the last one is missing."""
    rows = [1]
    while rows[-1] * factor <= DRAWN:
        rows.append(rows[-1] * factor)
    return Growth(factor, tuple(rows), (rows[-1] + 1) // 2)


@dataclass(frozen=True)
class Level:
    """One round. number: 0 for the one who began. seats: people it needs; people: who came.
    paid, received: money of this round's people, in and back, in the unit of the fee.
    short: how many of them have not got their fee back."""

    number: int
    seats: int
    people: int
    paid: int
    received: int
    short: int


@dataclass(frozen=True)
class Collapse:
    """The rounds until there is nobody left: the last one has empty seats."""

    levels: tuple[Level, ...]

    @property
    def payers(self) -> int:
        """Everyone but the one who began."""
        return sum(level.people for level in self.levels[1:])

    @property
    def paid(self) -> int:
        """All money that went in; the same that came out."""
        return sum(level.paid for level in self.levels)

    @property
    def short(self) -> int:
        """How many have not got their fee back."""
        return sum(level.short for level in self.levels)

    @property
    def short_percent(self) -> int:
        """Of a hundred who paid, cut off."""
        return self.short * 100 // self.payers if self.payers else 0


def collapse(each: int, fee: int, shares: Sequence[int], people: int) -> Collapse:
    """Fill round after round until people run out.

    each: by each person, 2 or more. shares: percent of a fee for the one who brought them, the
    next above, and so on; 100 in all at most. people: in the whole town, with the one who began.
    """
    came: list[int] = []
    left = people
    while True:
        seats = each ** len(came)
        came.append(min(seats, left))
        left -= came[-1]
        if came[-1] < seats:
            break
    levels: list[Level] = []
    total = fee * sum(came[1:])
    for number, here in enumerate(came[1:], 1):
        below = [
            (share, came[number + up])
            for up, share in enumerate(shares, 1)
            if number + up < len(came)
        ]
        levels.append(
            Level(
                number,
                each**number,
                here,
                fee * here,
                fee * sum(share * others for share, others in below) // 100,
                _short(each, here, below),
            )
        )
    kept = total - sum(level.received for level in levels)
    return Collapse((Level(0, 1, 1, 0, kept, 0), *levels))


def _short(each: int, people: int, below: Sequence[tuple[int, int]]) -> int:
    """How many of a round have received less than what they paid.

    below: the share from, and the people of, each round under it. Rounds fill from one end, so of
    each of them some people have all, at most one has a part, and the others have nobody.
    """
    bounds = {0, people}
    for up, (_, others) in enumerate(below, 1):
        whole = others // each**up
        bounds |= {min(whole, people), min(whole + 1, people)}
    edges = sorted(bounds)
    short = 0
    for start, end in pairwise(edges):
        percent = sum(
            share * max(0, min(each**up, others - start * each**up))
            for up, (share, others) in enumerate(below, 1)
        )
        short += end - start if percent < 100 else 0
    return short


def mark_size(seats: int) -> int:
    """How many people one mark of the figure stands for: 1, 2, 5, 10, 20, 50 …"""
    size, step = 1, 0
    while seats > MARKS * size:
        size = size * 5 // 2 if step % 3 == 1 else size * 2
        step += 1
    return size


Unit = tuple[int, int, int, str]
"""From which number on, divided by what, with how many decimals, and the word."""


_FROM_CHINESE = ((10**12, 10**12, 1), (10**8, 10**8, 2), (10**5, 10**4, 1))
_FROM_THOUSANDS = ((10**12, 10**12, 1), (10**9, 10**9, 2), (10**6, 10**6, 2))


def number_units(say: Mapping[str, str]) -> list[Unit]:
    """How large numbers are shortened in tables, largest unit first. say: the words of pages."""
    steps = _FROM_CHINESE if is_chinese(say["lang"]) else _FROM_THOUSANDS
    return [(*step, word) for step, word in zip(steps, say["number_units"].split("|"), strict=True)]


def shortened(number: int, units: Sequence[Unit]) -> str:
    """2187000 -> 218.7万; 99999 -> 99,999. Cut off, never rounded up."""
    for start, divisor, decimals, word in units:
        if number >= start:
            scaled = number * 10**decimals // divisor
            whole, part = divmod(scaled, 10**decimals)
            digits = f"{part:0{decimals}}".rstrip("0")
            return f"{whole:,}.{digits}{word}" if digits else f"{whole:,}{word}"
    return f"{number:,}"


def in_words(number: int, say: Mapping[str, str]) -> str:
    """59049 -> 59,049; 3486784401 -> 34.8亿多 or over 3.4 billion. Cut off, never rounded up."""
    for (unit, _, _, _), over in zip(
        number_units(say), say["number_over"].split("|"), strict=False
    ):
        if number >= unit:
            tenths = number * 10 // unit
            value = f"{tenths // 10:,}.{tenths % 10}" if tenths % 10 else f"{tenths // 10:,}"
            return over.format(number=value)
    return f"{number:,}"
