"""Which characters the fonts of sheets can draw, and which family each of them is set in."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from handbill.load.fonts import (
    FAMILIES,
    SERIFS,
    Family,
    extra_of,
    fonts_of,
    named_folder,
    other_families,
    wheel_folder,
)
from handbill.load.letters import letters_of
from handbill.load.opentype import coverage
from handbill.model.text import BLANK

_RANGES = "00AD 034F 061C 180E FEFF 200B-200F 202A-202E 2060-206F FE00-FE0F E0100-E01EF"
_IGNORED = frozenset(
    point
    for first, _, last in (one.partition("-") for one in _RANGES.split())
    for point in range(int(first, 16), int(last or first, 16) + 1)
)
"""Characters that no font need have, since they have no ink (Default_Ignorable_Code_Point)."""
_SANS, _SERIF = FAMILIES
ALL_BUT_DIGITS = "[^0-9]"
"""What the family of a language covers: digits of telephone numbers are placed by their ink, which
is known of Noto Sans CJK alone."""


@dataclass(frozen=True)
class Typefaces:
    """What a document is set in. sans, serif: families as Typst takes them, each a name, or a name
    with the characters it is for. others: those that not every sheet asks for."""

    sans: tuple[str | Mapping[str, str], ...] = (_SANS,)
    serif: tuple[str | Mapping[str, str], ...] = (_SERIF, _SANS)
    others: tuple[Family, ...] = ()


@dataclass(frozen=True)
class Glyphs:
    """What the fonts of the sheets can draw: code points of each family of FAMILIES, and the
    families that help where these do not."""

    of: Mapping[str, frozenset[int]]
    others: tuple[Family, ...] = ()

    def missing(self, text: str, *, serif: bool) -> list[str]:
        """Returns the characters of a text that cannot be drawn, once each, in their order. A letter
        with accents may be drawn whole or in its parts, as HarfBuzz does it.

        serif: whether the text may be set in the serif, which falls back to the sans.
        """
        return [one for one in self._lacking(text, serif=serif) if not self._other(one)]

    def _lacking(self, text: str, *, serif: bool) -> list[str]:
        """The characters that FAMILIES do not draw."""
        sans = self.of[_SANS]
        if sans.issuperset(map(ord, text)):
            return []
        families = self.of.values() if serif else (sans,)

        def drawn(one: str) -> bool:
            point = ord(one)
            return point in _IGNORED or any(point in points for points in families)

        return [
            one
            for one in dict.fromkeys(unicodedata.normalize("NFC", text))
            if not (drawn(one) or one.isspace() or one == BLANK)
            and not all(map(drawn, unicodedata.normalize("NFD", one)))
        ]

    def _other(self, one: str) -> Family | None:
        """The first of the others that draws a character, whole or in its parts; of its own script
        before those that have some of its letters besides."""
        parts, own = unicodedata.normalize("NFD", one), extra_of(one)
        found = [family for family in self.others if family.has(one) or family.has(parts)]
        return min(found, key=lambda family: not _is_of(family, own), default=None)

    def _whole(self, text: str) -> dict[Family, str]:
        """Accented letters that Noto Sans CJK has only in parts, whose marks it does not place, by
        the family that has them whole."""
        points = self.of[_SANS]
        made: dict[Family, str] = {}
        for one in dict.fromkeys(unicodedata.normalize("NFC", text)):
            if one.isascii() or ord(one) in points or unicodedata.normalize("NFD", one) == one:
                continue
            family = self._other(one)
            if family and family.has(one):
                made[family] = made.get(family, "") + one
        return made

    def family_of(self, letters: str) -> str | None:
        """Returns the name of the first family that has all of some letters; None when none has."""
        if self.of[_SANS].issuperset(map(ord, letters)):
            return _SANS
        return next((one.name for one in self.others if one.has(letters)), None)

    def main(self, language: str) -> Family | None:
        """Returns the family that a language is set in, the first with all its letters; None where
        that is Noto Sans CJK, or no family has them."""
        name = self.family_of(letters_of(language))
        return next((one for one in self.others if one.name == name), None)

    def typefaces(self, language: str, text: str) -> Typefaces:
        """Returns the families of a document: that of its language, those of every sheet, and the
        first that has a character which these have not. text: all that may be set."""
        main = self.main(language)
        lacking = [one for one in self._lacking(text, serif=False) if not (main and main.has(one))]
        helping = [family for one in lacking if (family := self._other(one))]
        if not main:
            whole = self._whole(text)
            first = [{"name": one.name, "covers": f"[{some}]"} for one, some in whole.items()]
            others = tuple(dict.fromkeys([*whole, *helping]))
            names = [one.name for one in others]
            return Typefaces((*first, _SANS, *names), (*first, _SERIF, _SANS, *names), others)
        named = {one.name: one for one in self.others}
        serif = named.get(SERIFS.get(main.name, ""), main)
        serif = serif if serif.has(letters_of(language)) else main
        others = tuple(dict.fromkeys([main, serif, *helping]))
        names = [one.name for one in others if one is not serif]
        return Typefaces(
            ({"name": main.name, "covers": ALL_BUT_DIGITS}, _SANS, *names[1:]),
            ({"name": serif.name, "covers": ALL_BUT_DIGITS}, _SERIF, _SANS, *names),
            others,
        )


def _is_of(family: Family, extra: str | None) -> bool:
    """Whether a family is the user's own or of a script's extra."""
    return family.extra is None or family.extra.extra == extra


def typefaces(language: str, text: str, folder: Path | None = None) -> Typefaces:
    """Returns what a document is set in (see Glyphs.typefaces); all the families there are where
    those of every sheet are the system's. folder: as `named_folder` takes it."""
    if glyphs := load_glyphs(folder):
        return glyphs.typefaces(language, text)
    others = other_families(folder)
    names = [one.name for one in others]
    return Typefaces((_SANS, *names), (_SERIF, _SANS, *names), others)


def load_glyphs(folder: Path | None = None) -> Glyphs | None:
    """Returns what the fonts of the sheets can draw; None where a family is one of the system's or
    is nowhere to be found. folder: as `named_folder` takes it."""
    return _glyphs(named_folder(folder))


@lru_cache(maxsize=4)
def _glyphs(named: Path | None) -> Glyphs | None:
    found: dict[str, frozenset[int]] = {}
    for family, module in FAMILIES.items():
        for origin in (named, wheel_folder(module)):
            files = fonts_of(origin) if origin and family not in found else []
            if covered := [points for file in files for points in coverage(file, family)]:
                found[family] = frozenset().union(*covered)
    return Glyphs(found, other_families(named)) if len(found) == len(FAMILIES) else None
