"""The flagship's English: one spelling, one name for one thing, and none of the slips that a reader
of every sheet has found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from handbill.load.catalogs import read_catalog

ROOT = Path(__file__).parents[2]
ENGLISH = ROOT / "campaigns/anti-pyramid-selling/locale/en.po"
ANSWERS = ENGLISH.parents[1] / "answers.yml"
"""What people type into the search, American words too: none of it is shown."""

TWICE = r"(?i)\b(?!years and)(\w+(?: \w+){2,4})[ ,]+\1\b|\b(?!that\b|had\b)([a-z]+) \2\b"
"""Words said twice: what a replacement of “in danger” by “if you are in danger” left on sheets."""

AMERICAN = (
    r"\b(color|center|neighbor|organiz|recogniz|realiz|behavior|labor|favor|honor|analyz|apologiz|"
    r"cell ?phone|apartment|mom\b|gotten|elevator|sidewalk|middle school|high school|canceled|"
    r"traveled|enrollment|fulfill|program\b|catalog\b)\w*"
)

NAMES = {
    "a contact person": "informant",
    "an EV charging point": "charging pile",
    "an official red letterhead": "red-headed|red(?: official)? heading(?! and a question)",
    "a reminder": "Friendly reminder",
    "a quick card": "[Kk]now-card",
    "the police": "public security organ",
    "a neighbourhood (grid) worker, explained": r"(?<!\) )(?<!\()\bgrid worker",
    "three signs": "three signals",
    "a live stream": "live room",
    "a pledge says what I do, not what not to do": r"^Not (take|step|lend|introduce)|oneself",
    "to let a home": r"\brent(ed)? (my|your)\b",
}
"""What a thing is called in English, and what it was called before."""


@pytest.fixture(scope="module")
def said() -> list[str]:
    catalog, problems = read_catalog(ENGLISH.read_text(encoding="utf-8"), "en", "en.po")
    assert catalog and not problems
    answers = yaml.safe_load(ANSWERS.read_text(encoding="utf-8"))
    texts = [answers["alike"], *(one["asked"] for one in answers["answers"])]
    typed = {text.removesuffix("\n") for text in texts}
    assert typed <= catalog.messages.keys()
    return [one.text for original, one in catalog.messages.items() if original not in typed]


def found(said: list[str], pattern: str) -> Iterator[str]:
    for text in said:
        for one in re.finditer(pattern, text):
            yield text[max(0, one.start() - 30) : one.end() + 30]


def test_nothing_is_said_twice(said: list[str]) -> None:
    assert re.search(TWICE, "If you are if you are in danger") and re.search(TWICE, "in in")
    assert list(found(said, TWICE)) == []


def test_the_spelling_is_british(said: list[str]) -> None:
    assert re.search(AMERICAN, "the center") and not re.search(AMERICAN, "the centre, organised")
    assert list(found(said, AMERICAN)) == []


@pytest.mark.parametrize("name", NAMES)
def test_one_thing_has_one_name_in_english(said: list[str], name: str) -> None:
    assert list(found(said, NAMES[name])) == []


def test_translated_names_of_laws_are_marked(said: list[str]) -> None:
    assert any("names of laws" in text and "Chinese text prevails" in text for text in said)
