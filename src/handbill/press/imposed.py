"""Pages of one PDF drawn on pages of another, with pikepdf."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from handbill.model.units import PT
from handbill.press.finish import saved
from handbill.press.grid import (
    PAPERS,
    UNPRINTABLE,
    Places,
    Tile,
    Tiling,
    booklet_order,
    places,
    tiling,
)

CUT_MARK, CUT_GAP = 4.0, 1.5
"""Length of a cut mark and its distance from the card, mm."""

Lettering = Callable[[Tiling, float, float], bytes]
"""Draws what a tiling says in words, from the tiling and the sheet's size in mm: a PDF whose first
page is the plan (A4 upright, with the picture of the sheet left out at `plan_area`), and each other
the number of a tile."""
LABEL_GAP, LINE_GAP, TICK = 0.4, 0.3, 5.0
"""From a tile to its number and to the line to cut along; length of a tick. All in mm."""
PLAN_ROOM = (15.0, 24.0, 180.0, 196.0)
"""Where the plan shows the whole sheet, on A4 upright: left, bottom, width, height in mm."""


@dataclass(frozen=True)
class Imposed:
    """An imposed PDF. content: its bytes. pages: how many. up: how many of the original share a
    page or a sheet (tiles: how many pages one takes)."""

    content: bytes
    pages: int
    up: int


class _Sheets:
    """The pages of a PDF, to be drawn on others at true size."""

    def __init__(self, source: pikepdf.Pdf, target: pikepdf.Pdf, scale: float) -> None:
        self.forms = [target.copy_foreign(page.as_form_xobject()) for page in source.pages]
        self.boxes = [_seen(form) for form in self.forms]
        for form, page in zip(self.forms, source.pages, strict=True):
            # A form is cut at the trim; cards with a gutter show their bleed in it.
            form["/BBox"] = pikepdf.Array(list(page.bleedbox.as_list()))
        self.scale = scale

    def __len__(self) -> int:
        return len(self.forms)

    def of(self, number: int) -> tuple[float, float]:
        """Width and height of a page at true size, mm."""
        left, bottom, right, top = self.boxes[number]
        return (right - left) / PT / self.scale, (top - bottom) / PT / self.scale

    def draw(self, number: int, left: float, bottom: float, factor: float = 1.0) -> str:
        """Returns the operators that put the trim's lower left corner at (left, bottom) mm."""
        whole = factor / self.scale
        x, y = self.boxes[number][:2]
        return (
            f"q {whole:.6f} 0 0 {whole:.6f} {left * PT - x * whole:.4f} "
            f"{bottom * PT - y * whole:.4f} cm /P{number} Do Q\n"
        )


def _seen(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """The trim of a page as it is seen, in points: pages may be turned, and have units of their
    own."""
    a, b, c, d, e, f = (float(one) for one in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    left, bottom, right, top = (float(edge) for edge in form["/BBox"])
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _clipped(left: float, bottom: float, width: float, height: float, inside: str) -> str:
    return (
        f"q {left * PT:.4f} {bottom * PT:.4f} {width * PT:.4f} {height * PT:.4f} re W n\n"
        f"{inside}Q\n"
    )


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1 * PT:.4f} {y1 * PT:.4f} m {x2 * PT:.4f} {y2 * PT:.4f} l S\n"


def plan_area(width: float, height: float) -> tuple[float, float, float]:
    """Returns where the plan shows a sheet of this size: left, bottom and factor, mm."""
    left, bottom, room, high = PLAN_ROOM
    factor = min(room / width, high / height)
    return left + (room - width * factor) / 2, bottom + high - height * factor, factor


@contextmanager
def _imposing(content: bytes, scale: float) -> Iterator[tuple[pikepdf.Pdf, _Sheets]]:
    with pikepdf.open(io.BytesIO(content)) as source, pikepdf.new() as target:
        yield target, _Sheets(source, target, scale)


def _add(
    target: pikepdf.Pdf,
    sheets: _Sheets,
    paper: tuple[float, float],
    drawn: str,
    **lettering: pikepdf.Object,
) -> None:
    used = {
        f"/P{number}": form for number, form in enumerate(sheets.forms) if f"/P{number} Do" in drawn
    }
    used |= {f"/{name}": form for name, form in lettering.items()}
    page = target.add_blank_page(page_size=(paper[0] * PT, paper[1] * PT))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(used))
    page.obj.Contents = target.make_stream(drawn.encode("ascii"))


