"""Where a print run goes: a folder, or any address that fsspec knows (s3://, gs://, sftp:// ...)."""

from __future__ import annotations

import posixpath
from functools import cached_property
from pathlib import Path
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from handbill.problems import Problem, ProblemsFound
from handbill.writing import write_whole


class Destination:
    """Files below one address, by posix path. Every file is there whole or not at all: folders get
    files by renaming, and stores of objects take an object in one piece. Raises ProblemsFound (E709) when
    it is used, for an address that nothing here knows."""

    def __init__(self, address: str) -> None:
        self.address = address

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        try:
            system, root = fsspec.core.url_to_fs(self.address)
        except (ImportError, ValueError) as error:  # its package is not installed, or there is none
            raise ProblemsFound(
                [Problem("E709", None, path=self.address, reason=str(error))]
            ) from None
        return system, str(root)

    def _path(self, name: str) -> str:
        return posixpath.join(self._opened[1], name)

    @property
    def folder(self) -> Path | None:
        """The folder, None where it is an address."""
        system, root = self._opened
        return Path(root) if isinstance(system, LocalFileSystem) else None

    def size(self, name: str) -> int:
        """Return the bytes of a file, -1 when it is not there. Raises OSError."""
        system, _ = self._opened
        try:
            return int(system.info(self._path(name))["size"])
        except FileNotFoundError:
            return -1

    def read(self, name: str) -> bytes | None:
        """Return a file, None when it is not there. Raises OSError."""
        system, _ = self._opened
        try:
            content: bytes = system.cat_file(self._path(name))
        except FileNotFoundError:
            return None
        return content

    def write(self, name: str, content: bytes, *, flush: bool = False) -> None:
        """Write a file. flush: to the disk, where it is a folder. Raises OSError."""
        if folder := self.folder:
            write_whole(folder / name, content, flush=flush)
        else:
            system, _ = self._opened
            system.pipe_file(self._path(name), content)
