"""A site's own templates win file by file, and a copy is refreshed only by real changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbill import resources
from handbill.resources import default_templates, merged_templates


@pytest.fixture
def default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "default"
    for name in ("poster/sheet.typ", "poster/page.html.j2", "looks.yml"):
        write(folder / name, "default")
    monkeypatch.setattr(resources, "default_templates", lambda: folder)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_default_look_of_a_source_tree_is_found() -> None:
    assert (default_templates() / "poster" / "sheet.typ").is_file()


@pytest.mark.parametrize("own", [None, "missing", "empty", "only hidden", "the default itself"])
def test_with_nothing_to_lay_over_it_the_default_is_used_as_it_is(
    default: Path, tmp_path: Path, own: str | None
) -> None:
    folder = tmp_path / "own" if own else None
    if own in {"empty", "only hidden"} and folder:
        folder.mkdir()
    if own == "only hidden" and folder:
        write(folder / ".DS_Store", "")
    if own == "the default itself":
        folder = default
    assert merged_templates(folder, tmp_path / "cache") == default
    assert not (tmp_path / "cache").exists()


def test_a_sites_own_files_win_file_by_file(default: Path, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    write(own / "poster/sheet.typ", "own")
    write(own / "zine/sheet.typ", "own")
    assert merged_templates(own, cache) == cache
    assert tree(cache) == {
        "looks.yml": "default",
        "poster/page.html.j2": "default",
        "poster/sheet.typ": "own",
        "zine/sheet.typ": "own",
    }
    assert not any(path.is_symlink() for path in cache.rglob("*"))


def test_only_what_changed_is_written_again(default: Path, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    write(own / "looks.yml", "own")
    merged_templates(own, cache)
    before = {path: path.stat().st_mtime_ns for path in cache.rglob("*.*")}
    write(own / "looks.yml", "own, changed")
    merged_templates(own, cache)
    written = {path.name for path in cache.rglob("*.*") if path.stat().st_mtime_ns != before[path]}
    assert written == {"looks.yml"}
    assert tree(cache)["looks.yml"] == "own, changed"


def test_a_copy_that_a_power_cut_has_torn_is_written_again(default: Path, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    write(own / "looks.yml", "own")
    merged_templates(own, cache)
    torn = cache / "poster" / "sheet.typ"
    times = torn.stat()
    torn.write_bytes(b"\0" * times.st_size)
    os.utime(torn, ns=(times.st_atime_ns, times.st_mtime_ns))
    merged_templates(own, cache)
    assert torn.read_text("utf-8") == "default"


def test_what_is_taken_away_leaves_the_copy(default: Path, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    write(own / "poster/sheet.typ", "own")
    write(own / "zine/deep/sheet.typ", "own")
    merged_templates(own, cache)
    (own / "zine/deep/sheet.typ").unlink()
    (own / "poster/sheet.typ").unlink()
    write(own / "zine/deep.typ", "own")
    merged_templates(own, cache)
    assert tree(cache) == {**tree(default), "zine/deep.typ": "own"}


def test_a_file_may_become_a_folder_and_back(default: Path, tmp_path: Path) -> None:
    own, cache = tmp_path / "own", tmp_path / "cache"
    write(own / "zine", "a file")
    merged_templates(own, cache)
    (own / "zine").unlink()
    write(own / "zine/sheet.typ", "own")
    merged_templates(own, cache)
    assert tree(cache)["zine/sheet.typ"] == "own"
    (own / "zine/sheet.typ").unlink()
    (own / "zine").rmdir()
    write(own / "zine", "a file")
    merged_templates(own, cache)
    assert tree(cache)["zine"] == "a file"
