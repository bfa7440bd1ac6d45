"""Each of our pages forbids itself what it does not need, and is never caught at it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

import lxml.html
import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
FETCHED = "//*[@src]/@src | //link[not(@rel='canonical' or @rel='alternate')]/@href | //@srcset"
"""What a browser asks for by itself."""
WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`))"""


def policy(html: str) -> dict[str, set[str]]:
    """The directives of a page's policy with their values."""
    [content] = lxml.html.document_fromstring(html).xpath(
        "/html/head/meta[@http-equiv='Content-Security-Policy']/@content"
    )
    parts = (directive.split() for directive in content.split(";"))
    return {name: set(values) for name, *values in parts}


def test_every_page_has_a_policy_that_allows_nothing_inline_and_nobody_else(
    pages: dict[str, str],
) -> None:
    hashed = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
    for name, html in pages.items():
        found = policy(html)
        assert found["default-src"] == {"'none'"}, name
        allowed = set().union(*found.values())
        plain = {value for value in allowed if not hashed.fullmatch(value)}
        wasm = {"'wasm-unsafe-eval'"} if re.match(r"(\w+/)?search/", name) else set()
        assert plain <= {"'none'", "'self'", "data:"} | wasm, name
        assert "data:" not in found.get("script-src", set()), name
        assert wasm <= found.get("script-src", set()), name


def test_the_policy_comes_before_all_it_rules(pages: dict[str, str]) -> None:
    ruled = re.compile(r"<(script|style|link|img)\b")
    for name, html in pages.items():
        first = ruled.search(html)
        assert first and html.index("Content-Security-Policy") < first.start(), name


def test_no_page_fetches_from_another_host_or_carries_inline_attributes(
    pages: dict[str, str],
) -> None:
    for name, html in pages.items():
        document = lxml.html.document_fromstring(html)
        for address in document.xpath(FETCHED):
            assert not re.match(r"(?!data:)\w+:|//", address), (name, address)
        assert not document.xpath("//@style | //@*[starts-with(name(), 'on')]"), name


@pytest.mark.browser
def test_no_policy_is_violated_while_pages_are_used(open_tab: OpenTab) -> None:
    with open_tab("", width=360) as tab:
        page = tab.page
        page.context.add_init_script(WATCH)

        def go(path: str) -> None:
            page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + "/" + path)

        go("")
        page.locator(".hb-menu > summary").click()
        go("search/")
        page.locator("#q").fill("保证金")
        page.keyboard.press("Enter")
        page.locator("main li a").first.wait_for()
        go("check/")
        for _ in range(10):
            page.locator(".hb-answer-yes").click()
        go("materials/")
        page.select_option("#show-kind", "letter")
        go("why/")
        page.locator("input[inputmode=decimal]").first.fill("3000")
        page.select_option("#why-each", index=1)
        go("en/p/wuhan/?m=communities-poster.1")
        page.locator("#scan").wait_for()
        go("m/communities-poster/")
        page.evaluate("window.print = () => {}")
        page.locator("[data-print]:visible").first.click()
        assert tab.faults == []
