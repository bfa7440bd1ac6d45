"""Rendered bytes kept between builds, found again by what they were made from."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


def digest_of_files(files: Iterable[Path], root: Path) -> str:
    """SHA-256 over the names and contents of files, in the order of their names."""
    total = hashlib.sha256()
    for file in sorted(files):
        content = file.read_bytes()
        total.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


class RenderCache:
    """A folder of files named by the digest of their input.

    Several threads may ask at once. folder None keeps nothing. `drop_unused` removes what this run
    did not ask for, so the folder holds one build and no more.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._counting = threading.Lock()
        self.drawn = 0
        """How often something had to be made anew."""

    def get(self, key: Any, make: Callable[[], bytes]) -> bytes:
        """Returns the bytes for `key` (plain data), made by `make` when they are not there."""
        text = json.dumps(key, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        name = hashlib.sha256(text.encode()).hexdigest()
        if self._folder is None:
            return self._made(make)
        self._used.add(name)
        file = self._folder / name
        try:
            return file.read_bytes()
        except FileNotFoundError:
            pass
        content = self._made(make)
        self._folder.mkdir(parents=True, exist_ok=True)
        # Written aside and renamed: an interrupted build must not leave half a file behind.
        draft = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        draft.write_bytes(content)
        try:
            draft.replace(file)
        except PermissionError:
            # Windows replaces no file that somebody has open: another thread reads the same bytes.
            draft.unlink(missing_ok=True)
            if not file.exists():
                raise
        return content

    def _made(self, make: Callable[[], bytes]) -> bytes:
        content = make()
        with self._counting:
            self.drawn += 1
        return content

    def sibling(self, name: str) -> Path | None:
        """Returns a folder beside this one, for what another library caches in its own way."""
        return self._folder.with_name(name) if self._folder else None

    def drop_unused(self) -> None:
        """Remove every file that `get` was not asked for."""
        if self._folder is None or not self._folder.is_dir():
            return
        for file in self._folder.iterdir():
            if file.name not in self._used:
                file.unlink(missing_ok=True)
