"""Which files have changed, once an editor is done with them.

Asked of the disk again and again: shared folders, containers and Windows tell of no change, and a
look at a thousand files takes some milliseconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Stamp = tuple[int, int, int]
"""When a file was written, in ns; its size in bytes; which file it is."""
Stamps = dict[Path, Stamp]

_DRAFTS = ("~", ".swp", ".swx", ".tmp", ".temp", ".crswap", ".part", ".orig", "___jb_tmp___")
"""Endings of what editors write beside a file."""
_QUIET = 0.06
"""Seconds without a change after which an editor is done."""
_RENAMING = 0.3
"""Seconds that an editor may take from removing a file to putting the new one in its place."""
_LOOKS = 40
"""Looks after which a change is taken as it is, though files still change."""
_OFTEN, _SELDOM = 0.1, 0.4
"""Seconds between two looks: while somebody edits, and _IDLE seconds after."""
_IDLE = 300.0


def stamps(roots: Iterable[Path]) -> Stamps:
    """Returns the stamps of files, and of all files below folders."""
    found: Stamps = {}
    for root in dict.fromkeys(roots):
        if root.is_dir():
            found.update(_below(os.fspath(root)))
        elif root.is_file():
            found[root] = _stamp(root.stat())
    return found


def _below(folder: str) -> Iterator[tuple[Path, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith((".", "#")) or name.endswith(_DRAFTS) or name == "__pycache__":
                    continue
                if entry.is_dir():
                    yield from _below(entry.path)
                elif name != "4913":  # what Vim tries a folder with
                    yield Path(entry.path), _stamp(entry.stat())
    except OSError:  # removed since, or somebody else's: the build says so
        return


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


class Watched:
    """Files and folders that are watched. roots: what they are now; another may be added."""

    def __init__(self, roots: Callable[[], Iterable[Path]]) -> None:
        self._roots = roots
        self._known = stamps(roots())
        self._edited = time.monotonic()

    def pending(self) -> bool:
        """Tells whether something has changed since `changed` was asked last."""
        return stamps(self._roots()) != self._known

    def changed(self) -> set[Path]:
        """Returns what has changed, been added or removed since this was asked last: nothing, or,
        once no file changes any more, all of it. Waits for a while in any case."""
        now = time.monotonic()
        time.sleep(_OFTEN if now - self._edited < _IDLE else _SELDOM)
        before, after = self._known, stamps(self._roots())
        if after == before:
            return set()
        for _ in range(_LOOKS):
            time.sleep(_RENAMING if before.keys() - after.keys() else _QUIET)
            latest = stamps(self._roots())
            if latest == after:
                break
            after = latest
        self._known, self._edited = after, time.monotonic()
        both = before.keys() | after.keys()
        return {file for file in both if before.get(file) != after.get(file)}
