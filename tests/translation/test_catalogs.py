"""PO files: made from the YAML, kept up with it, and nothing lost on the way."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from handbill.cli import EXIT_OK, EXIT_PROBLEMS, main
from handbill.load.catalogs import read_catalog
from handbill.scaffold import new_site
from handbill.translation import Text, pseudo, update_catalog

DAY = datetime.date(2026, 11, 24)


def made(before: str | None, *texts: str) -> str:
    return update_catalog(
        before, [Text(one, "law", None, [("claims.yml", 3)]) for one in texts], "en", "演示", DAY
    )[0]


def with_translation(po: str, text: str, translation: str) -> str:
    old = f'msgid "{text}"\nmsgstr ""'
    assert po.count(old) == 1
    return po.replace(old, f'msgid "{text}"\nmsgstr "{translation}"')


def test_a_translation_survives_an_update() -> None:
    po = with_translation(made(None, "先停一停", "再查一查"), "先停一停", "Stop first")
    again = made(po, "先停一停", "再查一查", "最后报一报")
    catalog, problems = read_catalog(again, "en", "en.po")
    assert problems == [] and catalog
    assert catalog.get("先停一停") == "Stop first"
    assert catalog.get("再查一查") is None
    assert "最后报一报" in catalog.messages


def test_an_update_without_a_change_changes_nothing() -> None:
    po = with_translation(made(None, "先停一停"), "先停一停", "Stop first")
    assert made(po, "先停一停") == made(made(po, "先停一停"), "先停一停")


def test_a_changed_text_keeps_its_old_translation_as_fuzzy_and_it_is_not_used() -> None:
    text, changed = "举报的人受法律保护，可以放心。", "举报的人依法受法律保护，可以放心。"
    po = with_translation(made(None, text), text, "Those who report are protected by law.")
    catalog, _ = read_catalog(made(po, changed), "en", "en.po")
    assert catalog
    message = catalog.messages[changed]
    assert message.fuzzy and message.text == "Those who report are protected by law."
    assert catalog.get(changed) is None


@pytest.mark.parametrize("context", [None, "m"])
def test_what_a_changed_text_was_is_told_by_every_update_until_the_mark_is_off(
    context: str | None,
) -> None:
    def updated(before: str | None, text: str) -> str:
        return update_catalog(
            before, [Text(text, "law", context, [("claims.yml", 3)])], "en", "演示", DAY
        )[0]

    text, changed = "举报的人受“法律”保护，可以放心。", "举报的人依法受“法律”保护，可以放心。"
    po = with_translation(updated(None, text), text, "Those who report are protected by law.")
    once = updated(po, changed)
    assert once.count(f'#| msgid "{text}"') == 1
    assert updated(updated(once, changed), changed) == once
    assert updated(once.replace("#| msgid", "# | msgid"), changed) == once  # as it was written once
    translated = updated(once.replace("#, fuzzy\n", ""), changed)
    assert "#|" not in translated and "| msgid" not in translated


def test_a_text_that_is_gone_stays_in_the_file_for_whoever_wants_it_back() -> None:
    po = with_translation(made(None, "先停一停", "毫不相干的另一句话"), "先停一停", "Stop first")
    assert '#~ msgstr "Stop first"' in made(po, "毫不相干的另一句话")


def test_the_same_yaml_makes_the_same_file() -> None:
    assert made(None, "甲", "乙") == made(None, "甲", "乙")


@pytest.mark.parametrize(
    ("text", "way", "kept"),
    [
        ("打{place.name}的电话", "ltr", "{place.name}"),
        ("{claim.C01}（{cite.C01}）", "rtl", "{cite.C01}"),
        ("第{version}版", "ltr", "{version}"),
    ],
)
def test_a_pseudo_translation_keeps_placeholders(text: str, way: str, kept: str) -> None:
    assert kept in pseudo(text, way)
    assert pseudo(text, way).startswith("[") and pseudo(text, way).endswith("]")
    assert pseudo(text, way).count("{") == text.count("{")


@pytest.mark.parametrize(
    "translation",
    ["Version", "Version {number}", "Version {version.__class__}", "Version {version} {", "{}"],
)
def test_a_word_of_the_generator_keeps_what_is_filled_in(translation: str) -> None:
    po = f'msgctxt "sheet:version"\nmsgid "第{{version}}版"\nmsgstr "{translation}"\n'
    _, problems = read_catalog(po, "fr", "fr.po")
    assert [one.code for one in problems] == ["E153"]
    _, problems = read_catalog(po.replace(translation, "Version {version}"), "fr", "fr.po")
    assert problems == []


@pytest.mark.parametrize(
    ("translation", "faulty"), [("Jour|Mois|An", False), ("Jour|Mois", True), ("Jour, mois", True)]
)
def test_a_word_of_several_parts_keeps_their_number(translation: str, faulty: bool) -> None:
    po = f'msgctxt "sheet:date_parts"\nmsgid "年|月|日"\nmsgstr "{translation}"\n'
    _, problems = read_catalog(po, "fr", "fr.po")
    assert [one.code for one in problems] == ["E153"] * faulty


def test_translate_and_parity_count_and_name_what_law_and_safety_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    new_site(site, "zh")
    config = ["-f", str(site / "mkdocs.yml"), "--lang", "en"]
    assert main(["translate", "fr", *config]) == EXIT_OK
    capsys.readouterr()
    assert main(["parity", *config]) == EXIT_OK
    said = capsys.readouterr().out
    assert "Not on the site yet" in said
    assert "help.yml:" in said and "claims.yml:" in said
    assert main(["parity", "--strict", *config]) == EXIT_PROBLEMS
    assert main(["translate", "fr", "--pseudo", *config]) == EXIT_OK
    capsys.readouterr()
    assert main(["parity", "--strict", *config]) == EXIT_OK
    assert "0 missing" in capsys.readouterr().out.splitlines()[0]
