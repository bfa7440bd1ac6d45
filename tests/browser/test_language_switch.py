"""The switch of languages stays on the page, and says where there is only the original."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
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


def test_a_page_that_is_only_in_the_original_says_so_and_leads_there(
    open_tab: OpenTab, address: str, samples: dict[tuple[str, str], str]
) -> None:
    path = samples["site/only_in_source.md.j2", "en"]
    with open_tab(path, width=360) as tab:
        page = tab.page
        assert page.get_attribute("html", "lang") == "en"
        assert "original language" in page.locator("main .hb-lead").inner_text()
        assert page.get_attribute("main h1", "lang") in {None, "zh-CN"}
        page.locator("main a[hreflang='zh-CN']").first.click()
        page.wait_for_url(address + path.removeprefix("en/"))
        assert page.get_attribute("html", "lang") == "zh-CN"
        switch(page, "en")
        assert page.url == address + path
