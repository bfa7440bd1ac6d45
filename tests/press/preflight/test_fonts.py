"""Glyphs that a font does not have: how a code of the text leads to one."""

from __future__ import annotations

import pytest

from handbill.press.preflight.fonts import _glyph

MAP = bytes([0, 0, 0, 7, 1, 2])
"""Of three codes: no glyph, the 7th, the 258th."""


@pytest.mark.parametrize(
    ("code", "glyph"), [(b"\0\0", 0), (b"\0\1", 7), (b"\0\2", 258), (b"\0\3", 3), (b"\1\0", 256)]
)
def test_a_code_is_looked_up_as_far_as_the_map_goes(code: bytes, glyph: int) -> None:
    assert _glyph(code, MAP) == glyph


def test_without_a_map_a_code_is_its_glyph() -> None:
    assert _glyph(b"\1\2", None) == 258
