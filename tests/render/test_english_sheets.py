"""English sheets of the flagship: every material that is whole in English draws in all its sizes, and
holds no Chinese, neither on the sheet nor in its transcript."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from sample_sheets import KINDS

from handbill import road
from handbill.compose.artifacts import Artifact, Sheet
from handbill.compose.sheets import sheet
from handbill.edition.edition import Audience, Edition
from handbill.edition.localise import localise
from handbill.kinds.base import MaterialBase
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.load.templates import load_looks
from handbill.problems import ProblemsFound
from handbill.render.cache import RenderCache

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 24)
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff01-\uff65]")
"""Han characters and full-width marks. Names of places and offices are translated too."""
NAMES = ("slug", "id", "picture", "kind", "lang", "look", "qr")
"""What a sheet holds besides words."""


@cache
def english() -> Edition:
    """The flagship's English edition at its default place."""
    collection, _ = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert collection
    campaign = next(one for one in collection.campaigns if "en" in one.catalogs)
    return localise(collection, campaign, campaign.campaign.value.default_place, "en", DAY)


@cache
def whole() -> tuple[tuple[Audience, MaterialBase], ...]:
    """The materials that can be made in English."""
    edition = english()
    return tuple(pair for pair in edition.materials() if edition.has(*pair))


def drawn(audience: Audience, material: MaterialBase) -> dict[str, Any]:
    return sheet(english(), audience, material, load_looks().by_name)


def words(value: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (
            one for name, inner in value.items() if name not in NAMES for one in words(inner)
        )
    elif isinstance(value, list | tuple):
        yield from (one for inner in value for one in words(inner))


def test_what_is_put_up_is_in_english() -> None:
    kinds = {material.kind for _, material in whole()}
    assert {"poster", "sign", "banner", "notice", "card", "letter"} <= kinds


def test_every_english_sheet_fits_in_all_its_sizes(flagship: Path) -> None:
    """What the build of the flagship has kept as drawn fits; what it has not is drawn here."""
    checked = road.load_and_check(read_settings(ROOT / "mkdocs.yml"), DAY)
    cache = RenderCache(flagship / "build/cache")
    renderer = road.renderer(checked, cache)
    planned: dict[tuple[str, str], Artifact] = {}
    for artifact in road.plan(checked):
        if isinstance(artifact.body, Sheet) and artifact.path.startswith("en/m/"):
            data = artifact.body.data
            planned.setdefault((data["sheets"][0]["id"], data["size"]["name"]), artifact)
    refused = []
    for _, material in whole():
        for name in material.sizes:
            artifact = planned[material.id, name]
            if not cache.has(renderer._key(artifact)):
                try:
                    assert renderer.draw(artifact.body)
                except ProblemsFound as problems:
                    refused += [(material.id, name, one.text("en")) for one in problems.problems]
    assert not refused


def test_lines_of_roll_ups_stand_apart(flagship: Path) -> None:
    """Where a stand is short for its width, and the row of the place takes its part, too."""
    close, sizes = [], 0
    for file in sorted((flagship / "site/en/m").glob("*-rollup/*[0-9].pdf")):
        sizes += 1
        with pymupdf.open(file) as opened:
            lines = [
                (span["text"], span["size"], *span["origin"], span["bbox"][2])
                for block in opened[0].get_text("dict")["blocks"]
                for line in block.get("lines", [])
                for span in line["spans"]
                if line["dir"] == (1, 0) and span["text"].strip()
            ]
        for (one, size, left, at, right), (other, _, other_left, other_at, other_right) in (
            (one, other) for one, other in combinations(lines, 2) if abs(one[1] - other[1]) < 0.1
        ):
            apart = abs(at - other_at) / size
            if 0.05 < apart < 0.95 and left < other_right and other_left < right:
                close.append((file.name, one, other))
    assert close == [] and sizes >= 12


def test_every_material_of_the_flagship_is_whole_in_english() -> None:
    assert [one.id for _, one in whole()] == [one.id for _, one in english().materials()]


def test_no_chinese_stands_on_an_english_sheet() -> None:
    found = [
        (material.id, text)
        for audience, material in whole()
        for text in words(drawn(audience, material))
        if CHINESE.search(text)
    ]
    assert not found


def test_no_chinese_stands_in_an_english_transcript() -> None:
    edition = english()
    found = []
    for _, material in whole():
        kind = KINDS[material.kind]
        lines = [*kind.transcript_of(material, edition), kind.plain(material, edition) or ""]
        found += [(material.id, line) for line in lines if CHINESE.search(line)]
    assert not found


@pytest.mark.parametrize("mark", [".,", "?,", "..", "?.", "!."])
def test_a_headline_with_marks_of_its_own_gets_no_second_ones(mark: str) -> None:
    edition = english()
    for _, material in whole():
        first, *_ = KINDS[material.kind].transcript_of(material, edition)
        assert mark not in first, material.id
