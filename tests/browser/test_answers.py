"""What people ask leads to the page that helps them: help first, whatever its spelling."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from waiting import until

from handbill.compose.answers import answers
from handbill.compose.artifacts import Static
from handbill.compose.pages import compose_pages
from handbill.compose.part import Part
from handbill.edition.localise import local_editions, localise_all
from handbill.load.settings import read_settings
from handbill.road import load_and_check
from handbill.scaffold import new_site

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ASK = (ROOT / "templates/site/assets/ask.js").read_text("utf-8")
MOST = 150_000
"""Bytes that a first answer may take."""


def questions(english: bool) -> dict[str, list[str]]:
    """The pages of which one must come first, by question."""
    lines = (HERE / "questions.txt").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {asked: pages.split() for asked, pages in pairs if pages.startswith("en/") == english}


def asked_of(page: Any, wanted: list[str]) -> list[list[str]]:
    """The pages that each question leads to, best first."""
    found: list[list[str]] = page.evaluate(
        """wanted => {
            const ask = window.handbillAsk(window.handbillAnswers);
            return wanted.map((one) => ask(one).map((page) => page.url));
        }""",
        wanted,
    )
    return found


@pytest.mark.parametrize(("path", "english"), [("search/", False), ("en/search/", True)])
def test_questions_lead_to_the_page_that_helps(open_tab: OpenTab, path: str, english: bool) -> None:
    expected = questions(english)
    assert len(expected) >= (10 if english else 140)
    with open_tab(path, width=360, height=640) as tab:
        tab.page.focus("#q")
        until(tab.page, "() => Boolean(window.handbillAnswers && window.handbillAsk)")
        found = dict(zip(expected, asked_of(tab.page, [*expected]), strict=True))
    first = [one for one, pages in expected.items() if found[one][:1] and found[one][0] in pages]
    lost = {one: found[one] for one, pages in expected.items() if not {*found[one]} & {*pages}}
    assert lost == {}
    assert len(first) >= 0.9 * len(expected), {one: found[one] for one in {*expected} - {*first}}


def test_the_answer_stands_first_and_takes_little(
    open_tab: OpenTab, built: Path, address: str
) -> None:
    with open_tab("search/", width=360, height=640) as tab:
        page = tab.page
        before = len(tab.requests)
        for asked, first in (("交了三万怎么办", "help/3/"), ("吳家山", "p/wujiashan/")):
            page.fill("#q", asked)
            page.press("#q", "Enter")
            page.locator(".hb-search-state:not(:empty)").wait_for(state="attached")
            link = page.locator(".hb-answers a").first
            assert link.evaluate("one => one.href") == address + first
            assert link.bounding_box()["y"] < 640
        fetched = [one for one in tab.requests[before:] if one.endswith(".js")]
        assert fetched[0] == f"{address}search/answers.js"
        asked_for = ("search/answers.js", "assets/ask.js", "assets/search.js")
        assert sum((built / name).stat().st_size for name in asked_for) <= MOST
        order = page.evaluate("""async () => {
            document.querySelector("#q").value = "传销";
            document.querySelector("form[role=search]").requestSubmit();
            const list = document.querySelector(".hb-results");
            while (!list.children.length) await new Promise((next) => setTimeout(next, 20));
            for (let more; (more = document.querySelector(".hb-search-more")); more.click());
            return [...list.querySelectorAll("a")].map((one) => one.pathname);
        }""")
        sections = ["/help/", "/law/", "/cases/", "/", "/m/"]
        ranks = [sections.index(re.match("/(help|law|cases|m)/|/", one)[0]) for one in order]
        assert {*ranks} == {0, 1, 2, 3, 4} and ranks == sorted(ranks)
        page.fill("#q", "蝴蝶兰温室")
        page.press("#q", "Enter")
        page.locator(".hb-search-state:not(:empty)").wait_for(state="attached")
        assert page.locator(".hb-nothing a[href='tel:110']").is_visible()
        assert tab.faults == []


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The script of a new site in each of its languages, by tag; en without its answers.yml."""
    site = tmp_path_factory.mktemp("starter") / "site"
    new_site(site, "en", "heat")
    made = {}
    for without in (False, True):
        if without:
            (site / "campaigns/heat/answers.yml").unlink()
        checked = load_and_check(read_settings(site / "mkdocs.yml"), datetime.date(2026, 11, 24))
        editions = localise_all(checked.collection, checked.today)
        local = local_editions(editions, checked.collection)
        for edition, _ in editions:
            part, tag = Part(edition, "", set()), edition.language
            every = local[edition.id, tag]
            body = answers(part, list(compose_pages(part, {}, every)), every).body
            assert isinstance(body, Static)
            made["plain " * without + tag] = body.content.decode()
    return made


@pytest.mark.parametrize(
    ("tag", "asked"),
    [
        ("en", {"My granny fainted!": "help/1/", "hedache": "help/2/", "poster": "materials/"}),
        ("fr", {"Coup de chaleurs": "fr/help/1/", "bebe dans la voiture": "fr/help/3/"}),
        ("ar", {"الدوار": "ar/help/2/", "طفل بسيارة": "ar/help/3/", "ملصق": "ar/materials/"}),
        ("plain en", {"shut in a car": "help/3/", "dizy and tired": "help/2/"}),
    ],
)
def test_any_campaign_answers_in_its_languages(
    chromium: Any, starter: dict[str, str], tag: str, asked: dict[str, str]
) -> None:
    page = chromium.new_page()
    page.add_script_tag(content=ASK)
    page.add_script_tag(content=starter[tag])
    found = asked_of(page, [*asked])
    assert {one: pages[0] for one, pages in zip(asked, found, strict=True)} == asked
    assert "readings" not in json.loads(starter[tag].partition("=")[2].rstrip(";\n"))
    page.close()
