"""Imposed PDFs, read back: true size, all of the sheet, numbers, marks, order."""

from __future__ import annotations

import io

import pikepdf
import pymupdf
import pytest

from handbill.impose.grid import PAPERS, Tiling
from handbill.impose.pages import PT, booklet, scale_of, several_up, tile

NOTHING = b""


def sheet(width: float, height: float, pages: int = 1) -> bytes:
    """Pages of this size in mm: the left half red, the right half blue, the page's number as so many
    black squares of 10 mm along the foot."""
    with pikepdf.new() as document:
        for number in range(pages):
            page = document.add_blank_page(page_size=(width * PT, height * PT))
            squares = "".join(f"0 g {(10 + 20 * one) * PT:.3f} {10 * PT:.3f} {10 * PT:.3f} "
                              f"{10 * PT:.3f} re f\n" for one in range(number + 1))
            page.obj.Contents = document.make_stream((
                f"1 0 0 rg 0 0 {width / 2 * PT:.3f} {height * PT:.3f} re f\n"
                f"0 0 1 rg {width / 2 * PT:.3f} 0 {width / 2 * PT:.3f} {height * PT:.3f} re f\n"
                f"{squares}").encode())
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
    return {(255, 0, 0): "red", (0, 0, 255): "blue", (255, 255, 255): "white",
            (0, 0, 0): "black"}.get((red, green, blue), f"{red},{green},{blue}")


def test_tiles_show_the_sheet_at_true_size() -> None:
    made = tile(sheet(380, 280), "A4", "x", lettering=lettering)
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        assert len(document) == made.pages == 1 + made.up == 1 + 2
        _, first, second = document
        assert (first.rect.width, first.rect.height) == pytest.approx(
            (210 * PT, 297 * PT), abs=0.5)
        # The red half is 190 mm wide and begins where the printable part of the page does.
        assert colour(first, 10, 150) == colour(first, 193, 150) == "red"
        assert colour(first, 197, 150) == "blue" and colour(first, 2, 150) == "white"
        # The second begins 10 mm before the first ends: where the red half does.
        assert colour(second, 7, 150) == "blue" and colour(second, 3, 150) == "white"


def test_a_drawing_at_1_10_is_enlarged() -> None:
    made = tile(sheet(38, 28), "A4", "x", scale=0.1, lettering=lettering)
    assert made.up == 2


def test_a_sheet_that_fits_has_no_plan() -> None:
    assert tile(sheet(150, 200), "A4", "x", lettering=lettering).pages == 1


def test_cards_lie_back_to_back() -> None:
    made = several_up(sheet(90, 54, pages=2), "A4", "x")
    assert (made.pages, made.up) == (2, 10)
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        front, back = document
        width = front.rect.width / PT
        for x in (40.0, 130.0):
            # Turned over along its upright edge, what was left is right.
            assert {colour(front, x, 150), colour(back, width - x, 150)} <= {"red", "blue"}
            assert colour(front, x, 150) == colour(front, x, 150 + 54)


def test_cut_marks_stand_in_the_white_edge() -> None:
    made = several_up(sheet(90, 54), "A4", "x")
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        lines = [shape["rect"] for shape in document[0].get_drawings() if shape["type"] == "s"]
    assert len(lines) == 2 * (2 * 2 + 2 * 5) or len(lines) >= 10
    assert all(min(line.width, line.height) < 1 for line in lines)


def test_a_booklet_lies_across_and_in_order() -> None:
    made = booklet(sheet(210, 297, pages=4), "A3", "x")
    with pymupdf.open(stream=made.content, filetype="pdf") as document:
        assert [(round(page.rect.width / PT), round(page.rect.height / PT)) for page in document] \
            == [(420, 297)] * 2
        # Squares along the foot: page 4 left of page 1, then 2 left of 3.
        counts = [[sum(colour(page, left + 15 + 20 * one, 15) == "black" for one in range(4))
                   for left in (0, 210)] for page in document]
    assert counts == [[4, 1], [2, 3]]


def test_a4_pages_become_smaller_on_a4() -> None:
    made = booklet(sheet(210, 297, pages=2), "A4", "x")
    with pikepdf.open(io.BytesIO(made.content)) as document:
        assert [float(edge) for edge in document.pages[0].mediabox][2:] \
            == pytest.approx([297 * PT, 210 * PT], abs=0.01)


@pytest.mark.parametrize(("name", "scale"), [
    ("x-6000x700-1to10.pdf", 0.1), ("x-6000x700-1to10-press.pdf", 0.1), ("x-A3.pdf", 1.0),
    ("x-1tox.pdf", 1.0)])
def test_the_scale_stands_in_the_name(name: str, scale: float) -> None:
    from pathlib import Path

    assert scale_of(Path(name)) == scale


def test_the_same_input_gives_the_same_bytes() -> None:
    content = sheet(400, 280)
    assert tile(content, "A4", "x", lettering=lettering) == tile(content, "A4", "x",
                                                                 lettering=lettering)
    assert PAPERS["A4"] == (210, 297)
