"""Presets name real sizes, and their budgets are those that `measure` asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.kinds import KINDS
from handbill.load.templates import load_preset

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize("kind", KINDS)
def test_sizes_make_sense(kind: str) -> None:
    preset = load_preset(kind, TEMPLATES)
    for size in preset.sizes.values():
        assert size.safe * 2 < min(size.width, size.height)
        # Acrobat opens no page beyond 14,400 pt; pictures for screens become no PDF.
        assert preset.medium == "screen" or max(size.width, size.height) * size.scale < 5080
        assert size.title.zh
        assert size.title.en
        assert not size.office or max(size.width, size.height) <= 420
    assert preset.post.where
    assert preset.post.avoid


def test_a_size_may_have_its_own_budget() -> None:
    banner = load_preset("banner", TEMPLATES)
    short, long = (banner.budget("slogan", size) for size in ("6000x700", "10000x700"))
    assert short is not None
    assert long is not None
    assert short.characters < long.characters
    assert banner.budget("nothing") is None
