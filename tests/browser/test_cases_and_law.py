"""Cases and the law as people use them: filtered without a script, reached by a printed address."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import pairwise
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
PAGES = ("cases/mall-rebate/", "cases/s5-mothers-plan/", "law/c06/")
"""An adjudicated case and a scene, with all parts that a case can have; a sentence much used. One
page of each template is looked at in test_every_template.py."""


def shown(page: Any) -> list[str]:
    """Titles of the cases that can be seen."""
    return [
        card.locator("h3").inner_text()
        for card in page.locator(".hb-case-card").all()
        if card.is_visible()
    ]


def test_cases_are_filtered_without_a_script_on_a_phone(open_tab: OpenTab) -> None:
    with open_tab("cases/", width=360, height=740, java_script_enabled=False) as tab:
        page = tab.page
        first = shown(page)
        assert 1 < len(first) < page.locator(".hb-case-card").count()
        assert page.locator(".hb-filters").bounding_box()["height"] <= 190
        assert not page.locator(".hb-found").is_visible()
        page.get_by_label("被拉的人").select_option(label="老人（1）")
        assert shown(page) == ["妈妈的“消费养老”"]
        assert not page.locator(".hb-of-adjudicated").is_visible()
        assert page.locator(".hb-of-scenario").is_visible()
        assert page.locator(".hb-found").is_visible()
        page.get_by_label("承诺了什么").select_option(label="工作、高薪（2）")
        assert shown(page) == []
        assert page.locator(".hb-none").is_visible()
        assert "不等于没有" in page.locator(".hb-none").inner_text()
        assert not page.locator(".hb-of-scenario").is_visible()
        page.get_by_role("button", name="全部显示").click()
        assert shown(page) == first
        assert not page.locator(".hb-none").is_visible()
        for rest in page.locator(".hb-rest > summary").all():
            rest.click()
        assert len(shown(page)) == page.locator(".hb-case-card").count() > 10


def test_every_choice_shows_as_many_cases_as_it_says(open_tab: OpenTab) -> None:
    with open_tab("cases/", width=1280) as tab:
        page = tab.page
        for select in page.locator(".hb-filters select").all():
            for option in select.locator("option").all():
                label = option.inner_text()
                select.select_option(label=label)
                assert len(shown(page)) == int(label.rpartition("（")[2].rstrip("）")), label
            select.select_option(index=0)


def test_the_sum_counts_what_is_shown(open_tab: OpenTab) -> None:
    with open_tab("cases/", width=360) as tab:
        page = tab.page
        page.get_by_label("承诺了什么").select_option(index=2)
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        heard = [
            node["name"]["value"]
            for node in nodes
            if "name" in node and node.get("role", {}).get("value") == "StaticText"
        ]
        said = next(index for index, text in enumerate(heard) if "符合的案例" in text)
        assert heard[said + 1] == str(len(shown(page)))


def test_a_listed_word_leads_to_a_case_and_the_case_back(open_tab: OpenTab) -> None:
    with open_tab("cases/#D4", width=360, java_script_enabled=False) as tab:
        page = tab.page
        entry = page.locator("#D4")
        assert entry.bounding_box()["y"] < 400
        entry.get_by_role("link", name="某网络商城返利案").click()
        page.wait_for_url("**/cases/mall-rebate/")
        page.locator(".hb-case-hero").get_by_role(
            "link", name="消费返利、消费养老、免费购物"
        ).click()
        page.wait_for_url("**/cases/#D4")


def test_the_source_of_a_case_is_above_the_fold(open_tab: OpenTab) -> None:
    with open_tab("cases/mall-rebate/", width=360, height=640) as tab:
        page = tab.page
        for part in (".hb-source", ".hb-case-state"):
            box = page.locator(part).bounding_box()
            assert box["y"] + box["height"] <= 640, part
        page.locator(".hb-source a").click()
        page.wait_for_url("**/law/#source-R06")
        assert page.locator("#source-R06").bounding_box()["y"] < 400


@pytest.mark.parametrize(("width", "down"), [(360, True), (1280, False)])
def test_the_money_runs_down_on_a_phone_and_across_on_a_wide_screen(
    open_tab: OpenTab, width: int, down: bool
) -> None:
    with open_tab("cases/mall-rebate/", width=width) as tab:
        parts = [
            tab.page.locator(f".hb-money-{name}").bounding_box()
            for name in ("from", "in", "middle", "out", "to")
        ]
        axis, size = ("y", "height") if down else ("x", "width")
        for before, after in pairwise(parts):
            assert before[axis] + before[size] <= after[axis] + 1
        visible = [one.is_visible() for one in tab.page.locator(".hb-stream-down").all()]
        assert visible == [down, down]


def test_a_permanent_address_shows_its_claim_and_marks_it(open_tab: OpenTab) -> None:
    with open_tab("law/#C06", width=360, height=740, java_script_enabled=False) as tab:
        page = tab.page
        claim = page.locator("#C06")
        assert 0 <= claim.bounding_box()["y"] < 400
        marked, plain = (
            page.locator(one).evaluate("(one) => getComputedStyle(one).backgroundColor")
            for one in ("#C06", "#C07")
        )
        assert marked != plain
        claim.locator(".hb-anchor").click()
        page.wait_for_url("**/law/c06/")
        assert "组织、领导传销活动的" in page.locator("blockquote").inner_text()


def test_where_a_sentence_is_used_can_be_walked_there_and_back(open_tab: OpenTab) -> None:
    with open_tab("law/c20/", width=1280) as tab:
        page = tab.page
        page.locator(".hb-uses-case a").first.click()
        page.wait_for_url("**/cases/*/")
        assert page.locator(".hb-claim a[href*='law/#C20']").count() == 1


@pytest.mark.parametrize("path", PAGES)
def test_everyone_can_read_it_by_day_and_by_night(open_tab: OpenTab, path: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with open_tab(path, width=320, height=640) as tab:
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 320
        for width, scheme in ((360, "light"), (1280, "dark")):
            tab.page.set_viewport_size({"width": width, "height": 900})
            tab.page.emulate_media(color_scheme=scheme)
            said = axe.run(tab.page, options={"resultTypes": ["violations"]}).response
            grave = [
                f"{one['id']}: {node['target']}"
                for one in said["violations"]
                if one["impact"] in {"moderate", "serious", "critical"}
                for node in one["nodes"]
            ]
            assert grave == [], f"{width} px, {scheme}"
        assert tab.faults == []


def test_the_law_prints_as_a_list_with_addresses(open_tab: OpenTab) -> None:
    with open_tab("law/", width=800) as tab:
        tab.page.emulate_media(media="print")
        address = tab.page.locator("#C06 .hb-paper-only")
        assert address.is_visible()
        assert address.inner_text().endswith("/law/c06")
        assert not tab.page.locator(".hb-jumps").is_visible()
        tab.page.emulate_media(media="screen")
        assert not address.is_visible()
