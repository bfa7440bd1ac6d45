"""A file of a campaign is a row and a model: all else that is done with files follows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest
from sites import TODAY, base_site, problems_of

import field_tables
from handbill.check.sources import reached
from handbill.compose.mentions import mentions_of_claims
from handbill.compose.part import Part
from handbill.editing.admin_config import admin_config
from handbill.editing.files import format_files, modeline, schema_of
from handbill.editing.schema import schemas
from handbill.edition.localise import EveryPlace, localise
from handbill.load import files, folders
from handbill.load.collection import Collection
from handbill.load.folders import load_collection
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings
from handbill.load.sourced import Sourced
from handbill.model.text import Date, Identifier, Line, Model, Untranslated, described
from handbill.problems import Span
from handbill.translation.extract import campaign_texts

NAME = "campaigns/demo/timeline.yml"
TEXT = """# yaml-language-server: $schema=../schema/timeline.json
title: 在{place.name}的经过
events:
  - on: 2019-05-06
    text: 通知下发：{claim.C01}。
    claims: [C01]
"""


class Event(Model):
    """A day of a time line."""

    on: Date = described("日期", "Day")
    text: Line = described("发生了什么", "What happened")
    claims: list[Identifier] = described("依据", "Claims", default_factory=list)


class TimelineFile(Model):
    """timeline.yml"""

    title: Line = described("标题", "Title")
    events: list[Event] = described("经过", "Events", min_length=1)


@dataclass(frozen=True)
class Campaign(files.Campaign):
    timeline: Annotated[
        Sourced[TimelineFile] | None, files.FileType("经过", "Time line", "cases")
    ] = None

    __hash__ = files.Campaign.__hash__


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site in which campaigns have time lines."""
    monkeypatch.setattr(folders, "Campaign", Campaign)
    row = next(one for one in files.file_types(Campaign) if one.name == "timeline")
    monkeypatch.setitem(files.FILES, "timeline", row)
    site = base_site(tmp_path / "site")
    (site / NAME).write_text(TEXT, "utf-8")
    return site


def loaded(root: Path) -> tuple[Collection, Campaign]:
    collection, problems = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection is not None, problems
    [campaign] = collection.campaigns
    assert isinstance(campaign, Campaign)
    return collection, campaign


def codes(root: Path) -> dict[str, Span | None]:
    return {one.code: one.span for one in problems_of(root)}


def test_it_is_loaded_and_every_value_has_its_place(root: Path) -> None:
    _, campaign = loaded(root)
    assert campaign.timeline is not None
    assert campaign.timeline.value.events[0].on.year == 2019
    assert campaign.timeline.span("events", 0, "text") == Span(NAME, 5, 11, 28)
    assert codes(root) == {}


def test_a_campaign_need_not_have_one(root: Path) -> None:
    (root / NAME).unlink()
    assert loaded(root)[1].timeline is None


def test_what_is_wrong_in_it_is_told(root: Path) -> None:
    for old, new, code, line in (
        ("title:", "titel:", "E201", 2),
        ("2019-05-06", "六号", "E210", 4),
        ("place.name", "place.nmae", "E401", 2),
    ):
        (root / NAME).write_text(TEXT.replace(old, new), "utf-8")
        span = codes(root)[code]
        assert span and (span.file, span.line) == (NAME, line)


def test_its_field_in_another_file_is_led_to_it(root: Path) -> None:
    file = root / "campaigns/demo/quiz.yml"
    file.write_text(file.read_text("utf-8") + "events: []\n", "utf-8")
    [problem] = [one for one in problems_of(root) if one.code == "E201"]
    assert "events is a field of timeline.yml" in problem.text("en") + problem.help("en")


def test_it_has_a_schema_a_form_and_a_canonical_form(root: Path) -> None:
    settings = read_settings(root / "mkdocs.yml")
    assert set(schemas(load_kinds(settings))["timeline"]["properties"]) == {"title", "events"}
    path = root / NAME
    assert schema_of(path, settings.campaigns_dir) == "timeline"
    assert modeline(path, settings.campaigns_dir) == TEXT.splitlines()[0]
    [formatted] = format_files(settings, [path])
    assert (formatted.text, formatted.problems) == (TEXT, ())
    config = json.dumps(admin_config(loaded(root)[0], None), ensure_ascii=False)
    assert f'"label": "经过", "file": "{NAME}"' in config


def test_it_is_translated_and_filled_in(root: Path) -> None:
    (root / "campaigns/demo/locale").mkdir()
    (root / "campaigns/demo/locale/en.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "在{place.name}的经过"\nmsgstr "What happened in {place.name}"\n',
        "utf-8",
    )
    collection, campaign = loaded(root)
    [text] = [one for one in campaign_texts(collection, campaign, "en") if "经过" in one.text]
    assert (text.group, text.places) == ("cases", [(NAME, 2)])
    place = campaign.campaign.value.default_place
    english = localise(collection, campaign, place, "en")
    assert isinstance(english.files, Campaign) and english.files.timeline
    told = english.files.timeline.value
    assert told.title == f"What happened in {english.place.name}"
    assert isinstance(told.events[0].text, Untranslated) and "{" not in told.events[0].text
    for edition in EveryPlace(english, collection):
        assert isinstance(edition.files, Campaign) and edition.files.timeline


def test_what_it_says_rests_on_claims(root: Path) -> None:
    collection, campaign = loaded(root)
    names = [one.en for one in reached(campaign, ("claim", "C01"))]
    assert f"page timeline ({NAME}:1)" in names or f"page timeline ({NAME}:2)" in names
    edition = localise(collection, campaign, campaign.campaign.value.default_place, None, TODAY)
    [mention] = [
        one for one in mentions_of_claims(Part(edition, "", ()))["C01"] if one.sort == "page"
    ]
    assert mention.href == "timeline/" and edition.place.name in mention.title


def test_the_guide_lists_it(root: Path) -> None:
    field_tables._nested.cache_clear()
    assert "`timeline.yml`" in field_tables.files() and "Time line" in field_tables.files()
    assert "| `events` |" in field_tables.fields(files.FILES["timeline"])
    field_tables._nested.cache_clear()
