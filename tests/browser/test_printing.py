"""The browser's own Print gives the sheet at its true size."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pikepdf
import pymupdf
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
        return [
            (float(page.mediabox[2]) * POINT, float(page.mediabox[3]) * POINT)
            for page in document.pages
        ]


def about(width: float, height: float) -> Any:
    return pytest.approx((width, height), abs=0.3)


@pytest.mark.parametrize(
    ("material", "sheets"),
    [
        ("communities-poster", [(210, 297)]),
        ("pyramid-poster", [(210, 297)]),
        ("families-card", [(105, 148)] * 2),
        ("villages-banner", [(297, 210)]),
        ("communities-board", [(210, 297)]),
        ("villages-sign", [(210, 297)]),
        ("families-rollup", [(210, 297)]),
        ("landlords-rental-form", [(210, 297)]),
        ("families-leaflet", [(297, 210)] * 2),
        ("schools-newspaper", [(297, 210)]),
        ("communities-ticker", [(210, 297)]),
    ],
)
def test_a_sheet_is_printed_alone_and_at_its_size(
    open_tab: OpenTab, material: str, sheets: list[tuple[float, float]]
) -> None:
    found = printed(open_tab, f"m/{material}/")
    assert len(found) == len(sheets)
    assert all(page == about(*sheet) for page, sheet in zip(found, sheets, strict=True))


@pytest.mark.parametrize(
    "letter", ["communities-letter", "villages-letter", "parents-letter", "landlords-letter"]
)
def test_a_letter_takes_two_pages_at_most(open_tab: OpenTab, letter: str) -> None:
    found = printed(open_tab, f"m/{letter}/")
    assert 1 <= len(found) <= 2
    assert all(page == about(210, 297) for page in found)


def test_the_print_button_prints(open_tab: OpenTab) -> None:
    with open_tab("m/communities-poster/") as tab:
        tab.page.evaluate("window.print = () => { window.printed = true }")
        tab.page.locator("[data-print]:visible").first.click()
        assert tab.page.evaluate("window.printed")


@pytest.mark.parametrize(("size", "paper"), [("A4", (210, 297)), ("A3", (297, 420))])
def test_a_poster_is_fetched_at_the_size_it_names(
    open_tab: OpenTab, tmp_path: Path, size: str, paper: tuple[float, float]
) -> None:
    with open_tab("m/communities-poster/") as tab:
        row = tab.page.locator(".hb-files tr", has=tab.page.locator(f"th:has-text('{size}')"))
        with tab.page.expect_download() as waiting:
            row.locator("a.hb-file").first.click()
        file = tmp_path / "poster.pdf"
        waiting.value.save_as(file)
    with pikepdf.open(file) as document:
        assert len(document.pages) == 1
        box = [float(edge) * POINT for edge in document.pages[0].mediabox]
    assert (box[2] - box[0], box[3] - box[1]) == about(*paper)


@pytest.mark.parametrize(
    ("path", "most", "says"),
    [
        ("p/wuhan/", 2, "110"),
        ("help/1/", 2, "110"),
        ("check/", 1, "110"),
        ("law/c06/", 2, "110"),
        ("law/", 17, "2026"),
        ("en/law/c06/", 3, "110"),
        ("recall/", 1, "110"),
        ("cases/s1-company-dorm/", 4, "110"),
    ],
)
def test_a_page_is_printed_on_a4_without_its_controls(
    open_tab: OpenTab, path: str, most: int, says: str, printed: Callable[[str, str], bool]
) -> None:
    with open_tab(path, width=360) as tab:
        pdf = tab.page.pdf(prefer_css_page_size=True)
        controls = tab.page.locator(
            "[data-leave], .hb-menu > summary, .hb-skip"
        ).all_text_contents()
        numbers = tab.page.locator("main h1, h1").first.text_content()
    with pymupdf.open(stream=pdf) as document:
        assert 1 <= len(document) <= most
        assert all(
            (page.rect.width * POINT, page.rect.height * POINT) == about(210, 297)
            for page in document
        )
        text = re.sub(r"\s", "", "".join(page.get_text() for page in document))
    squeezed = {re.sub(r"\s", "", one) for one in controls}
    assert controls and not [one for one in squeezed if one in text and one != "Menu"]
    assert says in text and printed(numbers, text)
