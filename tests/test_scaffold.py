"""`handbill new` writes a whole site into an empty folder, and into no other."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from handbill import road
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.scaffold import STARTER, new_site


def test_it_writes_what_a_site_needs(tmp_path: Path) -> None:
    site = tmp_path / "a" / "new site"
    written = new_site(site, "zh")
    assert sorted(path for path in site.rglob("*") if path.is_file()) == written
    names = {path.relative_to(site).as_posix() for path in written}
    assert {
        "mkdocs.yml",
        ".gitignore",
        "README.md",
        "docs/guide/index.md",
        "campaigns/places/places.yml",
        "campaigns/job-seeking/campaign.yml",
        "campaigns/schema/campaign.json",
    } <= names
    assert not names & {"gitignore", "README.zh.md", "README.en.md"}


def test_every_schema_that_a_file_names_is_there(tmp_path: Path) -> None:
    new_site(tmp_path, "zh")
    for path in tmp_path.rglob("campaigns/**/*.yml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.partition("=")[2].strip()).is_file(), path


def test_all_that_its_check_asks_for_is_what_only_the_editor_knows(tmp_path: Path) -> None:
    new_site(tmp_path, "zh")
    settings = read_settings(tmp_path / "mkdocs.yml")
    problems = road.load_and_check(settings, datetime.date(2026, 11, 24)).problems
    assert {problem.code for problem in problems} == {"W501", "W502"}, "a specimen with blanks"


@pytest.mark.parametrize(
    ("language", "first"), [("zh", "# 求职先核实"), ("en", "# Verify before you go")]
)
def test_the_readme_begins_in_the_language_asked_for(
    tmp_path: Path, language: str, first: str
) -> None:
    new_site(tmp_path, language)
    headings = [
        line
        for line in (tmp_path / "README.md").read_text("utf-8").splitlines()
        if line[:2] == "# "
    ]
    assert headings[0] == first
    assert len(headings) == 2


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        new_site(tmp_path, "zh")
    (problem,) = caught.value.problems
    assert problem.code == "E711"
    assert str(tmp_path) in problem.text("zh")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_way_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for target, code in ((tmp_path / "file", "E711"), (tmp_path / "file" / "deeper", "E709")):
        with pytest.raises(ProblemsFound) as caught:
            new_site(target, "zh")
        assert [problem.code for problem in caught.value.problems] == [code]


def test_the_starter_names_no_place_of_ours() -> None:
    for path in STARTER.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert "/tmp" not in text
            assert "东西湖" not in text
