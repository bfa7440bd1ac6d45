"""Pages on paper as office printers give them: without grounds, and legible all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pymupdf
import pytest

OpenTab: TypeAlias = Callable[..., AbstractContextManager[Any]]
pytestmark = pytest.mark.browser
LEAST = 4.5
"""Contrast with white paper."""
ON_ITS_GROUND = 0xFFFDF7
"""Of text whose ground is printed all the same (print-color-adjust): the browser darkens other text
that is pale."""
LARGE = 14.0
"""Points from which a text is a heading."""
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
NARROW = 600
"""Pixels of a column on A4, at least."""
CUT_OFF = """() => [...document.querySelectorAll("table")].flatMap((table) => {
  const box = table.closest("article, main"), style = getComputedStyle(box);
  const { left, right } = box.getBoundingClientRect();
  const [from, to] = [left + parseFloat(style.paddingLeft), right - parseFloat(style.paddingRight)];
  return [...table.querySelectorAll("th, td")].filter((cell) => {
    const { left: start, right: end, width } = cell.getBoundingClientRect();
    return width < 8 || start < from - 1 || end > to + 1 || cell.scrollWidth > cell.clientWidth + 1;
  }).map((cell) => cell.textContent.trim());
})"""


def contrast(colour: int) -> float:
    """Of an sRGB colour with white."""

    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour >> shift & 255) for shift in (16, 8, 0))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def on_paper(page: Any, dark: bool) -> pymupdf.Document:
    """What a page of the browser is on paper."""
    page.emulate_media(color_scheme="dark" if dark else "light")
    pdf = page.pdf(prefer_css_page_size=True, print_background=False)
    return pymupdf.open(stream=pdf, filetype="pdf")


def spans(document: pymupdf.Document) -> list[tuple[int, dict[str, Any]]]:
    return [
        (page.number, span)
        for page in document
        for block in page.get_text("dict", flags=pymupdf.TEXTFLAGS_TEXT)["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    ]


def test_every_word_is_legible_without_grounds(
    open_tab: OpenTab, address: str, samples: dict[tuple[str, str], str]
) -> None:
    paths = {path for (_, language), path in samples.items() if language.startswith("zh")}
    paths |= {"help/1/", "help/3/", "p/dongxihu/"}
    pale, read = [], 0
    with open_tab("") as tab:
        for path in sorted(paths):
            tab.page.goto(address + path)
            with on_paper(tab.page, dark=path.startswith("help/")) as document:
                found = spans(document)
            read += len(found)
            for number, span in found:
                if span["color"] != ON_ITS_GROUND and contrast(span["color"]) < LEAST:
                    pale.append((path, number + 1, span["text"][:20], f"#{span['color']:06x}"))
    assert pale == [], "\n".join(map(str, pale))
    assert read > 3000


@pytest.mark.parametrize(
    "path",
    [
        *(f"help/{number}/" for number in (1, 3, 4)),
        "p/dongxihu/",
        "why/",
        "guide/print/",
        "guide/wording/",
    ],
)
def test_no_heading_stands_alone_at_the_foot_of_a_page(open_tab: OpenTab, path: str) -> None:
    with open_tab(path) as tab, on_paper(tab.page, dark=False) as document:
        found = spans(document)
        assert found
        for page in range(document.page_count - 1):
            last = [span for number, span in found if number == page][-1]
            assert last["size"] < LARGE, (page + 1, last["text"])


def test_no_table_hides_a_column(open_tab: OpenTab, address: str, built: Path) -> None:
    pages = [file.parent.relative_to(built).as_posix() for file in built.rglob("index.html")]
    wide = []
    for path in sorted(pages):
        # A sheet is printed as it is drawn, without its page.
        if "m" in path.split("/"):
            continue
        rows = ROW.findall((built / path / "index.html").read_text("utf-8"))
        columns = max((row.count("<th") for row in rows), default=0)
        if columns > (4 if path.startswith("guide/") else 1):
            wide.append(path)
    assert {"why", "en/why", "guide/kinds", "guide/wording"} <= set(wide)
    hidden = {}
    with open_tab("", width=NARROW) as tab:
        tab.page.emulate_media(media="print")
        for path in wide:
            tab.page.goto(f"{address}{path}/")
            if found := tab.page.evaluate(CUT_OFF):
                hidden[path] = found[:3]
    assert hidden == {}
