"""Declarations name real sizes, and budgets are those that `measure` asks for."""

from __future__ import annotations

import datetime
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sample_sheets import SAMPLES

from handbill import road
from handbill.check.comics import words_with_budgets
from handbill.edition.localise import localise_all
from handbill.kinds.reading import data, field_lines
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings

ROOT = Path(__file__).parents[2]
KINDS = load_kinds().by_name


def test_every_budget_is_measured_and_all_that_is_measured_has_one() -> None:
    """Over the flagship, which has every kind, and the samples, which have what it leaves out."""
    checked = road.load_and_check(read_settings(ROOT / "mkdocs.yml"), datetime.date(2026, 11, 24))
    edition, _ = localise_all(checked.collection, checked.today)[0]
    measured: defaultdict[str, set[str]] = defaultdict(set)
    for material in (*(one for _, one in edition.materials()), *SAMPLES.values()):
        measured[material.kind] |= {one.budget for one in material.declared.measure(material)}
    for strip in edition.strips.values():
        measured["comic"] |= {f"strips.{budget}" for budget, _, _ in words_with_budgets(strip)}
    assert measured == {
        name: set(kind.rooms) for name, kind in checked.collection.kinds.by_name.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_sizes_make_sense(kind: str) -> None:
    declared = KINDS[kind]
    for size in declared.sizes.values():
        assert size.safe * 2 < min(size.width, size.height)
        # Acrobat opens no page beyond 14,400 pt; pictures for screens become no PDF.
        assert declared.medium == "screen" or size.scale_is_right
        assert size.title.zh
        assert size.title.en
        assert not size.office or max(size.width, size.height) <= 420
    assert declared.post.where
    assert declared.post.avoid


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
    size = KINDS["board"].sizes["2400x1200"]
    assert size.scale == 1
    changed = size.model_copy(update={"width": width, "scale": scale, "bleed": 10.0})
    assert changed.scale_is_right == right


@pytest.mark.parametrize(
    ("kind", "blanks"), [("social", 0), ("pledge", 0), ("form", 0), ("poster", 1)]
)
def test_room_to_write_a_number_is_left_where_somebody_writes(kind: str, blanks: int) -> None:
    """Not on screens, nor where an office beside signatures reads as one that signs."""

    def contacts(roles: list[str]) -> list[dict[str, str | None]]:
        return [{"label": one, "number": "027" if one == "known" else None} for one in roles]

    voice: Any = SimpleNamespace(contacts=contacts, contact_lines=lambda roles: roles)
    fields = {"contacts": KINDS[kind].fields["contacts"]}
    record = SimpleNamespace(contacts=["unknown", "known"])
    shown = ["unknown", "known"] if blanks else ["known"]
    made = data(KINDS[kind], fields, record, voice)["contacts"]
    assert [one["label"] for one in made] == shown
    assert field_lines(KINDS[kind], "contacts", fields, record, voice) == shown


def test_a_size_may_have_its_own_budget() -> None:
    banner = KINDS["banner"]
    short, long = (banner.budget("slogan", size) for size in ("6000x700", "10000x700"))
    assert short is not None
    assert long is not None
    assert short.characters < long.characters
    assert banner.budget("nothing") is None
