"""Colour in the bleed: looked at in the picture, since a box says nothing of what is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from handbill.press.preflight.finished import Page, Raster
from handbill.press.preflight.paint import Edges
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Both, Problem

WHITE = 250
"""A channel from here on is paper."""
PIXELS = 8.0
"""Pixels across the bleed."""
MOST_PIXELS = 9000
"""Along an edge, so that a banner of ten metres is not drawn in millions."""
SHORTEST_MM = 2.0
"""A gap shorter than that is the corner of a drawing, not a field that stops."""

EDGES: dict[str, Both] = {
    "left": Both("左边", "left edge"),
    "right": Both("右边", "right edge"),
    "top": Both("上边", "top edge"),
    "bottom": Both("下边", "bottom edge"),
}


@fault
def colour_reaches_the_bleed(context: Context) -> Iterator[Problem]:
    """E806: where the page is coloured at the trim, it is coloured to the edge of the bleed."""
    for page in context.pages:
        left, bottom, right, top = page.trim
        outer = page.bleed
        widths = {
            "left": left - outer[0],
            "right": outer[2] - right,
            "top": outer[3] - top,
            "bottom": bottom - outer[1],
        }
        for edge, width in widths.items():
            if width * page.unit < 0.2:
                continue
            for start, length in _gaps(page, edge, width):
                yield Problem(
                    "E806",
                    page.span,
                    edge=EDGES[edge],
                    at=f"{context.real_mm(page, start):.0f}",
                    length=f"{context.real_mm(page, length):.0f}",
                )
                break


def _gaps(page: Page, edge: str, width: float) -> Iterator[tuple[float, float]]:
    """Where the colour stops: distance from the upper or left end of the edge, and length."""
    left, bottom, right, top = page.trim
    strips: dict[str, Edges] = {
        "left": (left - width, bottom, left + width, top),
        "right": (right - width, bottom, right + width, top),
        "top": (left, top - width, right, top + width),
        "bottom": (left, bottom - width, right, bottom + width),
    }
    part = strips[edge]
    length = max(part[2] - part[0], part[3] - part[1])
    scale = min(PIXELS / width, MOST_PIXELS / length)
    inside, outside = _along(page.raster(part, scale), edge)
    wide = len(inside)
    # Colour that ends aslant reaches the bleed a little farther on.
    aslant = round(width * scale)
    shortest = max(SHORTEST_MM / page.unit * scale, 2)
    run = 0
    for index in range(wide + 1):
        if (
            index < wide
            and inside[index]
            and not any(outside[max(0, index - aslant) : index + aslant + 1])
        ):
            run += 1
            continue
        if run >= shortest:
            start = max(0, index - run - aslant)
            yield start / scale, (min(wide, index + aslant) - start) / scale
        run = 0


def _along(raster: Raster, edge: str) -> tuple[list[bool], list[bool]]:
    """Along the edge, from its upper or left end: whether it is coloured just inside the trim, and
    at the edge of the bleed.

    The outermost pixels stand for all of the bleed: a field that reaches them has covered the rest.
    """
    image = raster.image
    upright = edge in ("left", "right")
    deep = image.width if upright else image.height
    first, second = (deep // 2 + 1, 1) if edge in ("left", "top") else (deep // 2 - 2, deep - 2)
    inside, outside = (
        _coloured(
            image.crop((at, 0, at + 1, image.height) if upright else (0, at, image.width, at + 1))
        )
        for at in (first, second)
    )
    return inside, outside


def _coloured(line: Image.Image) -> list[bool]:
    pixels = line.tobytes()
    return [min(pixels[at : at + 3]) < WHITE for at in range(0, len(pixels), 3)]
