"""What fonts can draw is read as MuPDF reads it, and as Typst draws it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pymupdf
import pytest
import typst

from handbill.load.glyphs import Glyphs, load_glyphs
from handbill.load.opentype import _fonts, _segments, _table, coverage
from handbill.render.fonts import font_files, load_fonts


def test_the_serif_is_read_as_mupdf_reads_it() -> None:
    glyphs = load_glyphs()
    [file] = [one for one in font_files() if "Serif" in one.name]
    known = set(pymupdf.Font(fontfile=str(file)).valid_codepoints())
    assert glyphs and glyphs.of["Noto Serif SC"] == known


def test_a_table_of_the_basic_plane_alone_says_the_same_of_it() -> None:
    [file] = [one for one in font_files() if "Serif" in one.name]
    with file.open("rb") as stream:
        [tables] = _fonts(stream)
        table = _table(stream, tables[b"cmap"])
    [_, count] = struct.unpack_from(">HH", table)
    starts = [struct.unpack_from(">HHI", table, 4 + 8 * index)[2] for index in range(count)]
    plane = next(at for at in starts if struct.unpack_from(">H", table, at) == (4,))
    [whole] = coverage(file, "Noto Serif SC")
    assert set(_segments(table, plane)) == {point for point in whole if point < 0x10000}
    assert list(coverage(file, "Noto Sans CJK SC")) == []


@pytest.mark.parametrize(
    "content", [b"", b"ttcf", b"no font at all, only words", b"\0\1\0\0\0\x09"]
)
def test_what_is_no_font_covers_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "no.ttf"
    file.write_bytes(content)
    assert list(coverage(file, "Small")) == []


def test_what_is_missing_is_told_once_each() -> None:
    points = frozenset(map(ord, "Aaés\u030c ，"))
    glyphs = Glyphs({"Noto Sans CJK SC": points, "Noto Serif SC": frozenset({0x4E00})})
    # A letter with its accent is one or two, and what has no ink needs no glyph.
    assert glyphs.missing("e\u0301š\u200b\u00ad\ue000，\n", serif=False) == []
    assert glyphs.missing("🐉b🐉一\u0327\ue001", serif=False) == [
        "🐉",
        "b",
        "一",
        "\u0327",
        "\ue001",
    ]
    assert glyphs.missing("🐉b🐉一", serif=True) == ["🐉", "b"]


@pytest.mark.parametrize(
    "text", [*"šćéǎőąķ🐉ﷺ一\ue001\u2011\u202f\u2003\x07", "s\u030c", "ਅ", "ག", "ẹ́", "क़", "क्‍ष"]
)
@pytest.mark.parametrize("language", ["zh", "ar", "pl"])
def test_what_typst_refuses_is_missing(text: str, language: str) -> None:
    glyphs = load_glyphs()
    assert glyphs
    sans = glyphs.typefaces(language, text).sans
    families = [one if isinstance(one, str) else one["name"] for one in sans]
    source = (
        f'#set text(font: ({", ".join(map(json.dumps, families))},), fallback: false)\n#"{text}"'
    )
    try:
        typst.compile(source.encode(), font_paths=load_fonts(), pdf_standards=["a-2u"])
        said = ""
    except typst.TypstError as error:
        said = error.message
    assert bool(glyphs.missing(text, serif=False)) == ("could not be displayed" in said)
