"""From the first screen of a phone to what to do, for each situation, with scripts and without."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
CAMPAIGN = ROOT / "campaigns/anti-pyramid-selling"
HELP: Mapping[str, Any] = yaml.safe_load((CAMPAIGN / "help.yml").read_text("utf-8"))
SITUATIONS = {one["number"]: one for one in HELP["situations"]}
LIMIT = 14_000
PHONE = {"width": 360, "height": 640}
situations = pytest.mark.parametrize("number", SITUATIONS)
scripts = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def tap_way(tab: Any, number: int) -> None:
    """From the home page by the first large way to a situation."""
    tab.page.locator(".hb-door-met").tap()
    tab.page.wait_for_url("**/help/")
    tab.page.wait_for_load_state("load")
    tab.requests.clear()
    tab.page.get_by_role("link", name=SITUATIONS[number]["title"]).tap()
    tab.page.wait_for_url(f"**/help/{number}/")
    tab.page.wait_for_load_state("load")


@scripts
@situations
def test_a_situation_is_two_taps_and_one_light_request_away(
    open_tab: OpenTab, address: str, built: Path, number: int, script: bool
) -> None:
    situation = SITUATIONS[number]
    with open_tab("", **PHONE, has_touch=True, java_script_enabled=script) as tab:
        tap_way(tab, number)
        first = tab.requests.index(f"{address}help/{number}/")  # the list's mark may come late
        assert tab.requests[first:] == [f"{address}help/{number}/"]
        assert tab.page.locator("h1").inner_text().replace("\n", "") == situation["lead"]
        assert situation["title"] in tab.page.locator("main").inner_text()
        steps = tab.page.locator(".q-steps li")
        assert [step.locator("strong").inner_text() for step in steps.all()] == [
            step["title"] for step in situation["steps"]
        ]
        assert all(step.is_visible() for step in steps.all())
        assert tab.faults == []
    page = (built / f"help/{number}/index.html").read_bytes()
    assert len(gzip.compress(page, 9)) <= LIMIT


@situations
def test_the_first_screen_has_the_numbers_to_call_in_order(open_tab: OpenTab, number: int) -> None:
    situation = SITUATIONS[number]
    with open_tab(f"help/{number}/", **PHONE, has_touch=True) as tab:
        calls = tab.page.locator("main a.q-call").all()
        targets = [call.get_attribute("href") for call in calls]
        assert targets[-len(situation["calls"]) :] == [f"tel:{one}" for one in situation["calls"]]
        for call, target in zip(calls, targets, strict=True):
            box = call.bounding_box()
            assert box["y"] + box["height"] <= 640 and box["height"] >= 48
            assert target.partition(":")[2].partition("?")[0] in call.inner_text()
        # The flagship's place has no number for text messages: the words to send remain.
        assert not [target for target in targets if target.startswith("sms:")]
        assert bool(tab.page.locator(".q-sample").count()) == situation.get("message", False)


@scripts
def test_the_page_of_the_one_who_is_watched_names_nothing(open_tab: OpenTab, script: bool) -> None:
    with open_tab("help/1/", **PHONE, has_touch=True, java_script_enabled=script) as tab:
        seen = tab.page.locator("body").inner_text() + tab.page.title()
        assert "传销" not in seen and "骗" not in seen
        assert tab.page.title() == HELP["quiet_title"] == tab.page.locator(".q-name").inner_text()
        assert tab.page.locator("img, svg, .hb-mark").count() == 0
        red = (
            tab.page.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => {
          const style = getComputedStyle(one);
          return [style.color, style.backgroundColor].some((colour) => {
            const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
            return a && r > 120 && r > 2 * g && r > 2 * b;
          });
        }).length""")
            if script
            else 0
        )
        assert red == 0


def test_the_exit_stays_in_sight(open_tab: OpenTab) -> None:
    with open_tab("help/4/", **PHONE, has_touch=True) as tab:
        for _ in range(4):
            tab.page.mouse.wheel(0, 700)
            tab.page.wait_for_timeout(50)
            box = tab.page.locator("[data-leave]").bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= 62 and box["height"] >= 48


def test_reading_several_situations_leaves_one_entry_in_the_history(open_tab: OpenTab) -> None:
    with open_tab("", **PHONE, has_touch=True) as tab:
        before = tab.page.evaluate("history.length")
        tap_way(tab, 2)
        for number in (3, 4):
            tab.page.locator(f".q-links a[href$='help/{number}/']").tap()
            tab.page.wait_for_url(f"**/help/{number}/")
            tab.page.wait_for_load_state("load")
        assert tab.page.evaluate("history.length") == before + 2
        tab.page.go_back()
        assert tab.page.url.endswith("/help/")


def test_without_script_the_other_situations_are_plain_links(open_tab: OpenTab) -> None:
    with open_tab("help/2/", **PHONE, java_script_enabled=False) as tab:
        tab.page.locator(".q-links a[href$='help/3/']").click()
        tab.page.wait_for_url("**/help/3/")
        tab.page.go_back()
        assert tab.page.url.endswith("help/2/")


def test_an_old_link_to_a_situation_finds_its_row(open_tab: OpenTab) -> None:
    with open_tab("help/#3", **PHONE) as tab:
        row = tab.page.locator("li:target a")
        assert row.get_attribute("href").endswith("help/3/")
        assert row.bounding_box()["y"] < 640


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_first_screen_of_home(open_tab: OpenTab, built: Path, path: str) -> None:
    if not (built / path / "index.html").is_file():
        pytest.skip("the flagship is not published in English")
    with open_tab(path, **PHONE, has_touch=True) as tab:

        def bottom(selector: str) -> float:
            box = tab.page.locator(selector).bounding_box()
            return float(box["y"] + box["height"])

        assert (
            tab.page.locator("h1").is_visible() and tab.page.locator(".hb-lead").first.is_visible()
        )
        for door in tab.page.locator(".hb-door").all():
            assert door.bounding_box()["height"] >= 84
        limit = 535 if not path else 640  # English takes more lines
        assert bottom(".hb-tile[href='tel:110']") <= limit
        assert bottom(".hb-tile[href='tel:12315']") <= limit
        assert tab.page.locator(".hb-tile[href^='sms:']").count() == 0
        assert tab.page.locator(".hb-home-languages a").count() in {0, 1}
        tab.page.set_viewport_size({"width": 1280, "height": 800})
        figure = tab.page.locator(".hb-home-figure").bounding_box()
        assert figure["y"] + figure["height"] <= 620 and figure["x"] > 600
        assert not tab.page.locator(".hb-tile-text").is_visible()


def test_the_situations_of_home_begin_with_the_urgent_one(open_tab: OpenTab) -> None:
    with open_tab("", **PHONE) as tab:
        rows = tab.page.locator(".hb-home-which .hb-situation")
        assert rows.count() == len(SITUATIONS)
        assert "hb-situation-urgent" in rows.first.get_attribute("class")
        heading = tab.page.locator(".hb-home-which h2").bounding_box()
        assert heading["y"] + heading["height"] <= 640, "nothing shows that there is more below"
