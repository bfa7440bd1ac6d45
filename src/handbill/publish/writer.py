"""One writer at a time over what a project makes: its site, build/ and packs.

The lock lies in build/ and is the operating system's: a process that is killed lets go of it. What
the file says of its holder is only read while somebody holds it.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from handbill.problems import Both, Problem, ProblemsFound
from handbill.writing import take

LOCK = "writer.lock"
_UNKNOWN = Both("不知道", "unknown")


class Writer:
    """The right to write. locked: False where the disk knows no locks, as some network shares."""

    def __init__(self, file: Path, handle: int, locked: bool) -> None:
        self._file, self._handle, self.locked = file, handle, locked

    def require(self) -> None:
        """Raises ProblemsFound (E709) when build/ was removed since: somebody else may be writing."""
        try:
            still = os.path.samestat(os.fstat(self._handle), self._file.stat())
        except OSError:
            still = False
        if not still:
            reason = Both("生成的时候它被删掉了", "it was removed during the build")
            raise ProblemsFound([Problem("E709", None, path=str(self._file.parent), reason=reason)])


@contextlib.contextmanager
def one_writer(build_dir: Path, command: str) -> Iterator[Writer]:
    """Holds the lock of a project while `command` writes. Does not wait: raises ProblemsFound (E760)
    with who holds it."""
    build_dir.mkdir(parents=True, exist_ok=True)
    file = build_dir / LOCK
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            locked: bool | None = take(handle)
        except OSError:
            locked = None  # no locks here
        if locked is False:
            raise _held(file, handle)
        if locked:
            me = {"pid": os.getpid(), "host": platform.node(), "command": command}
            _note(handle, json.dumps(me))
        yield Writer(file, handle, bool(locked))
        if locked:
            _note(handle, "")
    finally:
        os.close(handle)


def _note(handle: int, text: str) -> None:
    """Writes who holds the lock, or nothing on a full disk: the lock holds all the same."""
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())


def _held(file: Path, handle: int) -> ProblemsFound:
    since = datetime.datetime.fromtimestamp(os.fstat(handle).st_mtime, datetime.UTC).astimezone()
    try:
        holder = json.loads(os.read(handle, 4096))
        pid, host, command = (holder[name] for name in ("pid", "host", "command"))
    except (ValueError, KeyError, TypeError):  # it has just begun or just ended
        pid = host = command = _UNKNOWN
    return ProblemsFound(
        [
            Problem(
                "E760",
                None,
                path=str(file.parent.parent),
                command=command,
                pid=pid,
                host=host,
                since=f"{since:%Y-%m-%d %H:%M:%S}",
            )
        ]
    )
