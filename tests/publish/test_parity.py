"""The plugin's site and a plain MkDocs build of the materialised tree are the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Fingerprint: TypeAlias = Callable[[Path], dict[str, str]]
ISSUED = "1795478400"
"""2026-11-24, the flagship's date: what the plugin tells MkDocs, a plain build must be told."""


def plainly(tree: Path, generator: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": ISSUED, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", generator, "build", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=tree,
        env=environment,
        check=False,
    )


@pytest.fixture(scope="module")
def tree(flagship: Path, handbill: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's materialised tree."""
    folder = tmp_path_factory.mktemp("materialised") / "tree"
    done = handbill(flagship, "materialise", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def test_a_plain_build_of_the_tree_is_byte_for_byte_the_plugins_site(
    flagship: Path, built: Path, tree: Path, handbill: Command, fingerprint: Fingerprint
) -> None:
    done = plainly(tree, "mkdocs", "--quiet")
    assert done.returncode == 0, done.stderr
    done = handbill(flagship, "finish", str(tree / "site"))
    assert done.returncode == 0, done.stderr
    ours, plain = fingerprint(built), fingerprint(tree / "site")
    assert sorted(plain) == sorted(ours)
    assert [name for name in ours if plain[name] != ours[name]] == []


def test_mkdocs_without_our_command_builds_the_same_site(
    flagship: Path, built: Path, tmp_path: Path, fingerprint: Fingerprint
) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        cwd=flagship,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = fingerprint(built), fingerprint(tmp_path)
    assert {
        name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)
    } == set()


def test_the_tree_needs_no_plugin_of_ours(tree: Path) -> None:
    assert "handbill" not in (tree / "mkdocs.yml").read_text("utf-8").split("\n", 1)[1]
    assert (tree / "docs/index.md").is_file() and (tree / "overrides/citizen.html").is_file()


def test_writing_the_tree_again_touches_only_what_changed(
    flagship: Path, tree: Path, handbill: Command, fingerprint: Fingerprint
) -> None:
    expected = fingerprint(tree)
    times = {file: file.stat().st_mtime_ns for file in (tree / "docs").rglob("*.*")}
    (tree / "docs/law.md").write_text("changed by hand", "utf-8")
    stale = tree / "docs/cases/no-longer-made.md"
    stale.write_text("a case that was withdrawn", "utf-8")
    manifest = tree / "written-by-handbill.txt"
    manifest.write_text(f"{manifest.read_text('utf-8')}docs/cases/no-longer-made.md\n", "utf-8")
    mine = tree / "notes.txt"
    mine.write_text("not Handbill's", "utf-8")

    done = handbill(flagship, "materialise", str(tree))

    assert done.returncode == 0, done.stderr
    assert mine.read_text("utf-8") == "not Handbill's"
    mine.unlink()
    assert not stale.exists()
    assert {
        name: digest for name, digest in fingerprint(tree).items() if not name.startswith("site/")
    } == {name: digest for name, digest in expected.items() if not name.startswith("site/")}
    touched = {
        file.name
        for file, before in times.items()
        if file != stale and file.stat().st_mtime_ns != before
    }
    assert touched == {"law.md"}


def test_a_folder_with_files_of_others_is_refused(
    flagship: Path, tmp_path: Path, handbill: Command
) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    done = handbill(flagship, "materialise", str(tmp_path))
    assert done.returncode == 1
    assert "E711" in done.stderr and str(tmp_path) in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_manifest_that_leads_outside_removes_nothing_there(
    flagship: Path, tmp_path: Path, handbill: Command
) -> None:
    outside, folder = tmp_path / "precious.txt", tmp_path / "tree"
    outside.write_text("mine", "utf-8")
    folder.mkdir()
    (folder / "written-by-handbill.txt").write_text(f"../precious.txt\n{outside}\n", "utf-8")
    handbill(flagship, "materialise", str(folder))
    assert outside.read_text("utf-8") == "mine"


@pytest.mark.slow
def test_zensical_builds_the_tree(tree: Path) -> None:
    done = plainly(tree, "zensical", "--clean")
    assert done.returncode == 0, done.stdout + done.stderr
    for page in ("index.html", "help/index.html", "law/index.html", "cases/index.html"):
        assert "防范传销" in (tree / "site" / page).read_text("utf-8")
