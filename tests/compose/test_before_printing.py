"""What a person should open before printing: everything of marks B and C, where, what for, and what
rests on it; and neither notes of editors nor the address of a copy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbill.compose.before_printing import PATH, before_printing_pages, to_open
from handbill.compose.part import Part
from handbill.compose.trace import trace
from handbill.edition.localise import localise_all
from handbill.load.collection import Collection
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.render.pages import PageRenderer

ROOT = Path(__file__).parents[2]
FACTS_NAME = {"flk.npc.gov.cn", "gov.cn", "samr.gov.cn", "court.gov.cn"}
"""The official sites that the facts of the flagship name."""


@pytest.fixture(scope="module")
def collection() -> Collection:
    found, problems = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert found and not problems
    return found


@pytest.fixture(scope="module")
def parts(collection: Collection) -> list[Part]:
    """The flagship in each of its languages."""
    return [Part(edition, "", ()) for edition, _ in localise_all(collection, None)]


def test_everything_that_was_not_read_in_the_text_is_on_it(parts: list[Part]) -> None:
    for part in parts:
        edition = part.edition
        found = {item.name for one in to_open(part) for item in one.items}
        expected = {("claim", name) for name, one in edition.claims.items() if one.mark != "A"}
        expected |= {
            ("source", name)
            for name, one in edition.sources.items()
            if one.mark != "A" or one.status == "under_revision"
        }
        expected |= {
            ("case", name)
            for name, one in edition.cases.items()
            if getattr(one, "mark", "A") != "A"
        }
        assert found == expected and len(found) > 20


def test_a_sheet_that_prints_a_claim_is_listed_with_it(
    collection: Collection, parts: list[Part]
) -> None:
    [part] = [one for one in parts if one.edition.is_original]
    listed = {
        (item.name[1], sheet.href)
        for one in to_open(part)
        for item in one.items
        for sheet in item.sheets
    }
    told = 0
    for material in ("law-board", "landlords-poster", "communities-letter"):
        [one] = trace(collection, material)
        for name, claim in one.claims.items():
            if claim.mark != "A":
                told += 1
                assert (name, f"m/{material}/") in listed
            if part.edition.sources[claim.source].mark != "A":
                assert (claim.source, f"m/{material}/") in listed
    assert told


def test_a_document_has_every_sheet_of_what_rests_on_it(parts: list[Part]) -> None:
    for part in parts:
        for one in to_open(part):
            first = one.items[0]
            if first.name == ("source", one.id):
                assert set(one.sheets) == set(first.sheets), one.id


def test_it_names_official_places_alone(parts: list[Part]) -> None:
    for part in parts:
        sites = {one.source.open_at.site for one in to_open(part) if one.source.open_at}
        assert sites == FACTS_NAME


def test_it_publishes_no_note_of_editors_and_links_to_no_other_site(parts: list[Part]) -> None:
    renderer = PageRenderer(ROOT / "templates")
    for part in parts:
        [page] = before_printing_pages(part)
        assert page.path == part.prefix + PATH and page.body.unlisted
        text = renderer.render(
            page.path, page.body.template, page.body.data, page.body.front_matter
        )
        assert not re.search('href="(https?:|//)', text)
        edition = part.edition
        notes = [one.editor_note for one in (*edition.claims.values(), *edition.sources.values())]
        notes += [getattr(one, "editor_note", None) for one in edition.cases.values()]
        assert any(notes)
        for note in filter(None, notes):
            assert note not in text
        for one in to_open(part):
            assert f'id="{one.id}"' in text
            assert all(item.text in text for item in one.items if item.name[0] == "case")
