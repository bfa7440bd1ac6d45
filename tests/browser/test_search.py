"""Search finds the pages that hold a word, all of them and no other, and loads only when used."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import lxml.html
import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
UNREAD = " or ".join(
    f"self::{tag}"
    for tag in (
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "form",
        "label",
        "svg",
        "footer",
        "iframe",
    )
)
"""What Pagefind leaves out by itself."""
INLINE = {"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "time"}


def indexed_text(html: str) -> str:
    """What a page says inside data-pagefind-body; elements that begin a line part words."""
    document = lxml.html.document_fromstring(html)
    text = []
    for body in document.xpath("//*[@data-pagefind-body]"):
        for unread in body.xpath(f".//*[@data-pagefind-ignore or {UNREAD}]"):
            unread.drop_tree()
        for element in body.iter("*"):
            if element.tag not in INLINE:
                element.text = f"\n{element.text or ''}"
                element.tail = f"\n{element.tail or ''}"
        text.append(body.text_content())
    return "\n".join(text)


@functools.cache
def texts(built: Path) -> dict[str, str]:
    """What every page says to the search, by its path."""
    return {
        file.relative_to(built).as_posix().removesuffix("index.html"): indexed_text(
            file.read_text("utf-8")
        )
        for file in built.rglob("*.html")
    }


def holders(built: Path, word: str) -> set[str]:
    """Paths of the pages whose text holds `word`."""
    return {path for path, text in texts(built).items() if word in text}


def found(tab: Any, address: str, word: str) -> set[str]:
    """Paths that the search page lists for `word`, all of its parts."""
    tab.page.fill("#q", word)
    tab.page.press("#q", "Enter")
    tab.page.locator(".hb-search-state:not(:empty)").wait_for(state="attached")
    more = tab.page.locator(".hb-search-more")
    while more.count():
        more.click()
    links = tab.page.locator(".hb-results a").all()
    paths = [
        re.sub(r"[?#].*", "", link.evaluate("one => one.href")).removeprefix(address)
        for link in links
    ]
    assert len(paths) == len(set(paths)), "a page is listed twice"
    return set(paths)


@pytest.mark.parametrize("word", ["拉人头", "团队计酬", "保证金", "入门费", "身份证"])
def test_a_word_is_found_where_it_stands_and_nowhere_else(
    open_tab: OpenTab, built: Path, address: str, word: str
) -> None:
    expected = holders(built, word)
    with open_tab("search/") as tab:
        assert found(tab, address, word) == expected
        assert tab.faults == []


def test_the_words_of_the_campaign_are_really_on_its_pages(built: Path) -> None:
    assert {"law/", "help/2/"} <= holders(built, "拉人头")
    assert "law/" in holders(built, "团队计酬")


def test_two_words_must_both_be_there(open_tab: OpenTab, built: Path, address: str) -> None:
    both = holders(built, "拉人头") & holders(built, "保密")
    assert both
    with open_tab("search/") as tab:
        assert found(tab, address, "拉人头 保密") == both


def test_a_word_of_no_page_is_said_to_be_nowhere(open_tab: OpenTab) -> None:
    with open_tab("search/") as tab:
        tab.page.fill("#q", "蝴蝶兰温室")
        tab.page.press("#q", "Enter")
        tab.page.locator(".hb-search-state:not(:empty)").wait_for(state="attached")
        state = tab.page.inner_text(".hb-search-state")
        box = tab.page.locator(".hb-search")
        assert state in {box.get_attribute("data-none"), box.get_attribute("data-loose")}


def test_a_link_with_a_question_searches_at_once(open_tab: OpenTab, built: Path) -> None:
    with open_tab("search/?q=%E6%8B%89%E4%BA%BA%E5%A4%B4") as tab:
        tab.page.wait_for_selector(".hb-results a")
        assert tab.page.locator(".hb-results mark").first.inner_text() == "拉人头"
        said = re.search(r"\d+", tab.page.inner_text(".hb-search-state"))
    assert said and int(said[0]) == len(holders(built, "拉人头"))


def test_the_index_is_not_asked_for_before_somebody_searches(
    open_tab: OpenTab, address: str
) -> None:
    for path in ("", "help/", "search/"):
        with open_tab(path) as tab:
            tab.page.wait_for_load_state("networkidle")
            assert not [one for one in tab.requests if "pagefind" in one], path
            if path == "search/":
                with tab.page.expect_request(f"{address}pagefind/**"):
                    tab.page.focus("#q")


def test_each_language_finds_its_own_pages(open_tab: OpenTab, built: Path, address: str) -> None:
    english = {path for path in holders(built, "12315") if path.startswith("en/")}
    assert {"en/", "en/help/2/"} <= english
    with open_tab("en/search/") as tab:
        assert found(tab, address, "12315") == english
        assert tab.page.evaluate("document.documentElement.lang") == "en"
        assert tab.faults == []
    with open_tab("search/") as tab:
        chinese = found(tab, address, "拉人头")
        assert chinese and not [path for path in chinese if path.startswith("en/")]


def test_a_page_that_is_only_in_chinese_is_found_in_no_other_language(built: Path) -> None:
    notices = [
        file
        for file in built.glob("en/**/*.html")
        if '<meta name="robots" content="noindex">' in file.read_text("utf-8")
        and "embed" not in file.parts
        and "search" not in file.parts
    ]
    assert [file for file in notices if "data-pagefind-body" in file.read_text("utf-8")] == []
