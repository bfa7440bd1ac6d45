"""Palettes and pictures, which lie in the templates: read with the care of campaigns.

A site may have its own; what is wrong with them is a problem at its line, not a traceback.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from handbill.load.settings import Settings
from handbill.load.text_source import read_text
from handbill.load.validate import validate
from handbill.load.yaml_source import parse
from handbill.model.fields import known_names
from handbill.model.look import Look
from handbill.problems import ProblemsFound, span_file

_PICTURE = re.compile(r"^#let picture\(", re.MULTILINE)


def load_looks(templates: Path, site: Settings | None = None) -> dict[str, Look]:
    """Returns every palette by name, from templates/looks.yml.

    templates: the folder to read. site: whose own file is named in messages when it has one, since
    `templates` may be a staged copy. Raises ProblemsFound.
    """
    looks: dict[str, Look] = _read("looks.yml", dict[str, Look], templates, site)
    return looks


def picture_names(templates: Path) -> frozenset[str]:
    """Names of templates/art/<name>.typ that draw a picture; other files there hold parts."""
    # One that is not UTF-8 keeps its name: Typst says what is wrong with it.
    return frozenset(
        file.stem
        for file in (templates / "art").glob("*.typ")
        if _PICTURE.search(file.read_text("utf-8", errors="replace"))
    )


def _read(inside: str, annotation: Any, templates: Path, site: Settings | None) -> Any:
    file = templates / inside
    name = _name(inside, file, site)
    text, problems = read_text(file, name)
    if text is not None:
        document, problems = parse(text, name, known_names(annotation))
        if document is not None:
            value, problems = validate(document, annotation)
    if problems:
        raise ProblemsFound(problems)
    return value


def _name(inside: str, file: Path, site: Settings | None) -> str:
    """A file of the templates as spans show it: the site's own, relative to its root."""
    if site and site.templates_dir and (site.templates_dir / inside).is_file():
        file = site.templates_dir / inside
    return span_file(file, site.root) if site else file.as_posix()


def site_assets(templates: Path) -> dict[str, bytes]:
    """Styles and scripts of the site by path below assets/."""
    folder = templates / "site" / "assets"
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
