"""Everything but search and the print button works with JavaScript switched off."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser


def test_help_leads_to_a_page_with_all_steps_and_numbers(open_tab: OpenTab) -> None:
    with open_tab("help/", width=360, java_script_enabled=False) as tab:
        tab.page.locator(".hb-situation").nth(2).click()
        assert tab.page.url.endswith("help/3/")
        steps = tab.page.locator(".q-steps li").all()
        assert len(steps) >= 5 and all(step.is_visible() for step in steps)
        calls = tab.page.locator("main a.q-call")
        targets = {link.get_attribute("href") for link in calls.all()}
    assert targets == {"tel:110", "tel:12315", "tel:12348"}


def test_the_self_test_can_be_counted_by_hand(open_tab: OpenTab) -> None:
    with open_tab("check/", width=360, java_script_enabled=False) as tab:
        questions = tab.page.locator(".hb-questions > li")
        assert questions.count() == 11
        reason = questions.first.locator("details p").first
        assert not reason.is_visible()
        questions.first.locator("summary").click()
        assert reason.is_visible()
        rules = tab.page.locator(".hb-verdicts .hb-rule")
        assert rules.count() >= 3 and all(rule.is_visible() for rule in rules.all())


def test_the_gallery_filters_by_audience_kind_and_way(open_tab: OpenTab) -> None:
    with open_tab("materials/", java_script_enabled=False) as tab:
        cards = tab.page.locator(".hb-gallery .hb-sheet-card")

        def shown() -> set[str]:
            return {
                card.locator("a").first.get_attribute("href").split("/")[-2]
                for card in cards.all()
                if card.is_visible()
            }

        everything = shown()
        assert len(everything) == cards.count() >= 70
        heads = tab.page.locator(".hb-of-head:visible")
        assert heads.count() == 8
        assert not tab.page.locator(".hb-none").is_visible()
        tab.page.locator("label:has(#show-audience-villages)").click()
        villages = shown()
        assert villages and villages < everything
        assert {name.split("-")[0] for name in villages} == {"villages"}
        assert heads.count() == 1
        tab.page.select_option("#show-kind", "letter")
        assert shown() == {"villages-letter"}
        assert heads.count() == 0, "one kind of all audiences is one list"
        tab.page.locator("label:has(#show-made-shop)").click()
        assert shown() == set()
        assert tab.page.locator(".hb-none").is_visible()
        tab.page.select_option("#show-kind", "")
        for name in ("audience", "made"):
            tab.page.locator(f"label:has(#show-{name}-all)").click()
        assert shown() == everything


def test_the_filters_of_the_gallery_take_the_keyboard(open_tab: OpenTab) -> None:
    with open_tab("materials/", java_script_enabled=False) as tab:
        tab.page.focus("#show-audience-all")
        tab.page.keyboard.press("ArrowRight")
        assert tab.page.locator(".hb-of:visible").count() == 1
        tab.page.keyboard.press("Tab")
        tab.page.keyboard.press("Tab")
        assert tab.page.evaluate("document.activeElement.id") == "show-kind"


def test_the_gallery_asks_for_no_picture_before_it_is_near(open_tab: OpenTab) -> None:
    with open_tab("materials/", width=360, height=740) as tab:
        tab.page.wait_for_load_state("networkidle")
        pictures = [one for one in tab.requests if one.endswith("-small.png")]
        assert 0 < len(pictures) < 40 < tab.page.locator(".hb-sheet-card").count()


def test_search_says_what_to_do_instead(open_tab: OpenTab) -> None:
    with open_tab("search/", java_script_enabled=False) as tab:
        assert tab.page.locator("noscript").inner_text().strip()
        assert tab.page.locator("main .hb-jumps a").count() >= 5


@pytest.mark.parametrize("path", ["help/", "help/1/"])
def test_the_leave_button_is_a_plain_link(open_tab: OpenTab, address: str, path: str) -> None:
    with open_tab(path, java_script_enabled=False) as tab:
        target = tab.page.locator("[data-leave]").first.get_attribute("href")
        assert target and not target.startswith((address, "/", ".", "#"))
