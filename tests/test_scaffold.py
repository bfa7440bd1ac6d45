"""`handbill new` writes a whole site into an empty folder, and into no other."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from handbill import road
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.resources import DEFAULT_STARTER, STARTERS, starters
from handbill.scaffold import new_site

every_starter = pytest.mark.parametrize("starter", starters())


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


@every_starter
def test_every_schema_that_a_file_names_is_there(tmp_path: Path, starter: str) -> None:
    new_site(tmp_path, "zh", starter)
    for path in tmp_path.rglob("campaigns/**/*.yml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.partition("=")[2].strip()).is_file(), path


@pytest.mark.parametrize(
    ("starter", "codes"), [("job-seeking", {"W501", "W502"}), ("heat", {"W501", "W502", "W656"})]
)
def test_all_that_its_check_asks_for_is_what_only_the_editor_knows(
    tmp_path: Path, starter: str, codes: set[str]
) -> None:
    new_site(tmp_path, "zh", starter)
    settings = read_settings(tmp_path / "mkdocs.yml")
    problems = road.load_and_check(settings, datetime.date(2026, 11, 24)).problems
    assert {problem.code for problem in problems} == codes, "a specimen with blanks"


@every_starter
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_readme_begins_in_the_language_asked_for(
    tmp_path: Path, language: str, starter: str
) -> None:
    new_site(tmp_path, language, starter)
    headings = [
        line
        for line in (tmp_path / "README.md").read_text("utf-8").splitlines()
        if line[:2] == "# "
    ]
    chinese, english = (f"# {title}" for title in starters()[starter])
    assert headings == ([chinese, english] if language == "zh" else [english, chinese])


def test_a_starter_that_is_not_there_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    for meant in ("heta", "Heat: stay wel"):
        with pytest.raises(ProblemsFound) as caught:
            new_site(tmp_path / "site", "en", meant)
        (problem,) = caught.value.problems
        assert problem.code == "E712" and "heat" in problem.text("en") + str(problem.details)
        assert problem.details["suggestion"] == "heat"
    assert not (tmp_path / "site").exists()


def test_the_default_starter_is_listed_first() -> None:
    assert list(starters()) == [DEFAULT_STARTER, "heat"]


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
    for path in STARTERS.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert "/tmp" not in text
            assert "东西湖" not in text
