"""A site's own kinds and palettes are read with the care that campaigns get."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from handbill.check import check_site
from handbill.load.kinds import load_kinds
from handbill.load.settings import Settings, read_settings
from handbill.load.site import load_site
from handbill.load.strays import strays
from handbill.load.templates import load_looks, picture_names
from handbill.problems import ProblemsFound
from handbill.resources import default_templates


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    """A site with a poster and palettes of its own."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "templates/poster").mkdir(parents=True)
    for name in ("poster/kind.yml", "looks.yml"):
        shutil.copy(default_templates() / name, tmp_path / "templates" / name)
    return read_settings(tmp_path / "mkdocs.yml")


def test_a_good_file_says_nothing(site: Settings) -> None:
    assert site.templates_dir
    own, ours = (
        kinds.by_name["poster"].model_dump(exclude={"model"})
        for kinds in (load_kinds(site), load_kinds())
    )
    assert own == ours
    assert load_looks(site).by_name == load_looks().by_name


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (b"title: {zh: a, en: b", "E117", (1, 8)),
        (b"titel: x\n", "E201", (1, 1)),
        (b"- a\n", "E113", (1, 1)),
        (b"", "E112", (1, 1)),
        (b"title: \xb1\xea\xcc\xe2\n", "E103", (1, 8)),
    ],
)
def test_what_is_wrong_is_told_at_its_place_in_the_sites_own_file(
    site: Settings, tmp_path: Path, text: bytes, code: str, place: tuple[int, int]
) -> None:
    (tmp_path / "templates/poster/kind.yml").write_bytes(text)
    with pytest.raises(ProblemsFound) as caught:
        load_kinds(site)
    problem = next(one for one in caught.value.problems if one.code == code)
    assert problem.span is not None
    assert problem.span.file == "templates/poster/kind.yml"
    assert (problem.span.line, problem.span.column) == place


def test_palettes_of_a_site_are_added_by_name(site: Settings, tmp_path: Path) -> None:
    ours = load_looks().by_name
    text = (default_templates() / "looks.yml").read_text("utf-8")
    one = text[text.index("schools:") : text.index("enterprises:")]
    own = one.replace("schools:", "orange:") + one.replace("#1D3C8F", "#1D3C90")
    (tmp_path / "templates/looks.yml").write_text(own, "utf-8")
    looks = load_looks(site)
    assert not looks.problems
    assert set(looks.by_name) == {*ours, "orange"}
    assert looks.by_name["schools"].field.rgb == "#1D3C90"  # the site's, by the same name
    assert looks.by_name["warning"] == ours["warning"]


def test_a_broken_palette_is_told_with_all_else(site: Settings, tmp_path: Path) -> None:
    (tmp_path / "templates/looks.yml").write_text("orange: {titel: x}\n", "utf-8")
    (tmp_path / "campaigns").mkdir()
    loaded = load_site(site)
    files = {one.span.file for one in loaded.problems if one.span}
    assert "templates/looks.yml" in files and len(loaded.problems) > 1
    assert "communities" in loaded.looks.by_name  # ours stay
    with pytest.raises(ProblemsFound):
        check_site(loaded, datetime.date(2026, 11, 24))


def test_only_files_that_draw_are_pictures(tmp_path: Path) -> None:
    (tmp_path / "art").mkdir()
    (tmp_path / "art/street.typ").write_text("#let picture(look) = none\n", "utf-8")
    (tmp_path / "art/parts.typ").write_text("#let door(look) = none\n", "utf-8")
    (tmp_path / "art/old.typ").write_bytes(b"// \xb1\xea\n#let picture(look) = none\n")
    assert picture_names(tmp_path) == {"street", "old"}


def test_templates_that_lie_with_their_campaign_are_no_strays(tmp_path: Path) -> None:
    words = "sheet/words-of-site-han.yml"
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nplugins:\n  - handbill:\n      templates: campaigns/a/drawn\n", "utf-8"
    )
    for folder in ("campaigns/a/drawn/sheet", "campaigns/a/other/sheet"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / Path(words).name).write_text("[]\n", "utf-8")
    found = strays(read_settings(tmp_path / "mkdocs.yml"))
    assert [(one.code, one.details["file"]) for one in found] == [
        ("W170", f"campaigns/a/other/{words}")
    ]
