"""One page of every template in every language: everyone can read it, nothing breaks, nobody else is
asked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
GRAVE = {"moderate", "serious", "critical"}
COLOURS = {"type": "tag", "values": ["cat.color"]}
"""What can differ between the two colour schemes of one page."""

WATCH = """window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


@dataclass(frozen=True)
class Visit:
    """What was seen on a page. widths: how wide it is, CSS px, by the width of the window.
    violations: of its own content-security policy. faults: errors, requests to somebody else."""

    findings: list[str]
    widths: dict[int, int]
    violations: list[str]
    faults: list[str]


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker, a script."""
    found = pytest.importorskip("axe_playwright_python.sync_playwright").Axe().axe_script
    assert isinstance(found, str)
    return found


def findings(page: Any, rules: dict[str, Any] | None = None) -> list[str]:
    """Findings of moderate weight and more, with the elements; the page holds the checker. rules:
    only these."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.fixture(scope="module")
def visits(
    chromium: Any,
    address: str,
    stray: Callable[[Any], list[str]],
    samples: dict[tuple[str, str], str],
    axe: str,
) -> dict[str, Visit]:
    """Every sample, seen once: at 320 and 360 px, by day and by night, and in Chinese on a
    wide screen."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, locale="zh-CN", reduced_motion="reduce"
    )
    context.add_init_script(WATCH)
    faults: list[str] = []

    context.on("requestfailed", lambda request: faults.extend(stray(request)))
    page = context.new_page()
    page.on(
        "console",
        lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None,
    )
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
    seen = {}
    for (_, language), path in samples.items():
        faults.clear()
        page.emulate_media(color_scheme="light")
        widths = {}
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(address + path)
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 740})
            widths[width] = page.evaluate("document.documentElement.scrollWidth")
        page.evaluate(axe)
        found = [f"light: {one}" for one in findings(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {one}" for one in findings(page, COLOURS)]
        if language == "zh-CN":  # a wide screen shows no more in another language
            page.set_viewport_size({"width": 1280, "height": 900})
            found += [f"dark and wide: {one}" for one in findings(page)]
        seen[path] = Visit(found, widths, page.evaluate("window.violations"), list(faults))
    context.close()
    return seen


def test_no_page_keeps_anybody_out(visits: dict[str, Visit]) -> None:
    assert {path: seen.findings for path, seen in visits.items() if seen.findings} == {}


def test_nothing_has_to_be_scrolled_sideways_on_a_phone(visits: dict[str, Visit]) -> None:
    wide = {
        path: seen.widths
        for path, seen in visits.items()
        if any(width > window for window, width in seen.widths.items())
    }
    assert wide == {}


def test_no_policy_is_violated_and_nobody_else_is_asked(visits: dict[str, Visit]) -> None:
    assert {
        path: seen.violations + seen.faults
        for path, seen in visits.items()
        if seen.violations or seen.faults
    } == {}


def test_the_samples_are_of_every_kind(samples: dict[tuple[str, str], str]) -> None:
    templates = {template for template, _ in samples}
    assert templates >= {
        "site/home.md.j2",
        "site/local.html.j2",
        "site/embed_help.html.j2",
        "poster/page.html.j2",
    }
    assert len(templates) >= 35
    assert {language for _, language in samples} >= {"zh-CN", "en"}


@pytest.mark.parametrize("path", ["", "help/", "help/3/", "m/elders-card/", "m/parents-letter/"])
def test_every_blank_can_be_seen(open_tab: OpenTab, path: str) -> None:
    script = """() => [...document.querySelectorAll(".hb-blank")]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        return [box.width, parseFloat(style.borderBottomWidth)
                || parseFloat(style.textDecorationThickness) || 0];
      })"""
    with open_tab(path) as tab:
        blanks = tab.page.evaluate(script)
    assert blanks
    assert all(width >= 24 and rule >= 1 for width, rule in blanks), blanks
