"""Rendered bytes kept between builds, found again by what they were made from."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbill.writing import is_living_draft, write_whole


def digest_of_files(files: Iterable[Path], root: Path) -> str:
    """SHA-256 over the names and contents of files, in the order of their names."""
    total = hashlib.sha256()
    for file in sorted(files):
        content = file.read_bytes()
        total.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def digest_of_key(key: Any) -> str:
    """SHA-256 of plain data, whatever the order of its mappings."""
    text = json.dumps(key, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Store:
    """A folder of entries, each with a digest of its name and its content before it.

    So an entry that a power cut has torn, or that somebody has changed, is no entry: it need not be
    flushed to the disk. Several threads and processes may read and write at once.
    """

    folder: Path

    def read(self, name: str) -> Sealed | None:
        """Returns the content of an entry, None when it is not there or not whole."""
        try:
            kept = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        content = _sealed(name, memoryview(kept)[_SEAL:])
        return content if kept[:_SEAL] == content.seal else None

    def write(self, name: str, content: bytes) -> Sealed:
        """Writes an entry, and returns it."""
        made = _sealed(name, content)
        try:
            write_whole(self.folder / name, made.seal + content, flush=False)
        except PermissionError:
            # Windows replaces no file that somebody has open: another thread reads the same bytes.
            if self.read(name) is None:
                raise
        return made


class Sealed(bytes):
    """The content of an entry. seal: of its name and its content, which nothing else has."""

    seal: bytes


_SEAL = hashlib.sha256().digest_size


def _sealed(name: str, content: bytes | memoryview) -> Sealed:
    seal = hashlib.sha256(name.encode())
    seal.update(content)
    made = Sealed(content)
    made.seal = seal.digest()
    return made


class RenderCache:
    """A store of drawings, named by the digest of their input.

    Several threads may ask at once. folder None keeps nothing. `drop_unused` removes what this run
    did not ask for, so the folder holds one build and no more.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._store = Store(folder) if folder else None
        self._used: set[str] = set()
        self._counting = threading.Lock()
        self.drawn = 0
        """How often something had to be made anew."""
        self.damaged = 0
        """How often because its entry was not whole."""

    def get(self, key: Any, make: Callable[[], bytes]) -> bytes:
        """Returns the bytes for `key` (plain data), made by `make` when they are not there, or not
        whole."""
        if self._store is None:
            return self._made(make, False)
        name = self._name(key)
        kept = self._store.read(name)
        if kept is not None:
            return kept
        content = self._made(make, (self._store.folder / name).exists())
        return self._store.write(name, content)

    def has(self, key: Any) -> bool:
        """Tells whether there is an entry for `key`, and keeps it for this run."""
        if self._store is None:
            return False
        return (self._store.folder / self._name(key)).is_file()

    def find(self, key: Any) -> bytes | None:
        """Returns the bytes for `key` that an earlier run has kept; None where there are none."""
        return self._store.read(self._name(key)) if self._store else None

    def _name(self, key: Any) -> str:
        name = f"{digest_of_key(key)}{_SEALED}"
        self._used.add(name)
        return name

    def _made(self, make: Callable[[], bytes], damaged: bool) -> bytes:
        content = make()
        with self._counting:
            self.drawn += 1
            self.damaged += damaged
        return content

    def sibling(self, name: str) -> Store | None:
        """Returns a store beside this one, for what another library keeps."""
        return Store(self._store.folder.with_name(name)) if self._store else None

    def drop_unused(self) -> None:
        """Remove every file that `get` was not asked for, but what another process is writing."""
        if self._store is None or not self._store.folder.is_dir():
            return
        for file in self._store.folder.iterdir():
            if file.name not in self._used and not is_living_draft(file):
                file.unlink(missing_ok=True)


_SEALED = ".sealed"
"""Ending of an entry: older versions kept entries without a digest."""
