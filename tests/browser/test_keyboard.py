"""All of the site with a keyboard alone: Tab, Enter, space and arrows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser

FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  // What shows that a hidden box (a filter's) has the focus is its label.
  let shown = one;
  // A link that covers a card draws the ring around the card.
  const drawn = () => [null, "::after"].some((part) => {
    const style = getComputedStyle(shown, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  if (!drawn() && one.labels && one.labels.length) {
    for (const inner of [one.labels[0], ...one.labels[0].children]) {
      if (inner === one) continue;
      shown = inner;
      if (drawn()) break;
    }
  }
  const box = shown.getBoundingClientRect();
  const across = Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 1), innerWidth - 1);
  const down = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
  const over = document.elementFromPoint(across, down);
  return {
    name: (one.innerText || one.getAttribute("aria-label") || one.id || one.tagName).trim().slice(0, 40),
    tag: one.tagName, id: one.id, href: one.getAttribute("href"), kind: one.className,
    outlined: drawn(),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    open: Boolean(over) && (shown.contains(over) || over.contains(shown)),
    place: [...document.querySelectorAll("*")].indexOf(one),
    leave: one.hasAttribute("data-leave"), header: Boolean(one.closest("header")),
    box: [box.left, box.top, box.right, box.bottom].map(Math.round),
  };
}"""


def steps(page: Any, key: str = "Tab", most: int = 250) -> Iterator[dict[str, Any]]:
    """Press a key until the focus leaves the page, and say each time where it is."""
    first = None
    for _ in range(most):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop is None or (first is not None and stop["place"] == first):  # round again
            return
        first = stop["place"] if first is None else first
        yield stop
    raise AssertionError(f"the focus does not leave the page within {most} steps")


def reach(page: Any, found: Callable[[dict[str, Any]], Any], key: str = "Tab") -> dict[str, Any]:
    """Press a key until a stop is the one looked for."""
    for stop in steps(page, key):
        if found(stop):
            return stop
    raise AssertionError("no key reaches it")


