"""A page of docs/ that goes away during a build stops it, at whatever moment; the old site stays."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from handbill import road
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Fingerprint: TypeAlias = Callable[[Path], dict[str, str]]

STEPS = ("pre_build", "files", "nav", "page_markdown", "env", "page_content")
"""Of MkDocs' events those at which something can still be taken away."""
HOOK = """
import shutil
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority({priority})
def on_{step}(*arguments, **named):
    config = named.get("config") or arguments[0]
    target = Path(config.docs_dir, {name!r})
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
"""
TAKEN = {"all": "", "a page": "guide/index.md", "a picture": "guide/mark.png"}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, handbill: Command) -> Path:
    folder = tmp_path_factory.mktemp("good") / "site"
    new_site(folder, "zh")
    shutil.copy(Path(__file__).parents[2] / "docs/guide/index.md", folder / "docs/guide/mark.png")
    done = handbill(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("taken", TAKEN)
@pytest.mark.parametrize("step", STEPS)
def test_what_goes_away_during_a_build_stops_it_or_is_in_the_site(
    good: Path, tmp_path: Path, handbill: Command, fingerprint: Fingerprint, step: str, taken: str
) -> None:
    project = tmp_path / "site"
    shutil.copytree(good, project)
    before = fingerprint(project / "site")
    for priority in (100, -100):
        hook = HOOK.format(priority=priority, step=step, name=TAKEN[taken])
        (project / "away.py").write_text(hook, "utf-8")
        config = (good / "mkdocs.yml").read_text("utf-8")
        (project / "mkdocs.yml").write_text(f"hooks: [away.py]\n{config}", "utf-8")
        shutil.copytree(good / "docs", project / "docs", dirs_exist_ok=True)
        done = handbill(project, "build", "--lang", "en")
        assert fingerprint(project / "site").keys() == before.keys(), step
        if done.returncode:
            assert "E143" in done.stderr, done.stderr
            assert fingerprint(project / "site") == before
        else:
            assert STEPS.index(step) >= STEPS.index("files"), "taken before MkDocs had found it"


def test_what_went_away_before_mkdocs_looked_and_came_back_stops_the_build(
    good: Path, tmp_path: Path, handbill: Command, fingerprint: Fingerprint
) -> None:
    project = tmp_path / "site"
    shutil.copytree(good, project)
    (project / "away.py").write_text(
        "from pathlib import Path\n"
        "def on_pre_build(config): Path(config.docs_dir).rename('aside')\n"
        "def on_files(files, config): Path('aside').rename(config.docs_dir)\n",
        "utf-8",
    )
    config = (good / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"hooks: [away.py]\n{config}", "utf-8")
    before = fingerprint(project / "site")
    done = handbill(project, "build", "--lang", "en")
    assert done.returncode == 1
    assert "2 file(s) of docs went away during the build: guide/index.md" in done.stderr
    assert fingerprint(project / "site") == before


def test_what_mkdocs_leaves_out_may_go_away(good: Path, tmp_path: Path, handbill: Command) -> None:
    project = tmp_path / "site"
    shutil.copytree(good, project)
    for name in (".index.md.swp", "drafts/one.md", "guide/README.md"):
        (project / "docs" / name).parent.mkdir(exist_ok=True)
        (project / "docs" / name).write_text("# 草稿\n", "utf-8")
    (project / "away.py").write_text(
        "from pathlib import Path\n"
        "def on_pre_build(config):\n"
        "    for name in ('.index.md.swp', 'drafts/one.md', 'guide/README.md'):\n"
        "        Path(config.docs_dir, name).unlink()\n",
        "utf-8",
    )
    config = (good / "mkdocs.yml").read_text("utf-8")
    added = "hooks: [away.py]\nexclude_docs: drafts/\n"
    (project / "mkdocs.yml").write_text(added + config, "utf-8")
    done = handbill(project, "build", "--lang", "en")
    assert done.returncode == 0, done.stderr


def test_a_tree_without_pages_that_went_away_is_not_written(
    good: Path, tmp_path: Path, handbill: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "site"
    shutil.copytree(good, project)
    assert handbill(project, "materialise", "tree").returncode == 0
    walk = road.build

    def disturbed(*arguments: Any) -> Any:
        shutil.rmtree(project / "docs")
        return walk(*arguments)

    monkeypatch.setattr(road, "build", disturbed)
    done = handbill(project, "materialise", "tree", "--lang", "en")
    assert done.returncode == 1
    assert "E143" in done.stderr
    assert (project / "tree/docs/guide/index.md").is_file()


def test_a_site_without_docs_is_told(good: Path, tmp_path: Path, handbill: Command) -> None:
    project = tmp_path / "site"
    shutil.copytree(good, project)
    shutil.rmtree(project / "docs")
    for command in (["check"], ["build"], ["materialise", "tree"]):
        done = handbill(project, *command, "--lang", "en")
        assert done.returncode == 1
        assert "E144" in done.stderr
        assert "there is no folder docs" in done.stderr
    assert handbill(project, "sheet", "schools-poster").returncode == 0
