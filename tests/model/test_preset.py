"""Presets name real sizes, and their budgets are those that `measure` asks for."""

from __future__ import annotations

import datetime
from collections import defaultdict
from pathlib import Path

import pytest

from handbill import road
from handbill.check.comics import words_with_budgets
from handbill.edition.localise import localise_all
from handbill.kinds import KINDS
from handbill.load.settings import read_settings
from handbill.load.templates import load_preset

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"


def test_every_budget_is_measured_and_all_that_is_measured_has_one() -> None:
    """Over the flagship, which has every kind."""
    checked = road.load_and_check(read_settings(ROOT / "mkdocs.yml"), datetime.date(2026, 11, 24))
    edition, _ = localise_all(checked.collection, checked.today)[0]
    measured: defaultdict[str, set[str]] = defaultdict(set)
    for _, material in edition.materials():
        measured[material.kind] |= {one.budget for one in KINDS[material.kind].measure(material)}
    for strip in edition.strips.values():
        measured["comic"] |= {budget for budget, _, _ in words_with_budgets(strip)}
    assert measured == {
        kind: {*preset.budgets, *(name for size in preset.sizes.values() for name in size.budgets)}
        for kind, preset in checked.presets.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_sizes_make_sense(kind: str) -> None:
    preset = load_preset(kind, TEMPLATES)
    for size in preset.sizes.values():
        assert size.safe * 2 < min(size.width, size.height)
        # Acrobat opens no page beyond 14,400 pt; pictures for screens become no PDF.
        assert preset.medium == "screen" or size.scale_is_right
        assert size.title.zh
        assert size.title.en
        assert not size.office or max(size.width, size.height) <= 420
    assert preset.post.where
    assert preset.post.avoid


@pytest.mark.parametrize(
    ("width", "scale", "right"),
    [
        (2400, 1.0, True),
        (2400, 0.1, False),
        (5060, 1.0, True),
        (5080, 1.0, False),
        (6000, 1.0, False),
        (6000, 0.1, True),
        (60_000, 0.1, False),
    ],
)
def test_only_what_is_too_long_for_acrobat_is_drawn_smaller(
    width: float, scale: float, right: bool
) -> None:
    size = load_preset("board", TEMPLATES).sizes["2400x1200"]
    assert size.scale == 1
    changed = size.model_copy(update={"width": width, "scale": scale, "bleed": 10.0})
    assert changed.scale_is_right == right


def test_a_size_may_have_its_own_budget() -> None:
    banner = load_preset("banner", TEMPLATES)
    short, long = (banner.budget("slogan", size) for size in ("6000x700", "10000x700"))
    assert short is not None
    assert long is not None
    assert short.characters < long.characters
    assert banner.budget("nothing") is None
