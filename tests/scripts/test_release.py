"""A release is what its tag says, agrees with itself, and comes out the same byte for byte."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import environment
import release

PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "handbill"
requires-python = ">=3.11"
dynamic = ["version"]
[tool.hatch.version]
path = "src/handbill/__init__.py"
[tool.hatch.build.targets.wheel]
packages = ["src/handbill"]
"""
CHANGELOG = (
    "# Changelog\n\n## Unreleased\n\n## 1.2.0 (2026-11-24)\n\n- All.\n\n## 1.1.0 (2026-01-01)\n"
)
HOOK = """\
import os, pathlib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

class Hook(BuildHookInterface):
    def initialize(self, version, build_data):
        pathlib.Path("src/handbill/chance.py").write_text(f"# {os.urandom(8).hex()}")
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that is ready to be released as 1.2.0."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "tests")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "tests@example.invalid")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-11-24T23:30:00+08:00")
    root = tmp_path / "project"
    package = root / "src" / "handbill"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('__version__ = "1.2.0"\n', "utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (root / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    git(root, "init", "--quiet")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True)


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Version 1.2.0")
    git(root, "tag", "--force", "--annotate", "v1.2.0", "--message", "1.2.0")


def test_what_agrees_may_be_released(root: Path) -> None:
    assert release.disagreements(root) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("CHANGELOG.md", "1.2.0", "1.3.0", "begins with 1.3.0"),
        ("CHANGELOG.md", "Unreleased\n", "Unreleased\n\n- More.\n", "begins with Unreleased"),
        ("CHANGELOG.md", "2026-11-24", "2026-11-23", "dated 2026-11-23, the commit 2026-11-24"),
        ("CHANGELOG.md", " (2026-11-24)", "", "dated , the commit"),
        ("src/handbill/__init__.py", "1.2.0", "1.2.1", "there is no tag"),
    ],
)
def test_what_does_not_agree_is_named(root: Path, file: str, old: str, new: str, said: str) -> None:
    path = root / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    commit(root)
    assert said in "\n".join(release.disagreements(root))


def test_changes_that_are_not_committed_are_named(root: Path) -> None:
    (root / "new.txt").touch()
    assert ["not committed" in line for line in release.disagreements(root)] == [True]


def test_a_tag_on_another_commit_is_named(root: Path) -> None:
    git(root, "commit", "--quiet", "--allow-empty", "--message", "More")
    assert ["on another commit" in line for line in release.disagreements(root)] == [True]


@pytest.mark.slow
def test_two_builds_are_the_same_and_the_first_is_kept(
    root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (root / "src/handbill/__init__.py").write_text("raise ValueError('not the tag')", "utf-8")
    out = tmp_path / "dist"
    assert release.build_twice(sys.executable, root, "v1.2.0", out) == []
    wheel, sdist = sorted(out.iterdir(), key=lambda file: file.suffix, reverse=True)
    assert (wheel.name, sdist.name) == ("handbill-1.2.0-py3-none-any.whl", "handbill-1.2.0.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("handbill/__init__.py") == b'__version__ = "1.2.0"\n'
    assert capfd.readouterr().out.count("dist/handbill-1.2.0") == 2


@pytest.mark.slow
def test_builds_that_differ_are_named(root: Path, tmp_path: Path) -> None:
    (root / "hatch_build.py").write_text(HOOK, "utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT + "[tool.hatch.build.hooks.custom]\n", "utf-8")
    commit(root)
    differing = release.build_twice(sys.executable, root, "v1.2.0", tmp_path / "dist")
    assert "handbill-1.2.0.tar.gz" in differing


def test_the_bill_of_materials_names_every_package_of_the_lock(tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx_py")
    first, second = tmp_path / "one.cdx.json", tmp_path / "two.cdx.json"
    for out in (first, second):
        release.bill_of_materials(sys.executable, environment.ROOT, out)
    assert first.read_bytes() == second.read_bytes()
    told = json.loads(first.read_bytes())
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["name"] == "handbill"
    lock = (environment.ROOT / environment.BUILD).read_text("utf-8")
    # A package may be locked in two versions, for two systems.
    locked = sorted(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE))
    assert sorted((one["name"], one["version"]) for one in told["components"]) == locked
    for one in told["components"]:
        digests = [
            digest["content"]
            for link in one["externalReferences"]
            for digest in link.get("hashes", ())
        ]
        assert digests and all(digest in lock for digest in digests), one["name"]
