"""Comics as data: what sheet.typ reads, and the story in words."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from handbill.kinds.comic import drawn
from handbill.load.kinds import load_kinds
from handbill.load.templates import picture_names
from handbill.model.strip import Strip
from handbill.words import words

NOTICE = "情景案例（虚构）。人物均为虚构。"


@pytest.fixture
def strip() -> Strip:
    person = {"hair": "short", "top_tone": "white"}
    panel = {
        "caption": ["他收到一条短信，", "先问了妈妈。"],
        "alt": "他拿着手机。",
        "scene": "home",
        "figures": [{"who": "小林", "at": 20}, {"who": "妈妈", "at": 80}],
        "balloons": [
            {"who": "小林", "lines": ["妈，书", "带了吗？"], "message": True},
            {"who": "妈妈", "lines": ["你在哪？"]},
        ],
    }
    return Strip.model_validate(
        {
            "title": "一条短信",
            "case": "door",
            "panels": [panel] * 4,
            "cast": {"小林": person, "妈妈": {**person, "hair": "bun"}},
        }
    )


def edition(strip: Strip) -> Any:
    return SimpleNamespace(
        strips={"one": strip},
        language="zh-CN",
        words=words("zh-CN"),
        action_lines=lambda: ["停一停。"],
        contacts=lambda roles: [],
        contact_lines=lambda roles: [],
        campaign=SimpleNamespace(fiction_notice=NOTICE),
    )


COMIC = load_kinds().by_name["comic"]


def comic(**more: Any) -> Any:
    return COMIC.model(
        kind="comic", id="c", title="漫画", sizes=["A4"], use="贴", strips=["one"], **more
    )


def test_the_transcript_tells_the_story(strip: Strip) -> None:
    told = COMIC.transcript_of(comic(), edition(strip))
    assert told[:5] == [
        "一条短信",
        "起：他收到一条短信，先问了妈妈。",
        "（画面：他拿着手机。）",
        "小林（短信）：妈，书带了吗？",
        "妈妈：你在哪？",
    ]
    assert [line[0] for line in told if line[1:2] == "："] == list("起承转合")
    assert told[-2:] == [NOTICE, "停一停。"]


def test_only_who_speaks_aloud_opens_the_mouth(strip: Strip) -> None:
    first = drawn("one", strip, words("zh-CN"))["panels"][0]
    assert [figure["speaking"] for figure in first["figures"]] == [False, True]
    assert [panel["beat"] for panel in drawn("one", strip, words("zh-CN"))["panels"]] == list(
        "起承转合"
    )


def test_the_copy_is_fiction_and_plain_data(strip: Strip) -> None:
    copy = COMIC.data(comic(headline="两个故事"), edition(strip))
    assert copy["fiction_notice"] == NOTICE
    assert copy["fiction"] == "情景案例（虚构）"
    assert copy["headline"] == "两个故事"
    assert json.loads(json.dumps(copy)) == copy


def test_parts_of_comics_are_no_pictures_of_posters() -> None:
    templates = Path(__file__).parents[2] / "templates"
    parts = {file.stem for file in (templates / "art/comic").glob("*.typ")}
    assert {"figure", "torso", "props"} <= parts
    assert not parts & picture_names(templates)
