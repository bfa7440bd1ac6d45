"""Fonts: all in the file, with a glyph for everything that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.press.preflight.paint import FontUse
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Problem

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_TWO_BYTES = ("/Identity-H", "/Identity-V")


def _name(font: Any) -> str:
    return str(font.get("/BaseFont", "/?"))[1:]


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    if font.get("/Subtype") == "/Type0":
        font = font["/DescendantFonts"][0]
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and any(name in descriptor for name in _FILES)


@fault
def fonts_embedded(context: Context) -> Iterator[Problem]:
    """E807: every font that shows text is embedded; told once a file."""
    told = set()
    for page in context.pages:
        for use in page.paint.fonts.values():
            name = _name(use.font)
            if use.shown and name not in told and not _embedded(use.font):
                told.add(name)
                yield Problem("E807", page.span, font=name)


@fault
def every_glyph_is_there(context: Context) -> Iterator[Problem]:
    """E808: no text shows .notdef, the glyph of what a font has not."""
    for page in context.pages:
        for use in page.paint.fonts.values():
            if count := _missing(use):
                yield Problem("E808", page.span, font=_name(use.font), count=count)


def _missing(use: FontUse) -> int:
    """Different strings in which .notdef is shown."""
    font = use.font
    if font.get("/Subtype") == "/Type0":
        encoding = font.get("/Encoding")
        if str(encoding) not in _TWO_BYTES:
            return 0  # what a code means is told by a character map of its own
        glyphs = _glyph_map(font)
        return sum(
            _glyph(text[at : at + 2], glyphs) == 0
            for text in use.shown
            for at in range(0, len(text) - 1, 2)
        )
    names = _differences(font)
    return sum(names.get(code) == "/.notdef" for text in use.shown for code in text)


def _glyph_map(font: Any) -> bytes | None:
    table = font["/DescendantFonts"][0].get("/CIDToGIDMap")
    return (
        table.read_bytes() if hasattr(table, "read_bytes") and str(table) != "/Identity" else None
    )


def _glyph(code: bytes, glyphs: bytes | None) -> int:
    number = int.from_bytes(code, "big")
    if glyphs is None or 2 * number + 1 >= len(glyphs):
        return number
    return int.from_bytes(glyphs[2 * number : 2 * number + 2], "big")


def _differences(font: Any) -> dict[int, str]:
    """Code -> name of the glyph, where the encoding of a simple font says so."""
    encoding: Any = font.get("/Encoding")
    names: dict[int, str] = {}
    code = 0
    for one in encoding.get("/Differences", []) if hasattr(encoding, "keys") else []:
        if str(one).startswith("/"):
            names[code] = str(one)
            code += 1
        else:
            code = int(one)
    return names
