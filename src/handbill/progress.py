"""What a person sees while a build runs: one line a stage. And how far it is, for a program that shows it."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from handbill.writing import write_whole

STAGES = {
    "load": "读取 load",
    "check": "检查 check",
    "compose": "编排 compose",
    "translations": "译文 translations",
    "render": "绘制 render",
    "site": "网站 site",
    "search": "搜索 search",
    "links": "链接 links",
    "publish": "发布 publish",
    "preflight": "印前 preflight",
    "impose": "拼版 impose",
}

TOLD = "HANDBILL_PROGRESS"
"""The variable of the environment that names the file in which a command says how far it is."""
_PAUSE = 0.2
"""Seconds between two writings of that file, at least, as long as a stage lasts."""


class Far(NamedTuple):
    """How far a command is. stage: a name of STAGES. total: 0 where nobody knows it."""

    stage: str
    done: int
    total: int


class Told:
    """Says how far a command is in a file, where another program asks for it."""

    def __init__(self) -> None:
        self._file = Path(name) if (name := os.environ.get(TOLD)) else None
        self._stage, self._latest = "", 0.0

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Writes it, unless it was written a moment ago. A file that cannot be written ends nothing."""
        now = time.monotonic()
        if not self._file or (stage == self._stage and now - self._latest < _PAUSE):
            return
        self._stage, self._latest = stage, now
        with suppress(OSError):
            write_whole(self._file, json.dumps((stage, done, total)).encode(), flush=False)


def how_far(file: Path) -> Far | None:
    """Returns what a command has written of itself; None where it has not."""
    try:
        stage, done, total = json.loads(file.read_bytes())
        return Far(str(stage), int(done), int(total))
    except (OSError, ValueError, TypeError):
        return None


class Progress:
    """Prints each stage with its time. `out` None is silent (tests, other programs)."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out
        self._told = Told() if out else None
        self._live = bool(out and out.isatty())
        self.seconds: dict[str, float] = {}
        """Seconds spent in each stage so far."""

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        """Time a stage. Append to the yielded list what the line shall say of it."""
        notes: list[str] = []
        if self._told:
            self._told(name)
        start = time.perf_counter()
        try:
            yield notes
        except BaseException:
            self._clear()  # what is said of the failure begins on a line of its own
            raise
        spent = time.perf_counter() - start
        self.seconds[name] = self.seconds.get(name, 0.0) + spent
        if self._out:
            self._clear()
            line = f"  {STAGES[name]:<14} {spent:6.2f} s   {'，'.join(notes)}"
            print(line.rstrip(), file=self._out, flush=True)

    def count(self, name: str, done: int, total: int) -> None:
        """A moving count on a terminal, and for a program that asks; nothing elsewhere."""
        if self._told:
            self._told(name, done, total)
        if self._live and self._out:
            self._out.write(f"\r  {STAGES[name]:<14} {done}/{total}")
            self._out.flush()

    def _clear(self) -> None:
        if self._live and self._out:
            self._out.write("\r\033[K")


def silent() -> Progress:
    """Returns a Progress that says nothing."""
    return Progress(None)


def to_terminal() -> Progress:
    """Returns a Progress that writes to standard error, so that output can be piped."""
    return Progress(sys.stderr)
