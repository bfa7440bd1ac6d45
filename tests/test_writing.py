"""A file is the old one or the new one, whatever ends the writing of it."""

from __future__ import annotations

import os
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import pytest

from handbill import writing
from handbill.writing import DRAFT, write_whole


def test_a_file_is_written_and_whether_there_was_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "deeper" / "a.pdf"
    assert write_whole(file, b"one") is False
    assert write_whole(file, b"two") is True
    assert [one.read_bytes() for one in file.parent.iterdir()] == [b"two"]


def test_permissions_stay_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    usual, file = tmp_path / "usual", tmp_path / "a"
    usual.touch()
    write_whole(file, b"one")
    assert file.stat().st_mode == usual.stat().st_mode
    file.chmod(stat.S_IRUSR | stat.S_IWUSR)
    mode = file.stat().st_mode
    write_whole(file, b"two")
    assert file.stat().st_mode == mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    try:
        (tmp_path / "link").symlink_to(tmp_path / "real")
    except OSError:
        return  # Windows without the right to make links
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_names_the_file_and_leaves_the_old_one_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = tmp_path / "en.po"
    file.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space") as caught:
        write_whole(file, b"new")
    assert caught.value.filename == str(file) and caught.value.errno == 28
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_content_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    rename = Path.replace

    def replace(self: Path, to: Path) -> Path:
        assert self.stat().st_ino in flushed
        return rename(self, to)

    monkeypatch.setattr(Path, "replace", replace)
    write_whole(tmp_path / "a", b"content")


def test_what_a_killed_process_left_is_removed_and_a_living_draft_is_not(tmp_path: Path) -> None:
    dead, living = tmp_path / f".dead{DRAFT}", tmp_path / f".living{DRAFT}"
    dead.write_bytes(b"half")
    with living.open("w+b") as stream:
        assert writing.take(stream.fileno())
        write_whole(tmp_path / "a", b"content")
        assert {file.name for file in tmp_path.iterdir()} == {living.name, "a"}
    writing.tidy(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"a"}


def test_without_locks_only_an_old_draft_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(handle: int) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(writing, "take", unsupported)
    draft = tmp_path / "draft"
    draft.touch()
    assert not writing.abandoned(draft)
    os.utime(draft, (0, 0))
    assert writing.abandoned(draft)


def test_windows_is_asked_again_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def held_for_a_moment() -> str:
        asked.append(1)
        if len(asked) < 3:
            raise PermissionError(13, "in use by a scanner")
        return "done"

    monkeypatch.setattr(writing, "WINDOWS", False)
    with pytest.raises(PermissionError):
        writing.patiently(held_for_a_moment)
    monkeypatch.setattr(writing, "WINDOWS", True)
    assert writing.patiently(held_for_a_moment) == "done"
    monkeypatch.setattr(writing, "PATIENCE", 0.0)
    asked.clear()
    with pytest.raises(PermissionError):
        writing.patiently(held_for_a_moment)


def test_the_first_writers_of_a_folder_leave_each_other_s_drafts_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that is not yet locked looks like one that was left behind."""

    def slow(folder: Path) -> None:
        time.sleep(0.1)
        for draft in folder.glob(f".*{DRAFT}"):
            draft.unlink(missing_ok=True)

    def content(stream: BinaryIO) -> None:
        stream.write(b"a")
        time.sleep(0.2)

    monkeypatch.setattr(writing, "tidy", slow)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: write_whole(tmp_path / name, content), "abcd"))
    assert {one.name for one in tmp_path.iterdir()} == {*"abcd"}
