"""The contact sheet: pictures at a glance, for the people who make them or print them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from handbill.render.fonts import load_fonts
from handbill.render.pictures import palette_png

WIDTH, MARGIN, GAP = 2400, 48, 32
"""Pixels: of the sheet, at its edges, between pictures."""
ABOVE_LABEL = 12
LEAST_LABEL = 200
"""Width of the title of a narrow picture, in pixels."""
GROUND = (214, 213, 207)
COLOURS = 256
PPI = 144
TITLES = b"""
#set text(font: "Noto Sans CJK SC", weight: 500, size: 10pt, fill: rgb("#10233F"), lang: "zh")
#set page(height: auto, margin: (top: 1pt, bottom: 3pt, x: 0pt), fill: rgb("#D6D5CF"))
#for item in json("/data.json") { page(width: item.width * 0.5pt, item.title) }
"""
"""A page for each title, as high as its lines; a pixel is half a point."""


def _titles(titles: Sequence[str], widths: Sequence[int], fonts: Path | None) -> list[bytes]:
    data = [{"title": title, "width": width} for title, width in zip(titles, widths, strict=True)]
    files: Any = {"main.typ": TITLES, "data.json": json.dumps(data).encode()}
    made = typst.Compiler(font_paths=load_fonts(fonts)).compile(files, format="png", ppi=PPI)
    return made if isinstance(made, list) else [made or b""]


def _opened(png: bytes) -> Image.Image:
    """A picture in full colour, no wider than the sheet has room."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.thumbnail((WIDTH - 2 * MARGIN, picture.height))
    return picture


def _rows(widths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of the pictures in each row."""
    row: list[int] = []
    taken = 0
    for index, width in enumerate(widths):
        if row and taken + GAP + width > WIDTH - 2 * MARGIN:
            yield row
            row, taken = [], 0
        taken += width + (GAP if row else 0)
        row.append(index)
    if row:
        yield row


def contact_sheet(items: Sequence[tuple[str, bytes]], fonts: Path | None = None) -> bytes:
    """Returns one PNG of all `items` (title, PNG bytes), each as large as it is, in rows that stand
    on their titles, which are whole; 2,400 pixels wide, 256 colours.

    fonts: a folder to look for fonts in first. The same items give the same bytes.
    """
    pictures = [_opened(png) for _, png in items]
    widths = [max(picture.width, LEAST_LABEL) for picture in pictures]
    labels = [_opened(png) for png in _titles([title for title, _ in items], widths, fonts)]
    rows = list(_rows(widths))
    heights = [max(pictures[index].height for index in row) for row in rows]
    belows = [ABOVE_LABEL + max(labels[index].height for index in row) + GAP for row in rows]
    sheet = Image.new("RGB", (WIDTH, 2 * MARGIN - GAP + sum(heights) + sum(belows)), GROUND)
    top = MARGIN
    for row, height, below in zip(rows, heights, belows, strict=True):
        left, foot = MARGIN, top + height
        for index in row:
            sheet.paste(pictures[index], (left, foot - pictures[index].height))
            sheet.paste(labels[index], (left, foot + ABOVE_LABEL))
            left += widths[index] + GAP
        top = foot + below
    return palette_png(sheet, COLOURS)
