"""Strips: the closed lists of the schema are the names that the templates draw."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import typst

from handbill.model.strip import Panel, Person, Prop, StripFigure
from handbill.render.fonts import load_fonts

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
VOCABULARY = ROOT / "tools" / "vocabulary.typ"
"""Holds the tables of the drawings as metadata."""
FIELDS: dict[str, type[Any]] = {
    "hair": Person,
    "top": Person,
    "bottom": Person,
    "bag": Person,
    "aid": Person,
    "sex": Person,
    "skin": Person,
    "top_tone": Person,
    "pose": StripFigure,
    "face": StripFigure,
    "near_hand": StripFigure,
    "near": StripFigure,
    "look": StripFigure,
    "near_holds": StripFigure,
    "distance": StripFigure,
    "scene": Panel,
    "ground": Panel,
    "shot": Panel,
    "props": Prop,
}


def names_of(hint: Any) -> set[str]:
    """The names of a Literal, with or without None beside it."""
    found = set()
    for one in get_args(hint):
        found |= {one} if isinstance(one, str) else names_of(one)
    return found


@pytest.fixture(scope="module")
def drawn() -> dict[str, list[str]]:
    found = typst.query(
        VOCABULARY.read_bytes(),
        "<comic-vocabulary>",
        field="value",
        one=True,
        root=str(TEMPLATES),
        font_paths=load_fonts(None),
    )
    names: dict[str, list[str]] = json.loads(found)
    return names


@pytest.mark.parametrize("field", FIELDS)
def test_what_can_be_written_can_be_drawn(field: str, drawn: dict[str, list[str]]) -> None:
    hints = get_type_hints(FIELDS[field], include_extras=True)
    assert names_of(hints["name" if field == "props" else field]) == set(drawn[field])


def test_every_list_is_held_to_the_drawings(drawn: dict[str, list[str]]) -> None:
    assert set(drawn) == set(FIELDS)
