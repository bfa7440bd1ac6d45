"""Pupils' paper: little ink, one ink, and frames that hold the longest copy."""

from __future__ import annotations

import io
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
        "frames": [{"title": of("frames.title"), "text": of("frames.text")}] * frames,
    }


def covered(png: bytes) -> float:
    """Part of a picture that is darker than half, in percent."""
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(png))
    return 100 * sum(one < 128 for one in pixels.samples) / (pixels.width * pixels.height)


@pytest.mark.parametrize("frames", [3, 4, 5])
def test_little_ink(renderer: SheetRenderer, document: Document, sheet: Sheet, frames: int) -> None:
    one = sheet("newspaper", copy=longest(frames))
    (picture,) = renderer.png("newspaper", document("newspaper", one), 100)
    assert 1 < covered(picture) < 8


@pytest.mark.parametrize("size", list(PRESET.sizes))
@pytest.mark.parametrize("frames", [3, 4, 5])
def test_the_longest_copy_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, frames: int, size: str
) -> None:
    one = sheet("newspaper", copy=longest(frames))
    assert renderer.pdf("newspaper", document("newspaper", one, size=size), 0)


@pytest.mark.parametrize(
    ("block", "copy"),
    [
        ("heading", {"heading": HAN[:9]}),
        ("motto", {"motto": HAN[:45]}),
        ("frame-title", {"frames": [{"title": HAN[:14], "text": "一"}] * 4}),
        ("frame-text", {"frames": [{"title": "一", "text": HAN}] * 5}),
    ],
)
def test_too_long_is_refused(
    renderer: SheetRenderer, document: Document, sheet: Sheet, block: str, copy: dict[str, Any]
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("newspaper", document("newspaper", sheet("newspaper", copy=copy)), 0)
    assert caught.value.problems[0].details["block"] == block


def test_one_ink_for_the_print_shop(renderer: SheetRenderer, document: Document) -> None:
    data = document("newspaper", edition="press")
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
