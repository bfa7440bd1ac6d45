"""Files made for people, one by one: written whole, and never over what is no such file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbill.problems import Both, Problem, ProblemsFound
from handbill.writing import write_whole

_BEGINS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n", ".zip": b"PK"}
"""How a file of each sort begins."""


@dataclass(frozen=True)
class Product:
    """A file that was written. replaced: whether an older one lay there."""

    file: Path
    replaced: bool


def require_room(file: Path, suffix: str) -> None:
    """Raises ProblemsFound (E725) for a name that belies its content, which is of the sort
    `suffix` (.pdf, .png, .zip), and where something lies that is no such file."""
    reason = None
    if file.suffix and file.suffix.lower() != suffix and not file.is_dir():
        reason = Both(f"内容要用 {suffix}", f"its content takes {suffix}")
    elif file.is_file() and not _is(file, suffix):
        kind = suffix[1:].upper()
        reason = Both(f"那里已经有了，不是 {kind} 文件", f"what lies there is no {kind}")
    if reason:
        raise ProblemsFound([Problem("E725", None, path=file.as_posix(), reason=reason)])


def _is(file: Path, suffix: str) -> bool:
    with file.open("rb") as stream:
        return stream.read(8).startswith(_BEGINS[suffix])


def write_product(file: Path, content: bytes, suffix: str) -> Product:
    """Writes a file of the sort `suffix`. Raises ProblemsFound as `require_room` does, OSError."""
    require_room(file, suffix)
    return Product(file, write_whole(file, content))
