"""One writer at a time; a lock that says who holds it, and that a killed process lets go of."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from handbill import writing
from handbill.problems import Problem, ProblemsFound
from handbill.publish import writer
from handbill.publish.writer import LOCK, one_writer


def refusal(build_dir: Path) -> Problem:
    with pytest.raises(ProblemsFound) as caught, one_writer(build_dir, "second"):
        pytest.fail("two write at once")
    [problem] = caught.value.problems
    return problem


def test_the_second_is_refused_and_told_who_writes(tmp_path: Path) -> None:
    with one_writer(tmp_path / "build", "handbill build") as held:
        assert held.locked
        problem = refusal(tmp_path / "build")
    assert problem.code == "E760"
    said = problem.text("en")
    assert "“handbill build”" in said and str(os.getpid()) in said and str(tmp_path) in said
    with one_writer(tmp_path / "build", "third") as held:
        assert held.locked


def test_a_holder_that_says_nothing_yet_is_unknown(tmp_path: Path) -> None:
    with one_writer(tmp_path, "first"):
        (tmp_path / LOCK).write_text("{", "utf-8")
        problem = refusal(tmp_path)
    assert "unknown" in problem.text("en") and "不知道" in problem.text("zh")


HOLD = """
import sys, time
from pathlib import Path
from handbill.publish.writer import one_writer
with one_writer(Path(sys.argv[1]), "killed"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_lock_of_a_killed_process_is_gone(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout and holder.stdout.readline() == "held\n"
    assert f"process {holder.pid} on" in refusal(tmp_path).text("en")
    holder.kill()
    holder.communicate()
    with one_writer(tmp_path, "next") as held:
        assert held.locked


def test_a_lock_that_was_removed_no_longer_counts(tmp_path: Path) -> None:
    with one_writer(tmp_path / "build", "first") as held:
        held.require()
        (tmp_path / "build").rename(tmp_path / "removed")
        with pytest.raises(ProblemsFound, match="removed during the build"):
            held.require()
        with one_writer(tmp_path / "build", "second"), pytest.raises(ProblemsFound, match="E709"):
            held.require()


def test_where_there_are_no_locks_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(handle: int) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(writer, "take", unsupported)
    with one_writer(tmp_path, "first") as held, one_writer(tmp_path, "second"):
        assert not held.locked
        held.require()


def test_windows_locks_a_byte_that_nobody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int, int]] = []

    def locking(handle: int, mode: int, length: int) -> None:
        asked.append((os.lseek(handle, 0, os.SEEK_CUR), mode, length))
        if len(asked) == 2:
            raise OSError(errno.EACCES, "Permission denied")
        if len(asked) == 3:
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    with (tmp_path / "lock").open("w+b") as stream:
        assert writing.take(stream.fileno()) is True
        assert writing.take(stream.fileno()) is False
        with pytest.raises(OSError, match="Invalid"):
            writing.take(stream.fileno())
        assert stream.fileno() and asked == [(writing.FAR, 2, 1)] * 3
        stream.write(b"holder")
        assert os.lseek(stream.fileno(), 0, os.SEEK_CUR) <= writing.FAR
