"""One page of each template: nothing breaks, nothing is asked of others, everyone can read it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
PAGES = {
    "home": "", "audience": "communities/", "help": "help/", "held": "help/1/",
    "paid": "help/3/", "check": "check/",
    "cases": "cases/", "case": "cases/mutual-aid/", "scenario": "cases/s1-company-dorm/",
    "law": "law/", "claim": "law/c06/", "materials": "materials/",
    "search": "search/", "not found": "404.html",
    "poster": "m/communities-poster/", "letter": "m/parents-letter/",
    "card": "m/families-card/", "banner": "m/villages-banner/", "rollup": "m/elders-rollup/",
    "leaflet": "m/families-leaflet/", "form": "m/landlords-rental-form/",
    "lesson": "m/schools-lesson/", "script": "m/villages-broadcast/",
    "ticker": "m/communities-ticker/", "social": "m/families-social/", "guide": "guide/edit/",
}


@pytest.fixture(scope="session")
def axe() -> Any:
    """The accessibility checker."""
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe()


def findings(axe: Any, page: Any, grave: set[str]) -> list[str]:
    """Findings of these weights, with the elements."""
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['target']} {node.get('failureSummary', '')}" for one in found
            if one["impact"] in grave for node in one["nodes"]]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_sound_small_and_large_by_day_and_by_night(
        open_tab: OpenTab, axe: Any, path: str) -> None:
    grave = {"serious", "critical"}
    if not path.startswith("guide/"):  # Material's own navigation has moderate ones
        grave.add("moderate")
    with open_tab(path, width=360, height=740) as tab:
        for width in (360, 1280):
            tab.page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                tab.page.emulate_media(color_scheme=scheme)
                assert findings(axe, tab.page, grave) == [], f"{width} px, {scheme}"
        assert tab.faults == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_nothing_has_to_be_scrolled_sideways_on_a_phone(open_tab: OpenTab, path: str) -> None:
    with open_tab(path, width=320, height=640) as tab:
        for width in (320, 360):
            tab.page.set_viewport_size({"width": width, "height": 640})
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["", "help/", "help/3/", "m/elders-card/", "m/parents-letter/"])
def test_every_blank_can_be_seen(open_tab: OpenTab, path: str) -> None:
    script = """() => [...document.querySelectorAll(".hb-blank")]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        return [box.width, parseFloat(style.borderBottomWidth)
                || parseFloat(style.textDecorationThickness) || 0];
      })"""
    with open_tab(path) as tab:
        blanks = tab.page.evaluate(script)
    assert blanks
    assert all(width >= 24 and rule >= 1 for width, rule in blanks), blanks
