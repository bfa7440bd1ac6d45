"""A finished site put where the old one is: only when it is whole, and never over what is not ours.

A site knows its files by a list in it. As a rule the draft, which lies beside the site, changes
names with it. What cannot be renamed (a mount point) or holds files that no build made (a git
worktree, CNAME) is filled file by file: first the whole draft is moved into it as a hidden folder,
and from then on the next start can finish what a kill interrupts.
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import json
import os
import re
import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from handbill.problems import Problem, ProblemsFound
from handbill.writing import (
    abandoned,
    can_take,
    flush_files,
    flush_folder,
    patiently,
    tidy,
    write_whole,
)

MANIFEST = ".handbill.json"
"""In a site: its files and their sizes."""
STAGED = ".handbill-staged"
"""In a site that is being filled file by file: what is not yet in its place."""
_PART = f"{STAGED}-part"
_LIVING = ".handbill-writer"
"""In a draft: the file whose lock its writer holds."""
_OURS = {MANIFEST, STAGED, _PART, _LIVING}
_JUNK = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What file managers leave in a folder that somebody has looked at."""
MKDOCS = ("index.html", "404.html", "sitemap.xml.gz")
"""What every site has that MkDocs, or Handbill before it kept a list, has built."""


def files_of(site: Path, known: Collection[str] = ()) -> dict[str, int]:
    """Returns the sizes of the files of a site by their path in it, in bytes.

    A link to a folder counts as one file, and so does a hidden folder that holds nothing `known`,
    such as .git.
    """
    return dict(sorted(_files(site, "", {path.split("/")[0] for path in known})))


def _files(folder: Path, below: str, known: Collection[str]) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if (not below and entry.name in _OURS) or entry.name in _JUNK:
                continue
            closed = not below and entry.name.startswith(".") and entry.name not in known
            if entry.is_dir(follow_symlinks=False) and not closed:
                yield from _files(folder / entry.name, f"{below}{entry.name}/", known)
            else:
                yield below + entry.name, entry.stat(follow_symlinks=False).st_size


def write_manifest(site: Path) -> dict[str, int]:
    """Writes the list of the files that a finished site has, and returns it."""
    listed = files_of(site, [entry.name for entry in site.iterdir()])
    write_whole(site / MANIFEST, manifest(listed))
    return listed


def manifest(files: Mapping[str, int]) -> bytes:
    """Returns the list of a site's files and their sizes, as it stands in the site."""
    told = {"made by": "Handbill", "files": files}
    return json.dumps(told, ensure_ascii=False, indent=0).encode()


