"""Which characters a font can draw: the `cmap` of OpenType files and collections.

Only the few tables that say so are read, so that a font of 30 MB takes some milliseconds.
Source: OpenType 1.9.1, chapters `otff`, `name` and `cmap`.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from handbill.load.fonts import FAMILIES, fonts_of, named_folder, wheel_folder
from handbill.model.text import BLANK

_FAMILY = (16, 1)
"""Names of a family in the `name` table: the typographic one first."""
_RANGES = "00AD 034F 061C 180E FEFF 200B-200F 202A-202E 2060-206F FE00-FE0F E0100-E01EF"
_IGNORED = frozenset(
    point
    for first, _, last in (one.partition("-") for one in _RANGES.split())
    for point in range(int(first, 16), int(last or first, 16) + 1)
)
"""Characters that no font need have, since they have no ink (Default_Ignorable_Code_Point)."""


@dataclass(frozen=True)
class Glyphs:
    """What the fonts of the sheets can draw: code points of each family of FAMILIES."""

    of: Mapping[str, frozenset[int]]

    def missing(self, text: str, *, serif: bool) -> list[str]:
        """Returns the characters of a text that cannot be drawn, once each, in their order. A letter
        with accents may be drawn whole or in its parts, as HarfBuzz does it.

        serif: whether the text may be set in the serif, which falls back to the sans.
        """
        sans = self.of[next(iter(FAMILIES))]
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
            if covered := [points for file in files for points in _coverage(file, family)]:
                found[family] = frozenset().union(*covered)
    return Glyphs(found) if len(found) == len(FAMILIES) else None


def _coverage(file: Path, family: str) -> Iterator[frozenset[int]]:
    """Yields the code points of each font of a file that is of a family."""
    with file.open("rb") as stream:
        try:
            for tables in _fonts(stream):
                if family in _families(stream, tables):
                    yield frozenset(_points(_table(stream, tables[b"cmap"])))
        except (struct.error, KeyError, IndexError):
            return  # Typst leaves out what is no font, too


Tables = dict[bytes, tuple[int, int]]
"""Offset and length of each table of a font, by its tag."""


def _fonts(stream: BinaryIO) -> Iterator[Tables]:
    starts: Iterable[int] = [0]
    head = stream.read(12)
    if head[:4] == b"ttcf":
        [count] = struct.unpack(">I", head[8:12])
        starts = struct.unpack(f">{count}I", stream.read(4 * count))
    for start in starts:
        stream.seek(start)
        [_, count] = struct.unpack(">IH", stream.read(12)[:6])
        records = stream.read(16 * count)
        yield {
            tag: (offset, length)
            for tag, _, offset, length in struct.iter_unpack(">4sIII", records)
        }


def _table(stream: BinaryIO, place: tuple[int, int]) -> bytes:
    stream.seek(place[0])
    return stream.read(place[1])


def _families(stream: BinaryIO, tables: Tables) -> set[str]:
    table = _table(stream, tables[b"name"])
    _, count, texts = struct.unpack_from(">HHH", table)
    names = set()
    for index in range(count):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
        if name in _FAMILY and platform in (0, 3):
            text = table[texts + offset : texts + offset + length]
            names.add(text.decode("utf-16-be", "replace"))
    return names


def _points(table: bytes) -> Iterator[int]:
    """The code points of the best Unicode subtable: of format 12 or 13, else 4, which has the basic
    plane alone."""
    [_, count] = struct.unpack_from(">HH", table)
    found: dict[int, int] = {}
    for index in range(count):
        platform, _, offset = struct.unpack_from(">HHI", table, 4 + 8 * index)
        if platform in (0, 3):
            [form] = struct.unpack_from(">H", table, offset)
            found[form] = offset
    for form in (12, 13, 4):
        if offset := found.get(form, 0):
            if form == 4:
                yield from _segments(table, offset)
                return
            [groups] = struct.unpack_from(">I", table, offset + 12)
            for first, last, glyph in struct.iter_unpack(
                ">III", table[offset + 16 : offset + 16 + 12 * groups]
            ):
                yield from range(first + (glyph == 0), last + 1)
            return


def _segments(table: bytes, offset: int) -> Iterator[int]:
    [twice] = struct.unpack_from(">H", table, offset + 6)
    parts = [
        struct.unpack_from(f">{twice // 2}H", table, offset + start)
        for start in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    ]
    ranges_at = offset + 16 + 3 * twice
    for index, (last, first, delta, by) in enumerate(zip(*parts, strict=True)):
        for point in range(first, last + 1):
            if by == 0:
                glyph = (point + delta) & 0xFFFF
            else:
                at = ranges_at + 2 * index + by + 2 * (point - first)
                [glyph] = struct.unpack_from(">H", table, at)
            if glyph and point != 0xFFFF:
                yield point
