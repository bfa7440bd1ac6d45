"""A process of its own for files of others: it has bounds of memory and time, and may end.

What a PDF asks of the libraries that read it is unknown until they have read it; some end the whole
process when memory is short. A worker lives for as many files as it can and is replaced when it has
ended. Memory: on Linux the system refuses more than MEMORY of address space; on macOS and Windows
the worker is looked at twice a second and ended when it holds more. Time: a worker that says
nothing for SECONDS is ended, and so is one that is busy with a file for LONGEST.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Literal

MEMORY = 2_000_000_000
"""Bytes. The flagship's largest sheet takes 0.5 GB of address space, most of it libraries."""
SECONDS, LONGEST = 60.0, 900.0
"""Without a page that is done, and for a file."""
STARTING = 60.0
"""Until a worker is there: a busy machine may take seconds to start a program."""
AHEAD = 3
"""Calls that a worker has been sent, so that it need not wait for the next."""
LOOK = 0.5
"""Seconds between two looks at what a worker holds."""

Turn = Callable[[int, int], None]
"""Is told how many pages are done, and of how many."""


def unheard(page: int, pages: int) -> None:
    """Is a Turn that tells no one."""


@dataclass(frozen=True)
class Ended:
    """A call that came to no end. why: memory (also where the libraries ended the process without
    a word, which is how they say so), time, or an error of the code that read the file."""

    why: Literal["memory", "time", "error"]
    said: str = ""


@dataclass(frozen=True)
class Limits:
    """memory: bytes. seconds: without a word. longest: seconds of a call."""

    memory: int
    seconds: float
    longest: float


def limits() -> Limits:
    """Returns the limits as they are set."""
    return Limits(MEMORY, SECONDS, LONGEST)


class _Worker:
    """A process and what it is busy with."""

    def __init__(self, bounds: Limits) -> None:
        # Spawned everywhere, as Windows and macOS do it: what works here works there.
        context = multiprocessing.get_context("spawn")
        self.bounds = bounds
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, bounds.memory), daemon=True)
        self.process.start()
        theirs.close()
        self.calls: deque[int] = deque()
        """Places among the results of what it is busy with, and of what it has been sent ahead."""
        self._there = False
        self._begun = self._heard = self._looked = time.monotonic()

    def send(self, index: int, function: Callable[..., Any], call: tuple[Any, ...]) -> None:
        """Send a call; index: its place among the results."""
        if not self.calls:
            self._begun = self._heard = time.monotonic()
        self.calls.append(index)
        with contextlib.suppress(OSError):  # it has ended: that is read from its pipe
            self.pipe.send((function, call))

    def heard(self) -> None:
        """Note that it has said something: first of all that it is there."""
        self._heard = time.monotonic()
        if not self._there:
            self._there, self._begun = True, self._heard

    def done(self) -> int:
        """Note that a call has come to its end, and return its place."""
        self._begun = self._heard = time.monotonic()
        return self.calls.popleft()

    def excess(self) -> Ended | None:
        """Returns the limit that it is over."""
        now = time.monotonic()
        if not self._there:
            return Ended("time") if now - self._begun >= STARTING else None
        if now - self._heard >= self.bounds.seconds or now - self._begun >= self.bounds.longest:
            return Ended("time")
        if not sys.platform.startswith("linux") and now - self._looked >= LOOK:
            self._looked = now
            if held(self.process.pid or 0) > self.bounds.memory:
                return Ended("memory")
        return None

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


HERE = (0, 0)
"""What a worker says first."""
_idle: list[_Worker] = []
"""Workers that wait for the next call. They end with the program, as children do."""


