"""The switch of languages stays on the page, and says where there is only the original."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pymupdf
import pytest

from handbill.scaffold import new_site

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
Command = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.browser
PAGES = [
    "",
    "help/",
    "help/2/",
    "check/",
    "why/",
    "cases/s1-company-dorm/",
    "law/",
    "law/c06/",
    "materials/",
    "m/communities-poster/",
    "p/wuhan/",
    "recall/",
    "search/",
    "families/",
]


def switch(page: Any, language: str) -> None:
    """Follow the link to another language, through the menu where it is in there."""
    menu = page.locator(".hb-menu > summary:visible")
    if menu.count():
        menu.click()
    page.locator(f"a[hreflang='{language}']:visible").first.click()
    page.wait_for_load_state("load")


@pytest.mark.parametrize("width", [360, 1280])
def test_it_stays_on_the_page_and_comes_back(open_tab: OpenTab, address: str, width: int) -> None:
    with open_tab("", width=width) as tab:
        page = tab.page
        for path in PAGES:
            page.goto(address + path)
            assert page.get_attribute("html", "lang") == "zh-CN"
            link = page.locator("a[hreflang='en']").first
            assert (link.get_attribute("lang"), link.text_content()) == ("en", "English")
            title = page.title()
            switch(page, "en")
            assert page.url == address + "en/" + path
            assert page.get_attribute("html", "lang") == "en" and page.title() != title, path
            back = page.locator("a[hreflang='zh-CN']").first
            assert back.get_attribute("lang") == "zh-CN" and back.get_attribute("dir") == "ltr"
            switch(page, "zh-CN")
            assert page.url == address + path and page.title() == title
        assert tab.faults == []


def test_each_page_names_its_twins(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        if name.startswith(("embed/", "en/embed/")) or name == "404.html":
            continue
        assert 'rel="alternate" hreflang="en"' in html and 'hreflang="zh-CN"' in html, name


@pytest.fixture(scope="module")
def heat(tmp_path_factory: pytest.TempPathFactory, handbill: Command) -> Path:
    """A site whose Arabic is begun: the campaign here lacks nothing any more."""
    folder = tmp_path_factory.mktemp("heat") / "site"
    new_site(folder, "en", "heat")
    done = handbill(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_a_page_that_is_only_in_the_original_says_so_and_leads_there(
    open_tab: OpenTab, heat: Path
) -> None:
    pages = sorted((heat / "ar/m").rglob("index.html"))
    lacking = [one for one in pages if ".pdf" not in one.read_text("utf-8")]
    assert 0 < len(lacking) < len(pages)
    path = lacking[0].relative_to(heat / "ar")
    with open_tab("", width=360) as tab:
        page = tab.page
        page.goto(lacking[0].as_uri())
        assert page.get_attribute("html", "lang") == "ar"
        assert page.locator("main a[href$='.pdf']").count() == 0
        page.locator("main a[hreflang='en']").first.click()
        page.wait_for_url((heat / path).as_uri())
        assert page.get_attribute("html", "lang") == "en"
        switch(page, "ar")
        assert page.url == lacking[0].as_uri()


def test_a_sheet_from_right_to_left_is_filled_in_from_a_disk(chromium: Any, heat: Path) -> None:
    """Its days stand in their order among letters that run the other way."""
    office = "مكتب الصحة"
    page = chromium.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto((heat / "ar/m/older-card/index.html").as_uri())
    page.locator('[name="publisher"]').fill(office)
    line = page.locator(".hb-sheet text", has_text=office)
    line.wait_for()
    last, first = page.locator(".hb-sheet text", has_text="2027"), line.bounding_box()
    assert first["x"] > last.bounding_box()["x"]
    assert line.get_attribute("direction") == "rtl"
    day = last.evaluate(
        """(text) => {
          const at = text.textContent.indexOf("2027");
          return [text.getStartPositionOfChar(at).x, text.getStartPositionOfChar(at + 8).x];
        }"""
    )
    assert day[0] < day[1]
    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True)) as document:
        assert len(document) == 2
        assert tuple(document[1].rect)[2:] == pytest.approx((298, 420), abs=1)
    page.context.close()