def _saved(target: pikepdf.Pdf, title: str, up: int) -> Imposed:
    target.docinfo["/Title"] = pikepdf.String(title)
    return Imposed(saved(target), len(target.pages), up)


def tile(
    content: bytes,
    paper: str,
    title: str,
    *,
    overlap: float = 10.0,
    scale: float = 1.0,
    lettering: Lettering,
) -> Imposed:
    """Returns every page of a PDF at true size on pages of `paper`, with overlap, numbers and
    ticks.

    A plan of the tiles comes before them, where there is more than one. scale: of the drawing; 0.1
    is enlarged ten times. Raises ValueError for an overlap that leaves nothing.
    """
    with _imposing(content, scale) as (target, sheets):
        count = 0
        for number in range(len(sheets)):
            width, height = sheets.of(number)
            cut = tiling(width, height, paper, overlap)
            count = len(cut.tiles)
            labels: list[pikepdf.Object] = []
            if count > 1:
                with pikepdf.open(io.BytesIO(lettering(cut, width, height))) as drawn:
                    plan, *labels = [
                        target.copy_foreign(page.as_form_xobject()) for page in drawn.pages
                    ]
                left, low, factor = plan_area(width, height)
                _add(
                    target,
                    sheets,
                    PAPERS["A4"],
                    _clipped(
                        left,
                        low,
                        width * factor,
                        height * factor,
                        sheets.draw(number, left, low, factor),
                    )
                    + "/Plan Do\n",
                    Plan=plan,
                )
            for position, piece in enumerate(cut.tiles):
                left, top = cut.corner
                bottom = top - piece.height
                body = _clipped(
                    left,
                    bottom,
                    piece.width,
                    piece.height,
                    sheets.draw(number, left - piece.left, bottom - piece.bottom),
                )
                if not labels:
                    _add(target, sheets, cut.paper, body)
                    continue
                body += _cut_lines(left, bottom, piece) + _ticks(cut, piece)
                body += f"q 1 0 0 1 {left * PT:.4f} {(top + LABEL_GAP) * PT:.4f} cm /Number Do Q\n"
                _add(target, sheets, cut.paper, body, Number=labels[position])
        return _saved(target, title, count)


def _cut_lines(left: float, bottom: float, piece: Tile) -> str:
    """A grey line around a tile, where its white edge is cut off; paper may be as white as it."""
    x, y = (left - LINE_GAP) * PT, (bottom - LINE_GAP) * PT
    width, height = ((side + 2 * LINE_GAP) * PT for side in (piece.width, piece.height))
    return f"q 0.55 G 0.4 w [4 2.5] 0 d {x:.4f} {y:.4f} {width:.4f} {height:.4f} re S Q\n"


def _ticks(cut: Tiling, piece: Tile) -> str:
    """Short lines up to which the next tile is laid: in the right and lower overlap, which it
    covers."""
    left, top = cut.corner
    right, bottom = left + piece.width, top - piece.height
    lines = ""
    if piece.column < cut.columns and cut.overlap:
        x = right - cut.overlap + LINE_GAP
        lines += _line(x, top, x, top - TICK) + _line(x, bottom, x, bottom + TICK)
    if piece.row < cut.rows and cut.overlap:
        y = bottom + cut.overlap - LINE_GAP
        lines += _line(left, y, left + TICK, y) + _line(right, y, right - TICK, y)
    return _on_any_ground(lines, 0.5)


def _on_any_ground(lines: str, width: float) -> str:
    """Lines in black on a white one, `width` in points."""
    return f"1 G {width + 1.1:g} w {lines}0 G {width:g} w {lines}"


