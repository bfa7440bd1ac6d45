"""The leave button leaves, and leaves no way back; numbers are dialled."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
START = "https://start.invalid/"
PAGES = ["help/", "help/1/", "m/communities-poster/"]


def elsewhere(tab: Any) -> str:
    """Let the leave button's target answer, and return its address."""
    target: str = tab.page.locator("[data-leave]").first.get_attribute("href")
    tab.page.context.route(target, lambda route: route.fulfill(body="weather"))
    return target


def history(page: Any) -> list[str]:
    """The addresses in the tab's history."""
    session = page.context.new_cdp_session(page)
    return [entry["url"] for entry in session.send("Page.getNavigationHistory")["entries"]]


def leave(page: Any, how: str) -> None:
    """Leave by the button or by a key pressed three times."""
    if how == "click":
        page.locator("[data-leave]").first.click()
    else:
        for _ in range(3):
            page.keyboard.press(how)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("how", ["click", "Shift", "Escape"])
def test_a_page_that_was_left_is_not_in_the_history(
    open_tab: OpenTab, address: str, path: str, how: str
) -> None:
    with open_tab(path) as tab:
        target = elsewhere(tab)
        tab.page.context.route(START, lambda route: route.fulfill(body="start"))
        fresh = tab.page.context.new_page()
        fresh.goto(START)
        fresh.goto(address + path)
        leave(fresh, how)
        fresh.wait_for_url(target)
        assert fresh.inner_text("body") == "weather"
        assert not [url for url in history(fresh) if url.startswith(address)]
        fresh.go_back()
        assert fresh.url == START


@pytest.mark.parametrize("path", PAGES)
def test_going_back_past_it_shows_none_of_our_pages(
    open_tab: OpenTab, address: str, path: str
) -> None:
    with open_tab("") as tab:
        tab.page.goto(address + "law/")
        tab.page.goto(address + path)
        target = elsewhere(tab)
        leave(tab.page, "click")
        tab.page.wait_for_url(target)
        for _ in range(2):
            tab.page.evaluate("setTimeout(() => history.back())")  # the page may end with it
            tab.page.wait_for_timeout(400)
            tab.page.wait_for_url(target)
            assert tab.page.inner_text("body") == "weather"
        assert not [url for url in history(tab.page) if url.startswith(address)]


def test_who_comes_again_on_purpose_is_let_in(open_tab: OpenTab, address: str) -> None:
    with open_tab("help/") as tab:
        target = elsewhere(tab)
        leave(tab.page, "click")
        tab.page.wait_for_url(target)
        tab.page.goto(address + "help/")
        tab.page.goto(address + "law/")
        tab.page.go_back()
        tab.page.wait_for_timeout(300)
        assert tab.page.url == address + "help/" and tab.page.locator("h1").is_visible()


def restored(page: Any) -> None:
    """What a browser tells a page that it brings back from memory."""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


def test_a_page_brought_back_from_memory_goes_only_after_leaving(open_tab: OpenTab) -> None:
    with open_tab("help/1/") as tab:
        target = elsewhere(tab)
        restored(tab.page)
        tab.page.wait_for_timeout(200)
        assert tab.page.url.endswith("help/1/") and tab.page.locator("h1").is_visible()
        tab.page.evaluate("sessionStorage.setItem('left', '1')")
        restored(tab.page)
        tab.page.wait_for_url(target)


def test_the_page_is_blank_before_the_next_one_comes(open_tab: OpenTab) -> None:
    with open_tab("help/1/") as tab:
        target = elsewhere(tab)
        # An answer without content leaves the page as it stands between the two.
        tab.page.context.unroute(target)
        tab.page.context.route(target, lambda route: route.fulfill(status=204))
        leave(tab.page, "click")
        tab.page.wait_for_timeout(200)
        assert not tab.page.locator("h1").is_visible()
        assert tab.page.evaluate("document.documentElement.hidden")
        assert tab.page.title() == tab.page.evaluate(f"new URL({target!r}).hostname")


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("help/", ["Shift", "Shift", "a", "Shift"]),
        ("help/", ["Shift", "Escape", "Shift", "Escape"]),
        ("help/1/", ["Escape", "Escape"]),
        ("search/", ["Shift", "Shift", "Shift"]),
    ],
)
def test_other_keys_do_not_leave(
    open_tab: OpenTab, address: str, path: str, keys: list[str]
) -> None:
    with open_tab(path) as tab:
        field = tab.page.locator("main input[type=search], main input[type=text]")
        if path == "search/":
            field.first.focus()
        for key in keys:
            tab.page.keyboard.press(key)
        tab.page.wait_for_timeout(200)
        assert tab.page.url == address + path


def test_no_referrer_is_sent(open_tab: OpenTab) -> None:
    for path in PAGES:
        with open_tab(path) as tab:
            assert "noreferrer" in tab.page.locator("[data-leave]").first.get_attribute("rel")
            assert tab.page.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"


@pytest.mark.parametrize("path", ["", "help/", "communities/", "404.html", "m/villages-letter/"])
def test_every_number_to_call_is_dialled(open_tab: OpenTab, path: str) -> None:
    with open_tab(path) as tab:
        links = tab.page.locator("a:has(.hb-number)").all()
        targets = {
            link.locator(".hb-number").first.inner_text(): link.get_attribute("href")
            for link in links
        }
    assert {"110", "12315"} <= set(targets)
    for number, target in targets.items():
        scheme, _, called = target.partition(":")
        assert scheme in {"tel", "sms"} and called.partition("?")[0] == number
