"""Characters without a glyph are told before a sheet is drawn: all, where they stand, in every
language; those of texts that no sheet shows are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import base_site, problems_of

from handbill import cli
from handbill.problems import Problem

DEMO = "campaigns/demo/"


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8", newline="")


def found(root: Path, code: str = "E702") -> list[Problem]:
    return [one for one in problems_of(root) if one.cause == code]


def test_all_are_told_at_their_place_in_one_run(tmp_path: Path) -> None:
    root = base_site(tmp_path / "site")
    change(root, f"{DEMO}communities.yml", "signals: [要交钱", "signals: [🐉要交🐲钱")
    change(root, f"{DEMO}communities.yml", "sentence: 不明白", "sentence: 不明🀄白")
    change(root, "campaigns/places/places.yml", "publisher: 演示", "publisher: 演🐯示")
    said = {str(one.details["sheet"]): one for one in found(root)}
    signals, sentence, place = found(root)
    if "🀄" in signals.text("en"):
        signals, sentence = sentence, signals
    assert "🐉、🐲" in signals.text("zh") and "U+1F409, U+1F432" in signals.text("en")
    assert "🀄" in sentence.text("zh")
    assert place.span and place.span.file == "campaigns/places/places.yml"
    lines = (root / f"{DEMO}communities.yml").read_text("utf-8").splitlines()
    assert signals.span and lines[signals.span.line - 1][signals.span.column - 1] == "🐉"
    assert set(said) == {"demo-poster", "district"}


def test_what_no_sheet_shows_is_not_told(tmp_path: Path) -> None:
    root = base_site(tmp_path / "site")
    change(root, f"{DEMO}campaign.yml", "summary: ", "summary: 🐉")
    assert found(root) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('msgid "演示区"', True),
        ('msgctxt "sheet:version"\nmsgid "版本 {version}"', True),
        ('msgctxt "sheet:pack_title"\nmsgid "{campaign}：{audience}资料包"', False),
        ('msgid "第一条"', False),
    ],
    ids=["a place", "a word of sheets", "a word of packs", "no text of a sheet"],
)
def test_what_else_a_translation_shows_on_sheets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str, told: bool
) -> None:
    root = base_site(tmp_path / "site")
    monkeypatch.chdir(root)
    assert cli.main(["translate", "fr", "--pseudo"]) == cli.EXIT_OK
    change(root, f"{DEMO}locale/fr.po", f'{entry}\nmsgstr "[', f'{entry}\nmsgstr "🐉 [')
    assert [one.details["leaves"] for one in found(root)] == [["demo-poster"]] * told


@pytest.mark.parametrize("complete", [True, False])
def test_a_translation_is_told_at_its_entry_once_it_makes_sheets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, complete: bool
) -> None:
    root = base_site(tmp_path / "site")
    monkeypatch.chdir(root)
    assert cli.main(["translate", "fr", "--pseudo"]) == cli.EXIT_OK
    file = root / f"{DEMO}locale/fr.po"
    lines = file.read_text("utf-8").split("\n")
    at = lines.index('msgid "不明白，先核实。"')
    lines[at + 1] = 'msgstr "🐉 recruit"' if complete else 'msgstr ""'
    if not complete:
        other = lines.index('msgid "先别开门"')
        lines[other + 1] = 'msgstr "🐉 recruit"'
    file.write_text("\n".join(lines), "utf-8", newline="")
    problems = found(root)
    if not complete:
        assert problems == []  # the poster is not made in French
        return
    [problem] = problems
    assert problem.code == "W641" and problem.details["leaves"] == ["demo-poster"]
    assert problem.span and problem.span.file == f"{DEMO}locale/fr.po"
    assert lines[problem.span.line - 1][problem.span.column - 1] == "🐉"
