"""Things and places of comics that a site has drawn itself: a file each, known by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill.load.settings import Settings
from handbill.model.strip import PROPS, SETS
from handbill.model.text import is_slug
from handbill.problems import Problem, Span, span_file
from handbill.resources import default_templates

COMIC = Path("art/comic")
_DRAWS = {PROPS: "prop(u, look, lines)", SETS: "back(u, look, ground, label, w, h)"}
"""Folder → the function that a file in it must have."""
_RED = re.compile(r"^#let red = true\b", re.MULTILINE)


@dataclass(frozen=True)
class Thing:
    """A file that draws a thing or a place. draws: whether it has the function that panels call.
    red: whether it says that there is red in it."""

    file: Path
    draws: bool
    red: bool


def own_things(site: Settings | None) -> tuple[Mapping[str, Thing], Mapping[str, Thing]]:
    """Returns the things and the places that stand in files of their own, by name: of the site's
    templates laid over ours. What cannot be called by its name, or draws nothing, is left out."""
    folders = [default_templates()]
    if site and site.templates_dir and site.templates_dir.resolve() != folders[0].resolve():
        folders.append(site.templates_dir)
    props, sets = (
        {
            name: thing
            for folder in folders
            for name, thing in _in_folder(folder, sort)
            if thing.draws and is_slug(name)
        }
        for sort in (PROPS, SETS)
    )
    return props, sets


def _in_folder(templates: Path, sort: str) -> Iterator[tuple[str, Thing]]:
    name, _, _ = _DRAWS[sort].partition("(")
    drawing = re.compile(rf"^#let {name}\(", re.MULTILINE)
    for file in sorted((templates / COMIC / sort).glob("*.typ")):
        # One that is not UTF-8 keeps its name: Typst says what is wrong with it.
        text = file.read_text("utf-8", errors="replace")
        yield file.stem, Thing(file, bool(drawing.search(text)), bool(_RED.search(text)))


def thing_problems(site: Settings) -> Iterator[Problem]:
    """Yields E676 for a file of a site that draws no thing or place, E129 for a name that no strip
    can call."""
    for sort, function in _DRAWS.items() if site.templates_dir else ():
        for name, thing in _in_folder(site.templates_dir or site.root, sort):
            span = Span(span_file(thing.file, site.root))
            if not is_slug(name):
                yield Problem("E129", span, file=thing.file.name)
            elif not thing.draws:
                yield Problem("E676", span, file=thing.file.name, function=function)
