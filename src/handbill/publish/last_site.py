"""The site as the last build has left it: what would become the same again is taken from there.

A record beside the cache names, for files that can be told without making them, a digest of all that
each is made from, with its size and the time it was written. A file is taken while the site has it with
that size and time: as a second name of the same bytes where the disk knows such, else as a copy. So the
old site stays whole until the new one is put in its place, and a record that is old, torn or of another
site only costs time.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from handbill.check import Checked
from handbill.publish.record import packages, program
from handbill.render.cache import Store, digest_of_files, digest_of_key

_NAME = "last-site"


class LastSite:
    """What a build may take from the site before it, and what it notes for the next. site: where that
    lies; None for a build that takes and notes nothing. folder: of the record."""

    def __init__(self, site: Path | None = None, folder: Path | None = None) -> None:
        self._site = site
        self._store = Store(folder) if folder else None
        try:
            kept = json.loads((self._store and self._store.read(_NAME)) or b"{}")
        except ValueError:
            kept = {}
        self._files: Mapping[str, list[Any]] = kept.get("files", {})
        self._facts: Mapping[str, Any] = kept.get("facts", {})
        self._noted: dict[str, tuple[str, int, int]] = {}
        self._copied: set[str] = set()
        self._told: dict[str, Any] = {}

    @property
    def lies(self) -> bool:
        """Whether there may be such a site."""
        return self._site is not None

    def has(self, path: str, key: str) -> bool:
        """Tells whether the site still has what was made from `key`."""
        known = self._files.get(path)
        if self._site is None or known is None or known[0] != key:
            return False
        try:
            status = (self._site / path).stat()
        except OSError:
            return False
        return [status.st_size, status.st_mtime_ns] == known[1:]

    def take(self, path: str, target: Path) -> int:
        """Puts a file that the site has at `target`, and returns its size in bytes."""
        key, size, written = self._files[path]
        assert self._site, "`has` has said so"
        source = self._site / path
        _make_folder(target)
        try:
            os.link(source, target)
        except OSError:  # a disk without such names, or another disk
            shutil.copy2(source, target)
            self._copied.add(path)
        self._noted[path] = key, size, written
        return int(size)

    def note(self, path: str, key: str, target: Path) -> None:
        """Notes what a file at `target` was made from, for the next build."""
        if self._site:
            status = target.stat()
            self._noted[path] = key, status.st_size, status.st_mtime_ns

    def put(self, path: str, key: str, target: Path, content: bytes) -> int:
        """Writes a file at `target`, notes it, and returns its size in bytes."""
        _make_folder(target)
        size = target.write_bytes(content)
        self.note(path, key, target)
        return size

    @property
    def taken(self) -> frozenset[str]:
        """The paths of files that are the same as in the last site."""
        return frozenset(
            path for path, one in self._noted.items() if self._files.get(path) == [*one]
        )

    @property
    def lying(self) -> frozenset[str]:
        """Those of them that are on the disk already, and not copies."""
        return self.taken - self._copied

    @property
    def noted(self) -> Iterable[str]:
        """The paths of files of the new site whose making is noted."""
        return self._noted.keys()

    @property
    def names(self) -> Iterable[str]:
        """The paths of files of the last site whose making was noted."""
        return self._files.keys()

    def known(self, fact: str) -> Any:
        """Returns what was told of the last site, None where nothing was."""
        return self._facts.get(fact)

    def tell(self, fact: str, value: Any) -> None:
        """Tells something of this site, for the next build."""
        self._told[fact] = value

    def save(self) -> None:
        """Writes the record of a site that has been put in place."""
        if self._store:
            told = {"files": self._noted, "facts": self._told}
            self._store.write(_NAME, json.dumps(told, ensure_ascii=False).encode())


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir()
    except FileExistsError:
        pass
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)


def shared_inputs(checked: Checked) -> str:
    """Returns a digest of all that pages of places are made from but the places: campaigns with their
    pictures, the look, settings, the day, and the program itself. Of places, those that campaigns are
    laid out for."""
    settings, collection = checked.settings, checked.collection
    tables = set(_tables(checked))
    files = [file for file in _files(settings.campaigns_dir) if file not in tables]
    defaults = {one.campaign.value.default_place for one in collection.campaigns}
    return digest_of_key(
        [
            _program(),
            repr(settings),
            checked.today.isoformat(),
            digest_of_files(files, settings.campaigns_dir),
            digest_of_files(_files(checked.templates), checked.templates),
            [
                sorted(said.left_out)
                for one in collection.campaigns
                for said in one.catalogs.values()
            ],
            [repr(one.catalogs.keys()) for one in collection.campaigns],
            [collection.tree.digests[one].hex() for one in sorted(defaults)],
        ]
    )


def _tables(checked: Checked) -> Iterator[Path]:
    """The files of places: what each of those says is looked at place by place."""
    folder = checked.settings.campaigns_dir / "places"
    return (one for one in _files(folder) if one.suffix.casefold() in (".yml", ".csv"))


def _files(folder: Path) -> Iterable[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


@cache
def _program() -> list[str]:
    """What this program is: a change of it makes everything anew."""
    return [sys.version, program(), *(" ".join(one) for one in packages("handbill"))]
