"""The lock-up of a campaign: on every sheet that people are handed or pass by, over the numbers, in one
colour; and the first of these numbers, as high in English as in Chinese."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pymupdf
import pytest
from sample_sheets import COPY, MOMENT, TEMPLATES, make_document, make_sheet, spans_of
from test_shapes import ENGLISH

from handbill.compose.lockup import ranked, tones
from handbill.load.templates import device_names, load_looks
from handbill.model.campaign import LOCKUP_TONE, Lockup
from handbill.model.look import contrast
from handbill.render.typst import SheetRenderer

LOOKS = load_looks().by_name
NAVY = tuple(int(LOCKUP_TONE.rgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
BARE = {"banner", "form", "lesson", "script", "sign", "ticker", "pledge"}
"""Kinds without it: working papers, what is signed and kept, and what is read from a moving car."""


def pages(renderer: SheetRenderer, kind: str, **more: Any) -> pymupdf.Document:
    pdf = renderer.pdf(kind, make_document(kind, make_sheet(kind, **more)), MOMENT)
    return pymupdf.open(stream=pdf, filetype="pdf")


def plaques(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Grounds in the colour of the lock-up, wider than ten times their corner."""
    return [
        shape["rect"]
        for shape in page.get_drawings()
        if shape["fill"] == pytest.approx(NAVY, abs=0.003)
        and shape["rect"].width > 5 * shape["rect"].height > 0
        and shape["rect"].height > 8
    ]


def number(page: pymupdf.Page, said: str) -> dict[str, Any] | None:
    """The largest span that is the number."""
    found = [one for one in spans_of(page) if one["text"].strip() == said]
    return max(found, key=lambda one: one["size"], default=None)


@pytest.mark.parametrize("kind", sorted(set(COPY) - BARE))
def test_it_stands_over_the_numbers_which_are_as_high_in_english(
    renderer: SheetRenderer, kind: str
) -> None:
    heights = []
    for more in ({}, ENGLISH):
        steps = make_sheet(kind, **more)["action"]
        with pages(renderer, kind, **more) as drawn:
            for page in drawn:
                said = [one for one in spans_of(page) if one["text"].strip() in steps]
                first = number(page, "110")
                if not said or first is None:
                    continue
                assert len(said) == len(steps)
                # All words of it on one ground, or in an outline; the number is below them.
                grounds = plaques(page)
                for one in said:
                    middle = pymupdf.Rect(one["bbox"])
                    inside = [
                        rect
                        for rect in grounds
                        if rect.contains(pymupdf.Point(middle.x0 + 2, middle.y0 + 6))
                    ]
                    assert inside or kind == "newspaper", (kind, one["text"])
                heights.append(first["size"])
                break
    assert len(heights) == 2, "it stands in both languages"
    assert heights[1] == pytest.approx(heights[0], rel=0.05)


def test_its_colour_is_that_of_no_audience() -> None:
    for look in LOOKS.values():
        for own in (None, {"rgb": "#8F1A1C", "cmyk": (25, 100, 95, 28)}):
            lockup = Lockup.model_validate({"colour": own})
            made = tones(look, lockup)
            assert made["rgb"]["lockup"] == lockup.tone.rgb
            assert made["cmyk"]["lockup"] == list(lockup.tone.cmyk)
            assert contrast(lockup.tone.rgb, look.paper.rgb) >= 4.5


@pytest.mark.parametrize("name", sorted(device_names(TEMPLATES)))
def test_a_device_keeps_to_its_grid_and_to_one_weight(renderer: SheetRenderer, name: str) -> None:
    with pages(renderer, "poster", action=["停一停"], devices=[name]) as drawn:
        page = drawn[0]
        below = [one for one in plaques(page) if one.y0 > 0.7 * page.rect.height]
        ground = min(below, key=lambda one: one.x0)
        lines = [
            shape
            for shape in page.get_drawings()
            if shape["width"] and ground.contains(shape["rect"]) and shape["fill"] is None
        ]
        assert lines
        weights = {round(shape["width"], 2) for shape in lines}
        assert len(weights) == 1
        [weight] = weights
        side = weight / 2.2 * 24
        box = pymupdf.Rect(lines[0]["rect"])
        for shape in lines:
            box |= shape["rect"]
        assert 0.7 * side < max(box.width, box.height) <= side - weight + 0.1


def test_what_forbids_is_crossed_and_what_is_unnamed_is_numbered(renderer: SheetRenderer) -> None:
    with pages(renderer, "poster", devices=[], action=["停一停", "查一查"]) as drawn:
        assert {"1", "2"} <= {one["text"].strip() for one in spans_of(drawn[0])}
    counted = []
    for form in ("list", "prohibitions"):
        with pages(renderer, "poster", action_form=form) as drawn:
            counted.append(sum(shape["fill"] is None for shape in drawn[0].get_drawings()))
    assert counted[1] == counted[0] + 6


def test_the_first_number_is_the_wanted_one_or_the_one_that_the_sentence_names() -> None:
    numbers: Any = [
        SimpleNamespace(number=number, name=name, keys=[number, name])
        for number, name in (("110", "police"), ("12315", "market"), ("1231", "other"))
    ]

    def first(wanted: str | None, sentence: str | list[str]) -> str:
        made = ranked(numbers, wanted, sentence)
        assert sorted(one.number for one in made) == ["110", "1231", "12315"]
        return made[0].number

    assert first(None, "先问家里人。") == "110"
    assert first(None, "先问家里人，再问12315。") == "12315"
    assert first(None, ["有危险打110，", "别的打12315。"]) == "110"
    assert first("market", "有危险打110。") == "12315"


def test_a_small_poster_says_less(renderer: SheetRenderer) -> None:
    signals = set(make_sheet("poster")["copy"]["signals"])
    for size, shown in (("A4", set()), ("A3", set()), ("A2", signals), ("A1", signals)):
        pdf = renderer.pdf(
            "poster", make_document("poster", make_sheet("poster"), size=size), MOMENT
        )
        with pymupdf.open(stream=pdf, filetype="pdf") as drawn:
            assert {one["text"].strip() for one in spans_of(drawn[0])} & signals == shown
