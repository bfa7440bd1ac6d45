"""Colours of a gradient, as its function tells them."""

from __future__ import annotations

import pikepdf

from handbill.press.preflight.paint import _ends


def test_a_gradient_that_names_no_colours_runs_from_nothing_to_all() -> None:
    """As ISO 32000 has it for a function of type 2."""
    assert _ends(pikepdf.Dictionary(FunctionType=2, N=1)) == [(0,), (1,)]


def test_of_several_gradients_all_ends_count() -> None:
    one = pikepdf.Dictionary(FunctionType=2, N=1, C0=pikepdf.Array([0.25, 0.5]))
    two = pikepdf.Dictionary(FunctionType=2, N=1, C1=pikepdf.Array([0.75, 1]))
    both = pikepdf.Dictionary(FunctionType=3, Functions=pikepdf.Array([one, two]))
    assert _ends(both) == [(0.25, 0.5), (1,), (0,), (0.75, 1)]


def test_what_is_worked_out_otherwise_tells_no_colour() -> None:
    assert _ends(None) == []
    assert _ends(pikepdf.Array([])) == []
    assert _ends(pikepdf.Dictionary(FunctionType=4)) == []