def several_up(
    content: bytes, paper: str, title: str, scale: float = 1.0, gutter: float = 0.0
) -> Imposed:
    """As many copies as fit on one page of `paper`, with cut marks in its edge.

    gutter: between copies, mm; they show their bleed in half of it, if they have any.

    Each page of the PDF makes a page; since copies lie evenly about the middle, a back lies behind
    its front when the sheet is turned over along its upright edge. Raises ValueError when not one
    fits.
    """
    with _imposing(content, scale) as (target, sheets):
        up = 0
        for number in range(len(sheets)):
            width, height = sheets.of(number)
            where = places(width, height, paper, gutter)
            up = up or len(where.corners)
            body = "".join(
                _clipped(
                    x - gutter / 2,
                    y - gutter / 2,
                    width + gutter,
                    height + gutter,
                    sheets.draw(number, x, y),
                )
                for x, y in where.corners
            )
            body += _cut_marks(where, width, height, CUT_GAP + gutter / 2)
            _add(target, sheets, where.paper, body)
        return _saved(target, title, up)


def _cut_marks(where: Places, width: float, height: float, gap: float) -> str:
    """Marks in the white edge, `gap` from the cards; where cards fill the paper, on the line between
    two of them."""
    marks, paper = "", where.paper
    lefts, bottoms = {x for x, _ in where.corners}, {y for _, y in where.corners}
    low, high = min(bottoms), max(bottoms) + height
    left, right = min(lefts), max(lefts) + width
    for x in sorted({round(edge, 4) for one in lefts for edge in (one, one + width)}):
        for start, step in ((low - gap, -CUT_MARK), (high + gap, CUT_MARK)):
            if 0 < start < paper[1]:
                marks += _line(x, start, x, start + step)
            elif left < x < right:
                inner = UNPRINTABLE if step < 0 else paper[1] - UNPRINTABLE
                marks += _line(x, inner, x, inner - step)
    for y in sorted({round(edge, 4) for one in bottoms for edge in (one, one + height)}):
        for start, step in ((left - gap, -CUT_MARK), (right + gap, CUT_MARK)):
            if 0 < start < paper[0]:
                marks += _line(start, y, start + step, y)
            elif low < y < high:
                inner = UNPRINTABLE if step < 0 else paper[0] - UNPRINTABLE
                marks += _line(inner, y, inner - step, y)
    return _on_any_ground(marks, 0.35)


def booklet(content: bytes, paper: str, title: str, scale: float = 1.0) -> Imposed:
    """Returns the pages of a PDF in booklet order, two on each side of `paper` lying across.

    Pages that are larger than half the paper are made smaller; print on both sides, turned over
    along the short edge, fold and staple.
    """
    short, long = PAPERS[paper]
    half = long / 2
    with _imposing(content, scale) as (target, sheets):
        for side in booklet_order(len(sheets)):
            body = ""
            for position, number in enumerate(side):
                if number is None:
                    continue
                width, height = sheets.of(number)
                factor = min(1.0, half / width, short / height)
                left = position * half + (half - width * factor) / 2
                low = (short - height * factor) / 2
                body += _clipped(
                    left,
                    low,
                    width * factor,
                    height * factor,
                    sheets.draw(number, left, low, factor),
                )
            _add(target, sheets, (long, short), body)
        return _saved(target, title, 2)


def sizes(content: bytes, scale: float = 1.0) -> list[tuple[float, float]]:
    """Returns width and height of every page of a PDF at true size, mm."""
    with _imposing(content, scale) as (_, sheets):
        return [sheets.of(number) for number in range(len(sheets))]


def scale_of(file: Path) -> float:
    """Returns the scale that a file's name states: 0.1 for …-1to10….pdf, else 1."""
    part = next((part for part in file.stem.split("-") if part.startswith("1to")), "")
    return 1 / int(part[3:]) if re.fullmatch("[1-9][0-9]{0,3}", part[3:]) else 1.0
