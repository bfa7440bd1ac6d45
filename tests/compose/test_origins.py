"""What does not fit is told where it stands: in the YAML, or in the PO file of its language."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbill.compose.artifacts import Artifact, Static
from handbill.compose.origins import Origin
from handbill.edition.localise import localise
from handbill.load.collection import Collection
from handbill.load.settings import read_settings
from handbill.load.site import load_site
from handbill.problems import Problem, Span
from handbill.render.placed import placed

ROOT = Path(__file__).resolve().parents[2]
WHERE = [
    ("parents-letter", "slip-statement", "statement: "),
    ("parents-letter", "heading", "heading: "),
    ("communities-poster", "sentence", "sentence: "),
    ("communities-poster", "action", "停一停"),
    ("communities-poster", "qr-caption", "qr_caption: "),
    ("communities-comic", "caption", ""),
]


@pytest.fixture(scope="module")
def flagship() -> Collection:
    collection = load_site(read_settings(ROOT / "mkdocs.yml")).collection
    assert collection
    return collection


def origin(collection: Collection, material: str, language: str | None = None) -> Origin:
    [campaign] = collection.campaigns
    place = campaign.campaign.value.default_place
    return Origin(localise(collection, campaign, place, language), material)


def line_of(span: Span) -> str:
    return (ROOT / span.file).read_text("utf-8").splitlines()[span.line - 1]


@pytest.mark.parametrize(("material", "block", "text"), WHERE)
def test_a_block_is_found_in_the_yaml(
    flagship: Collection, material: str, block: str, text: str
) -> None:
    span = origin(flagship, material).of_block(block)
    assert span and span.file.endswith(".yml")
    assert text in line_of(span)


@pytest.mark.parametrize(("material", "block"), [one[:2] for one in WHERE[:-1]])
def test_a_block_of_a_translation_is_found_in_its_file(
    flagship: Collection, material: str, block: str
) -> None:
    span = origin(flagship, material, "en").of_block(block)
    assert span and span.file.endswith("/locale/en.po")
    assert line_of(span).startswith("msgstr ")


def test_numbers_are_told_at_the_longest_of_them(flagship: Collection) -> None:
    span = origin(flagship, "communities-poster").of_block("numbers")
    assert span and span.file.endswith("/campaign.yml")
    assert line_of(span).strip().removeprefix("- ").startswith("number: ")


def test_a_block_of_no_field_is_told_at_the_material_or_in_the_file_of_the_language(
    flagship: Collection,
) -> None:
    at = Span("campaigns/x/communities.yml", 7, 3, 9)
    artifact = Artifact(
        "m.pdf", Static(b""), at, origin=origin(flagship, "communities-poster", "en")
    )
    faults = [
        Problem("E707", None, sheet="communities-poster", block="nowhere", needed=2.0, room=1.0),
        Problem("E707", None, sheet="communities-poster", block="signal", needed=9.0, room=1.0),
        Problem("E707", None, sheet="communities-poster", block="signal", needed=8.0, room=1.0),
    ]
    first, second, other = placed(faults, artifact)
    assert other.span == Span("campaigns/anti-pyramid-selling/locale/en.po")
    ours = Artifact("m.pdf", Static(b""), at, origin=origin(flagship, "communities-poster"))
    assert [one.span for one in placed(faults[:1], ours)] == [at]
    assert first.span and second.span and first.span != second.span
    assert len(line_of(first.span)) >= len(line_of(second.span))
    assert "communities-poster (en)" in first.text("en")
    assert "communities-poster（en）" in first.text("zh")


@pytest.mark.parametrize(
    ("details", "text"),
    [
        ({"block": "contacts"}, "station"),
        ({"block": "imprint"}, ""),
        ({"character": "£"}, ""),
        ({"character": ["W"]}, "W"),
    ],
)
def test_what_no_field_says_is_told_in_the_file_of_the_translation(
    flagship: Collection, details: dict[str, object], text: str
) -> None:
    one = origin(flagship, "communities-poster", "en")
    artifact = Artifact("x.pdf", Static(b""), Span("campaigns/x.yml"), origin=one)
    [problem] = placed([Problem("E707", None, **details)], artifact)
    assert problem.span and problem.span.file.endswith("/locale/en.po")
    assert text in line_of(problem.span)
    ours = Artifact("x.pdf", Static(b""), Span("campaigns/x.yml"))
    [problem] = placed([Problem("E707", None, **details)], ours)
    assert problem.span == Span("campaigns/x.yml")
