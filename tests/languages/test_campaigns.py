"""A campaign may be written in any language: it is checked, drawn and published as one."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pymupdf
import pytest
from campaigns import ARABIC, EVERY, FRENCH, TRADITIONAL, Spoken, write_site

from handbill import cli
from handbill.check import check_collection
from handbill.edition.localise import localise
from handbill.edition.translated import named_place
from handbill.load.folders import load_collection
from handbill.load.places import Places
from handbill.load.settings import read_settings
from handbill.model.place import Place
from handbill.render.layout import layout_of
from handbill.words.languages import direction

TODAY = datetime.date(2026, 11, 29)
HAN = re.compile("[\u3400-\u9fff]")
each_language = pytest.mark.parametrize("spoken", EVERY, ids=[one.language for one in EVERY])


@each_language
def test_a_campaign_in_any_language_is_sound(spoken: Spoken, tmp_path: Path) -> None:
    collection, problems = load_collection(read_settings(write_site(tmp_path, spoken)))
    found = {one.code for one in [*problems, *check_collection(collection, TODAY)]}
    assert found <= {"W221", "W501", "W502"}
    assert ("W221" in found) is (spoken.language != "en-GB")


@each_language
def test_a_campaign_in_any_language_is_built(
    spoken: Spoken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, spoken)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["build", "--lang", "en"]) == cli.EXIT_OK
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert f'<html lang="{spoken.language}" dir="{direction(spoken.language)}"' in page
    for name in ("families-poster", "families-broadcast"):
        file = tmp_path / "site" / "m" / name / f"{name}-A4.pdf"
        with pymupdf.open(file) as document:
            text = "".join(one.get_text() for one in document)
        assert spoken.emergency in text or "一一九" in text
        if spoken.language not in ("ja", "zh-Hant"):
            assert not HAN.search(text)


def test_the_generators_own_words_are_said_in_the_language_of_the_campaign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = write_site(tmp_path, FRENCH)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["translate", "fr", "--lang", "en"]) == cli.EXIT_OK
    file = tmp_path / "campaigns" / "helmets" / "locale" / "fr.po"
    written = file.read_text("utf-8")
    assert FRENCH.words["title"] not in written.partition('msgctxt "')[2]
    told = re.sub(
        r'(msgctxt "sheet:valid_until"\nmsgid "[^"]*"\nmsgstr )""', r'\1"Jusqu’au {date}"', written
    )
    assert told != written
    file.write_text(told, "utf-8", newline="\n")
    collection, problems = load_collection(read_settings(settings))
    assert problems == []
    [campaign] = collection.campaigns
    assert localise(collection, campaign, "here").words["valid_until"] == "Jusqu’au {date}"
    assert campaign.catalogs == {}
    [lacking] = [one for one in check_collection(collection, TODAY) if one.code == "W221"]
    capsys.readouterr()
    assert cli.main(["translate", "fr", "--lang", "en"]) == cli.EXIT_OK
    said = capsys.readouterr().out
    assert "1 translated, 0 fuzzy" in said
    left = int(re.findall("([0-9]+) missing", said)[0])
    assert left - 10 < int(lacking.details["missing"]) < left  # marks are known


def test_a_campaign_in_traditional_chinese_asks_for_its_words_and_is_read_its_numbers(
    tmp_path: Path,
) -> None:
    collection, _ = load_collection(read_settings(write_site(tmp_path, TRADITIONAL)))
    [campaign] = collection.campaigns
    edition = localise(collection, campaign, "here")
    [audience] = edition.audiences
    [script] = [one for one in audience.file.materials if one.kind == "script"]
    assert "請打一一九。" in "".join(script.declared.transcript_of(script, edition))
    assert edition.words["version"] == "版本 {version}"


def test_a_campaign_from_right_to_left_is_translated_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = write_site(tmp_path, ARABIC)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["translate", "fr", "--pseudo", "--lang", "en"]) == cli.EXIT_OK
    collection, _ = load_collection(read_settings(settings))
    [campaign] = collection.campaigns
    assert localise(collection, campaign, "here", "fr").languages == ("ar", "fr")


@pytest.mark.parametrize(
    ("language", "full_name"),
    [
        ("zh-CN", "某市某区某街"),
        ("zh-Hant", "某市某区某街"),
        ("ja", "某市某区某街"),
        ("en", "某街, 某区, 某市"),
        ("fr", "某街, 某区, 某市"),
        ("ko", "某街, 某区, 某市"),
        ("ar", "某街، 某区، 某市"),
        ("hi", "某街, 某区, 某市"),
    ],
)
def test_a_place_in_full_is_said_in_the_order_of_the_language(
    language: str, full_name: str
) -> None:
    places = Places(
        Place(id=name, name=said, parent=above, level="other")
        for name, said, above in (("a", "某市", None), ("b", "某区", "a"), ("c", "某街", "b"))
    )
    assert named_place(places.resolve("c"), places, language, None).full_name == full_name


@pytest.mark.parametrize(
    ("language", "region"),
    [("zh", "cn"), ("zh-Hant", "tw"), ("yue", "tw"), ("ja", None), ("ar", None), ("fr", None)],
)
def test_han_characters_have_the_forms_of_the_script(language: str, region: str | None) -> None:
    base, _, script = language.partition("-")
    sheet = {"lang": base, **({"script": script} if script else {})}
    assert layout_of("poster", {"sheets": [sheet]}).region == region
