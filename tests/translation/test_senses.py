"""Equal words that mean different things, and half lines of different sentences, are told apart."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from sites import base_site

from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.translation import campaign_texts, parity, update_catalog

DAY = datetime.date(2026, 11, 24)
DEMO = "campaigns/demo/"
HEADLINE = "audience.materials.headline | "


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root: Path = base_site(tmp_path / "site")
    change(
        root, "communities.yml", "headline: [先别开门, 打个电话]", "headline: [先别开门, 停一停]"
    )
    return root


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / DEMO / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def translate(root: Path, **said: str) -> str:
    """Runs what the command does; said: translations to fill in, by text."""
    collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection
    [campaign] = collection.campaigns
    file = root / DEMO / "locale/en.po"
    before = file.read_text("utf-8") if file.is_file() else None
    texts = campaign_texts(collection, campaign, "en")
    made, _ = update_catalog(before, texts, "en", campaign.campaign.value.title, DAY)
    for text, translation in said.items():
        entry = f'msgid "{text}"\nmsgstr ""'
        assert entry in made
        made = made.replace(entry, f'msgid "{text}"\nmsgstr "{translation}"')
    file.parent.mkdir(exist_ok=True)
    file.write_text(made, "utf-8", newline="")
    return made


def set_sense(root: Path, sense: str, text: str, translation: str) -> None:
    file = root / DEMO / "locale/en.po"
    lines = file.read_text("utf-8").split("\n")
    at = next(
        number
        for number, line in enumerate(lines)
        if line == f'msgctxt "{sense}"' and lines[number + 1] == f'msgid "{text}"'
    )
    lines[at + 2] = f'msgstr "{translation}"'
    file.write_text("\n".join(lines), "utf-8", newline="")


def told(root: Path) -> tuple[list[str], list[str]]:
    """The steps, and the poster's headline, in English."""
    collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection
    [campaign] = collection.campaigns
    edition = localise(collection, campaign, "district", "en")
    [(_, material)] = edition.materials()
    return edition.campaign.action, material.headline  # type: ignore[attr-defined]


def test_a_word_of_two_senses_has_an_entry_for_each_and_a_half_line_names_the_whole(
    site: Path,
) -> None:
    made = translate(site)
    for sense in ("campaign.action", f"{HEADLINE}先别开门 / 停一停", "audience.steps.title"):
        assert f'msgctxt "{sense}"\nmsgid "停一停"\n' in made
    assert (
        '\nmsgid "先别开门"\n' in made
        and f'msgctxt "{HEADLINE}先别开门 / 停一停"\nmsgid "先' not in made
    )
    assert made.count("\n#. 整句 / the whole: 先别开门 / 停一停\n") == 2


def test_each_sense_is_told_as_it_is_translated(site: Path) -> None:
    translate(site)
    set_sense(site, "campaign.action", "停一停", "Stop")
    set_sense(site, f"{HEADLINE}先别开门 / 停一停", "停一停", "and wait")
    steps, headline = told(site)
    assert steps[0] == "Stop" and headline[1] == "and wait"
    assert translate(site) == translate(site)


def test_a_file_of_before_loses_nothing_and_is_used_as_it_is(site: Path) -> None:
    file = site / DEMO / "locale/en.po"
    file.parent.mkdir()
    file.write_text('# by hand\nmsgid "停一停"\nmsgstr "Stop"\n', "utf-8")
    steps, headline = told(site)
    assert steps[0] == headline[1] == "Stop"
    made = translate(site)
    assert made.count('msgid "停一停"\nmsgstr "Stop"') == 3 and made.count("# by hand") >= 3
    assert "#~" not in made


def test_senses_that_are_one_again_keep_what_was_said_of_each(site: Path) -> None:
    translate(site)
    set_sense(site, "campaign.action", "停一停", "Stop")
    set_sense(site, f"{HEADLINE}先别开门 / 停一停", "停一停", "and wait")
    change(site, "communities.yml", "停一停]", "打个电话]")
    change(site, "communities.yml", "title: 停一停", "title: 站一站")
    # Before it is brought up to date: the entry of its sense.
    assert told(site)[0][0] == "Stop"
    made = translate(site)
    assert '\nmsgid "停一停"\nmsgstr "Stop"' in made and 'msgstr "and wait"' in made
    assert '#~ msgstr "and wait"' in made and '#~ msgstr "Stop"' not in made
    assert told(site)[0][0] == "Stop"


def test_a_sense_that_nobody_has_translated_is_not_guessed(site: Path) -> None:
    translate(site)
    set_sense(site, "campaign.action", "停一停", "Stop")
    set_sense(site, "audience.steps.title", "停一停", "Wait a moment")
    assert told(site)[1][1] == "停一停"
    collection, _ = load_collection(read_settings(site / "mkdocs.yml"))
    assert collection
    [report] = parity(collection)
    assert report.total.translated == 2
