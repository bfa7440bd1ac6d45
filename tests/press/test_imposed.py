"""Imposed PDFs, read back: true size, all of the sheet, numbers, marks, order."""

from __future__ import annotations

import io
from itertools import groupby
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.model.units import PT
from handbill.press.grid import UNPRINTABLE, Tiling
from handbill.press.imposed import PLAN_ROOM, booklet, plan_area, scale_of, several_up, sizes, tile


def sheet(width: float, height: float, pages: int = 1) -> bytes:
    """Pages of this size in mm: the left half red, the right half blue, the page's number as so many
    black squares of 10 mm along the foot."""
    with pikepdf.new() as document:
        for number in range(pages):
            page = document.add_blank_page(page_size=(width * PT, height * PT))
            squares = "".join(
                f"0 g {(10 + 20 * one) * PT:.3f} {10 * PT:.3f} {10 * PT:.3f} {10 * PT:.3f} re f\n"
                for one in range(number + 1)
            )
            page.obj.Contents = document.make_stream(
                (
                    f"1 0 0 rg 0 0 {width / 2 * PT:.3f} {height * PT:.3f} re f\n"
                    f"0 0 1 rg {width / 2 * PT:.3f} 0 {width / 2 * PT:.3f} {height * PT:.3f} re f\n"
                    f"{squares}"
                ).encode()
            )
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()


def lettering(cut: Tiling, width: float, height: float) -> bytes:
    """A plan and numbers without letters: blank pages of their sizes."""
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(210 * PT, 297 * PT))
        for _ in cut.tiles:
            document.add_blank_page(page_size=(8 * PT, 4 * PT))
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()


def colour(page: pymupdf.Page, x: float, y: float) -> str:
    """The colour at a place in mm from the lower left corner of a page, by name."""
    pixels = page.get_pixmap(dpi=72)
    red, green, blue = pixels.pixel(round(x * PT), round(pixels.height - y * PT))
    return {
        (255, 0, 0): "red",
        (0, 0, 255): "blue",
        (255, 255, 255): "white",
        (0, 0, 0): "black",
    }.get((red, green, blue), f"{red},{green},{blue}")


def test_tiles_show_the_sheet_at_true_size() -> None:
    made = tile(sheet(380, 280), "A4", "x", lettering=lettering)
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        assert len(document) == made.pages == 1 + made.up == 1 + 2
        _, first, second = document
        assert (first.rect.width, first.rect.height) == pytest.approx((210 * PT, 297 * PT), abs=0.5)
        # The red half is 190 mm wide; the page shows 199 mm from 6 mm on.
        assert colour(first, 8, 150) == colour(first, 194, 150) == "red"
        assert colour(first, 198, 150) == colour(first, 203, 150) == "blue"
        assert colour(first, 3, 150) == colour(first, 207, 150) == "white"
        # The second begins 10 mm before the first ends, at 189 mm: 1 mm of red is left.
        assert colour(second, 6.4, 150) == "red" and colour(second, 9, 150) == "blue"
        # 191 mm are left of 380.
        assert colour(second, 195, 150) == "blue" and colour(second, 199, 150) == "white"


