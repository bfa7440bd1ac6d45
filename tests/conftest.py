"""In continuous integration every test must run: one that is skipped fails, with its reason.

And what many tests share: the flagship site, built once from a copy of the project.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import runpy
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from handbill.edition.edition import Edition
    from handbill.render.typst import SheetRenderer

ROOT = Path(__file__).parents[1]
_SHUT = ROOT / "tests/offline"
OFFLINE = {
    "PYTHONPATH": os.pathsep.join([str(_SHUT), *filter(None, [os.environ.get("PYTHONPATH")])])
}
"""Environment of a process that reaches no other computer; see tests/offline."""
if _SHUT.is_dir():  # a test of this file runs a copy of it elsewhere
    runpy.run_path(str(_SHUT / "sitecustomize.py"))
PROJECT = ("mkdocs.yml", "campaigns", "docs", "templates")
"""What a site is built from."""

SKIPPED = "skipped, but in CI every test must run: "


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


# How long one example takes says how busy the machine is, and nothing of the example.
settings.register_profile("handbill", deadline=None, derandomize=_in_ci())
settings.load_profile("handbill")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes share the tests, the modules that take longest come first: none is
    left to one process alone at the end."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        weight = {"slow": 2, "browser": 1}
        modules: dict[Path, int] = {}
        for item in items:
            marks = [weight.get(mark.name, 0) for mark in item.iter_markers()]
            modules[item.path] = max(modules.get(item.path, 0), *marks, 0)
        items.sort(key=lambda item: -modules[item.path])


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


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def handbill() -> Command:
    """Runs the command as a person would: handbill(folder, "build", "--strict", LANG="C").

    In this process, which has what it imports already; see handbill_process.
    """
    from handbill import cli

    def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "environ", os.environ.copy())
            patch.chdir(folder)
            os.environ.update(settings)
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    code = cli.main(arguments)
                except SystemExit as end:
                    code = int(end.code or 0)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read())
        return subprocess.CompletedProcess(arguments, code, *said)

    return run


@pytest.fixture(scope="session")
def handbill_process() -> Command:
    """Runs the command in a process of its own, for what a process alone can show: another time
    zone or hash seed, streams that close, and what is imported."""

    def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "handbill", *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env={**os.environ, **OFFLINE, **settings},
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def offline() -> dict[str, str]:
    """The environment of a process that reaches no other computer."""
    return OFFLINE


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
def renderer(tmp_path_factory: pytest.TempPathFactory) -> SheetRenderer:
    """One renderer that stays warm, with the flagship's own pictures."""
    from handbill.render.typst import SheetRenderer
    from handbill.resources import merged_templates

    own = ROOT / "campaigns/anti-pyramid-selling/templates"
    return SheetRenderer(merged_templates(own, tmp_path_factory.mktemp("look")))


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


def _build(folder: Path, copy_project: Callable[[Path], Path], handbill: Command) -> str:
    """Makes the flagship's project with its site; returns what went wrong, if anything. The site
    that the last build of the tree has left is taken if it is of the same sources, else its
    drawings: they are kept by what they are made of."""
    import built

    copy_project(folder)
    for name in ("build/cache", *(built.MADE if built.is_current() else ())):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    if (folder / "site").is_dir():
        return ""
    done = handbill(folder, "build")
    return done.stderr if done.returncode else ""


@pytest.fixture(scope="session")
def flagship(
    tmp_path_factory: pytest.TempPathFactory,
    copy_project: Callable[[Path], Path],
    handbill_process: Command,
) -> Path:
    """The flagship project, built once, by whichever process comes first; the others wait. Tests
    read it and leave it as it is.

    While one works on tests, HANDBILL_BUILT_FLAGSHIP may name a copy of the project that is built
    already, with campaigns, templates and site in it: it is taken as it stands, and it is for
    whoever sets this to build it again after a change. CI takes no notice of it.
    """
    if (ready := os.environ.get("HANDBILL_BUILT_FLAGSHIP")) and not _in_ci():
        return Path(ready).resolve(strict=True)
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, result = shared / "flagship", shared / "flagship.txt"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + 900
        while not result.exists():
            assert time.monotonic() < until, "the process that builds the flagship says nothing"
            time.sleep(0.1)
    else:
        failure = "the process that built the flagship has ended"
        try:
            failure = _build(folder / "project", copy_project, handbill_process)
        finally:
            result.with_suffix(".new").write_text(failure, "utf-8")
            result.with_suffix(".new").replace(result)
    assert result.read_text("utf-8") == ""
    return folder / "project"


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
        if not (name := file.relative_to(built).as_posix()).startswith(("guide/", "en/guide/"))
    }
