"""A finished site taken to where it is read: a folder of a server or a stick, or one zip."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from handbill.load.settings import Settings
from handbill.problems import Both, Problem, ProblemsFound, span_file
from handbill.publish.placing import (
    Draft,
    files_of,
    heal,
    manifest_of,
    refuse_foreign,
    require_whole,
    write_manifest,
)
from handbill.publish.product import require_room
from handbill.publish.writer import one_writer
from handbill.writing import write_whole

_PACKED = {".png", ".jpg", ".webp", ".woff2", ".zip", ".gz", ".docx", ".pptx", ".pdf"}
"""Suffixes of what a zip makes no smaller, or hardly."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every entry: the same site gives the same zip."""


@dataclass(frozen=True)
class Delivered:
    """What was published. where: the folder, the file or the branch. files: how many. kept: what stays
    there that no build made. changed: False where it was there already, as it is."""

    where: str
    files: int
    kept: tuple[str, ...] = ()
    changed: bool = True


def files_to_publish(site: Path) -> dict[str, Path]:
    """Returns the files of a finished site by their path in it: those of the build, and what somebody
    has put there, such as CNAME; no links, and no hidden folder, such as .git.

    Raises ProblemsFound (E761) when it is not whole.
    """
    listed = manifest_of(site) or {}
    require_whole(site, listed)
    found = files_of(site, listed)
    return {
        path: site / path
        for path in found
        if (site / path).is_file()
        and not (site / path).is_symlink()
        and not path.split("/")[0].startswith(".git")
    }


def require_folder(settings: Settings, folder: Path) -> None:
    """Raises ProblemsFound for a folder that cannot be published to: E930 where that would cover what
    the site is made from, E711 where it holds something else."""
    target = Path(os.path.realpath(folder))
    _refuse_overlap(settings, target)
    refuse_foreign(target)


def require_zip(settings: Settings, file: Path) -> None:
    """Raises ProblemsFound for a file that cannot be the zip of the site: E725, E930."""
    require_room(file, ".zip")
    _refuse_overlap(settings, Path(os.path.realpath(file)), room=True)


def to_folder(settings: Settings, folder: Path) -> Delivered:
    """Makes a folder hold the site and nothing older of it, in one step.

    Files of others stay. Raises ProblemsFound as `require_folder` does, E761, E763; OSError.
    """
    require_folder(settings, folder)
    target = Path(os.path.realpath(folder))
    with one_writer(settings.build_dir, "handbill publish"):
        files = files_to_publish(settings.site_dir)
        heal(target)
        with Draft(target, settings.build_dir) as draft:
            for path, file in files.items():
                copy = draft.folder / path
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, copy)
            write_manifest(draft.folder)
            kept = draft.put_in_place()
    return Delivered(str(folder), len(files), tuple(kept))


def to_zip(settings: Settings, file: Path) -> Delivered:
    """Writes the site as one zip, the home page at its top; one and the same site gives the same bytes.

    Raises ProblemsFound as `require_zip` does, E761; OSError.
    """
    require_zip(settings, file)
    with one_writer(settings.build_dir, "handbill publish"):
        files = files_to_publish(settings.site_dir)
        write_whole(file, lambda stream: _pack(stream, files))
    return Delivered(str(file), len(files))


def _pack(stream: BinaryIO, files: Mapping[str, Path]) -> None:
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, file in sorted(files.items()):
            info = zipfile.ZipInfo(path, _DAY)
            stored = file.suffix in _PACKED
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            info.file_size = file.stat().st_size
            with file.open("rb") as source, archive.open(info, "w") as entry:
                shutil.copyfileobj(source, entry)


def _refuse_overlap(settings: Settings, target: Path, *, room: bool = False) -> None:
    """Raises ProblemsFound (E930) where publishing would cover the project or the site itself. room:
    it is a file, which may stand in the project but not in the site."""
    site = Path(os.path.realpath(settings.site_dir))
    over: object = None
    if not target.name:
        over = Both("整个磁盘", "the whole disk")
    elif target.is_relative_to(site) or site.is_relative_to(target):
        over = span_file(site, settings.root)
    elif not room:
        try:
            settings.refuse_site_dir(target)
        except ProblemsFound as found:
            over = found.problems[0].details["folder"]
    if over:
        where = span_file(target, settings.root)
        raise ProblemsFound([Problem("E930", None, path=where, folder=over)])