def strokes(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Black lines of a page in mm from the lower left."""
    return [
        pymupdf.Rect(*(edge / PT for edge in shape["rect"]))
        for shape in page.get_drawings()
        if shape["type"] == "s" and shape["color"] == (0, 0, 0)
    ]


def test_ticks_stand_where_the_next_tile_begins_and_it_covers_them() -> None:
    made = tile(sheet(380, 280), "A4", "x", lettering=lettering)
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        _, first, second = document
        lines = strokes(first)
        assert len(lines) == 2 and not strokes(second)
        for line in lines:
            assert 195 < line.x0 < 195.8 and line.height == pytest.approx(5, abs=0.01)
            assert line.x1 < 205 and line.y0 > UNPRINTABLE


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_laid_out_as_it_is_seen(turned: int) -> None:
    with pikepdf.open(io.BytesIO(sheet(380, 280))) as document:
        document.pages[0].rotate(turned, relative=False)
        out = io.BytesIO()
        document.save(out)
    assert sizes(out.getvalue())[0] == pytest.approx(
        (380, 280) if turned % 180 == 0 else (280, 380), abs=0.01
    )
    made = tile(out.getvalue(), "A3", "x", lettering=lettering)
    seen = {0: "red", 90: "red", 180: "blue", 270: "blue"}[turned]
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        [page] = document
        middle = (page.rect.width / PT / 2, page.rect.height / PT / 2)
        # Left of the middle; of a page on its side, above it.
        assert (
            colour(
                page,
                middle[0] - (60 if turned % 180 == 0 else 0),
                middle[1] + (60 if turned % 180 else 0),
            )
            == seen
        )


def test_a_page_with_units_of_its_own_keeps_its_size() -> None:
    with pikepdf.open(io.BytesIO(sheet(38, 28))) as document:
        document.pages[0].obj.UserUnit = 10
        out = io.BytesIO()
        document.save(out)
    assert sizes(out.getvalue())[0] == pytest.approx((380, 280), abs=0.1)


def test_a_drawing_at_1_10_is_enlarged() -> None:
    made = tile(sheet(38, 28), "A4", "x", scale=0.1, lettering=lettering)
    assert made.up == 2
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        # The page's red ends at 6 + 190 mm, as at true size.
        assert [colour(document[1], x, 250) for x in (194, 198)] == ["red", "blue"]


@given(st.floats(20, 6000), st.floats(20, 6000))
def test_the_plan_shows_the_whole_sheet_as_large_as_its_room_takes(
    width: float, height: float
) -> None:
    left, bottom, factor = plan_area(width, height)
    x, y, room, high = PLAN_ROOM
    wide, tall = width * factor, height * factor
    assert left - x == pytest.approx(x + room - left - wide, abs=1e-6), "in the middle"
    assert bottom + tall == pytest.approx(y + high), "from the upper edge"
    assert max(wide / room, tall / high) == pytest.approx(1)


def test_a_sheet_that_fits_has_no_plan() -> None:
    assert tile(sheet(150, 200), "A4", "x", lettering=lettering).pages == 1


def test_cards_lie_back_to_back() -> None:
    made = several_up(sheet(90, 54, pages=2), "A4", "x")
    assert (made.pages, made.up) == (2, 10)
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        front, back = document
        width = front.rect.width / PT
        # Two columns of 90 mm from 15 mm on, each red and then blue. Turned over along its upright
        # edge, the left half of a front has the right half of its back behind it.
        expected = {
            14.0: ("white", "white"),
            16.0: ("red", "blue"),
            59.0: ("red", "blue"),
            61.0: ("blue", "red"),
            104.0: ("blue", "red"),
            106.0: ("red", "blue"),
            149.0: ("red", "blue"),
            194.0: ("blue", "red"),
            196.0: ("white", "white"),
        }
        for x, colours in expected.items():
            for y in (150.0, 150.0 + 54):
                assert (colour(front, x, y), colour(back, width - x, y)) == colours


def test_cut_marks_stand_in_the_white_edge() -> None:
    made = several_up(sheet(90, 54), "A4", "x")
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        page = document[0].rect
        lines = strokes(document[0])
    # Both ends of 3 lines between and beside two columns, and of 6 for five rows.
    assert len(lines) == 2 * (3 + 6)
    left, low = (page.width / PT - 180) / 2, (page.height / PT - 270) / 2
    for line in lines:
        assert line.x1 < left or line.x0 > left + 180 or line.y1 < low or line.y0 > low + 270


def test_cards_that_fill_the_paper_are_marked_between() -> None:
    made = several_up(sheet(105, 148), "A4", "x")
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        lines = strokes(document[0])
    upright = [line for line in lines if line.width < 0.01]
    level = [line for line in lines if line.height < 0.01]
    assert [line.x0 for line in upright] == pytest.approx([105] * 2, abs=0.01)
    assert [line.y0 for line in level] == pytest.approx([148.5] * 2, abs=0.01)
    assert len(lines) == 4


def test_copies_show_their_bleed_in_the_gutter_and_nowhere_else() -> None:
    with pikepdf.open(io.BytesIO(sheet(70, 60))) as document:
        page = document.pages[0]
        page.obj.BleedBox = [7 * PT, 7 * PT, 63 * PT, 53 * PT]
        page.obj.TrimBox = [10 * PT, 10 * PT, 60 * PT, 50 * PT]
        out = io.BytesIO()
        document.save(out)
    assert sizes(out.getvalue())[0] == pytest.approx((50, 40), abs=0.01)

    def across(made: bytes, row: float) -> list[str]:
        """Colours along a row of a page, 1 mm apart, each run once."""
        with pymupdf.open(stream=made, filetype="pdf") as laid:
            pixels = laid[0].get_pixmap(dpi=254)
            seen = [
                pixels.pixel(x, round(pixels.height - row * 10)) for x in range(5, pixels.width, 10)
            ]
        runs = [
            f"{count} {name}"
            for name, count in (
                (name, len(list(group)))
                for name, group in groupby(
                    {(255, 0, 0): "red", (0, 0, 255): "blue"}.get(one, "white") for one in seen
                )
            )
        ]
        return runs

    close = several_up(out.getvalue(), "A4", "x").content
    apart = several_up(out.getvalue(), "A4", "x", gutter=6.0).content
    assert across(close, 140)[1:5] == ["25 red", "25 blue", "25 red", "25 blue"]
    # 3 mm of bleed on either side of each copy.
    assert across(apart, 140)[1:5] == ["28 red", "28 blue", "28 red", "28 blue"]


def test_each_page_is_laid_out_by_its_own_size() -> None:
    with (
        pikepdf.open(io.BytesIO(sheet(90, 54))) as document,
        pikepdf.open(io.BytesIO(sheet(105, 148))) as other,
    ):
        document.pages.extend(other.pages)
        out = io.BytesIO()
        document.save(out)
    with pymupdf.open(stream=several_up(out.getvalue(), "A4", "x").content, filetype="pdf") as laid:
        assert colour(laid[1], 20, 290) == "red"


def test_a_booklet_lies_across_and_in_order() -> None:
    made = booklet(sheet(210, 297, pages=4), "A3", "x")
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        assert [
            (round(page.rect.width / PT), round(page.rect.height / PT)) for page in document
        ] == [(420, 297)] * 2
        # Squares along the foot: page 4 left of page 1, then 2 left of 3.
        counts = [
            [
                sum(colour(page, left + 15 + 20 * one, 15) == "black" for one in range(4))
                for left in (0, 210)
            ]
            for page in document
        ]
    assert counts == [[4, 1], [2, 3]]


def test_a4_pages_become_smaller_on_a4() -> None:
    made = booklet(sheet(210, 297, pages=2), "A4", "x")
    with pikepdf.open(io.BytesIO(made.content)) as document:
        assert [float(edge) for edge in document.pages[0].mediabox][2:] == pytest.approx(
            [297 * PT, 210 * PT], abs=0.01
        )


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("x-6000x700-1to10.pdf", 0.1),
        ("x-6000x700-1to10-press.pdf", 0.1),
        ("x-A3.pdf", 1.0),
        ("x-1tox.pdf", 1.0),
    ],
)
def test_the_scale_stands_in_the_name(name: str, scale: float) -> None:
    assert scale_of(Path(name)) == scale


def test_the_same_input_gives_the_same_bytes() -> None:
    content = sheet(400, 280)
    assert tile(content, "A4", "x", lettering=lettering) == tile(
        content, "A4", "x", lettering=lettering
    )
