"""What the system refuses, as a problem."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from handbill.problems import Both, Problem, Span


def disk_problem(error: OSError) -> Problem:
    """Returns what an error of the system comes to: E102 for a file that may not be read, else E709. A
    disk that is full, read-only or in the way is no fault of the program."""
    name = error.filename if isinstance(error.filename, str) else ""
    # Unlike the methods of Path, these two answer for names that no system takes as well.
    if os.access(name, os.F_OK) and not os.access(name, os.R_OK):
        return Problem("E102", Span(Path(name).as_posix()), reason=error.strerror or str(error))
    details: dict[str, object] = {"reason": error.strerror or str(error)}
    if hint := _advice().get(error.errno or 0):
        details["hint"] = hint
    return Problem("E709", None, path=error.filename or os.curdir, **details)


def _advice() -> dict[int, Both]:
    """What the reasons of a system come to, in plain words, by errno."""
    full = Both("磁盘满了，请先腾出地方。", "The disk is full: make room first. ")
    closed = Both(
        "没有写的权限，或者别的程序正打开着它。",
        "There is no permission to write, or another program has it open. ",
    )
    taken = Both(
        "要有文件夹的地方是文件，或者反过来：换一个名字。",
        "A file is where a folder is to be, or a folder where a file is: take another name. ",
    )
    return {
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.EACCES: closed,
        errno.EPERM: closed,
        errno.EBUSY: closed,
        errno.ENOTDIR: taken,
        errno.EISDIR: taken,
        errno.EEXIST: taken,
        errno.EROFS: Both("这个磁盘只能读，不能写。", "The disk is read-only. "),
        errno.ENAMETOOLONG: Both("名字太长。", "The name is too long. "),
        errno.EIO: Both("磁盘读写出错，请检查磁盘。", "The disk has failed: have it checked. "),
    }
