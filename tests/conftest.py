"""In continuous integration every test must run: one that is skipped fails, with its reason.

And what many tests share: the flagship site, built once from a copy of the project.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from handbill.edition.edition import Edition
    from handbill.render.typst import SheetRenderer

settings.register_profile("handbill", deadline=None)
# How long one example takes says how busy the machine is, and nothing of the example.
settings.load_profile("handbill")

ROOT = Path(__file__).parents[1]
PROJECT = ("mkdocs.yml", "campaigns", "docs", "templates")
"""What a site is built from."""

SKIPPED = "skipped, but in CI every test must run: "


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _run_or_fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turns a skip into a failure that still says why it was skipped.

    On Linux alone: a few tests are of what other systems do not have, and say so.
    """
    if not (report.skipped and _in_ci() and sys.platform == "linux"):
        return
    if hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = SKIPPED + reason


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, pytest.TestReport]:
    """Fails a skipped test."""
    report: pytest.TestReport = yield
    _run_or_fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, pytest.CollectReport]:
    """Fails a module that skips itself whole."""
    report: pytest.CollectReport = yield
    _run_or_fail(report)
    return report


@pytest.fixture(scope="session")
def copy_project() -> Callable[[Path], Path]:
    """Copies what the flagship is built from into a new folder: tests never build in the tree."""

    def copy(folder: Path) -> Path:
        folder.mkdir(parents=True)
        for name in PROJECT:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name)
            else:
                shutil.copy(source, folder)
        return folder

    return copy


@pytest.fixture(scope="session")
def handbill() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command as a person would: handbill(folder, "build", "--strict", LANG="C")."""

    def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "handbill", *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env={**os.environ, **settings},
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The flagship in its own language, at its default place."""
    from handbill.edition.localise import localise
    from handbill.load.folders import load_collection
    from handbill.load.settings import read_settings

    collection, problems = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert collection is not None, problems
    [campaign] = collection.campaigns
    return localise(collection, campaign, campaign.campaign.value.default_place)


@pytest.fixture(scope="session")
def renderer() -> SheetRenderer:
    """One renderer that stays warm."""
    from handbill.render.typst import SheetRenderer

    return SheetRenderer(ROOT / "templates")


@pytest.fixture(scope="session")
def sheet() -> Callable[..., dict[str, Any]]:
    """Makes a sheet of a kind; see sample_sheets."""
    from sample_sheets import make_sheet

    return make_sheet


@pytest.fixture(scope="session")
def document() -> Callable[..., dict[str, Any]]:
    """Makes the whole input of a template; see sample_sheets."""
    from sample_sheets import make_document

    return make_document


@pytest.fixture(scope="session")
def fingerprint() -> Callable[[Path], dict[str, str]]:
    """The digest of every file below a folder, by its path there."""

    def of(folder: Path) -> dict[str, str]:
        return {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    return of


@pytest.fixture(scope="session")
def flagship(
    tmp_path_factory: pytest.TempPathFactory,
    copy_project: Callable[[Path], Path],
    handbill: Callable[..., subprocess.CompletedProcess[str]],
) -> Path:
    """The flagship project, built once. Tests read it and leave it as it is. Drawings that a build
    of the tree has left in build/cache are used: they are kept by what they are made of.

    While one works on tests, HANDBILL_BUILT_FLAGSHIP may name a copy of the project that is built
    already, with campaigns, templates and site in it: it is taken as it stands, and it is for
    whoever sets this to build it again after a change. CI takes no notice of it.
    """
    if (ready := os.environ.get("HANDBILL_BUILT_FLAGSHIP")) and not _in_ci():
        return Path(ready).resolve(strict=True)
    folder = copy_project(tmp_path_factory.mktemp("flagship") / "project")
    if (drawn := ROOT / "build" / "cache").is_dir():
        shutil.copytree(drawn, folder / "build" / "cache")
    done = handbill(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def built(flagship: Path) -> Path:
    """The finished site of the flagship."""
    return flagship / "site"


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, str]:
    """HTML of every page of the flagship for citizens, by its path; the editor's guide is not."""
    return {
        name: file.read_text("utf-8")
        for file in sorted(built.rglob("*.html"))
        if not (name := file.relative_to(built).as_posix()).startswith("guide/")
    }
