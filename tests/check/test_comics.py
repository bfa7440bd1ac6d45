"""Strips: what their rules say beyond the fixtures, and how they are loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sites import apply, base_site, problems_of

from handbill.check.sources import reached
from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.problems import Problem

STRIP = "campaigns/demo/comics/first.yml"
COMIC = """materials:
  - id: demo-comic
    kind: comic
    title: 演示漫画
    sizes: [A4]
    use: 贴在宣传栏
    strips: [first]
"""
Run = Callable[..., list[Problem]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The base with a comic of its strip."""
    root = base_site(tmp_path / "site")
    apply(
        root,
        {"edit": [{"file": "campaigns/demo/communities.yml", "old": "materials:\n", "new": COMIC}]},
    )
    return root


@pytest.fixture
def found(site: Path) -> Run:
    """Problems of that site with edits (file, old, new)."""

    def run(*edits: tuple[str, str, str]) -> list[Problem]:
        apply(site, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
        return problems_of(site)

    return run


def test_a_good_strip_has_no_problem(found: Run) -> None:
    assert found() == []


def test_a_strip_is_loaded_checked_and_filled_in(site: Path) -> None:
    apply(
        site, {"edit": [{"file": STRIP, "old": "title: 先打电话", "new": "title: 在{place.name}"}]}
    )
    collection, problems = load_collection(read_settings(site / "mkdocs.yml"))
    assert collection is not None
    assert not problems
    (campaign,) = collection.campaigns
    (strip,) = campaign.comics
    assert strip.id == "first"
    assert strip.file == STRIP
    assert strip in list(campaign.files())
    assert strip in list(campaign.files(filled=True))
    edition = localise(collection, campaign, campaign.campaign.value.default_place)
    assert edition.strips["first"].title == f"在{edition.place.name}"


def test_a_broken_strip_is_not_missed_as_well(found: Run) -> None:
    assert {one.code for one in found((STRIP, "case: door", "csae: door"))} == {"E201"}


@pytest.mark.parametrize(
    ("known", "written", "meant"),
    [
        ("pose: explain", "pose: explan", "explain"),
        ("scene: doorway", "shot: closes\n    scene: doorway", "close"),
    ],
)
def test_a_name_that_is_not_drawn_is_refused(
    site: Path, known: str, written: str, meant: str
) -> None:
    text = (site / STRIP).read_text("utf-8")
    assert known in text
    (site / STRIP).write_text(text.replace(known, written, 1), "utf-8")
    problems = problems_of(site)
    assert {one.code for one in problems} == {"E214"}
    assert problems[0].details["suggestion"] == meant


def test_a_withdrawn_scenario_stops_the_comic(found: Run) -> None:
    problems = found(("campaigns/demo/cases/door.yml", "order: 1", "order: 1\nstatus: withdrawn"))
    assert ("E307", "campaigns/demo/communities.yml") in {
        (one.code, one.span.file) for one in problems if one.span
    }
    assert "E320" not in {one.code for one in problems}


def test_a_real_case_is_no_scenario(found: Run) -> None:
    codes = {one.code for one in found((STRIP, "case: door", "case: notice"))}
    assert codes == {"E321"}


def test_the_title_has_nine_characters(found: Run) -> None:
    (problem,) = found((STRIP, "title: 先打电话", "title: 一二三四五六七八九十"))
    assert (problem.code, problem.details["over"]) == ("E421", 1)


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh-CN", True), ("zh-Hant", True), ("ja", True), ("en", False), ("fr", False), ("ar", False)],
)
def test_the_drawing_measures_the_words_of_languages_in_letters(
    found: Run, language: str, told: bool
) -> None:
    long = (STRIP, "title: 先打电话", "title: 一二三四五六七八九十")
    tagged = ("campaigns/demo/campaign.yml", "version: 1.0", f"version: 1.0\nlanguage: {language}")
    assert ("E421" in {one.code for one in found(long, tagged)}) is told


def test_words_are_watched_like_all_copy(found: Run) -> None:
    assert found((STRIP, "title: 先打电话", "title: 先{place.nmae}"))[0].code == "E401"


def test_an_invented_story_names_no_real_document(site: Path) -> None:
    collection, _ = load_collection(read_settings(site / "mkdocs.yml"))
    assert collection is not None
    title = collection.campaigns[0].sources.value.sources[0].title
    text = (site / STRIP).read_text("utf-8").replace("alt: 王阿姨", f"alt: {title}。王阿姨")
    (site / STRIP).write_text(text, "utf-8")
    assert {(one.code, one.span.file) for one in problems_of(site) if one.span} == {("E310", STRIP)}


def test_a_claim_reaches_the_strip_that_quotes_it(site: Path) -> None:
    text = (site / STRIP).read_text("utf-8").replace("alt: 王阿姨", "alt: 写着{cite.C01}。王阿姨")
    (site / STRIP).write_text(text, "utf-8")
    collection, _ = load_collection(read_settings(site / "mkdocs.yml"))
    assert collection is not None
    assert any(
        "first" in one.en and one.en.startswith("strip")
        for one in reached(collection.campaigns[0], ("claim", "C01"))
    )
