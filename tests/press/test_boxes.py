"""Page boxes as maps: what lies where around the trim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.press.boxes import Box, drawn_mm, page_boxes

MM = 72 / 25.4


def boxes_map(width: float, height: float, bleed: float, room: float) -> str:
    """A page in millimetres: m media, b bleed, T trim, one character each."""
    size = {"width": width, "height": height, "bleed": bleed, "scale": 1}
    boxes = page_boxes(size, (width + 2 * room) * MM, (height + 2 * room) * MM)

    def holds(box: Box, x: float, y: float) -> bool:
        return box.left < x * MM < box.right and box.bottom < y * MM < box.top

    rows = []
    for y in range(round(height + 2 * room)):
        row = ""
        for x in range(round(width + 2 * room)):
            at = x + 0.5, y + 0.5
            row += "T" if holds(boxes.trim, *at) else "b" if holds(boxes.bleed, *at) else "m"
        rows.append(row)
    return "\n".join(rows)


def test_boxes_lie_inside_each_other() -> None:
    assert (
        boxes_map(6, 3, 1, 2)
        == """\
mmmmmmmmmm
mbbbbbbbbm
mbTTTTTTbm
mbTTTTTTbm
mbTTTTTTbm
mbbbbbbbbm
mmmmmmmmmm"""
    )


def test_without_bleed_trim_is_the_page() -> None:
    assert boxes_map(4, 2, 0, 0) == "TTTT\nTTTT"


def test_a_page_too_small_for_its_bleed_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        page_boxes({"width": 100, "height": 100, "bleed": 3, "scale": 1}, 100 * MM, 100 * MM)


@given(
    st.floats(10, 6000),
    st.floats(10, 6000),
    st.floats(0, 20),
    st.sampled_from([1, 0.1]),
    st.floats(0, 30),
    st.floats(0, 30),
)
def test_trim_and_bleed_lie_in_the_middle_of_any_page_they_fit(
    width: float, height: float, bleed: float, scale: float, across: float, up: float
) -> None:
    """across, up: what the page has on each side of the bleed, mm."""
    size = {"width": width, "height": height, "bleed": bleed, "scale": scale}
    wide, high, around = drawn_mm(size)
    assert (wide, high, around) == (width * scale, height * scale, bleed * scale)
    page = (wide + 2 * (around + across)) * MM, (high + 2 * (around + up)) * MM
    boxes = page_boxes(size, *page)
    assert boxes.media == Box(0, 0, *page)
    for box, left, bottom in (
        (boxes.bleed, across, up),
        (boxes.trim, across + around, up + around),
    ):
        assert (box.left, box.bottom) == pytest.approx((left * MM, bottom * MM), abs=1e-6)
        assert (page[0] - box.right, page[1] - box.top) == pytest.approx(
            (box.left, box.bottom), abs=1e-6
        )
    assert boxes.trim.right - boxes.trim.left == pytest.approx(wide * MM)


@pytest.mark.parametrize(("short", "fits"), [(0.015, True), (0.025, False)])
@pytest.mark.parametrize("side", [0, 1])
def test_a_page_may_be_short_of_its_bleed_by_a_rounding(
    short: float, fits: bool, side: int
) -> None:
    """In points, of the whole page: half of it is lacking on each side."""
    size = {"width": 100, "height": 100, "bleed": 3, "scale": 1}
    page = [106 * MM, 106 * MM]
    page[side] -= short
    if fits:
        assert page_boxes(size, *page).trim.right
    else:
        with pytest.raises(ValueError, match="too small"):
            page_boxes(size, *page)


def test_a_banner_is_drawn_at_a_tenth() -> None:
    assert drawn_mm({"width": 6000, "height": 700, "bleed": 10, "scale": 0.1}) == (600, 70, 1)
