"""What a file says of text that runs from right to left is known as the text that was set."""

from __future__ import annotations

import pytest

from handbill.press.preflight.finished import is_part

IMPRINT = "أصدره____الإصدار1.0طُبع2026-11صالححتى2027-11-30"


@pytest.mark.parametrize("line", ["ُطُطببع", "صالح", "2026-11", "الإصدار"])
def test_a_line_of_the_imprint_is_known_however_its_letters_are_told(line: str) -> None:
    assert is_part(line, IMPRINT)


@pytest.mark.parametrize("line", ["اشربواالماء", "غرفةباردة", "2026-12", "printed"])
def test_another_line_is_not_taken_for_it(line: str) -> None:
    assert not is_part(line, IMPRINT)