def wrong(stops: list[dict[str, Any]]) -> list[str]:
    """Stops that cannot be seen: no outline, out of the window, or under something else."""
    return [
        f"{stop['tag']}.{stop['kind']} «{stop['name']}» at {stop['box']}: "
        + ", ".join(name for name in ("outlined", "inside", "open") if not stop[name])
        for stop in stops
        if not (stop["outlined"] and stop["inside"] and stop["open"])
    ]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "en/",
        "help/",
        "help/1/",
        "check/",
        "cases/",
        "cases/mall-rebate/",
        "law/",
        "m/communities-poster/",
        "p/wuhan/",
        "recall/",
        "search/",
    ],
)
@pytest.mark.parametrize("width", [360, 1280])
def test_focus_is_seen_moves_in_order_and_leaves(open_tab: OpenTab, path: str, width: int) -> None:
    with open_tab(path, width=width, height=740) as tab:
        stops = list(steps(tab.page))
        assert wrong(stops) == []
        places = [stop["place"] for stop in stops]
        assert places == sorted(places), "not the order of the page"
        assert sum(stop["leave"] for stop in stops) >= 1
        header = [
            stop["box"]
            for stop in stops
            if stop["header"] and stop["box"][1] < 60 and "hb-skip" not in stop["kind"]
        ]
        assert header == sorted(header, key=lambda box: (box[1] // 40, box[0])), "header jumps"
        back = list(steps(tab.page, "Shift+Tab"))
        assert wrong(back) == []
        # One that leaves the page forwards comes in again at its end.
        assert [stop["place"] for stop in back] == places[::-1]


def test_the_gallery_is_not_an_endless_row(open_tab: OpenTab) -> None:
    with open_tab("materials/", width=360, height=740) as tab:
        stops = []
        for stop in steps(tab.page):
            stops.append(stop)
            if len(stops) == 25:
                break
        assert wrong(stops) == []
        assert len([stop for stop in stops if stop["tag"] == "INPUT"]) == 2, "a group is one stop"


@pytest.mark.parametrize("path", ["", "cases/", "en/law/", "m/communities-poster/"])
def test_the_first_stop_leads_past_the_header(open_tab: OpenTab, path: str) -> None:
    with open_tab(path, width=360, height=740) as tab:
        tab.page.keyboard.press("Tab")
        first = tab.page.evaluate(FOCUS)
        assert "hb-skip" in first["kind"] and wrong([first]) == []
        tab.page.keyboard.press("Enter")
        assert tab.page.evaluate("document.activeElement.id") == "main"
        tab.page.keyboard.press("Tab")
        following = tab.page.evaluate(FOCUS)
        assert not following["header"] and wrong([following]) == []
        assert tab.page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_is_walked_and_closes(open_tab: OpenTab) -> None:
    with open_tab("", width=360, height=740) as tab:
        page = tab.page
        menu = page.locator(".hb-menu")
        reach(page, lambda stop: stop["tag"] == "SUMMARY")
        page.keyboard.press("Enter")
        assert menu.get_attribute("open") is not None
        ways = menu.locator("nav a")
        seen = []
        for _ in range(ways.count()):
            page.keyboard.press("Tab")
            seen.append(page.evaluate(FOCUS))
        assert wrong(seen) == []
        assert [stop["href"] for stop in seen] == [way.get_attribute("href") for way in ways.all()]
        page.keyboard.press("Tab")
        following = page.evaluate(FOCUS)
        assert wrong([following]) == [], "the open menu lies over what comes next"
        assert menu.get_attribute("open") is None
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        assert menu.get_attribute("open") is not None
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert menu.get_attribute("open") is None
        assert page.evaluate(FOCUS)["tag"] == "SUMMARY"


def test_from_the_first_page_to_the_steps_and_away(open_tab: OpenTab, address: str) -> None:
    with open_tab("", width=360, height=740) as tab:
        page = tab.page
        reach(page, lambda stop: stop["href"] == "help/" and not stop["header"])
        page.keyboard.press("Enter")
        page.wait_for_url(address + "help/")
        reach(page, lambda stop: "hb-situation" in stop["kind"])
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/help/\d/$"))
        assert reach(page, lambda stop: stop["href"] == "tel:110")
        target = page.locator("[data-leave]").first.get_attribute("href")
        page.context.route(target, lambda route: route.fulfill(body="weather"))
        reach(page, lambda stop: stop["leave"], "Shift+Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(target)


def test_the_self_test_from_the_first_question_to_the_result(open_tab: OpenTab) -> None:
    with open_tab("check/", width=360, height=740) as tab:
        page = tab.page
        for number in range(11):
            assert (
                page.locator(".hb-questions > li.hb-now h2").get_attribute("id") == f"q{number + 1}"
            )
            stop = reach(page, lambda stop: "hb-answer-unsure" in stop["kind"])
            assert wrong([stop]) == []
            page.keyboard.press("Space" if number % 2 else "Enter")
        assert page.evaluate("document.activeElement.matches('.hb-verdicts h3')")
        reach(
            page,
            lambda stop: (
                stop["tag"] == "BUTTON"
                and "data-again" in page.evaluate("document.activeElement.getAttributeNames()")
            ),
        )
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "q1"


def test_the_filters_take_tab_and_arrows(open_tab: OpenTab) -> None:
    with open_tab("materials/", width=360, height=740) as tab:
        page = tab.page
        cards = page.locator(".hb-gallery .hb-sheet-card:visible")
        stop = reach(page, lambda stop: stop["id"] == "show-audience-all")
        page.keyboard.press("ArrowRight")
        chosen = page.evaluate(FOCUS)
        assert chosen["id"] != stop["id"] and wrong([chosen]) == []
        # On a phone the groups are closed until something is chosen.
        audience = chosen["id"].removeprefix("show-audience-")
        every = page.locator(f".hb-gallery .hb-sheet-card.for-{audience}")
        assert cards.count() == every.count() > 0
        reach(page, lambda stop: stop["id"] == "show-kind")
        page.keyboard.press("ArrowDown")
        assert page.input_value("#show-kind")
    with open_tab("cases/", width=360, height=740) as tab:
        page = tab.page
        reach(page, lambda stop: stop["tag"] == "SELECT")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.value")
        said = page.evaluate("document.activeElement.selectedOptions[0].textContent")
        cards = page.locator(".hb-case-card:visible")
        assert cards.count() == int(said.rpartition("（")[2].rstrip("）"))
        reach(page, lambda stop: stop["tag"] == "BUTTON" and "hb-reset" in stop["kind"])
        page.keyboard.press("Enter")
        chosen = page.locator(".hb-filters select").evaluate_all(
            "all => all.map((one) => one.value)"
        )
        assert set(chosen) == {""}
