"""Palettes: contrast by the WCAG formula, and ink that paper can take."""

from __future__ import annotations

import pytest

from handbill.load.templates import load_looks
from handbill.model.look import CONTRAST, MOST_INK, TONES, contrast

LOOKS = load_looks().by_name


@pytest.mark.parametrize("name", LOOKS)
def test_what_is_read_stands_out_in_grey_too(name: str) -> None:
    tones = LOOKS[name].rgb()
    for one, other, wanted in CONTRAST[LOOKS[name].suits]:
        assert contrast(tones[one], tones[other]) >= wanted, (one, other)


def test_only_banners_and_warning_signs_are_not_for_copy() -> None:
    assert {name: look.suits for name, look in LOOKS.items() if look.suits != "text"} == {
        "street": "large",
        "warning": "warning",
    }


@pytest.mark.parametrize("name", LOOKS)
def test_total_ink_is_what_paper_can_take(name: str) -> None:
    assert MOST_INK == 280
    for tone in TONES:
        assert sum(getattr(LOOKS[name], tone).cmyk) <= MOST_INK


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
