"""Why it must collapse: the arithmetic as a figure and a table, and a family's sheet of sums."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from handbill.compose.artifacts import PageArtifact
from handbill.compose.growth import (
    MARKS,
    Level,
    collapse,
    in_words,
    mark_size,
    number_units,
    shortened,
)
from handbill.compose.part import Part
from handbill.model.why import WhyFile

COLUMNS = {"wide": 75, "narrow": 46}
"""Marks in a line of the figure, on wide screens and on phones."""
MARK = (10, 12)
"""Width and height of a mark in the figure's own unit."""
ROUNDS = (10, 20)
"""Rounds that the comparison of 2 to 6 each names."""


def why_pages(part: Part) -> Iterator[PageArtifact]:
    """The page of the arithmetic, if the campaign has one."""
    why = part.edition.why
    if why:
        yield part.page(
            "why.md",
            "site/why.md.j2",
            why.title,
            "why",
            why.lead,
            rests_on=[why],
            styles=["assets/why.css"],
            scripts=["assets/why.js", "assets/sums.js"],
            why=why,
            **why_data(why, part.say),
        )


def why_data(why: WhyFile, say: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows before anything is chosen, and what its script reckons with."""
    units = number_units(say)
    town = why.towns[0]
    done = collapse(why.each, why.fee, why.shares, town.people)
    size = mark_size(done.levels[-1].seats)
    last = done.levels[-1]
    return {
        "marks": MARKS,
        "mark_size": size,
        "rows": [_row(level, size, say) for level in done.levels],
        "table": [
            {
                "number": level.number,
                "people": f"{level.people:,}",
                "wanted": f"{level.seats:,}" if level.people < level.seats else "",
                "paid": shortened(level.paid, units),
                "received": shortened(level.received, units),
                "short": f"{level.short:,}",
            }
            for level in done.levels
        ],
        "total": {
            "people": f"{done.payers + 1:,}",
            "paid": shortened(done.paid, units),
            "short": f"{done.short:,}",
        },
        "over": say["why_over"].format(
            number=last.number,
            seats=f"{last.seats:,}",
            left=f"{last.people:,}",
            payers=f"{done.payers:,}",
            short=f"{done.short:,}",
            percent=done.short_percent,
        ),
        "shares": say["listing"].join(
            say["why_share_above" if above else "why_share_first"].format(percent=percent)
            for above, percent in enumerate(why.shares)
        ),
        "compared": [
            {
                "each": each,
                "rounds": [in_words(each**number, say) for number in ROUNDS],
                "without": round(100 * (each - 1) / each),
            }
            for each in range(2, 7)
        ],
        "compared_rounds": ROUNDS,
        "model": json.dumps(
            {
                "shares": why.shares,
                "units": units,
                "columns": COLUMNS,
                "mark": MARK,
                "words": {name: say[f"why_{name}"] for name in _SCRIPT_WORDS},
            },
            ensure_ascii=False,
        ),
    }


_SCRIPT_WORDS = (
    "founder round wants came unpaid unpaid_all mark mark_one going over wanted begin next "
    "restart".split()
)
"""Words that the script fills in anew."""


def _row(level: Level, size: int, say: Mapping[str, Any]) -> dict[str, Any]:
    """One round of the figure: its drawings by width, and what is said of it."""
    came = -(-level.people // size)
    seats = -(-level.seats // size)
    if level.people < level.seats:
        came = min(came, seats - 1)
    back = min(-(-(level.people - level.short) // size), came - (1 if level.short else 0))
    said = []
    if level.people < level.seats:
        said.append(
            say["why_came"].format(
                count=f"{level.people:,}", empty=f"{level.seats - level.people:,}"
            )
        )
    if level.short:
        said.append(
            say["why_unpaid_all"]
            if level.short == level.people
            else say["why_unpaid"].format(count=f"{level.short:,}")
        )
    return {
        "number": level.number,
        "seats": f"{level.seats:,}",
        "said": said,
        "drawings": [
            _drawing(name, columns, max(back, 0), came, seats) for name, columns in COLUMNS.items()
        ],
    }


def _drawing(name: str, columns: int, back: int, came: int, seats: int) -> dict[str, Any]:
    """Marks in lines, one line in the middle: paths that a pattern of marks fills."""
    width, height = MARK
    parts = [("back", 0, back), ("short", back, came), ("empty", came, seats)]
    return {
        "name": name,
        "width": columns * width,
        "height": -(-seats // columns) * height,
        "shift": (columns - seats) * width // 2 if seats < columns else 0,
        "parts": [
            {"name": part, "path": _cells(start, end, columns)}
            for part, start, end in parts
            if start < end
        ],
    }


def _cells(start: int, end: int, columns: int) -> str:
    """The outline of the cells from start to end of a grid filled line by line."""
    width, height = MARK
    path: list[str] = []
    while start < end:
        line, column = divmod(start, columns)
        lines = (end - start) // columns if column == 0 else 0
        count = columns if lines else min(columns - column, end - start)
        path.append(
            f"M{column * width} {line * height}h{count * width}"
            f"v{max(lines, 1) * height}h-{count * width}z"
        )
        start += count * max(lines, 1)
    return "".join(path)
