"""The arithmetic in the browser: the script reckons as the build does; and the sheet of sums."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias

import pymupdf
import pytest
import yaml

from handbill.compose.growth import collapse, number_units, shortened
from handbill.words import words

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser

DRAWN = ("[data-rows]", "[data-table]", "tfoot", "[data-now]", "[data-mark]")
"""What the script draws anew."""


@pytest.fixture(scope="module")
def why(flagship: Path) -> dict[str, Any]:
    """why.yml as it was built."""
    [file] = flagship.glob("campaigns/*/why.yml")
    data: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return data


def drawn(tab: Any) -> list[str]:
    """The figure, the table and the sentence as markup, white space between elements aside."""
    return [
        re.sub(r">\s+<", "><", tab.page.locator(part).first.inner_html()).strip() for part in DRAWN
    ]


def test_the_script_draws_exactly_what_the_build_drew(
    open_tab: OpenTab, why: dict[str, Any]
) -> None:
    with open_tab("why/", java_script_enabled=False) as tab:
        built = drawn(tab)
    with open_tab("why/") as tab:
        assert drawn(tab) == built, "nothing jumps when the page is loaded"
        tab.page.select_option("#why-each", "5")
        assert drawn(tab) != built
        tab.page.select_option("#why-each", str(why["each"]))
        assert drawn(tab) == built
        assert tab.faults == []


def test_other_numbers_are_reckoned_as_the_build_would(
    open_tab: OpenTab, why: dict[str, Any]
) -> None:
    units = number_units(words("zh-CN"))
    texts = "rows => rows.map(row => [...row.cells].map(cell => cell.firstChild.textContent))"
    with open_tab("why/", width=360) as tab:
        tab.page.fill("#why-fee", "29,800")
        for recruits, town in product(range(2, 7), why["towns"]):
            done = collapse(recruits, 29_800, why["shares"], town["people"])
            tab.page.select_option("#why-each", str(recruits))
            tab.page.select_option("#why-town", str(town["people"]))
            rows = tab.page.locator("[data-table] tr").evaluate_all(texts)
            assert rows == [
                [
                    str(level.number),
                    f"{level.people:,}",
                    shortened(level.paid, units),
                    shortened(level.received, units),
                    f"{level.short:,}",
                ]
                for level in done.levels
            ]
            sentence = tab.page.locator("[data-now]").inner_text()
            assert f"{done.short:,}人没回本" in sentence and f"{done.short_percent}%" in sentence
            assert tab.page.locator("[data-rows] > li").count() == len(done.levels)
            assert tab.page.evaluate("document.documentElement.scrollWidth") == 360


def test_round_by_round_until_nobody_is_left(open_tab: OpenTab) -> None:
    with open_tab("why/", width=360, height=740) as tab:
        tab.page.locator("[data-begin]").click()
        rows, step = tab.page.locator("[data-rows] > li"), tab.page.locator("[data-step]")
        assert rows.count() == 1
        for number in range(1, 8):
            assert step.inner_text() == "再拉一轮"
            step.click()
            assert rows.count() == number + 1
            assert f"第{number}轮" in tab.page.locator("[data-now]").inner_text()
            box = step.bounding_box()
            assert box["y"] + box["height"] <= 740, "the button stays in reach"
            last, bar = rows.last.bounding_box(), tab.page.locator("[data-steps]").bounding_box()
            assert last["y"] >= 60, "the new row begins below the header"
            if number < 7:  # the last one is as tall as the screen
                assert last["y"] + last["height"] <= bar["y"] + 1, "and is not under the bar"
        assert "只剩907人，拉不下去了" in tab.page.locator("[data-now]").inner_text()
        assert tab.page.locator("[data-rows] > li:last-child path[fill='url(#hb-empty)']").count()
        step.click()
        assert rows.count() == 1
        tab.page.locator("[data-end]").click()
        assert rows.count() == 8
        assert tab.page.evaluate("document.activeElement.hasAttribute('data-step')")


def test_a_fee_that_is_no_number_changes_nothing(open_tab: OpenTab) -> None:
    with open_tab("why/") as tab:
        before = drawn(tab)
        tab.page.fill("#why-fee", "很多")
        assert tab.page.get_attribute("#why-fee", "aria-invalid") == "true"
        assert drawn(tab) == before
        tab.page.fill("#why-fee", "２０００")
        assert tab.page.get_attribute("#why-fee", "aria-invalid") == "false"
        assert drawn(tab) != before


def test_phones_have_a_drawing_of_their_own(open_tab: OpenTab) -> None:
    for width, shown, hidden in ((360, "narrow", "wide"), (1280, "wide", "narrow")):
        with open_tab("why/", width=width) as tab:
            last = tab.page.locator("[data-rows] > li").last
            assert last.locator(f".hb-why-{shown}").is_visible()
            assert not last.locator(f".hb-why-{hidden}").is_visible()
            size = last.locator(".hb-why-round").evaluate("one => getComputedStyle(one).fontSize")
            assert float(size.removesuffix("px")) >= 17


def test_the_family_adds_up_together(open_tab: OpenTab, why: dict[str, Any]) -> None:
    with open_tab("why/", width=360) as tab:
        page, result = tab.page, tab.page.locator("[data-result]")

        def write(**values: str) -> None:
            for name, value in values.items():
                page.fill(f"#{name.replace('_', '-')}", value)
                page.keyboard.press("Tab")

        write(paid_1="3,000", paid_2="１.5万")
        assert page.locator("[data-side=paid] [data-total]").inner_text() == "18,000元"
        write(returned_1="2400.5 元")
        assert "15,599.50元" in result.inner_text() and why["sheet"]["lost"] in result.inner_text()
        write(returned_2="15599.5")
        assert why["sheet"]["even"] in result.inner_text()
        write(returned_3="1")
        assert why["sheet"]["gained"] in result.inner_text()
        write(paid_3="三千")
        assert result.inner_text() == ""
        assert why["sheet"]["paid"]["rows"][2] in page.locator("[data-fault]").inner_text()
        assert page.get_attribute("#paid-3", "aria-invalid") == "true"
        page.locator("[data-clear]").click()
        assert {one.input_value() for one in page.locator("#sheet input").all()} == {""}
        assert page.evaluate("document.activeElement.id") == "paid-1"


ALL_PICTURES = """async () => {
  for (const image of document.images) {
    image.loading = "eager";
    await image.decode();
  }
}"""
"""Brings the pictures that else wait until somebody scrolls to them: writing in a field scrolls."""


def test_sums_are_not_kept(open_tab: OpenTab, address: str) -> None:
    with open_tab("why/") as tab:
        tab.page.evaluate(ALL_PICTURES)
        tab.page.wait_for_load_state("networkidle")
        asked, history = len(tab.requests), tab.page.evaluate("history.length")
        tab.page.fill("#paid-1", "3000")
        tab.page.keyboard.press("Enter")
        assert tab.page.url == address + "why/"
        assert len(tab.requests) == asked
        assert tab.page.evaluate("history.length") == history
        assert tab.page.evaluate("localStorage.length + sessionStorage.length") == 0
        tab.page.reload()
        assert tab.page.input_value("#paid-1") == ""
        tab.page.fill("#paid-1", "3000")
        tab.page.goto(address + "law/")
        tab.page.go_back()
        assert tab.page.input_value("#paid-1") == ""


def printed(tab: Any, folder: Path) -> list[str]:
    file = folder / "printed.pdf"
    tab.page.pdf(path=str(file), prefer_css_page_size=True)
    with pymupdf.open(file) as pages:
        assert all(abs(page.rect.width - 595.3) < 1 for page in pages)
        return [re.sub(r"\s", "", page.get_text()) for page in pages]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_it_prints_as_two_sheets(open_tab: OpenTab, tmp_path: Path, script: bool) -> None:
    with open_tab("why/", java_script_enabled=script) as tab:
        pages = printed(tab, tmp_path)
    assert len(pages) == 2
    assert "第7轮" in pages[0] and "3,656.1万亿多" in pages[0] and "110" in pages[0]
    assert "入门费" in pages[1] and "一共回来" in pages[1] and "110" in pages[1]


@pytest.mark.parametrize(
    ("button", "has", "lacks"),
    [("filled", "3000", "第7轮"), ("blank", "入门费", "第7轮"), ("figure", "第7轮", "入门费")],
)
def test_a_button_prints_one_sheet_alone(
    open_tab: OpenTab, tmp_path: Path, button: str, has: str, lacks: str
) -> None:
    with open_tab("why/") as tab:
        tab.page.evaluate("() => { window.print = () => { window.called = true } }")
        tab.page.fill("#paid-1", "3000")
        tab.page.locator(f"[data-print-page={button}]").click()
        assert tab.page.evaluate("window.called")
        [text] = printed(tab, tmp_path)
        assert has in text and lacks not in text
        tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert len(printed(tab, tmp_path)) == 2


def test_without_a_script_the_figure_the_table_and_the_sheet_are_there(open_tab: OpenTab) -> None:
    with open_tab("why/", width=360, java_script_enabled=False) as tab:
        assert tab.page.locator("[data-rows] > li:visible").count() == 8
        assert tab.page.locator("[data-table] tr:visible").count() == 8
        assert tab.page.locator("button:visible, select:visible").count() == 0
        assert "每人再拉几个人" in tab.page.locator("[data-given]").inner_text()
        tab.page.fill("#paid-1", "3000")


def test_every_page_that_speaks_of_the_arithmetic_leads_here(open_tab: OpenTab) -> None:
    for path in ("", "check/", "communities/"):
        with open_tab(path) as tab:
            assert tab.page.locator("main a[href$='why/']").count() == 1, path
