"""Runs a command in a process in which something goes wrong: at its N-th call that writes it dies, or
the disk says no; or its clock or its modules are others.

A call is one of Python's that changes a file or a folder (open to write, write, replace, unlink,
mkdir, fsync …), in any thread. What another program writes, Pagefind's index, is no call; its files
count as not flushed.
"""

from __future__ import annotations

import builtins
import datetime
import errno
import io
import multiprocessing
import os
import pkgutil
import re
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import handbill

DIED = 137
"""Exit code of a process that a fault has ended."""
GROWING = frozenset({"open", "write", "sendfile", "copy_file_range", "mkdir", "symlink", "link"})
CALLS = GROWING | frozenset(
    {
        "fsync",
        "replace",
        "rename",
        "unlink",
        "remove",
        "rmdir",
        "truncate",
        "ftruncate",
        "chmod",
        "utime",
    }
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Fault:
    """What happens at a call: the process dies where error is None. lasting: at all later ones too.
    struck: the calls that fail. cut: files that were not flushed to the disk are left empty."""

    error: int | None = None
    lasting: bool = False
    struck: frozenset[str] = CALLS
    cut: bool = False


FAULTS = {
    "killed": Fault(),
    "power cut": Fault(cut=True),
    "disk full": Fault(errno.ENOSPC, lasting=True, struck=GROWING),
    "bad block": Fault(errno.EIO),
    "read-only": Fault(errno.EROFS, lasting=True),
    "held open": Fault(errno.EACCES),  # as on Windows, by a scanner of viruses
}


@dataclass(frozen=True)
class Wrong:
    """What is wrong in a process. fault: one of FAULTS, at the call number `at`, from 1. day: by its
    clock. absent: modules that are not installed."""

    fault: str = ""
    at: int = 0
    day: datetime.date | None = None
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ended:
    """How a command has ended. struck: the call that failed first. sorts: of all its calls, in
    order, where none was to fail: the call, and the folder or file of the project it was for."""

    code: int
    said: str
    struck: str
    sorts: tuple[str, ...]


def run_wrong(project: Path, *words: str, wrong: Wrong | None = None) -> Ended:
    """Runs a command to its end in a process that has imported all it needs."""
    context = _context()
    with tempfile.TemporaryDirectory() as folder:
        log, told = Path(folder, "log.txt"), Path(folder, "told.txt")
        arguments = (str(project), words, wrong or Wrong(), str(log), str(told))
        process = context.Process(target=_command, args=arguments)
        process.start()
        process.join(300)
        if process.exitcode is None:
            process.kill()
            process.join()
        facts = told.read_text("utf-8").splitlines() if told.is_file() else []
        said = log.read_text("utf-8", "replace") if log.is_file() else ""
        struck, sorts = (facts[0], []) if wrong and wrong.fault and facts else ("", facts)
        return Ended(process.exitcode or 0, said, struck, tuple(sorts))


def run(project: Path, *words: str) -> tuple[int, str]:
    """Runs a command without any fault, as `tried.run` does, but sooner."""
    ended = run_wrong(project, *words)
    return ended.code, ended.said


def _context() -> Any:
    """Processes that are forked from one which has the modules but has not drawn yet (threads of a
    compiler do not survive a fork); new ones where the system cannot fork."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_modules())
    return context


def _modules() -> list[str]:
    """All of the program, and what it imports only when it is needed."""
    found = [one.name for one in pkgutil.walk_packages(handbill.__path__, "handbill.")]
    return [name for name in found if not name.endswith("__main__")] + ["material", "PIL.Image"]


def _command(project: str, words: tuple[str, ...], wrong: Wrong, log: str, told: str) -> None:
    """The process: sets up what is wrong, and runs the command."""
    output = os.open(log, os.O_WRONLY | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.chdir(project)
    for name in wrong.absent:
        sys.modules[name] = None  # type: ignore[assignment]
    if wrong.day:
        _set_clock(wrong.day)
    watch = Watch(wrong, told)
    watch.install()
    from handbill import cli

    code = cli.main(words)
    watch.tell("\n".join(watch.sorts))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


class Watch:
    """Counts the calls that write, and strikes at the one it is told."""

    def __init__(self, wrong: Wrong, told: str) -> None:
        self.calls = 0
        self.sorts: list[str] = []
        self._project = Path.cwd()
        self._fault = FAULTS.get(wrong.fault)
        self._at = wrong.at
        self._counting = threading.Lock()
        self._told = os.open(told, os.O_WRONLY | os.O_CREAT)
        self._write, self._open = os.write, builtins.open
        self._began = time.time_ns()
        self._flushed: set[tuple[int, int]] = set()

    def tell(self, fact: str) -> None:
        """Writes a line for who has started the process."""
        self._write(self._told, f"{fact}\n".encode())

    def install(self) -> None:
        """Puts the watch between the program and the calls."""
        for name in sorted(CALLS - {"open", "write", "fsync"}):
            if hasattr(os, name):
                setattr(os, name, self._watched(name, getattr(os, name)))
        os.open = self._watched_open(os.open)
        os.write = self._watched_write
        os.fsync = self._watched_fsync
        builtins.open = io.open = self._opened  # type: ignore[assignment]

    def strike(
        self,
        name: str,
        path: object,
        torn: Callable[[], object] | None = None,
        within: bool = False,
    ) -> None:
        """Counts a call and, when its turn has come, fails. torn: does half of it before. within: the
        path is below a folder that is open."""
        with self._counting:
            self.calls += 1
            if self._fault is None:
                self.sorts.append(f"{name} {'below a folder' if within else self._place(path)}")
            due = self.calls == self._at or (self.calls > self._at > 0 and self._lasts())
            if not due or self._fault is None or name not in self._fault.struck:
                return
            self.tell(name if isinstance(path, int) else f"{name} {Path(path).name}")
            if torn:
                torn()
            if self._fault.error is not None:
                raise OSError(self._fault.error, os.strerror(self._fault.error), path)
            if self._fault.cut:
                self._cut()
            os._exit(DIED)

    def _place(self, path: object) -> str:
        """Returns what at the top of the project a call is for, a file of build/ by its name; what is
        another in each run is left out of it."""
        if isinstance(path, int):
            return "an open file"
        parts = Path(os.path.relpath(os.fsdecode(path), self._project)).parts  # type: ignore[arg-type]
        file_of_build = parts[:1] == ("build",) and len(parts) == 2 and "." in parts[1]
        return re.sub("(?<=[-.])[0-9a-f]{4,}", "#", "/".join(parts if file_of_build else parts[:1]))

    def written(self, handle: int) -> None:
        """Notes that a file has bytes that are not on the disk yet."""
        self._flushed.discard(_identity(os.fstat(handle)))

    def _lasts(self) -> bool:
        return self._fault is not None and self._fault.lasting

    def _cut(self) -> None:
        """Empties every file that this run has written and not flushed."""
        for folder, _, files in os.walk("."):
            for name in files:
                path = Path(folder, name)
                state = path.stat()
                if state.st_mtime_ns >= self._began and _identity(state) not in self._flushed:
                    with self._open(path, "r+b") as file:
                        file.truncate(0)

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            self.strike(name, arguments[0], within=options.get("dir_fd") is not None)
            if name in ("sendfile", "copy_file_range"):
                self.written(arguments[name == "copy_file_range"])
            return call(*arguments, **options)

        return watched

    def _watched_open(self, call: Callable[..., int]) -> Callable[..., int]:
        def watched(path: Any, flags: int, mode: int = 0o777, **options: Any) -> int:
            if flags & WRITING:
                self.strike("open", path)
            return call(path, flags, mode, **options)

        return watched

    def _watched_write(self, handle: int, data: bytes) -> int:
        half = memoryview(data)[: len(data) // 2]
        self.strike("write", handle, lambda: self._write(handle, half))
        self.written(handle)
        return self._write(handle, data)

    def _watched_fsync(self, handle: int) -> None:
        """Notes what is flushed. The disk need not do it: it is the note that a power cut reads."""
        self.strike("fsync", handle)
        self._flushed.add(_identity(os.fstat(handle)))

    def _opened(
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        """`open`, with every write of a file that is opened to write seen by the watch."""
        if not set(mode) & set("wax+"):
            return self._open(file, mode, buffering, encoding, errors, newline, closefd, opener)
        if not isinstance(file, int):
            self.strike("open", file)
        raw = _WatchedFile(self, file, mode.replace("b", "").replace("t", ""), closefd, opener)
        if buffering == 0:
            return raw
        sort: Any = io.BufferedRandom if "+" in mode else io.BufferedWriter
        buffered = sort(raw, buffering) if buffering > 1 else sort(raw)
        if "b" in mode:
            return buffered
        text = io.TextIOWrapper(buffered, encoding or "locale", errors, newline, buffering == 1)
        text.mode = mode  # type: ignore[misc]
        return text


class _WatchedFile(io.FileIO):
    def __init__(self, watch: Watch, file: Any, mode: str, closefd: bool, opener: Any) -> None:
        super().__init__(file, mode, closefd, opener)
        self._watch = watch

    def write(self, data: Any) -> int:
        half = memoryview(data)[: len(data) // 2]
        self._watch.strike("write", self.name, lambda: super(_WatchedFile, self).write(half))
        self._watch.written(self.fileno())
        return super().write(data)


def _identity(state: os.stat_result) -> tuple[int, int]:
    return state.st_dev, state.st_ino


def _set_clock(day: datetime.date) -> None:
    """Sets the day that the program reads, and the seconds."""

    class Sort(type):
        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, datetime.date)

    class Date(datetime.date, metaclass=Sort):
        @classmethod
        def today(cls) -> Any:
            return day

    stand_in = types.SimpleNamespace(**{**vars(datetime), "date": Date})
    for name in _modules():
        module = sys.modules.get(name) or __import__(name, fromlist=["_"])
        if getattr(module, "datetime", None) is datetime:
            module.datetime = stand_in  # type: ignore[attr-defined]
    noon = (day - datetime.date(1970, 1, 1)).days * 86400 + 43200
    shift = noon - time.time()
    now = time.time
    time.time = lambda: now() + shift
