"""What the files of fonts say: their families, and by `cmap` which characters they can draw.

Only the few tables that say so are read, so that a font of 30 MB takes some milliseconds.
Source: OpenType 1.9.1, chapters `otff`, `name` and `cmap`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_FAMILY = (16, 1)
"""Names of a family in the `name` table: the typographic one first."""
_ENGLISH = 0x409
"""The language of a name on Windows."""


def coverage(file: Path, family: str) -> Iterator[frozenset[int]]:
    """Yields the code points of each font of a file that is of a family."""
    with file.open("rb") as stream:
        try:
            for tables in _fonts(stream):
                if any(family == name for _, name in _names(stream, tables)):
                    yield frozenset(_points(_table(stream, tables[b"cmap"])))
        except (struct.error, KeyError, IndexError):
            return  # Typst leaves out what is no font, too


def families(file: Path) -> frozenset[str]:
    """Returns the family of each font of a file, by its typographic name where it has one; none for
    what is no font."""
    with file.open("rb") as stream:
        try:
            named = [_names(stream, tables) for tables in _fonts(stream)]
        except (struct.error, KeyError, IndexError):
            return frozenset()
    return frozenset(min(names)[1] for names in named if names)


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


def _names(stream: BinaryIO, tables: Tables) -> set[tuple[tuple[int, bool], str]]:
    """What a font calls its family; the name that counts sorts first: the typographic one, in
    English."""
    table = _table(stream, tables[b"name"])
    _, count, texts = struct.unpack_from(">HHH", table)
    names = set()
    for index in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * index
        )
        if name in _FAMILY and platform in (0, 3):
            text = table[texts + offset : texts + offset + length].decode("utf-16-be", "replace")
            names.add(((_FAMILY.index(name), language not in (0, _ENGLISH)), text))
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
