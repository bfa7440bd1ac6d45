"""How hard sheets are: what is counted, against which budget; and that the flagship keeps it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import apply, base_site

from handbill import cli
from handbill.compose.reading import BUDGETS, Read, reading
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.scaffold import new_site

ROOT = Path(__file__).parents[2]
COM = "campaigns/demo/communities.yml"
STARTERS = ("heat", "job-seeking")
AUDIENCES = {"elders": "elders", "schools": "pupils", "villages": "rural"}


def _read(root: Path, language: str | None = None) -> list[Read]:
    collection, problems = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection and not problems
    read, lacking = reading(collection, collection.campaigns, language)
    assert not lacking
    return read


def _site(root: Path, *edits: tuple[str, str, str]) -> Path:
    base_site(root)
    apply(root, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
    return root


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_flagship_keeps_the_budgets_of_elders_pupils_and_villagers(language: str) -> None:
    read = _read(ROOT, language)
    budgets = {one.trace.audience.id: one.budget for one in read}
    assert budgets == {name: BUDGETS[preset] for name, preset in AUDIENCES.items()}
    assert len(read) > 30 and all(one.words for one in read)
    assert [one.plain() for one in read if one.is_over or one.bare] == []
    assert any(one.hard for one in read), "a list that finds nothing is none"


@pytest.mark.parametrize("starter", STARTERS)
def test_the_starters_keep_their_budgets(starter: str, tmp_path: Path) -> None:
    new_site(tmp_path / "site", "zh", starter)
    read = _read(tmp_path / "site")
    assert len(read) > 3
    assert [one.plain() for one in read if one.is_over or one.bare] == []


def test_a_language_without_a_list_is_said_to_have_none(tmp_path: Path) -> None:
    new_site(tmp_path / "site", "en", "heat")
    collection, _ = load_collection(read_settings(tmp_path / "site" / "mkdocs.yml"))
    assert collection
    read, lacking = reading(collection, collection.campaigns, "fr")
    assert read == [] and [(one.code, one.details["language"]) for one in lacking] == [
        ("W411", "fr")
    ]


def test_the_words_of_the_law_and_known_words_do_not_count(tmp_path: Path) -> None:
    preset = (COM, "signals_title", "readers: rural\nsignals_title")
    hard = (COM, "sentence: 不明白，先核实。", "sentence: 甄别资质，予以拘役。")
    [plain] = _read(_site(tmp_path / "a", preset))
    [over] = _read(_site(tmp_path / "b", preset, hard))
    words = list(over.hard)
    assert not plain.is_over and over.is_over and {"甄", "拘", "役"} <= set(words)
    known = ("campaigns/demo/campaign.yml", "  never:", f"  known: [{', '.join(words)}]\n  never:")
    [mended] = _read(_site(tmp_path / "c", preset, hard, known))
    assert not mended.hard and mended.words == over.words
    law = (
        "campaigns/demo/claims.yml",
        "text: 演示规定说了一件事，违反的可以罚款",
        "text: 甄别资质，予以拘役",
    )
    quoted = (COM, "sentence: 不明白，先核实。", 'sentence: "{claim.C01}。"')
    [exempt] = _read(_site(tmp_path / "d", preset, law, quoted))
    assert not {"甄", "拘", "役"} & set(exempt.hard)
    assert [one.claims for one in exempt.bare] == [("C01",)]
    beside = (COM, "sentence: 不明白，先核实。", 'sentence: "先问清楚，不要先交钱。{claim.C01}。"')
    [twin] = _read(_site(tmp_path / "e", preset, law, beside))
    assert not twin.bare and not twin.is_over


def test_an_own_number_stands_before_the_preset_and_none_is_judged_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hard = (COM, "sentence: 不明白，先核实。", "sentence: 甄别资质，予以拘役。")
    own = (COM, "signals_title", "readers: elders\nhard_words: 90\nsignals_title")
    [lenient] = _read(_site(tmp_path / "own", hard, own))
    assert lenient.budget == 90 and not lenient.is_over
    root = _site(tmp_path / "none", hard)
    assert _read(root) == []
    asked = ["reading", "demo-poster", "--strict", "--format", "json"]
    assert cli.main([*asked, "-f", str(root / "mkdocs.yml")]) == 0
    told = json.loads(capsys.readouterr().out.partition("\n[")[0])
    [one] = told["reading"]
    assert one["budget"] is None and not one["over"] and "拘" in one["hard"]


def test_a_short_sheet_may_have_one_hard_word(tmp_path: Path) -> None:
    preset = (COM, "signals_title", "hard_words: 0\nsignals_title")
    one = (COM, "sentence: 不明白，先核实。", "sentence: 不明白，先问清楚甄。")
    [read] = _read(_site(tmp_path / "site", preset, one))
    assert read.count == 1 and read.share > 0 and not read.is_over
