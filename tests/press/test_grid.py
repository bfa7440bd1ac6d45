"""Imposition as pictures: where tiles and cards lie, and in what order a booklet is printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.press.grid import (
    PAPERS,
    UNPRINTABLE,
    Tiling,
    booklet_order,
    places,
    row_letter,
    tiling,
)


def drawn(cut: Tiling) -> list[str]:
    """Rows of tiles with their numbers."""
    rows: dict[int, list[str]] = {}
    for tile in cut.tiles:
        rows.setdefault(tile.row, []).append(tile.number)
    return [" ".join(row) for row in rows.values()]


def test_an_a2_poster_on_a4() -> None:
    cut = tiling(420, 594, "A4")
    assert cut.paper == (297, 210)
    assert drawn(cut) == ["A1 A2", "B1 B2", "C1 C2", "D1 D2"]


def test_a_board_on_a3_takes_the_way_with_fewer_pages() -> None:
    cut = tiling(900, 1200, "A3")
    assert cut.paper == (420, 297)
    assert drawn(cut) == ["A1 A2 A3", "B1 B2 B3", "C1 C2 C3", "D1 D2 D3", "E1 E2 E3"]


@pytest.mark.parametrize(("width", "height"), [(210, 297), (297, 210), (148, 210), (210.5, 297.4)])
def test_what_is_no_larger_than_the_paper_takes_one_page(width: float, height: float) -> None:
    cut = tiling(width, height, "A4")
    assert drawn(cut) == ["A1"]
    assert cut.corner == pytest.approx(((cut.paper[0] - width) / 2, (cut.paper[1] + height) / 2))
    assert drawn(tiling(212, 297, "A4")) != ["A1"]


def outlines(cut: Tiling) -> list[str]:
    """The first page as characters of 5 mm: # the sheet, = what the next tiles cover, n the strip
    of the number, dots what a printer leaves white or is cut off."""
    left, top = cut.corner
    piece = cut.tiles[0]
    right, bottom = left + piece.width, top - piece.height
    rows = []
    for row in range(round(cut.paper[1] / 5)):
        y = cut.paper[1] - (row + 0.5) * 5
        line = ""
        for column in range(round(cut.paper[0] / 5)):
            x = (column + 0.5) * 5
            inside = left <= x < right and bottom <= y < top
            covered = x >= right - cut.overlap or y < bottom + cut.overlap
            line += (
                ("=" if covered else "#")
                if inside
                else "n"
                if left <= x < left + 10 and top < y < cut.paper[1] - UNPRINTABLE
                else "."
            )
        rows.append(line)
    return rows


def test_a_page_keeps_number_and_marks_off_the_wall() -> None:
    page = outlines(tiling(420, 594, "A4"))
    wide = len(page[0])
    assert page[0] == "." * wide
    assert page[1] == ".nn" + "." * (wide - 3)
    assert set(page[2:-3]) == {"." + "#" * (wide - 4) + "==" + "."}
    assert page[-3] == page[-2] == "." + "=" * (wide - 2) + "."
    assert page[-1] == "." * wide


@given(
    width=st.floats(50, 3000),
    height=st.floats(50, 3000),
    overlap=st.floats(0, 40),
    paper=st.sampled_from(sorted(PAPERS)),
)
def test_tiles_cover_the_sheet_and_overlap_as_asked(
    width: float, height: float, overlap: float, paper: str
) -> None:
    cut = tiling(width, height, paper, overlap)
    assert min(tile.left for tile in cut.tiles) == 0
    assert max(tile.left + tile.width for tile in cut.tiles) == pytest.approx(width)
    assert min(tile.bottom for tile in cut.tiles) == pytest.approx(0, abs=1e-6)
    assert max(tile.bottom + tile.height for tile in cut.tiles) == pytest.approx(height)
    by_place = {(tile.row, tile.column): tile for tile in cut.tiles}
    assert len(by_place) == cut.rows * cut.columns
    for (row, column), tile in by_place.items():
        assert 0 < tile.width <= cut.window[0] + 1e-6 and 0 < tile.height <= cut.window[1] + 1e-6
        if right := by_place.get((row, column + 1)):
            assert tile.left + tile.width - right.left == pytest.approx(overlap, abs=1e-6)
        if below := by_place.get((row + 1, column)):
            assert below.bottom + below.height - tile.bottom == pytest.approx(overlap, abs=1e-6)


def test_an_overlap_of_half_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        tiling(900, 1200, "A4", 100)


def test_rows_have_letters_beyond_z() -> None:
    assert [row_letter(row) for row in (1, 26, 27, 53)] == ["A", "Z", "AA", "BA"]


def map_of(width: float, height: float, paper: str) -> list[str]:
    """A page as characters of 10 mm: the last digit of a card's number, dots where none lies."""
    laid = places(width, height, paper)
    columns, rows = round(laid.paper[0] / 10), round(laid.paper[1] / 10)
    out = []
    for row in range(rows):
        y = laid.paper[1] - (row + 0.5) * 10
        line = ""
        for column in range(columns):
            x = (column + 0.5) * 10
            found = [
                str((number + 1) % 10)
                for number, (left, bottom) in enumerate(laid.corners)
                if left <= x < left + width and bottom <= y < bottom + height
            ]
            assert len(found) <= 1, "cards overlap"
            line += found[0] if found else "."
        out.append(line)
    return out


