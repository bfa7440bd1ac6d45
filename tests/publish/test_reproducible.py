"""The same campaign gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeAlias

import pytest

from handbill import road
from handbill.cli.context import today
from handbill.compose.artifacts import Artifact, Picture, Sheet
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
Fingerprint: TypeAlias = Callable[[Path], dict[str, str]]


def sort_of(drawing: Artifact) -> Hashable:
    """Returns what tells drawings apart besides what they say and the place whose name they bear."""
    if isinstance(drawing.body, Picture):
        return "picture"
    assert isinstance(drawing.body, Sheet)
    data, size = drawing.body.data, drawing.body.data["size"].get("name")
    language, edition = data["sheets"][0]["lang"], data["edition"]
    made = (drawing.body.format, drawing.body.page, drawing.body.width_px, drawing.body.colours)
    return drawing.body.kind, size, edition, language, made


def share_drawings(flagship: Path, project: Path) -> int:
    """Copies the drawings of a built project, without one of every sort and without all that is
    made of drawings; returns how many sorts there are. Where nothing is kept, nothing is copied."""
    checked = road.load_and_check(read_settings(flagship / "mkdocs.yml"), today())
    cache = RenderCache(flagship / "build/cache")
    checked, artifacts = road.settle(checked, road.plan(checked), cache)
    renderer = road.renderer(checked, cache)
    drawn = [one for one in artifacts if isinstance(one.body, Sheet | Picture)]
    firsts = {sort_of(one): one for one in reversed(drawn)}.values()
    anew, names = ({cache._name(renderer._key(one)) for one in part} for part in (firsts, drawn))
    assert cache.folder
    (project / "build/cache").mkdir(parents=True)
    for file in cache.folder.iterdir():
        if file.name in names - anew:
            shutil.copy(file, project / "build/cache")
    return len(anew)


@pytest.mark.slow
def test_another_folder_zone_language_and_seed_give_the_same_site_cold_and_warm(
    flagship: Path,
    built: Path,
    tmp_path: Path,
    copy_project: Callable[[Path], Path],
    handbill_process: Command,
    fingerprint: Fingerprint,
) -> None:
    """One drawing of every kind, size, edition, language and format, and all that is made of
    drawings, is made anew first; a second build finds them. Pages are made anew by both."""
    project = copy_project(tmp_path / "另一处 elsewhere" / "p")
    assert share_drawings(flagship, project) > 300
    expected = fingerprint(built)
    assert {Path(name).suffix for name in expected} >= {".html", ".pdf", ".png", ".svg", ".zip"}
    for zone, language, seed in (("Pacific/Kiritimati", "C", "1"), ("Etc/GMT+12", "en_GB", "2")):
        done = handbill_process(
            tmp_path,
            "build",
            "-f",
            str(project / "mkdocs.yml"),
            TZ=zone,
            HOME=str(tmp_path / "home"),
            LANG=language,
            LC_ALL=language,
            PYTHONHASHSEED=seed,
        )
        assert done.returncode == 0, done.stderr
        found = fingerprint(project / "site")
        assert sorted(found) == sorted(expected)
        assert [name for name in expected if found[name] != expected[name]] == []


def test_nothing_of_the_machine_is_in_the_site(flagship: Path, built: Path) -> None:
    """Neither of the folder it was built in nor of the tree's, where its drawings may be from."""
    homes = [str(folder).encode() for folder in (flagship, ROOT)]
    named = [
        file.name
        for file in built.rglob("*")
        if file.is_file() and any(home in file.read_bytes() for home in homes)
    ]
    assert named == []


@pytest.mark.slow
def test_each_site_keeps_its_drawings_where_one_process_builds_two(
    tmp_path: Path, handbill: Command
) -> None:
    """MkDocs keeps a plugin as long as the process lives."""
    caches = []
    for name in ("one", "two"):
        new_site(tmp_path / name, "zh")
        done = handbill(tmp_path / name, "build")
        assert done.returncode == 0, done.stderr
        caches.append(sorted((tmp_path / name / "build/cache").iterdir()))
    first, second = caches
    assert first == sorted((tmp_path / "one/build/cache").iterdir())
    assert [one.name for one in first] == [two.name for two in second]
