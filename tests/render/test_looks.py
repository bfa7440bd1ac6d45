"""Palettes: contrast by the WCAG formula, and ink that paper can take."""

from __future__ import annotations

import pytest
from sample_sheets import TEMPLATES

from handbill.load.templates import load_looks
from handbill.model.look import TONES

LOOKS = load_looks(TEMPLATES)
AUDIENCES = [name for name in LOOKS if name not in {"street", "warning"}]


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


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


def test_a_warning_sign_is_black_on_yellow() -> None:
    look = LOOKS["warning"].rgb()
    assert contrast(look["ink"], look["field"]) >= 12
    assert contrast(look["second"], look["dark"]) >= 12


@pytest.mark.parametrize("name", LOOKS)
def test_total_ink_is_at_most_280(name: str) -> None:
    for tone in TONES:
        assert sum(getattr(LOOKS[name], tone).cmyk) <= 280


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
