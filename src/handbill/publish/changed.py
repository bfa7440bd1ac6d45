"""Which sheets a build has changed, by their small pictures: those of the site before are kept."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from handbill.writing import write_whole

_PICTURES = "**/m/*/*-small.png"
_LIST = "changed.json"


@dataclass(frozen=True)
class Changed:
    """The last build that changed a sheet: paths of small pictures in the site that are others now, that
    are new, that are gone."""

    other: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def keep_before(site: Path, draft: Path, folder: Path) -> None:
    """Keeps in `folder` the small pictures of a site that is about to be replaced by `draft`, as far as
    they change; where none does, or there was no site, what was kept stays. What the disk refuses
    ends no build: then nothing is kept."""
    try:
        _keep(site, draft, folder)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


def _keep(site: Path, draft: Path, folder: Path) -> None:
    was, will = _pictures(site), _pictures(draft)
    other = [path for path in sorted(was.keys() & will) if not _same(was[path], will[path])]
    found = Changed(
        tuple(other), tuple(sorted(will.keys() - was)), tuple(sorted(was.keys() - will))
    )
    if not was or found == Changed():
        return
    shutil.rmtree(folder, ignore_errors=True)
    for path in (*found.other, *found.gone):
        write_whole(folder / path, was[path].read_bytes(), flush=False)
    told = {"other": found.other, "new": found.new, "gone": found.gone}
    write_whole(folder / _LIST, json.dumps(told).encode(), flush=False)


def changed(folder: Path) -> Changed:
    """Returns what `keep_before` has kept; nothing where it has not, or cannot be read."""
    try:
        told = json.loads((folder / _LIST).read_bytes())
        return Changed(*(tuple(map(str, told[name])) for name in ("other", "new", "gone")))
    except (OSError, ValueError, KeyError, TypeError):
        return Changed()


def _pictures(site: Path) -> dict[str, Path]:
    return {file.relative_to(site).as_posix(): file for file in site.glob(_PICTURES)}


def _same(one: Path, other: Path) -> bool:
    """Whether two pictures are: a build takes over as it is what has not changed."""
    return one.samefile(other) or one.read_bytes() == other.read_bytes()
