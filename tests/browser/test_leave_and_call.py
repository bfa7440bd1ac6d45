"""The leave button leaves, and leaves no way back; numbers are dialled."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser


def elsewhere(tab: Any) -> str:
    """Let the leave button's target answer, and return its address."""
    target: str = tab.page.locator("a.hb-leave").first.get_attribute("href")
    tab.page.context.route(target, lambda route: route.fulfill(body="weather"))
    return target


@pytest.mark.parametrize("path", ["help/", "m/communities-poster/"])
@pytest.mark.parametrize("how", ["click", "three times Shift"])
def test_leaving_replaces_the_page(open_tab: OpenTab, address: str, path: str, how: str) -> None:
    with open_tab("") as tab:
        tab.page.goto(address + path)
        target = elsewhere(tab)
        if how == "click":
            tab.page.locator("a.hb-leave").first.click()
        else:
            for _ in range(3):
                tab.page.keyboard.press("Shift")
        tab.page.wait_for_url(target)
        assert tab.page.inner_text("body") == "weather"
        tab.page.go_back()
        assert tab.page.url == address, "the page that was left is still in the history"


@pytest.mark.parametrize("path", ["", "help/", "communities/", "404.html", "m/villages-letter/"])
def test_every_number_to_call_is_dialled(open_tab: OpenTab, path: str) -> None:
    with open_tab(path) as tab:
        links = tab.page.locator("a:has(.hb-number)").all()
        targets = {link.locator(".hb-number").first.inner_text(): link.get_attribute("href")
                   for link in links}
    assert {"110", "12315"} <= set(targets)
    for number, target in targets.items():
        assert target.split(":")[0] in {"tel", "sms"} and target.split(":")[1] == number
