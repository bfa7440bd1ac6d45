"""The generator's own words in PO files: in Chinese for those who translate from Chinese, else in
English."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from handbill.load.collection import Collection
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.scaffold import new_site
from handbill.translation import campaign_texts, update_catalog
from handbill.words import ROOMS, to_translate

HAN = re.compile("[\u3400-\u9fff]")


def _site(root: Path, starter: str) -> Collection:
    new_site(root, "en" if starter == "heat" else "zh", starter)
    collection, problems = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection is not None, problems
    return collection


def _updated(collection: Collection, before: str | None, language: str = "fr") -> str:
    [campaign] = collection.campaigns
    facts = campaign.campaign.value
    texts = campaign_texts(collection, campaign, language)
    return update_catalog(before, texts, language, facts.title, facts.issued)[0]


def _own(made: str) -> dict[str, tuple[str, str]]:
    """Context → text and translation of the generator's own words."""
    catalog: Catalog = read_po(io.StringIO(made))
    return {
        str(one.context): (str(one.id), "" if one.fuzzy else str(one.string))
        for one in catalog
        if one.id and str(one.context).startswith(("site:", "sheet:"))
    }


@pytest.mark.parametrize(("starter", "column"), [("heat", 1), ("job-seeking", 0)])
def test_they_stand_in_the_language_that_is_translated_from(
    tmp_path: Path, starter: str, column: int
) -> None:
    made = _updated(_site(tmp_path / "site", starter), None)
    own = _own(made)
    assert len(own) > 400
    wanted = {context: texts for context, *texts in to_translate("fr")}
    assert all(text == wanted[context][column] for context, (text, _) in own.items())
    assert any(HAN.search(text) for text, _ in own.values()) == (column == 0)
    assert made.count("#. English: ") == (len(own) if column == 0 else 0)


def test_a_file_with_chinese_words_keeps_what_was_translated(tmp_path: Path) -> None:
    collection = _site(tmp_path / "site", "heat")
    before = _updated(collection, None)
    for room, name, french in (("site", "skip", "Aller au contenu"), ("sheet", "specimen", "X")):
        chinese, english = ROOMS[room][name]  # type: ignore[index]
        new = f'msgctxt "{room}:{name}"\nmsgid "{english}"\nmsgstr ""\n'
        assert before.count(new) == 1
        old = f'msgctxt "{room}:{name}"\nmsgid "{chinese}"\nmsgstr "{french}"\n'
        before = before.replace(new, old)
    after = _updated(collection, before)
    own = _own(after)
    assert own["site:skip"] == ("Skip to content", "Aller au contenu")
    assert own["sheet:specimen"][1] == "X"
    assert not any(HAN.search(text) for text, _ in own.values())
    assert "跳到正文" not in after  # nor is it commented out at the end
    assert _updated(collection, after) == after


def test_the_starters_own_translation_is_in_english() -> None:
    collection_file = Path(__file__).parents[2] / "src/handbill/starter/heat/campaigns/heat/locale"
    own = _own((collection_file / "fr.po").read_text("utf-8"))
    wanted = {context: english for context, _, english in to_translate("fr")}
    assert own
    assert {context: text for context, (text, _) in own.items()} == {
        context: wanted[context] for context in own
    }
