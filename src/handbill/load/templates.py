"""Palettes and pictures, which lie in the templates: read with the care of campaigns.

A site may have its own; what is wrong with them is a problem at its line, not a traceback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handbill.load.settings import MARK, Settings
from handbill.load.sourced import Sourced
from handbill.load.text_source import read_text
from handbill.load.validate import validate
from handbill.load.yaml_source import parse
from handbill.model.fields import known_names
from handbill.model.look import Look
from handbill.problems import Problem, Span, span_file
from handbill.resources import default_templates

LOOKS = "looks.yml"

SUBJECT_WIDTH, SUBJECT_RIGHT, SUBJECT_TOP, SUBJECT_FOOT = 36, 63, 37.05, 60
"""In u of the canvas: what the narrowest window shows (of boards), how far one reaches that runs past
the trim (of notices), where windows begin, and where cards end."""

_NUMBER = r"\s*(-?[0-9.]+)\s*"
_SUBJECT = re.compile(rf"#let subject = \({_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}\)")
_SHOWN = re.compile(r'"(?:/sheet/)?(?:canvas|band|poster-face)\.typ"')
_PICTURE = re.compile(r"^#let picture\(", re.MULTILINE)
_SCENE = re.compile(r"^#let scene\(", re.MULTILINE)
_PEOPLE = re.compile(r"^#let people = \((.*)\)$", re.MULTILINE)
_BAND = re.compile(r'"(?:/sheet/)?band\.typ"|"/art/bands/"')
_DEVICE = re.compile(r"^#let device\(", re.MULTILINE)


@dataclass(frozen=True)
class Looks:
    """The palettes of a site, and what is wrong with the files they stand in.

    files: the default ones, then those of the site, which are added to them by name.
    """

    files: tuple[Sourced[Mapping[str, Look]], ...]
    problems: tuple[Problem, ...]

    @cached_property
    def by_name(self) -> dict[str, Look]:
        """Every palette; one of the site stands for the default one of its name."""
        return {name: look for file in self.files for name, look in file.value.items()}


def load_looks(site: Settings | None = None) -> Looks:
    """Loads templates/looks.yml: ours, and what a site adds in its own."""
    files, problems = [], []
    default = default_templates() / LOOKS
    own = site.templates_dir / LOOKS if site and site.templates_dir else default
    for file in dict.fromkeys((default, own)):
        if file is own and not own.is_file():
            continue
        name = span_file(file, site.root) if site else file.as_posix()
        text, found = read_text(file, name)
        if text is not None:
            document, found = parse(text, name, known_names(dict[str, Look]))
            if document is not None:
                value, found = validate(document, dict[str, Look])
                if value is not None:
                    files.append(Sourced(file.stem, name, value, document.marks))
        problems += found
    return Looks(tuple(files), tuple(problems))


def picture_names(templates: Path) -> frozenset[str]:
    """Names of templates/art/<name>.typ that draw a picture; other files there hold parts."""
    return _drawing(templates / "art", _PICTURE)


def device_names(templates: Path) -> frozenset[str]:
    """Names of templates/art/devices/<name>.typ that draw a device of a lock-up."""
    return _drawing(templates / "art/devices", _DEVICE)


def _drawing(folder: Path, function: re.Pattern[str]) -> frozenset[str]:
    # One that is not UTF-8 keeps its name: Typst says what is wrong with it.
    return frozenset(
        file.stem
        for file in folder.glob("*.typ")
        if function.search(file.read_text("utf-8", errors="replace"))
    )


def scene_names(templates: Path) -> frozenset[str]:
    """Names of templates/art/bands/<name>.typ that draw a scene; <name>/<who> for each of those who
    may be in it, where the file says several in `people`."""
    found = set()
    for file in (templates / "art" / "bands").glob("*.typ"):
        text = file.read_text("utf-8", errors="replace")
        people = [who for row in _PEOPLE.findall(text) for who in re.findall(r'"([^"]+)"', row)]
        if _SCENE.search(text):
            found |= {f"{file.stem}/{who}" for who in people} or {file.stem}
    return frozenset(found)


def subject_problems(site: Settings) -> Iterator[Problem]:
    """Yields W690 for pictures of a site whose subject no sheet, or not every sheet, shows whole."""
    folder = (site.templates_dir or site.root) / "art"
    for file in sorted(folder.glob("*.typ")) if site.templates_dir else ():
        lines = file.read_text("utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if found := _SUBJECT.match(line):
                x, y, width, height = map(float, found.groups())
                within = x >= 0 and x + width <= SUBJECT_RIGHT and y >= SUBJECT_TOP
                if not (within and width <= SUBJECT_WIDTH and y + height <= SUBJECT_FOOT):
                    yield Problem(
                        "W690",
                        Span(span_file(file, site.root), number, 1, len(line) + 1),
                        picture=file.stem,
                        widest=SUBJECT_WIDTH,
                        right=SUBJECT_RIGHT,
                        top=SUBJECT_TOP,
                        foot=SUBJECT_FOOT,
                    )


def shows_picture(kind: Path) -> bool:
    """Whether the drawing of a kind, a folder of templates, shows the picture of its sheet."""
    return _says(kind, _SHOWN)


def shows_scene(kind: Path) -> bool:
    """Whether the drawing of a kind, a folder of templates, shows the low picture of a sheet."""
    return _says(kind, _BAND)


def _says(kind: Path, said: re.Pattern[str]) -> bool:
    files = kind.glob("*.typ")
    return any(said.search(file.read_text("utf-8", errors="replace")) for file in files)


def site_assets(templates: Path, site: Settings) -> dict[str, bytes]:
    """Styles and scripts of the site by path below the site. Our mark is among them where the site
    has none of its own: what lies in docs/ under its name stands for it."""
    folder = templates / "site"
    found = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted((folder / "assets").rglob("*"))
        if file.is_file()
    }
    used = {site.logo, site.favicon}
    own = {mark for mark in used if (site.docs_dir / mark).is_file()}
    ours = own if MARK in used else own | {MARK}
    return {path: content for path, content in found.items() if path not in ours}
