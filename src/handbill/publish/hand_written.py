"""What stands in docs/ when a build begins must be in what it publishes.

MkDocs walks docs/ late, and takes what it finds then: a folder that somebody removes meanwhile (a
sync, a change of branch) would make a site without these pages, which then replaces the whole one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from handbill.compose.part import one_name
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound, Span, span_file


def hand_written(settings: Settings) -> frozenset[str]:
    """Returns the files of docs/, links followed, as paths below it. Raises ProblemsFound (E144)
    where there is no such folder."""
    folder = settings.docs_dir
    if not folder.is_dir():
        raise ProblemsFound([no_docs(settings)])
    return frozenset(
        file.relative_to(folder).as_posix()
        for top, _, names in os.walk(folder, followlinks=True)
        for file in (Path(top, name) for name in names)
        if file.is_file()
    )


def no_docs(settings: Settings) -> Problem:
    """Returns E144, which says that there is no docs/."""
    return Problem("E144", None, folder=span_file(settings.docs_dir, settings.root))


def twins(settings: Settings, files: Iterable[str]) -> Iterator[Problem]:
    """Yields E147 for each of `files` of docs/ that is one with another on some disk, or becomes the
    same page. README.md beside index.md is none: MkDocs leaves it out, as it does hidden files."""
    seen: dict[str, str] = {}
    shown = (one for one in files if not any(part[0] == "." for part in one.split("/")))
    for name in sorted(shown, key=lambda one: (one.endswith("README.md"), one)):
        other = seen.setdefault(one_name(name), name)
        if other != name and not (name.endswith("README.md") and other.endswith("index.md")):
            folder = span_file(settings.docs_dir, settings.root)
            at = Span(f"{folder}/{name}")
            yield Problem("E147", at, file=f"{folder}/{name}", other=f"{folder}/{other}")


def gone(settings: Settings, files: Collection[str]) -> list[Problem]:
    """Returns E143 with those of `files` that no longer stand in docs/, or nothing."""
    return lost(settings, [name for name in files if not (settings.docs_dir / name).exists()])


def lost(settings: Settings, files: Collection[str]) -> list[Problem]:
    """Returns E143 with files of docs/ that the site would lack, or nothing where there are none."""
    if not files:
        return []
    folder = span_file(settings.docs_dir, settings.root)
    return [Problem("E143", None, folder=folder, count=len(files), files=sorted(files)[:3])]
