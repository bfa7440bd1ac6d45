"""Files written whole: a reader, a second process or a power cut finds the old file or the new one.

Everything that people keep is written by `write_whole`. The lock that `take` asks for is the
operating system's, which lets go of it when a process ends, however it ends.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import BinaryIO, TypeVar

T = TypeVar("T")

WINDOWS = sys.platform == "win32"

DRAFT = ".handbill-new"
"""Suffix of a file that is not yet whole."""
FAR = 0x7FFF0000
"""Byte that is locked on Windows, where nobody else can read what is locked."""
PATIENCE = 2.0
"""Seconds in which Windows' indexers and scanners of viruses let go of a file."""
_tidied: set[Path] = set()
_tidying = Lock()


Content = bytes | Callable[[BinaryIO], object]
"""Of a file: itself, or what writes it, where it is too large to hold."""


def write_whole(file: Path, content: Content, *, flush: bool = True) -> bool:
    """Writes `content` aside, flushes it to the disk and renames it into `file`, whose permissions
    stay as they are. A link is followed; what is no file, such as /dev/stdout, is written into.

    flush: False for what can be made again and is looked at before it is used. Folders are made.
    Returns whether a file was there before. Raises OSError that names `file`.
    """
    if file.exists() and not (file.is_file() or file.is_dir()):
        with file.open("wb") as stream:
            _put(stream, content)
        return False
    target = Path(os.path.realpath(file))
    draft = target.with_name(f".{secrets.token_hex(4)}{DRAFT}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Whoever comes second waits: else its own draft would be taken for one left behind.
        with _tidying:
            if target.parent not in _tidied:
                tidy(target.parent)
                _tidied.add(target.parent)
        there = target.exists()
        try:
            _write(draft, content, flush)
            if there:
                shutil.copymode(target, draft)
            patiently(partial(draft.replace, target))
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        if flush:
            flush_folder(target.parent)
    except OSError as error:
        # A full disk names no file, and a draft is not what was asked for.
        raise OSError(error.errno, error.strerror or str(error), str(file)) from error
    return there


def _put(stream: BinaryIO, content: Content) -> None:
    if isinstance(content, bytes):
        stream.write(content)
    else:
        content(stream)


def _write(file: Path, content: Content, flush: bool) -> None:
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        can_take(handle)
        _put(stream, content)
        stream.flush()
        if flush:
            os.fsync(handle)


def tidy(folder: Path) -> None:
    """Removes the drafts of processes that have died in `folder`."""
    for left in folder.glob(f".*{DRAFT}"):
        if not is_living_draft(left):
            left.unlink(missing_ok=True)


def is_living_draft(file: Path) -> bool:
    """Whether some process is writing `file`, which is not yet whole."""
    return file.name.endswith(DRAFT) and not abandoned(file)


def take(handle: int) -> bool:
    """Takes the lock of an open file and returns True, or False while another process has it.

    Raises OSError where there are no locks, as on some network shares.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise
    return True


def can_take(handle: int) -> bool:
    """Returns what `take` does, and True where there are no locks."""
    try:
        return take(handle)
    except OSError:
        return True


DEAD_AFTER = 24 * 3600.0
"""Seconds after which a draft counts as left behind where locks do not say so."""


def abandoned(file: Path) -> bool:
    """Whether no living process holds the lock of `file`."""
    try:
        handle = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return True
    except OSError:  # Windows: somebody has it open
        return False
    try:
        # Windows renames no open file, so a draft is without its lock for a moment.
        age = time.time() - os.fstat(handle).st_mtime
        return take(handle) and (not WINDOWS or age > PATIENCE * 10)
    except OSError:
        return age > DEAD_AFTER
    finally:
        os.close(handle)


def patiently(action: Callable[[], T]) -> T:
    """Does what Windows may refuse for a moment, again until PATIENCE ends."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return action()
        except PermissionError:
            if not WINDOWS or time.monotonic() > end:
                raise
            time.sleep(0.1)


MANY = 5_000
"""Files that are flushed one by one; of more, Linux is asked to write all that waits, and to say when
it has: twenty thousand pages took minutes, and take seconds."""


def flush_files(files: Iterable[Path]) -> None:
    """Flushes files to the disk, several at once: one after the other they wait for each other."""
    waiting = list(files)
    if sys.platform == "linux" and len(waiting) > MANY:
        os.sync()
        return
    with ThreadPoolExecutor(16) as workers:
        for _ in workers.map(_flush_file, waiting):
            pass


def _flush_file(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Flushes the names in `folder` to the disk, where the system can."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network shares know no flushing of folders
        pass
    finally:
        os.close(handle)
