"""Photographs are checked at the size that they are printed in, and by the name that is said."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from PIL import Image
from sites import base_site

from handbill import road
from handbill.load.settings import read_settings
from handbill.problems import Problem, ProblemsFound

COMMUNITIES = "campaigns/demo/communities.yml"
PHOTOS = "campaigns/demo/photos.yml"
PHOTO = "campaigns/demo/photos/door.png"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose audience is shown by a photograph of 4000 × 3000 pixels."""
    root = base_site(tmp_path / "site")
    (root / PHOTO).parent.mkdir()
    picture(root, 4000, 3000)
    (root / PHOTOS).write_text(
        "photos:\n  - {id: door, file: photos/door.png, alt: 一扇门。, credit: 街道, permission: 街道}\n",
        "utf-8",
    )
    change(root, "picture: families", "picture: door")
    return root


def picture(root: Path, width: int, height: int) -> None:
    Image.new("1", (width, height), 1).save(root / PHOTO)


def change(root: Path, old: str, new: str, file: str = COMMUNITIES) -> None:
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), "utf-8")


def problems_of(root: Path) -> list[Problem]:
    try:
        settings = read_settings(root / "mkdocs.yml")
        return list(road.load_and_check(settings, datetime.date(2026, 11, 24)).problems)
    except ProblemsFound as found:
        return list(found.problems)


def codes(root: Path) -> list[str]:
    return [one.code for one in problems_of(root)]


def test_a_photograph_of_a_phone_will_do(site: Path) -> None:
    assert codes(site) == []


# 84 u of a poster are 346.5 mm wide on A3, 693 on A1: 13.6 and 27.3 inches.
@pytest.mark.parametrize(
    ("sizes", "width", "code"),
    [
        ("[A3]", 2050, None),
        ("[A3]", 1990, "W663"),
        ("[A3]", 1340, "W663"),
        ("[A3]", 1330, "E663"),
        # An A1 is read from farther off: half of the pixels an inch are enough.
        ("[A1]", 2050, None),
        ("[A1]", 1600, "W663"),
        ("[A1]", 1050, "E663"),
        # Of several sizes the worst is told, once.
        ("[A4, A3, A2]", 1990, "W663"),
    ],
)
def test_pixels_are_reckoned_at_the_real_size(
    site: Path, sizes: str, width: int, code: str | None
) -> None:
    change(site, "sizes: [A3]", f"sizes: {sizes}")
    picture(site, width, round(width * 3 / 4))
    found = problems_of(site)
    told = [one for one in found if one.code == code]
    assert {one.code for one in found} <= {code, "W663"}
    assert len(told) == (code is not None)
    for one in told:
        assert one.span is not None and one.span.file == COMMUNITIES
        for language in ("zh", "en"):
            said = one.text(language)
            assert f"{width} × {round(width * 3 / 4)}" in said
            assert "dpi" in said
            assert "mm" in said or "毫米" in said


def test_as_many_pixels_as_are_asked_for_are_enough(site: Path) -> None:
    picture(site, 1600, 1200)
    [problem] = problems_of(site)
    width, height = map(int, str(problem.details["needed"]).split(" × "))
    picture(site, width, height)
    assert codes(site) == []


def test_a_name_that_nobody_knows_is_told_with_the_nearest(site: Path) -> None:
    change(site, "picture: door", "picture: dor")
    [problem] = problems_of(site)
    assert problem.code == "E304"
    assert "door" in problem.help("zh")


def test_two_of_one_name_are_told(site: Path) -> None:
    text = (site / PHOTOS).read_text("utf-8")
    (site / PHOTOS).write_text(text + text.partition("\n")[2], "utf-8")
    assert codes(site) == ["E301"]


@pytest.mark.parametrize("lacking", ["alt: 一扇门。, ", ", permission: 街道", ", credit: 街道"])
def test_what_must_be_known_of_one_is_asked_for(site: Path, lacking: str) -> None:
    change(site, lacking, "", PHOTOS)
    assert "E202" in codes(site)


def test_a_broken_list_is_not_blamed_on_those_who_use_it(site: Path) -> None:
    change(site, "id: door", "id: [", PHOTOS)
    assert "E304" not in codes(site)


@pytest.mark.skipif(os.name == "nt", reason="links of files need a right of their own there")
def test_a_file_elsewhere_is_not_taken(site: Path, tmp_path: Path) -> None:
    (site / PHOTO).rename(tmp_path / "elsewhere.png")
    assert codes(site) == ["E690"]
    (site / PHOTO).symlink_to(tmp_path / "elsewhere.png")
    assert codes(site) == ["E690"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among the files")
def test_a_pipe_is_not_waited_for(site: Path) -> None:
    (site / PHOTO).unlink()
    os.mkfifo(site / PHOTO)
    assert codes(site) == ["E691"]
