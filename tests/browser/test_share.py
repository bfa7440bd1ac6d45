"""Pages are shared by their address alone, and read aloud by a voice of this computer alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
VOICES = """
window.said = []; window.shared = [];
navigator.share = async (what) => { window.shared.push(what) };
const clipboard = { writeText: async (text) => { window.copied = text } };
Object.defineProperty(navigator, "clipboard", { value: clipboard });
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text }
};
Object.defineProperty(window, "speechSynthesis", { value: {
  speaking: false, pending: false, addEventListener() {},
  getVoices: () => [{ lang: "zh-CN", localService: LOCAL, name: "x" }],
  speak(one) { this.speaking = true; window.said.push([one.text, one.lang]) },
  cancel() { this.speaking = false },
} });
"""


@pytest.mark.parametrize("path", ["m/communities-poster/", "m/elders-letter/", "cases/introducer/"])
def test_a_page_is_shared_and_read_aloud(open_tab: OpenTab, address: str, path: str) -> None:
    with open_tab("") as tab:
        page = tab.page
        page.add_init_script(VOICES.replace("LOCAL", "true"))
        page.goto(address + path + "#somebody")
        buttons = page.locator("[data-share] button")
        assert buttons.all_inner_texts() == ["转发", "复制网址", "念给我听"]
        buttons.nth(0).click()
        [shared] = page.evaluate("window.shared")
        assert shared["url"].endswith(f"/{path}") and "#" not in shared["url"]
        buttons.nth(1).click()
        assert page.evaluate("window.copied") == shared["url"]
        buttons.nth(2).click()
        said = page.evaluate("window.said")
        assert len(said) > 3 and {language for _, language in said} == {"zh-CN"}
        assert not any("复制网址" in text for text, _ in said)
        assert buttons.nth(2).inner_text() == "停下"
        buttons.nth(2).click()
        assert buttons.nth(2).inner_text() == "念给我听"


def test_a_voice_of_another_computer_is_not_offered(open_tab: OpenTab, address: str) -> None:
    with open_tab("") as tab:
        page = tab.page
        page.add_init_script(VOICES.replace("LOCAL", "false"))
        page.goto(address + "cases/introducer/")
        assert "念给我听" not in page.locator("[data-share] button").all_inner_texts()


def test_on_a_phone_the_print_button_stands_above_the_sheet(open_tab: OpenTab) -> None:
    with open_tab("m/schools-lesson/", width=360) as tab:
        first = tab.page.locator("[data-print]:visible").first.bounding_box()
        sheet = tab.page.locator("article, .hb-sheet").first.bounding_box()
        assert first["y"] + first["height"] <= sheet["y"]
    with open_tab("m/schools-lesson/", width=1280) as tab:
        assert tab.page.locator("[data-print]:visible").count() == 1
