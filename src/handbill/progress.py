"""What a person sees while a build runs: one line a stage."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

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


class Progress:
    """Prints each stage with its time. `out` None is silent (tests, other programs)."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out
        self._live = bool(out and out.isatty())
        self.seconds: dict[str, float] = {}
        """Seconds spent in each stage so far."""

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        """Time a stage. Append to the yielded list what the line shall say of it."""
        notes: list[str] = []
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
        """A moving count on a terminal; nothing elsewhere."""
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