def test_wallet_cards_on_a4() -> None:
    laid = places(90, 54, "A4")
    assert laid.columns * laid.rows == 10
    assert map_of(90, 54, "A4") == [
        ".....................",
        *[".111111111222222222.."] * 6,
        *[".333333333444444444.."] * 5,
        *[".555555555666666666.."] * 6,
        *[".777777777888888888.."] * 5,
        *[".999999999000000000.."] * 5,
        ".....................",
        ".....................",
    ]


def test_four_a6_fill_an_a4() -> None:
    assert map_of(105, 148, "A4") == ["1" * 10 + "2" * 11] * 15 + ["3" * 10 + "4" * 11] * 15


@given(
    width=st.floats(40, 200),
    height=st.floats(40, 200),
    gutter=st.sampled_from([2.0, 6.0]),
    paper=st.sampled_from(sorted(PAPERS)),
)
def test_cards_with_a_gutter_stay_where_a_printer_prints(
    width: float, height: float, gutter: float, paper: str
) -> None:
    laid = places(width, height, paper, gutter)
    for left, bottom in laid.corners:
        assert UNPRINTABLE - 1e-6 <= left <= laid.paper[0] - width - UNPRINTABLE + 1e-6
        assert UNPRINTABLE - 1e-6 <= bottom <= laid.paper[1] - height - UNPRINTABLE + 1e-6


@given(
    width=st.floats(20, 290),
    height=st.floats(20, 290),
    gutter=st.sampled_from([0.0, 2.0, 6.0]),
    paper=st.sampled_from(sorted(PAPERS)),
)
def test_cards_lie_apart_on_the_page_and_no_more_would_fit(
    width: float, height: float, gutter: float, paper: str
) -> None:
    try:
        laid = places(width, height, paper, gutter)
    except ValueError:
        short, long = PAPERS[paper]
        assert min(width, height) > short or max(width, height) > long
        return
    assert len(laid.corners) == len(set(laid.corners)) == laid.columns * laid.rows
    lefts = sorted({left for left, _ in laid.corners})
    bottoms = sorted({bottom for _, bottom in laid.corners})
    for edges, side, page in ((lefts, width, laid.paper[0]), (bottoms, height, laid.paper[1])):
        assert edges[0] >= -0.5 and edges[0] == pytest.approx(page - edges[-1] - side, abs=1e-6)
        for one, other in pairwise(edges):
            assert other - one == pytest.approx(side + gutter)
    # Neither way round is there room for more between the edges that a printer leaves white.
    for page in (laid.paper, laid.paper[::-1]):
        room = [length - 2 * UNPRINTABLE for length in page]
        columns = int((room[0] + gutter) // (width + gutter))
        rows = int((room[1] + gutter) // (height + gutter))
        assert columns * rows <= len(laid.corners)


def test_two_a5_on_a4_lie_across() -> None:
    laid = places(148, 210, "A4")
    assert laid.paper == (297, 210) and (laid.columns, laid.rows) == (2, 1)


def test_places_lie_evenly_so_that_a_back_lies_behind_its_front() -> None:
    for size in ((105, 148), (90, 54), (60, 130)):
        laid = places(*size, "A4")
        turned = {(round(laid.paper[0] - x - size[0], 6), round(y, 6)) for x, y in laid.corners}
        assert turned == {(round(x, 6), round(y, 6)) for x, y in laid.corners}


def test_what_is_nearly_as_large_as_the_paper_stands_alone_on_it() -> None:
    for size in ((150, 289), (205, 290), (210, 297), (208, 295)):
        assert len(places(*size, "A4").corners) == 1


def test_what_is_larger_than_the_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit A4"):
        places(297, 420, "A4")


def test_a_printer_leaves_an_edge() -> None:
    for left, bottom in places(90, 54, "A4").corners:
        assert left >= UNPRINTABLE and bottom >= UNPRINTABLE


def sides(pages: int) -> list[str]:
    return [
        "|".join("." if page is None else str(page + 1) for page in side)
        for side in booklet_order(pages)
    ]


def test_booklets_fold_into_order() -> None:
    assert sides(8) == ["8|1", "2|7", "6|3", "4|5"]
    assert sides(4) == ["4|1", "2|3"]
    assert sides(2) == [".|1", "2|."]
    assert sides(5) == [".|1", "2|.", ".|3", "4|5"]


@given(st.integers(1, 60))
def test_a_folded_booklet_reads_from_first_to_last(pages: int) -> None:
    order = booklet_order(pages)
    sheets = [(order[number], order[number + 1]) for number in range(0, len(order), 2)]
    # Sheets lie in each other: the front halves from outside in, then the back halves.
    read = []
    for front, back in sheets:
        read += [front[1], back[0]]
    for front, back in reversed(sheets):
        read += [back[1], front[0]]
    assert [page for page in read if page is not None] == list(range(pages))
