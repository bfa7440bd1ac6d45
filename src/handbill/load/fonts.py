"""Where the fonts of the sheets are: a folder the user names, then the font wheels.

Noto Sans CJK SC (variable, all weights) comes from the wheel `manimgx-fonts-cjk`, Noto Serif SC
from `pylopdf-fonts-zh-cn`; those of other scripts from the wheels of the extras. All are under the
SIL Open Font License 1.1.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path

from handbill.load.opentype import coverage, families

FOLDER_VARIABLE = "HANDBILL_FONTS"
FAMILIES: dict[str, str] = {
    "Noto Sans CJK SC": "manimgx_fonts_cjk",
    "Noto Serif SC": "pylopdf_fonts_zh_cn",
}
"""Families that every sheet asks for, with the module whose wheel holds them."""
SUFFIXES = frozenset({".otf", ".ttf", ".otc", ".ttc"})


@dataclass(frozen=True)
class Extra:
    """Families of a script that sheets are set in when the wheel is there.

    module: of the wheel. extra: which of Handbill's brings it. serif: what letters are set in.
    """

    module: str
    extra: str
    sans: str = ""
    serif: str = ""


_MORE = "Armenian Bengali Ethiopic Georgian Gujarati Gurmukhi Kannada Khmer Lao Malayalam Myanmar"
EXTRAS = (
    Extra("pylopdf_fonts_ar", "arabic", "Noto Sans Arabic", "Noto Naskh Arabic"),
    Extra("pylopdf_fonts_he", "hebrew", "Noto Sans Hebrew", "Noto Serif Hebrew"),
    Extra("pylopdf_fonts_hi", "devanagari", "Noto Sans Devanagari", "Noto Serif Devanagari"),
    Extra("pylopdf_fonts_th", "thai", "Noto Sans Thai", "Noto Serif Thai"),
    Extra("fontpkg_noto_sans", "european", sans="Noto Sans"),
    Extra("fontpkg_noto_serif", "european", serif="Noto Serif"),
    *(
        Extra("manimgx_fonts", "scripts", sans=f"Noto Sans {name}")
        for name in f"{_MORE} Oriya Sinhala Tamil Telugu Symbols".split()
    ),
)
"""In the order in which they are looked through for a character."""
SERIFS = {
    "Noto Sans": "Noto Serif",
    **{one.sans: one.serif for one in EXTRAS if one.sans and one.serif},
}
"""The serif of the same script, by the sans."""


_EXTRA_OF = {
    **dict.fromkeys(("LATIN", "GREEK", "CYRILLIC"), "european"),
    **{name: name.lower() for name in ("ARABIC", "HEBREW", "DEVANAGARI", "THAI")},
    **dict.fromkeys(f"{_MORE} Oriya Sinhala Tamil Telugu".upper().split(), "scripts"),
}
"""The extra that has the letters of a script, by how Unicode names them."""


@dataclass(frozen=True)
class Family:
    """A family that sheets may be set in besides FAMILIES. extra: the wheel that holds it; None in
    the user's folder."""

    name: str
    folder: Path
    files: tuple[Path, ...]
    extra: Extra | None = None

    @cached_property
    def points(self) -> frozenset[int]:
        """The code points that it can draw."""
        return frozenset().union(
            *(points for file in self.files for points in coverage(file, self.name))
        )

    def has(self, text: str) -> bool:
        """Whether it can draw every character of a text."""
        return self.points.issuperset(map(ord, text))


def named_folder(folder: Path | None = None) -> Path | None:
    """Returns the folder to look in first: the given one, else the one that the environment
    variable HANDBILL_FONTS names."""
    named = os.environ.get(FOLDER_VARIABLE)
    return folder or (Path(named) if named else None)


def wheel_folder(module: str) -> Path | None:
    """Returns the folder of a font wheel's module; None when it is not installed."""
    spec = find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


def extra_of(character: str) -> str | None:
    """Returns the extra that has the letters of a character's script."""
    return _EXTRA_OF.get(unicodedata.name(character, "").split(" ")[0])


def extra_for(character: str) -> str | None:
    """Returns the extra that brings a font for a character and is not installed."""
    extra = extra_of(character)
    modules = [one.module for one in EXTRAS if one.extra == extra]
    return extra if modules and not all(map(wheel_folder, modules)) else None


def fonts_of(folder: Path) -> list[Path]:
    """Returns the font files in a folder, at any depth, in the order of their paths."""
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)


def other_families(folder: Path | None = None) -> tuple[Family, ...]:
    """Returns what sheets may be set in besides FAMILIES, in the order in which a character is
    looked for: families of the user's folder by their names, then those of the installed extras.
    folder: as `named_folder` takes it."""
    return _others(named_folder(folder))


@lru_cache(maxsize=8)
def _others(named: Path | None) -> tuple[Family, ...]:
    found = {one.name: one for one in _in_folder(named)} if named else {}
    for extra in EXTRAS:
        folder = wheel_folder(extra.module)
        for name in filter(None, (extra.sans, extra.serif)):
            if folder and name not in found:
                files = tuple(file for file in fonts_of(folder) if name in families(file))
                found[name] = Family(name, folder, files, extra)
    return tuple(found.values())


def _in_folder(folder: Path) -> Iterator[Family]:
    files: dict[str, list[Path]] = {}
    for file in fonts_of(folder):
        for name in families(file) - FAMILIES.keys():
            files.setdefault(name, []).append(file)
    for name in sorted(files):
        yield Family(name, folder, tuple(files[name]))