def manifest_of(site: Path) -> dict[str, int] | None:
    """Returns the files that a site lists as its own, None for a folder without a list."""
    try:
        files = json.loads((site / MANIFEST).read_bytes())["files"]
        return {str(path): int(size) for path, size in files.items() if _inside(path)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _inside(path: str) -> bool:
    one = Path(path)
    return not (one.drive or one.root or ".." in one.parts)


def made_by_us(site: Path) -> bool:
    """Whether a folder is a site that Handbill or MkDocs has built."""
    return manifest_of(site) is not None or all((site / name).is_file() for name in MKDOCS)


def refuse_foreign(site: Path, *, emptied: bool = False) -> None:
    """Raises ProblemsFound (E711) for a folder that holds something and that no build has made.

    Hidden files alone do no harm: they stay. emptied: whether the folder will be emptied, as MkDocs
    does it, so that no other file of somebody may be in it either.
    """
    if site.is_dir():
        listed = manifest_of(site)
        if listed is not None and not emptied:
            return
        found = [path for path in files_of(site, listed or ()) if not path.startswith(".")]
        lost = emptied and listed is not None and not set(found) <= listed.keys()
        if not found or (made_by_us(site) and not lost):
            return
    elif not os.path.lexists(site):
        return
    raise ProblemsFound([Problem("E711", None, path=str(site))])


def require_whole(
    site: Path, planned: Mapping[str, int | None], there: Mapping[str, int] | None = None
) -> None:
    """Raises ProblemsFound (E761) unless every planned file is there, with its size in bytes where
    that is known, and a home page among them. there: what the site has; None looks."""
    if there is None:
        there = files_of(site, planned) if site.is_dir() else {}
    lacking = [
        path
        for path, size in {"index.html": None, **planned}.items()
        if path not in there or size not in (None, there[path])
    ]
    if lacking:
        raise ProblemsFound(
            [Problem("E761", None, count=len(lacking), files=sorted(lacking)[:3], path=site.name)]
        )


def heal(site: Path) -> None:
    """Finishes or undoes what a build that was killed has left at `site` and beside it."""
    for draft in _beside(site, "draft"):
        if abandoned(draft / _LIVING):
            shutil.rmtree(draft, ignore_errors=True)
    for old in sorted(_beside(site, "old"), key=lambda one: one.stat().st_mtime, reverse=True):
        if not os.path.lexists(site):
            patiently(partial(old.rename, site))
        elif made_by_us(old):
            _discard(old, site)
    if site.is_dir():
        tidy(site)
        shutil.rmtree(site / _PART, ignore_errors=True)
        if (site / STAGED).is_dir():
            _fill(site)


def _beside(site: Path, role: str) -> list[Path]:
    name = re.compile(rf"\.{re.escape(site.name)}-{role}(-[0-9a-f]{{8}})?")
    folder = site.parent
    if not folder.is_dir():
        return []
    return [one for one in folder.iterdir() if name.fullmatch(one.name) and one.is_dir()]


def _draft_name(site: Path) -> Path:
    return site.with_name(f".{site.name}-draft-{secrets.token_hex(4)}")


class Draft:
    """An empty folder for the next site, removed at the end of the `with` unless it was put in place.

    It lies beside the site or, where that cannot be, in build/. Its lock says that it lives.
    """

    def __init__(self, site: Path, build_dir: Path) -> None:
        beside = site.parent
        if os.path.ismount(site) or (beside.is_dir() and not os.access(beside, os.W_OK)):
            beside = build_dir
        self.site = site
        self.folder = beside / _draft_name(site).name
        self._lock: int | None = None

    def __enter__(self) -> Draft:
        self.folder.mkdir(parents=True)
        self._lock = os.open(self.folder / _LIVING, os.O_RDWR | os.O_CREAT)
        can_take(self._lock)
        return self

    def __exit__(self, *_: object) -> None:
        self._let_go()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _let_go(self) -> None:
        """Windows renames no folder in which a file is open."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
            (self.folder / _LIVING).unlink(missing_ok=True)

    def put_in_place(self, flushed: Collection[str] = ()) -> list[str]:
        """Puts the finished draft where the site is; returns what stays there that no build made.
        flushed: files that lie on the disk already.

        The old site stays as it is when this fails. Raises ProblemsFound: E761 for a draft that is
        not whole, E763 for a file that is not ours where one is to be. Raises OSError.
        """
        draft, site = self.folder, self.site
        new = manifest_of(draft) or {}
        require_whole(draft, new)
        flush_files(draft / path for path in (*new, MANIFEST) if path not in flushed)
        kept = _foreign(site, new) if site.is_dir() else []
        if in_the_way := _conflicts(site, draft, kept, new):
            raise ProblemsFound([Problem("E763", None, files=in_the_way[:3], path=str(site))])
        self._let_go()
        if kept or os.path.ismount(site) or draft.parent != site.parent:
            _stage(draft, site, new)
        else:
            try:
                _swap(draft, site)
            except OSError as error:
                if error.errno not in (errno.EBUSY, errno.EXDEV):  # mounted, and not to be seen so
                    raise
                _stage(draft, site, new)
        return kept


def _foreign(site: Path, new: Mapping[str, int]) -> list[str]:
    """Paths that no build made. Without a list they are what is hidden, or lies at the top and is
    not made now."""
    old = manifest_of(site)
    found = files_of(site, [*new, *(old or ())])
    if old is not None:
        return [path for path in found if path not in old]
    return [path for path in found if path not in new and ("/" not in path or path.startswith("."))]


def _conflicts(site: Path, draft: Path, kept: Iterable[str], new: Mapping[str, int]) -> list[str]:
    """Kept paths where a file or a folder of the new site is to be, unless they are the same."""
    folders = {above for path in new for above in _above(path)}
    return [
        path
        for path in kept
        if path in folders
        or any(above in new for above in _above(path))
        or (path in new and not _same(draft / path, site / path))
    ]


def _above(path: str) -> Iterator[str]:
    """The folders that a file lies in."""
    return (path[:at] for at, sign in enumerate(path) if sign == "/")


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or other.is_symlink():
        return False
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def _swap(draft: Path, site: Path) -> None:
    """Lets the draft and the site change names; the old one is back when that fails."""
    old = site.with_name(f".{site.name}-old-{secrets.token_hex(4)}")
    if site.is_dir():
        shutil.copymode(site, draft)
        patiently(partial(site.replace, old))
    try:
        patiently(partial(draft.replace, site))
    except OSError:
        if old.exists() and not site.exists():
            old.replace(site)
        raise
    flush_folder(site.parent)
    if old.is_dir():
        _discard(old, site)


def _discard(old: Path, site: Path) -> None:
    """Removes an old site, or leaves it to the next start. Under the name of a draft first: what is
    left of it after a kill must not come back as the site."""
    dropped = _draft_name(site)
    with contextlib.suppress(OSError):
        patiently(partial(old.replace, dropped))
        shutil.rmtree(dropped, ignore_errors=True)


def _stage(draft: Path, site: Path, new: Mapping[str, int]) -> None:
    """Moves the draft into the site as one folder, from which the site is filled.

    The list of the site names the old files and the new ones meanwhile: all of them are ours.
    """
    site.mkdir(parents=True, exist_ok=True)
    stays = set(_foreign(site, new))
    ours = {path: size for path, size in files_of(site, new).items() if path not in stays}
    part = site / _PART
    shutil.rmtree(part, ignore_errors=True)
    try:
        try:
            draft.rename(part)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copytree(draft, part)
            flush_files(part / path for path in (*new, MANIFEST))
        write_whole(site / MANIFEST, manifest({**ours, **new}))
    except OSError:
        shutil.rmtree(part, ignore_errors=True)
        raise
    part.rename(site / STAGED)
    _fill(site)


def _fill(site: Path) -> None:
    """Puts what is staged in its place, pages last, then removes what is no longer made.

    May be interrupted anywhere and done again.
    """
    staged = site / STAGED
    new, old = manifest_of(staged), manifest_of(site) or {}
    if new is not None:
        for path in sorted(new, key=lambda path: (path.endswith(".html"), path)):
            source, goal = staged / path, site / path
            if source.is_file() and not _same(source, goal):
                _clear(site, path)
                goal.parent.mkdir(parents=True, exist_ok=True)
                patiently(partial(source.replace, goal))
        for path in old.keys() - new.keys():
            _remove(site, path)
        (staged / MANIFEST).replace(site / MANIFEST)
        flush_folder(site)
    shutil.rmtree(staged, ignore_errors=True)


def _clear(site: Path, path: str) -> None:
    """Makes way for a file where our last site had a folder, or a file in place of its folder."""
    if (site / path).is_dir() and not (site / path).is_symlink():
        shutil.rmtree(site / path)
    for above in _above(path):
        if (site / above).is_file():
            (site / above).unlink()


def _remove(site: Path, path: str) -> None:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        (site / path).unlink()
    for above in reversed(list(_above(path))):
        try:
            (site / above).rmdir()
        except OSError:  # not empty
            return
