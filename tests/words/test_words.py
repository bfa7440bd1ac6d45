"""The generator's own words: whole in both languages, English where a translation lacks one."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from handbill.edition.edition import Edition
from handbill.load.catalogs import fields
from handbill.load.kinds import load_kinds
from handbill.words import ROOMS, counted, on_sheet, to_translate, words
from handbill.words.blocks import BLOCKS, UNITS
from handbill.words.languages import marks
from handbill.words.sheets import ON_EVERY_SHEET

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
HAN = re.compile(r"[\u3007\u3400-\u9fff，。、；：？！（）《》．＿]")
EVERY = [(room, name) for room, table in ROOMS.items() for name in table]
NAMED_IN_PARTS = re.compile(
    r"(status|filter|made|edit|fill|set|group|news|mark|use|why|recall|pack|scene|stage|sheet_of)_.*|(spec|where)_"
    r"(title|lead|head)|(\w+)\.one"
)
"""Words that the code names by what it puts together: say[f"pack_{purpose}_note"]."""


def test_every_word_has_the_same_fields_and_parts_in_both_languages() -> None:
    for name, (chinese, english) in (one for table in ROOMS.values() for one in table.items()):
        assert fields(chinese) == fields(english), name
        assert chinese.count("|") == english.count("|"), name
        assert not HAN.search(english), name


def test_names_of_blocks_are_in_both_languages() -> None:
    for chinese, english in (*BLOCKS.values(), *UNITS.values()):
        assert HAN.search(chinese) and not HAN.search(english)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", ["fr", "ar", "kk", "ja", "sr-Latn-RS", "en-GB"])
def test_what_a_language_lacks_is_english(language: str, room: str) -> None:
    english, own = words("en", room=room), words(language, room=room)  # type: ignore[arg-type]
    between = asdict(marks(language))  # marks are the language's own
    assert {name: own.pop(name) for name in between} == between
    assert {name: text for name, text in own.items() if HAN.search(text)} == {}
    for name in english.keys() & own.keys() - {"lang"}:
        assert own[name] == english[name], name
    assert own["lang"] == language.split("-")[0]


@pytest.mark.parametrize(
    ("language", "pair", "headline", "sentence"),
    [
        ("zh-CN", "电话：110", "先停，再问", "先停，再问。"),
        ("zh-Hant", "电话：110", "先停，再问", "先停，再问。"),
        ("ja", "电话：110", "先停、再问", "先停、再问。"),
        ("en", "电话: 110", "先停, 再问", "先停, 再问."),
        ("fr", "电话\u00a0: 110", "先停, 再问", "先停, 再问."),
        ("ar", "电话: 110", "先停، 再问", "先停، 再问."),
        ("ur", "电话: 110", "先停، 再问", "先停، 再问۔"),
        ("hi", "电话: 110", "先停, 再问", "先停, 再问।"),
        ("am", "电话፦ 110", "先停፣ 再问", "先停፣ 再问።"),
        ("th", "电话: 110", "先停 再问", "先停 再问"),
    ],
)
def test_what_is_joined_is_joined_as_the_language_does(
    language: str, pair: str, headline: str, sentence: str
) -> None:
    edition = Edition.__new__(Edition)
    vars(edition)["words"] = words(language)
    assert edition.pair("电话", "110") == pair
    assert edition.in_one(["先停", "再问"]) == headline
    assert edition.sentence(["先停", "再问"]) == sentence


@pytest.mark.parametrize(
    ("language", "parts", "sentence"),
    [
        ("zh-CN", ["先停！", "问谁？"], "先停！问谁？"),
        ("ar", ["قف؛", "من؟"], "قف؛ من؟"),
        ("hi", ["रुकें।", "पूछें।"], "रुकें। पूछें।"),
        ("en", ["Stop.", "Ask?"], "Stop. Ask?"),
    ],
)
def test_a_mark_of_any_script_is_followed_by_no_other(
    language: str, parts: list[str], sentence: str
) -> None:
    edition = Edition.__new__(Edition)
    vars(edition)["words"] = words(language)
    assert edition.sentence(parts) == sentence


def test_each_word_of_a_translation_stands_alone_for_the_english_one() -> None:
    for context, _, english in to_translate("fr"):
        room, _, name = context.partition(":")
        own = words("fr", {context: "propre"}, room)  # type: ignore[arg-type]
        assert own[name] == "propre"
        assert {one for one, text in own.items() if text == "propre"} == {name}, english


def test_the_room_decides_where_two_words_have_one_name() -> None:
    own = {"sheet:blank": "____", "site:blank": "à compléter"}
    assert words("fr", own)["blank"] == "____"
    assert words("fr", own, "site")["blank"] == "à compléter"


def test_a_word_said_in_both_rooms_is_one_word() -> None:
    both = ROOMS["sheet"].keys() & ROOMS["site"].keys()
    assert [name for name in both if ROOMS["sheet"][name] == ROOMS["site"][name]] == []


@pytest.mark.parametrize(
    ("language", "own", "count", "text"),
    [
        ("en", {}, 1, "1 line"),
        ("en", {}, 6, "6 lines"),
        ("zh-CN", {}, 1, "1 条"),
        ("fr", {}, 1, "1 line"),
        ("fr", {"sheet:ticker_lines": "{count} lignes"}, 1, "1 lignes"),
        (
            "fr",
            {"sheet:ticker_lines": "{count} lignes", "sheet:ticker_lines.one": "{count} ligne"},
            0,
            "0 ligne",
        ),
        (
            "pl",
            {"sheet:ticker_lines": "{count} wierszy", "sheet:ticker_lines.few": "{count} wiersze"},
            3,
            "3 wiersze",
        ),
        (
            "ar",
            {"sheet:ticker_lines": "{count} سطر", "sheet:ticker_lines.two": "{count} ٢"},
            2,
            "2 ٢",
        ),
        ("ja", {}, 1, "1 lines"),
    ],
)
def test_a_count_has_the_form_of_its_language(
    language: str, own: dict[str, str], count: int, text: str
) -> None:
    assert counted(words(language, own), "ticker_lines", count) == text


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ["", ".many", ".one"]),
        ("ar", ["", ".few", ".many", ".one", ".two", ".zero"]),
        ("kk", ["", ".one"]),
        ("ja", [""]),
    ],
)
def test_a_translator_is_asked_for_the_plural_forms_of_the_language(
    language: str, forms: list[str]
) -> None:
    asked = [context for context, _, _ in to_translate(language)]
    stem = "sheet:ticker_lines"
    assert [one.removeprefix(stem) for one in asked if one.startswith(stem)] == forms
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("language", ["zh-CN", "zh", "zh-Hans", "en", "en-GB"])
def test_the_generator_asks_for_no_translation_of_its_own_languages(language: str) -> None:
    assert list(to_translate(language)) == []


def test_every_word_of_the_tables_is_asked_for() -> None:
    asked = {context for context, _, _ in to_translate("kk")}
    assert asked == {f"{room}:{name}" for room, name in EVERY}


def test_every_word_is_used() -> None:
    files = [
        *TEMPLATES.rglob("*.j2"),
        *TEMPLATES.rglob("*.typ"),
        *(file for file in (ROOT / "src/handbill").rglob("*.py") if file.parent.name != "words"),
    ]
    text = "".join(file.read_text("utf-8") for file in files)
    used = set(re.findall(r'(?:say|words)\.(\w+)|"(\w+)"', text))
    names = {one for pair in used for one in pair}
    left = [name for _, name in EVERY if name not in names and not NAMED_IN_PARTS.fullmatch(name)]
    assert left == [], " ".join(left)


KINDS = load_kinds().by_name


@pytest.mark.parametrize("kind", [*KINDS, "pack"])
def test_a_drawing_gets_the_words_that_it_sets_and_no_other(kind: str) -> None:
    say = words("en")
    given = on_sheet(say, KINDS[kind].words if kind in KINDS else ())
    text = "".join(file.read_text("utf-8") for file in (TEMPLATES / kind).rglob("*.typ"))
    shared = "".join(file.read_text("utf-8") for file in (TEMPLATES / "sheet").rglob("*.typ"))
    asked = set(re.findall(r"\bsheet\.words\.(\w+)", text + shared)) - {"at"}
    assert asked <= say.keys()
    asked = set(re.findall(r"\bwords\.(\w+)", text)) & say.keys() - {"join"}
    assert asked <= given.keys()
    unused = given.keys() - asked - set(ON_EVERY_SHEET)
    assert {name for name in unused if not name.startswith("scene_")} == set()
    assert sum(map(len, given.values())) < 1000


def test_what_every_sheet_gets_is_set_somewhere() -> None:
    text = "".join(file.read_text("utf-8") for file in TEMPLATES.rglob("*.typ"))
    assert [name for name in ON_EVERY_SHEET if f"sheet.words.{name}" not in text] == []


def test_every_scene_of_a_band_is_described() -> None:
    own = TEMPLATES.parent / "campaigns/anti-pyramid-selling/templates"
    pictures = [*TEMPLATES.glob("art/*.typ"), *own.glob("art/*.typ")]
    chosen = "".join(
        line
        for file in pictures
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("#let scenes = ")
    )
    scenes = {f"scene_{name}_{who}" for name, who in re.findall(r'\("(\w+)", "(\w+)"\)', chosen)}
    assert scenes == {name for _, name in EVERY if name.startswith("scene_")}
