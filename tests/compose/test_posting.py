"""Where a sheet is to be posted: the kind's advice, unless its campaign or the sheet itself knows
better."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbill.compose.pages import compose_pages
from handbill.compose.part import Part
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.render.pages import PageRenderer
from handbill.resources import default_templates
from handbill.scaffold import new_site
from handbill.translation.extract import campaign_texts

ADVICE = """post:
  card:
    where: [Beside the telephone]
  letter:
    where: [By post to every household]
    avoid: [In shop windows]
"""
Load = Callable[[], Edition]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root, "en", "heat")
    return root


def _edition(root: Path, language: str | None = None) -> Edition:
    collection, problems = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection is not None, problems
    [campaign] = collection.campaigns
    place = campaign.campaign.value.default_place
    return localise(collection, campaign, place, language)


def _advise(root: Path) -> None:
    file = root / "campaigns/heat/campaign.yml"
    text = file.read_text("utf-8")
    assert text.count("post:\n") == 1
    file.write_text(text.replace("post:\n", ADVICE), "utf-8")
    older = root / "campaigns/heat/older-people.yml"
    text = older.read_text("utf-8")
    assert text.count("    id: older-card\n") == 1
    own = "    id: older-card\n    post: {avoid: [In letter boxes of holiday flats]}\n"
    older.write_text(text.replace("    id: older-card\n", own), "utf-8")


def _page(edition: Edition, material: str) -> str:
    [page] = [
        page
        for page in compose_pages(Part(edition, "", set()), {})
        if page.path == f"m/{material}/index.html"
    ]
    body = page.body
    return PageRenderer(default_templates()).render(page.path, body.template, body.data, None)


def test_the_sheet_goes_before_its_campaign_and_that_before_the_kind(site: Path) -> None:
    before = _edition(site)
    [card] = [one for _, one in before.materials() if one.id == "older-card"]
    kinds = [said.en for said in card.declared.post.avoid]
    assert before.posting(card)["avoid"] == kinds
    assert all(f"<dd>{line}</dd>" in _page(before, card.id) for line in kinds)
    _advise(site)
    edition = _edition(site)
    said = {one.id: edition.posting(one) for _, one in edition.materials()}
    assert said["older-card"] == {
        "where": ["Beside the telephone"],
        "avoid": ["In letter boxes of holiday flats"],
    }
    letter = next(one.id for _, one in edition.materials() if one.kind == "letter")
    assert said[letter] == {"where": ["By post to every household"], "avoid": ["In shop windows"]}
    page = _page(edition, card.id)
    assert "<dd>Beside the telephone</dd>" in page
    assert "<dd>In letter boxes of holiday flats</dd>" in page
    assert not [line for line in kinds if line in page]


def test_advice_is_translated_as_all_that_the_campaign_says(site: Path) -> None:
    _advise(site)
    collection, _ = load_collection(read_settings(site / "mkdocs.yml"))
    assert collection is not None
    listed = {one.text for one in campaign_texts(collection, collection.campaigns[0], "fr")}
    assert {"Beside the telephone", "In letter boxes of holiday flats"} <= listed
    catalog = site / "campaigns/heat/locale/fr.po"
    entry = '\nmsgid "Beside the telephone"\nmsgstr "Près du téléphone"\n'
    catalog.write_text(catalog.read_text("utf-8") + entry, "utf-8")
    french = _edition(site, "fr")
    [card] = [one for _, one in french.materials() if one.id == "older-card"]
    assert french.posting(card)["where"] == ["Près du téléphone"]
