"""The self-test with a script: one question at a time, the result of the page's own rules, and
nothing kept or sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pymupdf
import pytest
import yaml

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def quiz(flagship: Path) -> dict[str, Any]:
    """quiz.yml as it was built."""
    [file] = flagship.glob("campaigns/*/quiz.yml")
    data: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return data


def answer(tab: Any, answers: Sequence[str]) -> None:
    for one in answers:
        tab.page.locator(f".hb-answer-{one}").click()


def counted(quiz: dict[str, Any], answers: Sequence[str]) -> str:
    """The result as one counts it on paper; nothing found is not said to whoever was not sure."""
    for verdict in quiz["verdicts"]:
        if "group" not in verdict and "unsure" in answers:
            return "还有没弄清楚的"
        yes = sum(
            question["group"] == verdict.get("group") and given == "yes"
            for question, given in zip(quiz["questions"], answers, strict=True)
        )
        if "group" not in verdict or yes >= verdict["at_least"]:
            return str(verdict["title"])
    raise AssertionError("no result holds")


def shown_result(tab: Any) -> str:
    titles = tab.page.locator(".hb-verdicts h3:visible")
    assert titles.count() == 1
    return str(titles.inner_text()).replace("\n", "")


COUNT = 11
NO = ["no"] * COUNT


WAYS = [
    NO,
    ["unsure"] * COUNT,
    ["yes"] * COUNT,
    *([*NO[:number], "yes", *NO[number + 1 :]] for number in range(COUNT)),
    ["no"] * 4 + ["yes", "yes"] + ["no"] * 5,
    ["no"] * 4 + ["yes", "yes", "yes"] + ["no"] * 4,
    ["unsure"] * 9 + ["yes", "no"],
]


def test_the_result_is_the_one_that_is_counted_on_paper(
    open_tab: OpenTab, quiz: dict[str, Any]
) -> None:
    with open_tab("check/", width=360, height=740) as tab:
        for answers in WAYS:
            answer(tab, answers)
            assert shown_result(tab) == counted(quiz, answers), answers
            reasons = tab.page.locator("[data-because='yes'] li:visible")
            chosen = [
                question
                for question, given in zip(quiz["questions"], answers, strict=True)
                if given == "yes"
            ]
            assert reasons.locator("h3").all_inner_texts() == [one["text"] for one in chosen]
            for reason, question in zip(reasons.all(), chosen, strict=True):
                assert question["why"] in reason.inner_text()
                links = [one.get_attribute("href") for one in reason.locator("a").all()]
                assert links == [f"../law/#{name}" for name in question.get("claims", [])]
            unsure = tab.page.locator("[data-because='unsure'] li:visible")
            assert unsure.count() == answers.count("unsure"), answers
            tab.page.locator("[data-again]").click()
        assert tab.faults == []


def test_the_rules_stand_in_the_page_and_not_in_the_script(open_tab: OpenTab) -> None:
    with open_tab("check/") as tab:
        tab.page.evaluate(
            "document.querySelector('[data-verdicts] [data-group=other]').dataset.atLeast = '2'"
        )
        answer(tab, ["no"] * 4 + ["yes", "yes"] + ["no"] * 5)
        assert shown_result(tab) == "高度警惕"


def test_danger_comes_first_with_the_ways_to_call_for_help(open_tab: OpenTab) -> None:
    with open_tab("check/", width=360, height=740) as tab:
        answer(tab, ["yes"] * COUNT)
        calls = tab.page.locator("main a.hb-call:visible")
        targets = [one.get_attribute("href") for one in calls.all()]
        assert targets[0] == "tel:110" and not [one for one in targets if "sms:" in one]
        assert calls.first.bounding_box()["y"] < 740, "in the first screen"


def test_one_question_at_a_time_with_large_buttons(open_tab: OpenTab, quiz: dict[str, Any]) -> None:
    with open_tab("check/", width=360, height=740) as tab:
        for number, question in enumerate(quiz["questions"], 1):
            visible = tab.page.locator(".hb-question:visible")
            assert visible.all_inner_texts() == [question["text"]]
            progress = tab.page.get_by_role("status").filter(visible=True)
            assert progress.inner_text() == f"第{number}题，共{COUNT}题"
            for button in tab.page.locator(".hb-answer").all():
                box = button.bounding_box()
                assert box["height"] >= 56 and box["y"] + box["height"] <= 740
            assert not tab.page.locator("#result").is_visible()
            tab.page.locator(".hb-answer-no").click()
        assert tab.page.evaluate("scrollY") == 0


def test_the_keyboard_is_enough_and_the_focus_goes_where_one_reads(open_tab: OpenTab) -> None:
    with open_tab("check/") as tab:
        press, focus = tab.page.keyboard.press, "document.activeElement"
        tab.page.locator(".hb-answer-no").focus()
        press("Enter")
        assert tab.page.evaluate(f"{focus}.id") == "q2", "the next question is read out"
        for key in ("Tab", "Tab"):  # the reason, then the first answer
            press(key)
        assert tab.page.evaluate(f"{focus}.value") == "yes"
        press("Space")
        assert tab.page.evaluate(f"{focus}.id") == "q3"
        tab.page.locator(".hb-quiz-back").focus()
        press("Enter")
        assert tab.page.evaluate(f"{focus}.id") == "q2"
        assert tab.page.locator(".hb-answer[aria-pressed=true]").inner_text().endswith("是")
        for _ in range(COUNT - 1):
            tab.page.locator(".hb-answer-no").focus()
            press("Enter")
        assert tab.page.evaluate(f"{focus}.tagName") == "H3"
        assert shown_result(tab) == tab.page.evaluate(f"{focus}.textContent")


def test_answers_can_be_changed_and_all_begun_again(open_tab: OpenTab) -> None:
    with open_tab("check/") as tab:
        assert not tab.page.locator(".hb-quiz-back").is_visible()
        answer(tab, NO)
        before = shown_result(tab)
        tab.page.locator(".hb-quiz-answers summary").click()
        tab.page.locator(".hb-quiz-change").nth(8).click()
        assert tab.page.locator(".hb-question:visible").count() == 1
        answer(tab, ["yes"])
        assert shown_result(tab) != before, "back at the result at once"
        tab.page.locator("[data-again]").click()
        assert tab.page.locator(".hb-quiz-progress").inner_text() == f"第1题，共{COUNT}题"
        assert tab.page.locator("input:checked").count() == 0


def test_nothing_is_kept_and_nothing_leaves_the_page(open_tab: OpenTab, address: str) -> None:
    with open_tab("check/") as tab:
        tab.page.wait_for_load_state("networkidle")
        history, asked = tab.page.evaluate("history.length"), len(tab.requests)
        answer(tab, ["yes"] * COUNT)
        assert tab.page.url == address + "check/"
        assert tab.page.evaluate("history.length") == history
        assert len(tab.requests) == asked, "no request was made"
        assert tab.page.evaluate(
            "[localStorage.length, sessionStorage.length, document.cookie, "
            "JSON.stringify(history.state)]"
        ) == [0, 0, "", "null"]
        assert tab.page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
        tab.page.reload()
        assert tab.page.locator(".hb-quiz-progress").inner_text() == f"第1题，共{COUNT}题"
        assert tab.page.locator("input:checked").count() == 0
        answer(tab, ["yes"] * 3)
        tab.page.goto(address + "law/")
        tab.page.go_back()
        assert tab.page.locator(".hb-quiz-progress").inner_text() == f"第1题，共{COUNT}题"
        assert tab.page.locator("input:checked").count() == 0


def text_of_pdf(tab: Any, folder: Path) -> tuple[int, str]:
    file = folder / "printed.pdf"
    tab.page.pdf(path=str(file), prefer_css_page_size=True)
    with pymupdf.open(file) as pages:
        return len(pages), re.sub(r"\s", "", "".join(page.get_text() for page in pages))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_list_prints_on_one_sheet_with_boxes_to_tick(
    open_tab: OpenTab,
    quiz: dict[str, Any],
    tmp_path: Path,
    script: bool,
    printed: Callable[[str, str], bool],
) -> None:
    with open_tab("check/", java_script_enabled=script) as tab:
        count, text = text_of_pdf(tab, tmp_path)
    assert count == 1
    for one in (
        *(question["text"] for question in quiz["questions"]),
        *(verdict["title"] for verdict in quiz["verdicts"]),
        quiz["note"],
    ):
        assert printed(one, text), one
    assert text.count("不是不清楚") == COUNT


def test_a_result_is_printed_without_the_questions(
    open_tab: OpenTab, quiz: dict[str, Any], tmp_path: Path
) -> None:
    with open_tab("check/") as tab:
        answer(tab, ["yes", *NO[1:]])
        count, text = text_of_pdf(tab, tmp_path)
    assert count == 1
    assert "出现传销典型信号" in text and quiz["questions"][0]["why"] in text
    assert "高度警惕" not in text and quiz["questions"][1]["text"] not in text


def test_without_a_script_the_boxes_can_be_ticked_on_the_screen(open_tab: OpenTab) -> None:
    with open_tab("check/", width=360, java_script_enabled=False) as tab:
        assert tab.page.locator(".hb-question:visible").count() == COUNT
        assert tab.page.locator("button:visible").count() == 0, "no button that does nothing"
        tab.page.locator("#q3 + .hb-answers label").first.click()
        assert tab.page.locator("input:checked").get_attribute("value") == "yes"
