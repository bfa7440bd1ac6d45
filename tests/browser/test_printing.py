"""The browser's own Print gives the sheet at its true size."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pikepdf
import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
POINT = 25.4 / 72
"""mm."""


def printed(open_tab: OpenTab, path: str) -> list[tuple[float, float]]:
    """Width and height in mm of every page that Print gives."""
    with open_tab(path) as tab:
        pdf = tab.page.pdf(prefer_css_page_size=True, print_background=True)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [(float(page.mediabox[2]) * POINT, float(page.mediabox[3]) * POINT)
                for page in document.pages]


def about(width: float, height: float) -> Any:
    return pytest.approx((width, height), abs=0.3)


@pytest.mark.parametrize(("material", "sheets"), [
    ("communities-poster", [(210, 297)]), ("pyramid-poster", [(210, 297)]),
    ("families-card", [(105, 148)] * 2), ("villages-banner", [(297, 210)]),
    ("communities-board", [(210, 297)]), ("villages-sign", [(210, 297)]),
    ("families-rollup", [(210, 297)]), ("landlords-rental-form", [(210, 297)]),
    ("families-leaflet", [(297, 210)] * 2), ("schools-newspaper", [(297, 210)]),
    ("communities-ticker", [(210, 297)]),
])
def test_a_sheet_is_printed_alone_and_at_its_size(
        open_tab: OpenTab, material: str, sheets: list[tuple[float, float]]) -> None:
    found = printed(open_tab, f"m/{material}/")
    assert len(found) == len(sheets)
    assert all(page == about(*sheet) for page, sheet in zip(found, sheets, strict=True))


@pytest.mark.parametrize("letter", ["communities-letter", "villages-letter", "parents-letter",
                                    "landlords-letter"])
def test_a_letter_takes_two_pages_at_most(open_tab: OpenTab, letter: str) -> None:
    found = printed(open_tab, f"m/{letter}/")
    assert 1 <= len(found) <= 2
    assert all(page == about(210, 297) for page in found)


def test_the_print_button_prints(open_tab: OpenTab) -> None:
    with open_tab("m/communities-poster/") as tab:
        tab.page.evaluate("window.print = () => { window.printed = true }")
        tab.page.locator("[data-print]").click()
        assert tab.page.evaluate("window.printed")
