"""Sheets by turns on a screen in a hall: by themselves, without a network, never past their day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest
from waiting import until

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
TURN = 15_000


def shown(page: Any) -> str:
    pictures = page.locator(".sc-sheet:visible")
    assert pictures.count() == 1
    return str(pictures.first.get_attribute("src"))


def all_there(page: Any, audience: str) -> None:
    until(
        page,
        "(a) => [...document.querySelectorAll(`.sc-sheet[data-audience=${a}]`)]"
        ".every((one) => one.complete && one.naturalWidth)",
        arg=audience,
    )


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920), (360, 640)])
def test_sheets_take_turns_and_the_numbers_stay(
    open_tab: OpenTab, address: str, width: int, height: int
) -> None:
    with open_tab("404.html", width=width, height=height) as tab:
        page = tab.page
        page.emulate_media(reduced_motion="no-preference")
        page.clock.install()
        page.goto(f"{address}screen/?audience=schools")
        all_there(page, "schools")
        count = page.locator(".sc-sheet[data-audience=schools]").count()
        assert count >= 4
        # After the first load the network is no longer needed.
        page.context.set_offline(True)
        found = []
        for _ in range(count + 1):
            found.append(shown(page))
            for number in page.locator(".sc-numbers strong").all():
                box = number.bounding_box()
                assert box["x"] >= 0 and box["x"] + box["width"] <= width
                assert box["y"] >= 0 and box["y"] + box["height"] <= height
            sheet = page.locator(".sc-sheet:visible").bounding_box()
            assert sheet["x"] >= 0 and sheet["x"] + sheet["width"] <= width + 1
            assert sheet["y"] >= 0 and sheet["y"] + sheet["height"] <= height + 1
            assert sheet["height"] > height / 4
            page.clock.run_for(TURN)
        assert len(set(found)) == count and found[0] == found[-1]


def test_what_is_past_its_day_is_not_shown(open_tab: OpenTab, address: str) -> None:
    with open_tab("404.html") as tab:
        tab.page.clock.install(time="2027-12-01T09:00:00")
        tab.page.goto(f"{address}screen/")
        assert tab.page.locator(".sc-sheet:visible").count() == 0
        assert tab.page.locator(".sc-numbers strong").first.is_visible()


def test_who_wants_no_motion_has_none(open_tab: OpenTab, address: str) -> None:
    with open_tab("404.html") as tab:
        page = tab.page
        page.clock.install()
        page.goto(f"{address}screen/?audience=families")
        all_there(page, "families")
        first = shown(page)
        page.clock.run_for(4 * TURN)
        assert shown(page) == first
        page.keyboard.press("ArrowRight")
        assert shown(page) != first
