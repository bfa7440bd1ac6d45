"""Marks as maps: what lies where around the trim."""

from __future__ import annotations

import pymupdf
import pytest
from sample_sheets import MOMENT, SLIP, Document, Sheet, spans_of

from handbill.render.typst import SheetRenderer

MM = 72 / 25.4


def lines_map(
    pdf: bytes, window: tuple[float, float, float, float], step: float, page: int = 0
) -> str:
    """Thin black lines inside `window` (x, y, width, height in mm from the upper left corner of
    the page): # where a line passes, a character for each `step` mm."""
    x0, y0, width, height = window
    columns, rows = round(width / step), round(height / step)
    grid = [["."] * columns for _ in range(rows)]
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        for drawing in opened[page].get_drawings():
            if drawing["type"] != "s" or max(drawing["color"]) > 0.1 or drawing["width"] > 0.4:
                continue
            for item in drawing["items"]:
                if item[0] != "l":
                    continue
                start, end = item[1] / MM, item[2] / MM
                parts = max(1, round(abs(end - start) / step * 4))
                for part in range(parts + 1):
                    point = start + (end - start) * (part / parts)
                    column, row = int((point.x - x0) // step), int((point.y - y0) // step)
                    if 0 <= column < columns and 0 <= row < rows:
                        grid[row][column] = "#"
    return "\n".join("".join(row) for row in grid)


CORNER = """\
..............
..........#...
..........#...
..........#...
..........#...
..........#...
..........#...
..............
..............
..............
.######.......
..............
..............
.............."""
"""Upper left corner, a millimetre a character: trim at 10 mm, bleed from 7, marks 1 to 6."""


def corners(pdf: bytes) -> list[str]:
    """The four corners of a page as maps, each turned so that it reads as the upper left one."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        right, foot = opened[0].rect.width / MM - 13.5, opened[0].rect.height / MM - 13.5
    found = []
    for x, y in ((-0.5, -0.5), (right, -0.5), (-0.5, foot), (right, foot)):
        rows = lines_map(pdf, (x, y, 14, 14), 1).splitlines()
        rows = rows if y < 0 else rows[::-1]
        found.append("\n".join(row if x < 0 else row[::-1] for row in rows))
    return found


@pytest.mark.parametrize("kind", ["poster", "letter", "card"])
def test_crop_marks_stand_outside_the_bleed(
    renderer: SheetRenderer, document: Document, kind: str
) -> None:
    pdf = renderer.pdf(kind, document(kind, edition="press"), MOMENT)
    assert corners(pdf) == [CORNER] * 4


@pytest.mark.parametrize("kind", ["poster", "letter", "card", "banner"])
def test_no_marks_for_the_office(renderer: SheetRenderer, document: Document, kind: str) -> None:
    pdf = renderer.pdf(kind, document(kind), MOMENT)
    assert "#" not in lines_map(pdf, (-0.5, -0.5, 14, 14), 1)


def test_banner_marks_its_pole_pockets(renderer: SheetRenderer, document: Document) -> None:
    pdf = renderer.pdf("banner", document("banner", edition="press"), MOMENT)
    # Drawn at 1:10: trim at 8 mm, the pocket 10 mm further in, marks above the bleed only.
    assert (
        lines_map(pdf, (-0.5, -0.5, 24, 12), 1)
        == """\
........................
........#.........#.....
........#.........#.....
........#.........#.....
........#.........#.....
........#.........#.....
........#.........#.....
........................
.######.................
........................
........................
........................"""
    )


def test_slip_is_cut_where_the_letter_says(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    pdf = renderer.pdf("letter", document("letter", sheet("letter", copy={"slip": SLIP})), MOMENT)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        dashed = [
            drawing["rect"].y0 / MM
            for drawing in opened[0].get_drawings()
            if drawing["dashes"] not in (None, "[] 0")
        ]
    assert dashed == pytest.approx([238], abs=0.01)


def test_a_banner_s_slogan_stands_in_the_middle_and_words_in_one_column(
    renderer: SheetRenderer, document: Document
) -> None:
    pdf = renderer.pdf("banner", document("banner", size="6000x700"), MOMENT)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        page = opened[0]
        spans = [(span["text"].strip(), *span["bbox"], span["size"]) for span in spans_of(page)]
        tallest = max(size for *_, size in spans)
        ends = [(left, right) for _, left, _, right, _, size in spans if size == tallest]
        paper = page.rect.width - 1000 / 10 / 25.4 * 72
    before, after = min(left for left, _ in ends), paper - max(right for _, right in ends)
    assert before == pytest.approx(after, abs=0.12 * tallest)
    words = {left for text, left, *_ in spans if text in ("遇险", "报警", "投诉", "举报")}
    assert max(words) - min(words) < 0.5


def test_two_lines_of_a_banner_fill_its_measure_in_one_size(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    slogan = ["Drawn in by mistake? Stay calm.", "Your safety comes first: call 110."]
    one = sheet("banner", lang="en", copy={"slogan": slogan})
    pdf = renderer.pdf("banner", document("banner", one, size="6000x700"), MOMENT)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        page = opened[0]
        lines = [
            (span["size"], *span["bbox"])
            for span in spans_of(page)
            if span["text"].strip() in slogan
        ]
        height = page.rect.height
    (size, left, top, right, _), (other, start, _, end, foot) = lines
    assert size == other
    assert abs(left - start) < 0.1 * size and abs(right - end) < 0.1 * size
    assert foot - top > 0.7 * height
