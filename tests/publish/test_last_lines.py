"""On no sheet of the flagship does a paragraph end on a stub: its last line has a fifth of the
measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mode
from typing import Any, NamedTuple

import pymupdf
import pytest

LEAST = 0.19
"""Part of the measure; a mark at the end of a line is half empty."""
NARROW = 8
"""Em of a line from which on the next one may be a stub of it; shorter ones are labels."""
NUMBER = re.compile(r"[0-9]+\.|\([0-9]+\)")
"""Of an item of a list."""


class Run(NamedTuple):
    """Text on one baseline in one size, without a gap."""

    y: float
    left: float
    right: float
    size: float
    text: str


def runs_of(page: Any) -> list[Run]:
    """What stands on a page, from the top."""
    spans = sorted(
        Run(round(line["spans"][0]["origin"][1], 1), min(span["bbox"][0] for span in line["spans"]),
            max(span["bbox"][2] for span in line["spans"]), line["spans"][0]["size"],
            "".join(span["text"] for span in line["spans"]))
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        if abs(line["dir"][0] - 1) < 0.001 and any(span["text"].strip() for span in line["spans"])
    )  # fmt: skip
    runs: list[Run] = []
    for one in spans:
        last = runs[-1] if runs else None
        if (
            last
            and abs(last.y - one.y) < 0.3
            and abs(last.size - one.size) < 0.05
            and -2 * one.size < one.left - last.right < 0.55 * one.size
        ):
            runs[-1] = last._replace(right=max(last.right, one.right), text=last.text + one.text)
        else:
            runs.append(one)
    return runs


def stubs(page: Any) -> Iterator[str]:
    """The last lines that are too short, each after the end of the line before it."""
    runs = runs_of(page)
    for one in runs:
        em = one.size
        column = [
            other
            for other in runs
            if abs(other.size - em) < 0.05 and abs(other.left - one.left) < 2.6 * em
        ]
        above = [other for other in column if em < one.y - other.y < 2.05 * em]
        beside = [other for other in runs if abs(other.y - one.y) < 0.5 and other.right <= one.left]
        # A row of a table has its title before it, an item of a list is a number.
        is_number = NUMBER.fullmatch(one.text.strip())
        if not above or beside or is_number:
            continue
        before = max(above)
        measure = max(other.right - one.left for other in column)
        is_filled = before.right - one.left > max(0.75 * measure, NARROW * em)
        if is_filled and one.right - one.left < LEAST * measure:
            yield f"{before.text[-20:]} | {one.text}"


@pytest.mark.parametrize("language", ["", "en"])
def test_no_paragraph_of_a_sheet_ends_on_a_stub(built: Path, language: str) -> None:
    files = [
        file
        for file in sorted((built / language).glob("m/*/*.pdf"))
        if not file.stem.endswith(("-press", "-large"))
    ]
    assert len(files) > 60
    found = {}
    for file in files:
        with pymupdf.open(file) as opened:
            if said := [one for page in opened for one in stubs(page)]:
                found[file.name] = said
    assert found == {}


@pytest.mark.parametrize("language", ["", "en"])
@pytest.mark.parametrize("name", ["communities-letter", "elders-letter", "landlords-letter"])
def test_a_letter_is_set_in_14_points_at_least(built: Path, language: str, name: str) -> None:
    """Two pages come first; a letter with a slip has one."""
    letters: dict[float, int] = {}
    with pymupdf.open(built / language / f"m/{name}/{name}-A4.pdf") as opened:
        for one in (one for page in opened for one in runs_of(page)):
            letters[round(one.size, 1)] = letters.get(round(one.size, 1), 0) + len(one.text)
    assert max(letters, key=lambda size: letters[size]) >= 14


def ends_early(page: Any) -> Iterator[str]:
    """Lines of a page of running Han text that end before the measure, another of their paragraph
    below them: one that begins at the left edge, since paragraphs are indented."""
    runs = runs_of(page)
    long = [one for one in runs if len(one.text) >= 2 * NARROW]
    edge = mode(round(one.left) for one in long)
    right = max(one.right for one in long)
    # The laws below the text are a list, one after the other: a line may end with each.
    running = mode(round(one.size, 1) for one in long)
    for one in (one for one in long if abs(one.size - running) < 0.1):
        below = [other for other in runs if 0 < other.y - one.y < 2.1 * one.size]
        if not below or one.left > edge + 2.2 * one.size or abs(below[0].size - one.size) > 0.05:
            continue
        # What hangs before the edge is a bracket.
        is_followed = below[0].left < edge + 1.5
        if is_followed and one.right < edge + 0.88 * (right - edge):
            yield f"{one.text[-20:]} | {below[0].text[:12]}"


@pytest.mark.parametrize(
    "audience", ["communities", "elders", "enterprises", "landlords", "villages"]
)
def test_no_line_within_a_paragraph_of_a_letter_ends_early(built: Path, audience: str) -> None:
    with pymupdf.open(built / f"m/{audience}-letter/{audience}-letter-A4.pdf") as opened:
        assert [one for page in opened for one in ends_early(page)] == []


@pytest.mark.parametrize("language", ["", "en"])
def test_a_paper_to_sign_is_set_in_9_points_and_its_promises_stand_over_the_signatures(
    built: Path, language: str
) -> None:
    """One page comes first, two before a size under 9 pt; the last has promises too."""
    for name in ("landlords-rental-form", "landlords-security-form", "online-pledge"):
        with pymupdf.open(built / language / f"m/{name}/{name}-A4.pdf") as opened:
            runs = [one for page in opened for one in runs_of(page)]
            # The imprint, which is no part of what is signed, has its own size.
            told = [one for one in runs if len(one.text) > 30 and "example.org" not in one.text]
            assert min(one.size for one in told) >= 9, name
            last = [one.text.strip() for one in runs_of(opened[-1])]
            assert any(NUMBER.fullmatch(text) for text in last), name
