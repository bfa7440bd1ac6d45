"""Palettes: contrast by the WCAG formula, and ink that paper can take."""

from __future__ import annotations

import pytest

from handbill.render.looks import TONES, contrast, load_looks

from .conftest import TEMPLATES

LOOKS = load_looks(TEMPLATES)
AUDIENCES = [name for name in LOOKS if name != "street"]


@pytest.mark.parametrize("name", AUDIENCES)
def test_text_stands_out_in_grey_too(name: str) -> None:
    look = LOOKS[name].rgb()
    assert contrast(look["paper"], look["field"]) >= 7.5
    assert contrast(look["ink"], look["second"]) >= 8
    assert contrast(look["ink"], look["paper"]) >= 12
    # Headlines in the second colour: large characters.
    assert contrast(look["second"], look["field"]) >= 4.5
    assert contrast(look["red"], look["paper"]) >= 4.5


def test_a_banner_is_for_large_characters() -> None:
    look = LOOKS["street"].rgb()
    assert contrast(look["paper"], look["field"]) >= 6
    assert contrast(look["second"], look["field"]) >= 4.5


@pytest.mark.parametrize("name", LOOKS)
def test_total_ink_is_at_most_280(name: str) -> None:
    for tone in TONES:
        assert sum(getattr(LOOKS[name], tone).cmyk) <= 280


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