def each(
    function: Callable[..., Any],
    calls: Sequence[tuple[Any, ...]],
    workers: int = 1,
    turn: Turn = unheard,
) -> Iterator[Any]:
    """Yields function(*call, turn) of every call, in order, or an `Ended` in its place.

    function: of a module, so that it can be sent; it tells `turn` about the pages it has done.
    """
    bounds = limits()
    waiting = deque(range(len(calls)))
    done: dict[int, Any] = {}
    busy: list[_Worker] = []
    following = 0
    try:
        while following < len(calls):
            while waiting and len(busy) < workers:
                busy.append(_taken(bounds))
                busy[-1].send(waiting[0], function, calls[waiting.popleft()])
            for worker in sorted(busy, key=lambda one: len(one.calls)):
                while waiting and len(worker.calls) < AHEAD:
                    worker.send(waiting[0], function, calls[waiting.popleft()])
            ready = wait([worker.pipe for worker in busy], LOOK / 5)
            for worker in list(busy):
                said = _said(worker) if worker.pipe in ready else worker.excess()
                if isinstance(said, tuple):
                    worker.heard()
                    if said != HERE:
                        turn(*said)
                elif said is not None:
                    done[worker.done()] = said.result if isinstance(said, _Done) else said
                    if isinstance(said, Ended) or said.tired or not worker.calls:
                        busy.remove(worker)
                        waiting.extendleft(reversed(worker.calls))
                        _kept(worker, said)
            while following in done:
                yield done.pop(following)
                following += 1
    finally:
        for worker in busy:
            worker.end()


@dataclass(frozen=True)
class _Done:
    """What a call has given. tired: whether its worker holds much, and should be replaced."""

    result: Any
    tired: bool


def _taken(bounds: Limits) -> _Worker:
    """A worker that is idle, or a new one."""
    while _idle:
        worker = _idle.pop()
        if worker.bounds == bounds and worker.process.is_alive():
            return worker
        worker.end()
    return _Worker(bounds)


def _said(worker: _Worker) -> tuple[int, int] | _Done | Ended:
    try:
        said: tuple[int, int] | _Done | Ended = worker.pipe.recv()
    except (EOFError, OSError):
        return Ended("memory")
    return said


def _kept(worker: _Worker, said: _Done | Ended) -> None:
    """A worker that is well waits for the next call; one that is not is ended."""
    if isinstance(said, _Done) and not said.tired:
        _idle.append(worker)
    else:
        worker.end()


def _work(pipe: Connection, memory: int) -> None:
    """What a worker does: one call after the other until its pipe is shut."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent is asked, and ends it
    _bounded(memory)
    # What libraries print before they end a process is nobody's language.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    last = time.monotonic()

    def turn(page: int, pages: int) -> None:
        nonlocal last
        if time.monotonic() - last > LOOK:
            last = time.monotonic()
            pipe.send((page, pages))

    with contextlib.suppress(EOFError, OSError):
        pipe.send(HERE)
        while True:
            function, call = pipe.recv()
            try:
                pipe.send(_Done(function(*call, turn), held(os.getpid()) > memory / 4))
            except MemoryError:
                pipe.send(Ended("memory"))
            except OSError:
                raise
            except Exception as error:
                pipe.send(Ended("error", f"{type(error).__name__}: {error}"))


def _bounded(memory: int) -> None:
    """Has the system refuse more memory, where it does so."""
    if sys.platform.startswith("linux"):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def held(process: int) -> int:
    """Returns the bytes that a process holds; 0 where the system does not tell."""
    if sys.platform == "win32":
        return _held_on_windows(process)
    with contextlib.suppress(OSError):
        pages = Path(f"/proc/{process}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    program = shutil.which("ps", path="/bin:/usr/bin")
    if program is None:
        return 0
    done = subprocess.run(
        [program, "-o", "rss=", "-p", str(process)], capture_output=True, check=False
    )
    return 1024 * int(done.stdout.split()[0]) if done.stdout.split() else 0


if sys.platform == "win32":

    def _held_on_windows(process: int) -> int:
        """Bytes that a process has asked for (PagefileUsage of PROCESS_MEMORY_COUNTERS)."""
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("page_faults", wintypes.DWORD),
                *((name, ctypes.c_size_t) for name in ("peak", "working", "a", "b", "c", "d")),
                ("committed", ctypes.c_size_t),
                ("peak_committed", ctypes.c_size_t),
            )

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.K32GetProcessMemoryInfo.argtypes = (
            wintypes.HANDLE,
            ctypes.POINTER(Counters),
            wintypes.DWORD,
        )
        handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return 0
        counters = Counters()
        counters.cb = ctypes.sizeof(Counters)
        kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        kernel.CloseHandle(handle)
        return int(counters.committed)
