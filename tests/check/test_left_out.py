"""What a fault of one language leaves out, of all that can be wrong with a PO file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sites import TODAY, base_site

from handbill import cli, road
from handbill.compose.artifacts import Page
from handbill.load.settings import read_settings
from handbill.problems import Problem
from handbill.render.cache import RenderCache

LOCALE = "campaigns/demo/locale"
TELL = 'msgid "告诉{place.name}的派出所。"\nmsgstr "'
POSTER = 'msgid "演示海报"\nmsgstr "'


def syntax(text: str) -> bytes:
    return text.replace('msgstr "', "msgstr ", 1).encode()


def chinese_codepage(text: str) -> bytes:
    return text.encode("gb18030")


def another_programs_file(text: str) -> bytes:
    return b"\xd0\xcf\x11\xe0" + text.encode()


def duplicate(text: str) -> bytes:
    return (text + '\nmsgid "演示海报"\nmsgstr "Another"\n').encode()


def number(text: str) -> bytes:
    return text.replace(POSTER, f"{POSTER}119 ").encode()


def site(tmp_path: Path, **spoilt: Callable[[str], bytes]) -> Path:
    root: Path = base_site(tmp_path / "site")
    for language in ("fr", *spoilt):
        assert cli.main(["translate", language, "--pseudo", "-f", str(root / "mkdocs.yml")]) == 0
    for language, spoil in spoilt.items():
        file = root / LOCALE / f"{language}.po"
        file.write_bytes(spoil(file.read_text("utf-8")))
    return root


def test_each_is_told_at_its_line_and_all_other_languages_are_there(tmp_path: Path) -> None:
    root = site(
        tmp_path, pl=syntax, cs=chinese_codepage, hu=another_programs_file, nl=duplicate, eo=number
    )
    (root / LOCALE / "anhang.po").write_text('msgid "甲"\nmsgstr "A"\n', "utf-8")
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)
    found = {
        Path(one.span.file).stem: (one.code, one.cause) for one in checked.problems if one.span
    }
    assert found == {
        "pl": ("W642", "E150"),
        "cs": ("W642", "E103"),
        "hu": ("W642", "E103"),
        "anhang": ("W642", "E151"),
        "nl": ("W643", "E641"),
        "eo": ("W643", "E611"),
    }
    for one in checked.problems:
        assert one.span and one.details["language"] == Path(one.span.file).stem
        if one.code == "W643":
            line = (root / one.span.file).read_text("utf-8").split("\n")[one.span.line - 1]
            assert line.startswith("msg")
            assert "演示海报" in one.text("en")
    [campaign] = checked.collection.campaigns
    assert sorted(campaign.catalogs) == ["eo", "fr", "nl"]
    assert campaign.catalogs["nl"].get("演示海报") is None
    assert campaign.catalogs["eo"].get("演示海报") is None
    assert campaign.catalogs["fr"].get("演示海报")


def test_a_translation_without_a_placeholder_is_not_used(tmp_path: Path) -> None:
    root = base_site(tmp_path / "site")
    file = root / LOCALE / "en.po"
    file.parent.mkdir()
    file.write_text(f'{TELL}Tell the police."\n', "utf-8")
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)
    assert [(one.code, one.cause) for one in checked.problems if one.code != "W150"] == [
        ("W643", "E153")
    ]
    catalog = checked.collection.campaigns[0].catalogs["en"]
    assert catalog.get("告诉{place.name}的派出所。") is None and catalog.messages


def test_a_picture_of_a_page_is_left_out_and_the_page_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path)
    file = root / LOCALE / "fr.po"
    lead = 'msgid "遇到不明白的事，先问清楚。"\nmsgstr "'
    text = file.read_text("utf-8")
    assert text.count(lead) == 1
    file.write_text(text.replace(lead, f"{lead}🐉 "), "utf-8")
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)
    assert checked.problems == ()
    planned = road.plan(checked)
    left, artifacts = road.settle(checked, planned, RenderCache(tmp_path / "cache"))
    [problem] = left.problems
    assert (problem.code, problem.cause) == ("W641", "E702")
    assert problem.span and problem.span.file == f"{LOCALE}/fr.po"
    assert file.read_text("utf-8").split("\n")[problem.span.line - 1].startswith('msgstr "🐉')
    assert problem.details["leaves"] == ["social/home.png"] and "🐉" in problem.text("zh")
    paths = {one.path for one in artifacts}
    assert {one.path for one in planned} - paths == {"fr/social/home.png"}
    [home] = [one for one in artifacts if one.path == "fr/index.md"]
    assert isinstance(home.body, Page) and home.body.front_matter
    assert home.body.front_matter["preview"]["image"] == ""
    [original] = [one for one in artifacts if one.path == "index.md"]
    assert isinstance(original.body, Page) and original.body.front_matter
    assert original.body.front_matter["preview"]["image"].endswith("social/home.png")


def test_what_cannot_be_drawn_is_not_tried_again_until_it_changes(tmp_path: Path) -> None:
    root = site(tmp_path)
    file = root / LOCALE / "fr.po"
    sentence = 'msgid "不明白，先核实。"\nmsgstr "'
    text = file.read_text("utf-8")
    assert text.count(sentence) == 1
    file.write_text(text.replace(sentence, sentence + 90 * "word "), "utf-8")

    def settled() -> tuple[int, list[Problem]]:
        checked = road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)
        cache = RenderCache(tmp_path / "cache")
        left, artifacts = road.settle(checked, road.plan(checked), cache)
        assert not any(one.path.startswith("fr/m/demo-poster/demo") for one in artifacts)
        cache.drop_unused()
        return cache.drawn, list(left.problems)

    drawn, problems = settled()
    assert drawn and {(one.code, one.cause) for one in problems} == {("W641", "E707")}
    assert settled() == (0, problems)
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    again, same = settled()
    assert again and same == problems
    file.write_text(text, "utf-8")
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), TODAY)
    left, artifacts = road.settle(checked, road.plan(checked), RenderCache(tmp_path / "cache"))
    assert left.problems == ()
    assert any(one.path == "fr/m/demo-poster/demo-poster-A3.pdf" for one in artifacts)
