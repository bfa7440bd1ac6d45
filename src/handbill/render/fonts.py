"""Fonts as Typst has them: those of the user's folder, of the font wheels, or of the system."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from handbill.load.fonts import FAMILIES, fonts_of, named_folder, other_families, wheel_folder
from handbill.problems import Problem, ProblemsFound


@dataclass(frozen=True)
class FontFound:
    """Where a family comes from. origin: the folder; None: the system. found: is it there."""

    family: str
    found: bool
    origin: Path | None


def _families(folder: Path) -> frozenset[str]:
    return frozenset(typst.Fonts(False, False, [str(folder)]).families())


@lru_cache(maxsize=8)
def _search(named: Path | None) -> tuple[tuple[FontFound, ...], typst.Fonts]:
    offered = _families(named) if named else frozenset()
    folders: list[Path] = [named] if named and offered else []
    found: dict[str, Path] = {family: named for family in FAMILIES if named and family in offered}
    for family, module in FAMILIES.items():
        wheel = None if family in found else wheel_folder(module)
        if wheel:
            found[family] = wheel
            folders.append(wheel)
    folders += (one.folder for one in other_families(named) if one.folder not in folders)
    # System fonts differ from machine to machine, so they are asked only when there is no choice.
    system = len(found) < len(FAMILIES)
    fonts = typst.Fonts(system, False, [str(folder) for folder in folders])
    there = frozenset(fonts.families())
    return tuple(
        FontFound(family, family in there, found.get(family)) for family in FAMILIES
    ), fonts


def font_report(folder: Path | None = None) -> tuple[FontFound, ...]:
    """Returns every family the sheets need, and where it was found. folder: looked in first; when
    None, the folder that the environment variable HANDBILL_FONTS names."""
    return _search(named_folder(folder))[0]


def font_files(folder: Path | None = None) -> list[Path]:
    """Returns the font files that every sheet may use, system fonts left out, in the order of their
    names."""
    folders = {found.origin for found in font_report(folder) if found.origin}
    others = {file for one in other_families(folder) for file in one.files}
    return sorted({file for one in folders for file in fonts_of(one)} - others)


def load_fonts(folder: Path | None = None) -> typst.Fonts:
    """Returns the fonts as every compiler shares them. Raises ProblemsFound (E703) naming the
    families that are nowhere to be found."""
    report, fonts = _search(named_folder(folder))
    missing = [one.family for one in report if not one.found]
    if missing:
        raise ProblemsFound([Problem("E703", None, font=family) for family in missing])
    return fonts
