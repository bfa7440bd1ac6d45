"""One language never stops the others: what cannot be drawn in it is left out there, and named."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from handbill.cli import EXIT_OK, EXIT_PROBLEMS, main
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
LOCALE = "campaigns/job-seeking/locale"
SENTENCE = "按公开电话问一问，再告诉老师和家里人。"
HALF = "先查单位"
LONG = "Find the number of the employer yourself and ask before you pack your things"


def translated(project: Path, language: str, msgid: str, msgstr: str) -> int:
    """Writes a translation and returns its line."""
    file = project / LOCALE / f"{language}.po"
    lines = file.read_text("utf-8").split("\n")
    at = lines.index(f'msgid "{msgid}"') + 1
    lines[at] = f'msgstr "{msgstr}"'
    file.write_text("\n".join(lines), "utf-8", newline="")
    return at + 1


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Chinese and four languages: of Polish a poster has a character that no font has, of
    Esperanto a card is too long, French is broken, Dutch is sound."""
    folder = tmp_path_factory.mktemp("left-out") / "site"
    new_site(folder, "zh")
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(
        text.replace("# site_url: https://…", "site_url: https://warn.gov.cn/"), "utf-8"
    )
    for language in ("pl", "eo", "fr", "nl"):
        assert main(["translate", language, "--pseudo", "-f", str(config)]) == EXIT_OK
    translated(folder, "pl", SENTENCE, "🐉 work")
    translated(folder, "eo", HALF, LONG)
    french = folder / LOCALE / "fr.po"
    french.write_text(french.read_text("utf-8").replace('msgstr "[', "msgstr [", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(project: Path, handbill: Command) -> tuple[Path, str]:
    done = handbill(project, "build", "--lang", "en")
    assert done.returncode == 0, done.stderr
    return project / "site", done.stderr


def line_of(project: Path, language: str, msgstr: str) -> int:
    text = (project / LOCALE / f"{language}.po").read_text("utf-8")
    return text.split("\n").index(f'msgstr "{msgstr}"') + 1


def test_all_else_is_published_and_what_is_not_is_named_at_its_entry(
    project: Path, built: tuple[Path, str]
) -> None:
    site, said = built
    assert f"{LOCALE}/pl.po:{line_of(project, 'pl', '🐉 work')}:" in said
    assert (
        "schools-poster: left out of pl, since the fonts of “schools-poster” have no “🐉”" in said
    )
    assert f"(E702, of “{SENTENCE}”)" in said
    assert f"{LOCALE}/eo.po:{line_of(project, 'eo', LONG)}:" in said
    assert "schools-card: left out of eo, since" in said and f"(E707, of “{HALF}”)" in said
    assert "fr is not published" in said and f"{LOCALE}/fr.po:" in said
    assert said.count("WARNING") == 3
    for name in ("schools-poster", "schools-card"):
        assert (site / f"m/{name}/{name}.svg").is_file()
        assert (site / f"nl/m/{name}/{name}.svg").is_file()
    assert (site / "pl/m/schools-card/schools-card.svg").is_file()
    assert (site / "eo/m/schools-poster/schools-poster.svg").is_file()
    assert not (site / "fr").exists()


def test_nothing_leads_to_what_is_left_out(built: tuple[Path, str]) -> None:
    site, _ = built
    for language, name in (("pl", "schools-poster"), ("eo", "schools-card")):
        folder = site / language / "m" / name
        assert [one.name for one in folder.iterdir()] == ["index.html"]
        page = (folder / "index.html").read_text("utf-8")
        assert f'href="../../../m/{name}/' in page and ".pdf" not in page
        feed = json.loads((site / language / "api/v1/materials.json").read_text("utf-8"))
        assert len(feed["materials"]) == 3 and name not in {one["id"] for one in feed["materials"]}
        assert f"{language}/m/{name}/" not in (site / language / "feed.xml").read_text("utf-8")
        listed = set(
            re.findall(r"warn\.gov\.cn/([^<\"]*)", (site / "sitemap.xml").read_text("utf-8"))
        )
        assert f"{language}/m/{name}/" not in listed and f"nl/m/{name}/" in listed
        gallery = (site / language / "materials/index.html").read_text("utf-8")
        assert f"{name}/{name}-small.png" not in gallery.replace(f"../../m/{name}", "")
    for file in site.rglob("*.html"):
        assert 'hreflang="fr"' not in file.read_text("utf-8")


def test_it_fails_where_every_warning_does(
    project: Path, built: tuple[Path, str], handbill: Command
) -> None:
    before = (built[0] / "index.html").stat().st_mtime_ns
    done = handbill(project, "build", "--strict", "--lang", "en")
    assert done.returncode == 1 and "left out of pl" in done.stderr
    assert (built[0] / "index.html").stat().st_mtime_ns == before


def test_check_tells_what_it_can_and_what_a_drawing_has_found(
    project: Path, built: tuple[Path, str], handbill: Command
) -> None:
    def said(*words: str, code: int = EXIT_OK) -> str:
        done = handbill(project, "check", *words, "--lang", "en")
        assert done.returncode == code, done.stderr
        return done.stderr

    assert "left out of pl" in said() and "fr is not published" in said()
    assert "left out of eo" in said()  # the build has drawn it
    shutil.move(project / "build/cache", project / "build/elsewhere")
    try:
        assert "left out of eo" not in said()
    finally:
        shutil.move(project / "build/elsewhere", project / "build/cache")
    said("--strict", code=EXIT_PROBLEMS)
    assert "left out of eo" in said("--sheets")


def test_what_cannot_be_drawn_in_the_original_stops_the_build(
    project: Path, tmp_path: Path, handbill: Command
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(project, copy)
    file = copy / "campaigns/job-seeking/schools.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(SENTENCE, f"🐉{SENTENCE[1:]}"), "utf-8")
    done = handbill(copy, "build", "--lang", "en")
    assert done.returncode == 1 and "error E702" in done.stderr
