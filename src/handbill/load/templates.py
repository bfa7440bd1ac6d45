"""Palettes and pictures, which lie in the templates: read with the care of campaigns.

A site may have its own; what is wrong with them is a problem at its line, not a traceback.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
from handbill.problems import Problem, span_file
from handbill.resources import default_templates

LOOKS = "looks.yml"

_PICTURE = re.compile(r"^#let picture\(", re.MULTILINE)


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
    # One that is not UTF-8 keeps its name: Typst says what is wrong with it.
    return frozenset(
        file.stem
        for file in (templates / "art").glob("*.typ")
        if _PICTURE.search(file.read_text("utf-8", errors="replace"))
    )


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
