"""Every page can be read with its style sheets gone: headline first, numbers in their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser

READ = """() => {
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const main = document.querySelector("main");
  const body = document.body;
  const text = (one) => (one.innerText || "").trim();
  const seen = (names, within = body) =>
    [...within.querySelectorAll(names)].filter((one) => one.checkVisibility());
  const shown = seen("h1, h2, h3, a[href^='tel:']");
  const heading = shown.find((one) => one.tagName === "H1");
  const range = document.createRange();
  range.setStart(main.contains(heading) ? main : body, 0);
  if (heading) range.setEndBefore(heading);
  const tops = seen("h1, h2, h3, p, li, dt, dd", main).filter(text)
    .map((one) => one.getBoundingClientRect().top + scrollY);
  return {
    styled: [...document.styleSheets].some((sheet) => !sheet.disabled),
    first: shown.find((one) => /^H/.test(one.tagName))?.tagName,
    before: heading ? range.toString().replace(/\\s+/g, " ").trim() : null,
    falls: tops.filter((top, number) => number && top < tops[number - 1] - 1).length,
    numbers: seen("a[href^='tel:']").map((one) => one.getAttribute("href")),
    unnamed: seen("a, button").filter((one) => !text(one) && !one.getAttribute("aria-label")
      && !one.querySelector("img[alt]:not([alt=''])")).length,
    leave: Boolean(document.querySelector("[data-leave]")?.checkVisibility()),
  };
}"""


def test_headline_first_then_the_rest_in_order(
    open_tab: OpenTab, address: str, samples: dict[tuple[str, str], str]
) -> None:
    with open_tab("", width=360, height=740) as tab:
        for (template, language), path in samples.items():
            if template.startswith("guide"):
                continue
            tab.page.goto(address + path)
            read = tab.page.evaluate(READ)
            where = f"{template} in {language}"
            assert not read["styled"], where
            if template.endswith("/page.html.j2"):  # the sheet stands first, as it lies on the desk
                assert read["before"] is not None, where
            else:
                assert read["first"] == "H1", where
                assert len(read["before"]) <= 260, (where, read["before"])
            assert read["falls"] == 0, where
            assert read["unnamed"] == 0, where
            if template != "site/search.md.j2":
                assert {"tel:110"} <= set(read["numbers"]), where
            # Nobody stands alone before a screen in a hall.
            if template not in {
                *("site/embed_help.html.j2", "site/not_found.html.j2", "site/screen.html.j2")
            }:
                assert read["leave"], where


@pytest.mark.parametrize("number", range(1, 10))
def test_a_situation_gives_its_numbers_before_its_steps(open_tab: OpenTab, number: int) -> None:
    with open_tab(f"help/{number}/", width=360) as tab:
        tab.page.evaluate("for (const sheet of document.styleSheets) sheet.disabled = true")
        call = tab.page.locator("main a[href^='tel:']").first.bounding_box()
        step = tab.page.locator("main ol li").first.bounding_box()
        headline = tab.page.locator("h1").bounding_box()
        assert headline["y"] < call["y"] < step["y"]


def test_with_nothing_but_its_words_the_first_page_is_whole(
    open_tab: OpenTab, address: str
) -> None:
    with open_tab("404.html", width=360) as tab:

        def unstyled(route: Any) -> None:
            if route.request.resource_type != "document":
                route.abort()
                return
            answer = route.fetch()
            route.fulfill(
                response=answer, body=re.sub(r"(?s)<style>.*?</style>", "", answer.text())
            )

        tab.page.context.route("**/*", unstyled)
        tab.page.goto(address)
        assert tab.page.locator("h1").is_visible()
        for target in ("help/", "check/"):
            assert tab.page.locator(f"main a[href='{target}']").first.is_visible()
        tab.page.locator("main a[href='help/']").first.click()
        tab.page.wait_for_url(address + "help/")
