"""Twice the size: by the browser's zoom, and of the text alone, as WeChat has it. In an edition that
is read from right to left, too."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser

AMISS = """() => {
  const found = [];
  const name = (one) => `${one.tagName}.${one.className} «${(one.innerText || "").trim().slice(0, 24)}»`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`scrolls sideways: ${root.scrollWidth} px`);
  const hidden = (one) => !one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    || one.closest(".hb-hidden, .hb-skip, svg, thead") || getComputedStyle(one).clipPath !== "none";
  const scrolls = (one) => {
    for (let at = one; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  for (const one of document.body.querySelectorAll("*")) {
    if (hidden(one) || !one.innerText?.trim()) continue;
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const style = getComputedStyle(one);
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(one)) {
      found.push(`out of the window: ${name(one)} ${Math.round(box.left)}–${Math.round(box.right)}`);
    }
    const cell = one.matches("a, button, summary, label, th, td, dt, dd, h1, h2, h3, p");
    if (cell && style.display !== "inline" && one.scrollWidth > one.clientWidth + 1 && !scrolls(one)) {
      found.push(`wider than its box: ${name(one)} ${one.scrollWidth} > ${one.clientWidth}`);
    }
    if (/hidden|clip/.test(style.overflow) && one.scrollHeight > one.clientHeight + 2) {
      found.push(`cut off: ${name(one)}`);
    }
  }
  // Nothing of the header, and no button or link of one row, lies on another.
  const names = "header a, header summary, header h1, button, .hb-call, main .hb-file";
  const boxes = [...document.querySelectorAll(names)]
    .filter((one) => !hidden(one) && one.getClientRects().length === 1 && !one.closest("details nav"));
  boxes.forEach((one, number) => {
    const a = one.getBoundingClientRect();
    for (const other of boxes.slice(number + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const fixed = (part) => Boolean(part.closest("header"));
      if (fixed(one) !== fixed(other)) continue;
      const b = other.getBoundingClientRect();
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
          && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) {
        found.push(`${name(one)} lies on ${name(other)}`);
      }
    }
  });
  return found;
}"""
WAYS = {
    "zoom": (320, "100%"),
    "small": (360, "100%"),
    "text": (360, "200%"),
    "wide text": (1280, "200%"),
}
"""Width of the window in CSS px (640 at 200 % is 320), size of the root's text."""


def amiss(page: Any) -> dict[str, list[str]]:
    """What is cut off, overlaps or sticks out, by way of enlarging."""
    found = {}
    for way, (width, size) in WAYS.items():
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        if problems := page.evaluate(AMISS):
            found[way] = problems[:6]
    return found


def test_twice_the_size_cuts_nothing_off(
    open_tab: OpenTab, address: str, samples: dict[tuple[str, str], str]
) -> None:
    found = {}
    with open_tab("", width=320, height=740) as tab:
        for (template, _), path in samples.items():
            if template.startswith(
                "guide"
            ):  # the theme's own pages: their text is in px of the root
                continue
            tab.page.goto(address + path)
            if problems := amiss(tab.page):
                found[path] = problems
    assert found == {}


@pytest.mark.parametrize(
    "path", ["", "en/", "help/", "law/", "m/communities-poster/", "en/help/1/"]
)
def test_the_exit_is_there_whole_at_any_size(open_tab: OpenTab, path: str) -> None:
    with open_tab(path, width=360, height=740) as tab:
        for way, (width, size) in WAYS.items():
            tab.page.set_viewport_size({"width": width, "height": 740})
            tab.page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            exit_ = tab.page.locator("[data-leave]").first
            box = exit_.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 48, way
            assert box["y"] + box["height"] <= 180, way
            header = tab.page.locator("header").first.bounding_box()
            if size == "100%":
                assert header["height"] <= 76, f"{way}: the header takes two rows"
            exit_.click(trial=True)


@pytest.fixture(scope="module")
def mirrored_site(
    tmp_path_factory: pytest.TempPathFactory,
    handbill: Callable[..., subprocess.CompletedProcess[str]],
) -> Path:
    """A new site with an edition from right to left. Without its sheets: the fonts for print have no
    Arabic letters."""
    folder = tmp_path_factory.mktemp("mirrored")
    site = folder / "site-of-mine"
    assert handbill(folder, "new", site.name).returncode == 0
    [schools] = site.glob("campaigns/*/schools.yml")
    text = schools.read_text("utf-8")
    schools.write_text(
        re.sub(r"(?m)^materials:\n(?:(?:[ #].*)?\n)+", "materials: []\n", text), "utf-8"
    )
    for command in (["translate", "ar-XB", "--pseudo"], ["build"]):
        done = handbill(site, *command)
        assert done.returncode == 0, done.stderr
    return site / "site"


@pytest.fixture(scope="module")
def mirrored(
    mirrored_site: Path, served: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """Address of that site."""
    with served(mirrored_site) as found:
        yield found


def left_edges(page: Any, *selectors: str) -> list[float]:
    return [page.locator(f"{one}:visible").first.bounding_box()["x"] for one in selectors]


def test_an_edition_from_right_to_left_is_mirrored(
    chromium: Any, mirrored: str, mirrored_site: Path
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    paths = [
        file.relative_to(mirrored_site).as_posix()
        for file in sorted(mirrored_site.glob("ar-XB/**/*.html"))
        if "guide"
        not in file.parts  # in the theme's own frame, which has no direction of its pages
    ]
    assert len(paths) >= 15
    for path in paths:
        page.goto(mirrored + path)
        assert page.evaluate(
            "[document.documentElement.dir, getComputedStyle(document.body).direction]"
        ) == ["rtl", "rtl"], path
        if problems := amiss(page):
            found[path] = problems
    assert found == {}
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(mirrored + "ar-XB/")
    # Labels as short as a language's own: the pseudo-words take a line each.
    page.locator(".hb-leave, .hb-menu > summary").evaluate_all(
        "all => { for (const one of all) one.textContent = 'نص' }"
    )
    brand, leave, menu = left_edges(page, ".hb-brand", ".hb-leave", ".hb-menu > summary")
    assert brand > leave > menu
    page.goto(mirrored)
    brand, leave, menu = left_edges(page, ".hb-brand", ".hb-leave", ".hb-menu > summary")
    assert brand < leave < menu
    context.close()
