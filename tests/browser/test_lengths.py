"""Pages on a phone: contents first, groups closed, and what is urgent on the first screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from waiting import until

from handbill.load.settings import read_settings
from handbill.load.site import load_site

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
SCREEN = 640
HEIGHTS = {"law/": 24_198, "materials/": 18_821, "en/materials/": 21_398, "cases/": 10_850}
"""Pages of version 0.1.0 at a width of 360 px."""
AUDIENCES = {
    "communities/": (8_207, 10_070),
    "villages/": (7_844, 9_148),
    "schools/": (8_164, 9_676),
    "enterprises/": (8_034, 9_396),
    "families/": (7_561, 8_761),
    "landlords/": (7_961, 9_715),
    "elders/": (7_269, 8_451),
}
"""Those of audiences, in Chinese and in English; what came later is at most as long as
the longest. In English the names of groups take two lines, closed too: .35 there."""
SEEN = """name => {
  const found = [...document.querySelectorAll(name)].find((one) => one.checkVisibility());
  return found ? found.getBoundingClientRect().bottom + scrollY : null;
}"""
TALL = "document.documentElement.scrollHeight"


def audiences(flagship: Path) -> list[str]:
    """The pages of the audiences."""
    collection = load_site(read_settings(flagship / "mkdocs.yml")).collection
    assert collection
    return [f"{one.id}/" for one in collection.campaigns[0].audiences]


def test_pages_are_a_third_as_long_and_show_a_sheet_soon(
    open_tab: OpenTab, flagship: Path, address: str
) -> None:
    with open_tab("law/", width=360, height=SCREEN) as tab:
        page, found = tab.page, {}
        for path in HEIGHTS:
            page.goto(address + path)
            found[path] = page.evaluate(TALL)
        assert {path for path, tall in found.items() if tall > HEIGHTS[path] / 3} == set(), found
        sheets, shares = {}, {}
        for path in audiences(flagship):
            for number, language in enumerate(("", "en/")):
                page.goto(address + language + path)
                sheets[language + path] = page.evaluate(SEEN, "main .hb-sheet-card img")
                before = AUDIENCES.get(path, AUDIENCES["communities/"])[number]
                shares[language + path] = page.evaluate(TALL) / before
        assert len(sheets) > 14 and all(0 < end <= 2 * SCREEN for end in sheets.values()), sheets
        assert all(
            share <= (0.35 if path.startswith("en/") else 1 / 3) for path, share in shares.items()
        ), shares
        assert page.evaluate("scrollX + document.documentElement.scrollWidth") == 360
        assert tab.faults == []


@pytest.mark.parametrize("script", [True, False])
def test_an_address_opens_the_group_that_it_leads_into(
    open_tab: OpenTab, address: str, script: bool
) -> None:
    with open_tab("law/", width=360, height=SCREEN, java_script_enabled=script) as tab:
        page = tab.page
        for path, name in (
            ("law/#C33", "#C33"),
            ("law/#topic-what", "#topic-what"),
            ("law/#changes", "#changes"),
            ("cases/#disguises", "#disguises"),
        ):
            page.goto("about:blank")
            page.goto(address + path)
            shown = page.locator(name)
            shown.wait_for(state="visible")
            top = shown.evaluate("one => one.getBoundingClientRect().top") if script else 0
            assert 0 <= top < SCREEN, path
            assert page.locator(".hb-fold[open]").count() == 1, path


def test_groups_are_open_on_paper_on_a_wide_screen_and_below_a_filter(
    open_tab: OpenTab, address: str
) -> None:
    with open_tab("law/", width=360, height=SCREEN) as tab:
        page = tab.page
        assert not page.locator("#C33").is_visible()
        page.emulate_media(media="print")
        assert page.locator("#C33").is_visible()
        page.emulate_media(media="screen")
        assert not page.locator("#C33").is_visible()
        page.goto(f"{address}materials/")
        cards = page.locator(".hb-gallery .hb-sheet-card:visible")
        few = cards.count()
        page.locator("#show-audience-schools").check(force=True)
        assert cards.count() > few / 2 > 5
        assert cards.count() == page.locator(".hb-gallery .hb-sheet-card.for-schools").count()
    with open_tab("materials/", width=1280) as tab:
        every = tab.page.locator(".hb-gallery .hb-sheet-card")
        assert every.count() == tab.page.locator(".hb-gallery .hb-sheet-card:visible").count()
        assert tab.page.locator(".hb-rest > summary:visible").count() == 0


def test_what_is_urgent_is_on_the_first_screen(open_tab: OpenTab, address: str) -> None:
    ends = """([size, language]) => {
      document.documentElement.style.fontSize = size;
      const links = [...document.querySelectorAll("main a")].filter((one) => one.checkVisibility());
      const end = (one) => one.getBoundingClientRect().bottom;
      return Object.fromEntries(["/help/", "/help/1/", "110"].map((name) =>
        [name, Math.min(...links.filter((one) =>
          one.pathname === name.replace(/^\\//, language)).map(end))]));
    }"""
    with open_tab("", width=360, height=SCREEN) as tab:
        page = tab.page
        for language in ("/en/", "/"):
            page.goto(address + language[1:])
            assert max(page.evaluate(ends, ["100%", language]).values()) <= SCREEN, language
            large = page.evaluate(ends, ["200%", language])
            assert max(large["/help/"], large["110"]) <= SCREEN, language
        assert page.locator(".hb-header").bounding_box()["height"] < 80
        page.goto(f"{address}help/")
        assert page.evaluate(ends, ["100%", "/"])["/help/1/"] <= SCREEN


def test_a_tablet_shows_a_whole_sheet_below_its_button(open_tab: OpenTab) -> None:
    with open_tab("m/communities-poster/", width=768, height=1024) as tab:
        button = tab.page.locator(".hb-print-first [data-print]").bounding_box()
        sheet = tab.page.locator(".hb-desk :is(img, svg)").first.bounding_box()
        assert 0 < button["y"] + button["height"] < sheet["y"]
        assert sheet["y"] + sheet["height"] <= 1024 and sheet["height"] > 700
        assert 0.7 < sheet["width"] / sheet["height"] < 0.72, "of the proportions of A"


def test_somebody_held_copies_the_words_with_one_thumb(open_tab: OpenTab, address: str) -> None:
    with open_tab("help/1/", width=360, height=SCREEN) as tab:
        page = tab.page
        words = page.locator(".q-words").inner_text()
        button = page.locator(".q-copy")
        assert button.bounding_box()["y"] + button.bounding_box()["height"] <= SCREEN
        small = page.evaluate("""() => [...document.querySelectorAll("a, button")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 48)
          .map((one) => one.textContent)""")
        assert small == []
        copied = "getSelection().toString()"
        # Without the programming interface the words are selected, and the old command copies.
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        button.click()
        until(
            page,
            "name => document.querySelector('.q-copy').textContent === name",
            arg=button.get_attribute("data-copied"),
        )
        assert page.evaluate(copied) == words
        assert "传销" not in page.title() + page.locator("header").inner_text()
        assert [one for one in tab.requests if not one.startswith((address, "data:"))] == []
        assert tab.requests == [f"{address}help/1/"]
    with open_tab("help/1/", width=360, permissions=["clipboard-read", "clipboard-write"]) as tab:
        tab.page.locator(".q-copy").click()
        tab.page.locator(".q-copy", has_text="已复制").wait_for()
        assert tab.page.evaluate("navigator.clipboard.readText()") == words
