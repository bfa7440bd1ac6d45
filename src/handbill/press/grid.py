"""The arithmetic of imposition. Lengths in mm; rectangles as left, bottom, width, height."""

from __future__ import annotations

import math
from dataclasses import dataclass

PAPERS: dict[str, tuple[float, float]] = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""Papers of an office printer, upright."""
ROUNDING = 1.0
"""What the sides of ISO papers are off by, mm."""
UNPRINTABLE = 5.0
"""What an office printer leaves white at every edge."""
NUMBER_STRIP, LINE_STRIP = 5.0, 1.0
"""Strips above and left of a tile, for its number and the line to cut along: both are cut off, so
that nothing but the sheet is seen on the wall."""


@dataclass(frozen=True)
class Tile:
    """A piece of a sheet on one page. row, column: from the upper left, counted from 1. left, bottom,
    width, height: of what the page shows, on the sheet."""

    row: int
    column: int
    left: float
    bottom: float
    width: float
    height: float

    @property
    def number(self) -> str:
        """Row and column, as it stands in the corner: B3 is the third of the second row."""
        return f"{row_letter(self.row)}{self.column}"


def row_letter(row: int) -> str:
    """Names a row: A is the first, AA comes after Z."""
    letters = ""
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True)
class Tiling:
    """A sheet cut into tiles. paper: width and height of the page as it lies. window: width and
    height of the sheet that a page can show. overlap: of neighbours. corner: where the upper left
    corner of each tile lies on its page, from the lower left."""

    paper: tuple[float, float]
    window: tuple[float, float]
    overlap: float
    tiles: tuple[Tile, ...]
    corner: tuple[float, float]

    @property
    def rows(self) -> int:
        """How many tiles lie one under the other."""
        return self.tiles[-1].row

    @property
    def columns(self) -> int:
        """How many tiles lie side by side."""
        return self.tiles[-1].column


def _count(length: float, window: float, overlap: float) -> int:
    return max(1, math.ceil((length - overlap) / (window - overlap) - 1e-9))


def tiling(width: float, height: float, paper: str, overlap: float = 10.0) -> Tiling:
    """Tiles of a sheet of this size on `paper`, upright or across, whichever needs fewer.

    A sheet that is no larger than the paper is one tile, in the middle. Raises ValueError when the
    overlap leaves nothing of a page.
    """
    short, long = PAPERS[paper]
    ways = []
    for page in ((short, long), (long, short)):
        if width <= page[0] + ROUNDING and height <= page[1] + ROUNDING:
            return Tiling(
                page,
                page,
                overlap,
                (Tile(1, 1, 0.0, 0.0, width, height),),
                ((page[0] - width) / 2, (page[1] + height) / 2),
            )
    for page in ((short, long), (long, short)):
        window = (page[0] - 2 * UNPRINTABLE - LINE_STRIP, page[1] - 2 * UNPRINTABLE - NUMBER_STRIP)
        if not 0 <= overlap < min(window) / 2:
            raise ValueError(f"an overlap of {overlap:g} mm does not fit {paper}")
        columns = _count(width, window[0], overlap)
        rows = _count(height, window[1], overlap)
        ways.append((columns * rows, page, window, columns, rows))
    _, page, window, columns, rows = min(ways, key=lambda way: way[0])
    tiles = []
    for row in range(rows):
        for column in range(columns):
            left = column * (window[0] - overlap)
            top = height - row * (window[1] - overlap)
            shown_width = min(window[0], width - left)
            shown_height = min(window[1], top)
            tiles.append(
                Tile(row + 1, column + 1, left, top - shown_height, shown_width, shown_height)
            )
    return Tiling(
        page,
        window,
        overlap,
        tuple(tiles),
        (UNPRINTABLE + LINE_STRIP, page[1] - UNPRINTABLE - NUMBER_STRIP),
    )


@dataclass(frozen=True)
class Places:
    """Places of equal cards on a page. paper: as it lies. corners: lower left corners, from the upper
    left on."""

    paper: tuple[float, float]
    columns: int
    rows: int
    corners: tuple[tuple[float, float], ...]


def places(width: float, height: float, paper: str, gutter: float = 0.0) -> Places:
    """As many cards of this size as `paper` takes, upright or across, in the middle of the page.

    Where cards fill the paper (four of A6 on A4) they reach its edges: what the printer leaves white
    there lies in the safe area of the cards. Raises ValueError when not even one fits.
    """
    short, long = PAPERS[paper]
    best: Places | None = None
    for page in ((short, long), (long, short)):
        columns, rows = (
            int((length + gutter + 1e-9) // (side + gutter))
            for length, side in (
                (page[0] - 2 * UNPRINTABLE, width),
                (page[1] - 2 * UNPRINTABLE, height),
            )
        )
        # ISO sizes are rounded down to whole millimetres: half of 297 is 148, twice 148 is 296.
        whole = [
            int((length + 0.5) // side) for length, side in ((page[0], width), (page[1], height))
        ]
        fills = (
            whole[0] * width > page[0] - 2 * ROUNDING and whole[1] * height > page[1] - 2 * ROUNDING
        )
        if fills and not gutter and whole[0] * whole[1] > columns * rows:
            columns, rows = whole
        elif columns * rows == 0 and min(whole) > 0:
            columns, rows = 1, 1  # as large as the paper, or nearly: one, in the middle
        if columns * rows <= (best.columns * best.rows if best else 0):
            continue
        used = (columns * width + (columns - 1) * gutter, rows * height + (rows - 1) * gutter)
        left, bottom = (page[0] - used[0]) / 2, (page[1] - used[1]) / 2
        best = Places(
            page,
            columns,
            rows,
            tuple(
                (left + column * (width + gutter), bottom + (rows - 1 - row) * (height + gutter))
                for row in range(rows)
                for column in range(columns)
            ),
        )
    if best is None:
        raise ValueError(f"{width:g} × {height:g} mm does not fit {paper}")
    return best


def booklet_order(pages: int) -> list[tuple[int | None, int | None]]:
    """Returns which page stands left and right on each side of the sheets of a booklet, from the
    outside in; counted from 0, None for a blank.

    Sheets are printed on both sides (turned over along the short edge), folded together and stapled.
    """
    whole = math.ceil(pages / 4) * 4

    def page(number: int) -> int | None:
        return number if number < pages else None

    sides = []
    for side in range(whole // 2):
        low, high = page(side), page(whole - 1 - side)
        sides.append((high, low) if side % 2 == 0 else (low, high))
    return sides
