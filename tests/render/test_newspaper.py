"""Pupils' paper: little ink, one ink, and frames that hold the longest copy."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pikepdf
import pymupdf
import pytest
from sample_sheets import KINDS, Document, Sheet

from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer

HAN = "防范传销先停一停查清楚再决定" * 4
PRESET = KINDS["newspaper"]


def of(budget: str) -> str:
    found = PRESET.budget(budget)
    assert found
    return HAN[: found.characters]


def longest(frames: int) -> dict[str, Any]:
    return {
        "heading": of("heading"),
        "motto": of("motto"),
        "frames": [{"title": of("frames.title"), "text": of("frames.text"), "draw": False}]
        * frames,
    }


def covered(png: bytes) -> float:
    """Part of a picture that is darker than half, in percent."""
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(png))
    return 100 * sum(one < 128 for one in pixels.samples) / (pixels.width * pixels.height)


@pytest.mark.parametrize("frames", [3, 4])
def test_little_ink(renderer: SheetRenderer, document: Document, sheet: Sheet, frames: int) -> None:
    one = sheet("newspaper", copy=longest(frames))
    (picture,) = renderer.png("newspaper", document("newspaper", one), 100)
    assert 1 < covered(picture) < 8


@pytest.mark.parametrize("size", list(PRESET.sizes))
@pytest.mark.parametrize("frames", [3, 4])
def test_the_longest_copy_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, frames: int, size: str
) -> None:
    one = sheet("newspaper", copy=longest(frames))
    assert renderer.pdf("newspaper", document("newspaper", one, size=size), 0)


def dashed(page: pymupdf.Page) -> tuple[list[tuple[float, float]], list[float]]:
    """Where dotted rules begin, and heights of dashed frames to draw in, in u."""
    u = page.rect.height / 72
    shapes = [one for one in page.get_drawings() if (one["dashes"] or "[] 0") != "[] 0"]
    rules = [shape["rect"] for shape in shapes if shape["rect"].height < 0.1]
    return (
        [(rect.x0 / u, rect.y0 / u) for rect in rules],
        [shape["rect"].height / u for shape in shapes if shape["rect"].height > 3 * u],
    )


@pytest.mark.parametrize("frames", [3, 4])
@pytest.mark.parametrize("drawn", [0, 1, 2])
def test_five_lines_to_write_on_or_a_frame_to_draw_in(
    renderer: SheetRenderer, document: Document, sheet: Sheet, frames: int, drawn: int
) -> None:
    copy = longest(frames)
    copy["frames"] = [{**one, "draw": i < drawn} for i, one in enumerate(copy["frames"])]
    pdf = renderer.pdf("newspaper", document("newspaper", sheet("newspaper", copy=copy)), 0)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        rules, frame = dashed(opened[0])
    assert len(frame) == drawn
    columns: dict[float, list[float]] = {}
    for x, y in rules:
        columns.setdefault(round(x), []).append(y)
    assert len(columns) == frames - drawn
    for heights in columns.values():
        apart = [b - a for a, b in pairwise(sorted(heights))]
        assert len(heights) >= 5
        # 8 mm on A4.
        assert min(apart) * 210 / 72 > 7.9


@pytest.mark.parametrize(
    ("block", "copy"),
    [
        ("heading", {"heading": HAN[:9]}),
        ("motto", {"motto": HAN[:45]}),
        ("frame-title", {"frames": [{"title": HAN[:14], "text": "一"}] * 4}),
        ("frame-text", {"frames": [{"title": "一", "text": HAN}] * 4}),
    ],
)
def test_too_long_is_refused(
    renderer: SheetRenderer, document: Document, sheet: Sheet, block: str, copy: dict[str, Any]
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("newspaper", document("newspaper", sheet("newspaper", copy=copy)), 0)
    assert caught.value.problems[0].details["block"] == block


@pytest.mark.parametrize("scene", [None, ("call", "elder")])
def test_one_ink_for_the_print_shop(
    renderer: SheetRenderer, document: Document, sheet: Sheet, scene: tuple[str, str] | None
) -> None:
    one = sheet("newspaper", **({"scene": scene} if scene else {}))
    data = document("newspaper", one, edition="press")
    data["size"]["marks"] = False  # marks and colour bar stand on every plate
    pdf = renderer.pdf("newspaper", data, 0)
    inks = set()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for operands, operator in pikepdf.parse_content_stream(opened.pages[0]):
            assert str(operator) not in ("rg", "RG", "g", "G")
            if str(operator) in ("k", "K"):
                inks.add(tuple(float(part) for part in operands))
    assert inks
    assert all(cyan == magenta == yellow == 0 for cyan, magenta, yellow, _ in inks)
