"""A sheet is scanned: the local page says what became of it, and nothing else learns of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from handbill import road
from handbill.compose.artifacts import Page, Stream
from handbill.load.settings import read_settings
from handbill.render.pages import PageRenderer

pytestmark = pytest.mark.browser

RECALLS = """\
recalls:
  - material: communities-poster
    versions: [0.7, 0.8]
    status: withdrawn
    on: 2026-10-01
    reason: 电话印错了
  - material: old-leaflet
    title: 旧折页
    versions: [all]
    status: withdrawn
    on: 2026-10-02
    reason: 不再使用
"""
WUHAN = datetime.timezone(datetime.timedelta(hours=8))
DAY = datetime.datetime(2026, 11, 24, 12, tzinfo=WUHAN)


@pytest.fixture(scope="module")
def scans(
    tmp_path_factory: pytest.TempPathFactory,
    copy_project: Callable[[Path], Path],
    served: Callable[[Path], AbstractContextManager[str]],
) -> Iterator[str]:
    """Where the local pages of a site with recalls are served."""
    folder = copy_project(tmp_path_factory.mktemp("scans") / "project")
    (folder / "campaigns/anti-pyramid-selling/recalls.yml").write_text(RECALLS, "utf-8")
    checked = road.load_and_check(read_settings(folder / "mkdocs.yml"), DAY.date())
    pages = PageRenderer(checked.templates)
    for one in road.plan(checked):
        made: Iterable[tuple[str, str]] = ()
        if isinstance(one.body, Stream):
            made = pages.stream(one.body)
        elif isinstance(one.body, Page) and one.path.endswith("p/local.js"):
            made = [(one.path, pages.render(one.path, one.body.template, one.body.data, None))]
        for path, text in made:
            file = folder / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    with served(folder / "site") as found:
        yield found


class Scan:
    """What a reader sees after a scan. parts: the states that are shown."""

    def __init__(self, page: Any, requests: list[str], faults: list[str]) -> None:
        self.parts = [
            one.get_attribute("data-scan")
            for one in page.locator("[data-scan]").all()
            if one.is_visible()
        ]
        self.text = page.locator("#scan").inner_text() if self.parts else ""
        links = page.locator("#scan a").all()
        self.links = [one.get_attribute("href") for one in links if one.is_visible()]
        self.body = page.locator("body").inner_text()
        self.html = page.content()
        self.requests, self.faults = requests, faults


@pytest.fixture
def scan(chromium: Any, scans: str) -> Callable[..., Scan]:
    """Opens the page of Dongxihu as a code would: scan("communities-poster.1.0")."""

    def run(
        said: str | None, day: datetime.datetime = DAY, place: str = "dongxihu", **options: Any
    ) -> Scan:
        context = chromium.new_context(viewport={"width": 360, "height": 640}, **options)
        page = context.new_page()
        requests: list[str] = []
        faults: list[str] = []
        page.on("request", lambda one: requests.append(one.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
        page.on("dialog", lambda one: faults.append(f"dialog {one.message}"))
        page.clock.set_fixed_time(day)
        page.goto(f"{scans}p/{place}/" + ("" if said is None else f"?m={quote(said)}"))
        seen = Scan(page, requests, faults)
        context.close()
        return seen

    return run


@pytest.mark.parametrize(
    ("said", "day", "state", "words"),
    [
        ("communities-poster.1.0", DAY, "current", ["现行有效", "第1.0版", "2027-11-30"]),
        ("communities-poster.1.0", DAY.replace(year=2027, month=12), "expired", ["过期", "请撕下"]),
        ("communities-poster.0.9", DAY, "replaced", ["旧版", "第0.9版", "第1.0版", "请换成"]),
        (
            "communities-poster.0.8",
            DAY,
            "withdrawn",
            ["作废", "请撕下", "电话印错了", "2026-10-01"],
        ),
        ("old-leaflet.3-b", DAY, "withdrawn", ["作废", "旧折页", "不再使用"]),
        ("communities-poster.1.1", DAY, "unknown", ["没有查到", "12315"]),
        ("communities-poster", DAY, "unknown", ["没有查到"]),
        ("no-such-sheet.1.0", DAY, "unknown", ["没有查到"]),
        (".1.0", DAY, "unknown", ["没有查到"]),
    ],
)
def test_a_scan_is_answered_in_words(
    scan: Callable[..., Scan], said: str, day: datetime.datetime, state: str, words: list[str]
) -> None:
    seen = scan(said, day)
    assert seen.parts == [state]
    assert [word for word in words if word not in seen.text] == []
    assert seen.faults == []
    assert [one.rpartition("/")[2] for one in seen.requests[1:]] == ["local.js"]


def test_the_last_day_still_holds_and_the_next_does_not(scan: Callable[..., Scan]) -> None:
    last = datetime.datetime(2027, 11, 30, 23, 30, tzinfo=WUHAN)
    assert scan("families-card.1.0", last, timezone_id="Asia/Shanghai").parts == ["current"]
    assert scan(
        "families-card.1.0", last + datetime.timedelta(hours=1), timezone_id="Asia/Shanghai"
    ).parts == ["expired"]


def test_the_new_sheet_is_one_tap_away(scan: Callable[..., Scan]) -> None:
    [link] = scan("communities-poster.0.9").links
    assert link.endswith("/m/communities-poster/")
    assert scan("old-leaflet.1").links == [], "nothing replaces it"


@pytest.mark.parametrize(
    "said",
    [
        "<img src=x onerror=alert(1)>.1",
        "communities-poster.<script>alert(1)</script>",
        "old-leaflet.请打95000领奖",
        '"]<b>.1',
        "constructor.1.0",
        "__proto__.1.0",
        "communities-poster.1.0\n",
        "a" * 5000 + ".1",
        "communities-poster." + "9" * 400,
        "\0.1",
    ],
)
def test_what_an_address_says_never_reaches_the_page(scan: Callable[..., Scan], said: str) -> None:
    seen = scan(said)
    assert seen.faults == [] and len(seen.requests) == 2
    assert seen.parts in (["unknown"], ["withdrawn"], ["current"])
    for part in ("<img", "alert(1)", "95000", "9999999999", "aaaaaaaaaa"):
        assert part not in seen.html, part
    assert "95000" not in seen.body


def test_without_a_scan_nothing_is_said_of_one(scan: Callable[..., Scan]) -> None:
    seen = scan(None)
    assert seen.parts == [] and seen.faults == []
    assert len(seen.requests) == 2


def test_without_scripts_the_numbers_stand_there_and_the_way_to_what_is_in_force(
    scan: Callable[..., Scan],
) -> None:
    seen = scan("communities-poster.0.8", java_script_enabled=False)
    assert seen.parts == [] and len(seen.requests) == 1
    assert "110" in seen.body and "哪些资料现在有效" in seen.body
    assert 'href="../../recall/"' in seen.html


def test_a_page_past_its_date_says_so(scan: Callable[..., Scan]) -> None:
    said = "本页过了有效期"
    assert said not in scan(None).body
    assert said in scan(None, DAY.replace(year=2028)).body


def test_english_answers_in_english(scan: Callable[..., Scan], chromium: Any, scans: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{scans}en/p/dongxihu/?m=old-leaflet.1")
    assert "withdrawn" in page.locator("#scan").inner_text()
    context.close()
