"""Whose logos a sheet bears: of its place, of those above it, or of the campaign."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from handbill.edition.localise import localise
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.scaffold import new_site

PLACES = """\
places:
  - id: city
    name: A city
    level: city
{}
  - id: district
    name: A district
    parent: city
    level: district
  - id: street
    name: A street
    parent: district
    level: subdistrict
{}
"""
LOGOS = """\
    logos:
      - file: logos/city.png
        alt: Logo of the city
        permission: the city's office, 2026-11-20
"""


@pytest.mark.parametrize(
    ("city", "street", "expected"),
    [
        ("", "", ["Logo of the campaign"]),
        (LOGOS, "", ["Logo of the city"]),
        (LOGOS, LOGOS.replace("the city", "the street"), ["Logo of the street"]),
        ("", LOGOS.replace("the city", "the street"), ["Logo of the street"]),
    ],
)
def test_a_place_has_its_logos_from_above(
    tmp_path: Path, city: str, street: str, expected: list[str]
) -> None:
    new_site(tmp_path / "mine", "en")
    campaigns = tmp_path / "mine/campaigns"
    (campaigns / "places/places.yml").write_text(PLACES.format(city, street), "utf-8")
    for folder in ("places", "job-seeking"):
        (campaigns / folder / "logos").mkdir()
        Image.new("RGB", (300, 250)).save(campaigns / folder / "logos/city.png")
    file = campaigns / "job-seeking/campaign.yml"
    own = "\n".join(line.removeprefix("    ") for line in LOGOS.splitlines())
    own = own.replace("Logo of the city", "Logo of the campaign")
    file.write_text(f"{file.read_text('utf-8')}\n{own}\n", "utf-8", newline="\n")
    collection, problems = load_collection(read_settings(tmp_path / "mine/mkdocs.yml"))
    assert collection is not None, problems
    assert not [one for one in problems if one.code.startswith("E69")]
    [campaign] = collection.campaigns
    edition = localise(collection, campaign, "street")
    assert [alt for _, alt in edition.logos] == expected


def test_a_fourth_logo_is_refused(tmp_path: Path) -> None:
    new_site(tmp_path / "mine", "en")
    file = tmp_path / "mine/campaigns/places/places.yml"
    one = "      - {file: a.png, alt: A logo, permission: the office}\n"
    text = PLACES.format("    logos:\n" + 4 * one, "")
    file.write_text(text, "utf-8")
    _, problems = load_collection(read_settings(tmp_path / "mine/mkdocs.yml"))
    told = [(one.code, one.span.line) for one in problems if one.span and "logos" in one.text("en")]
    assert told, problems
