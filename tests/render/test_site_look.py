"""The site's own colours follow a palette, and what is written on them stands out (WCAG 2.2)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample_sheets import TEMPLATES

from handbill.compose.pages import style_sheets
from handbill.load.templates import load_looks
from handbill.model.look import contrast
from handbill.render.pages import PageRenderer

LOOKS = load_looks().by_name
STYLES = TEMPLATES / "site/styles"
FOR_COPY = [name for name, look in LOOKS.items() if look.suits == "text"]
TEXT = 4.5


@pytest.mark.parametrize("name", FOR_COPY)
def test_what_is_written_on_them_stands_out(name: str) -> None:
    look = LOOKS[name].of_site()
    for one, other in (
        ("#10233f", look["second"]),  # buttons, marks, tags
        ("#fffdf7", look["field"]),  # headers, doors that are open
        ("#dfe5ef", look["field"]),  # the footer
        (look["second"], look["field"]),  # numbers of the footer, eyebrows
        ("#10233f", look["soft"]),
        ("#e9edf5", look["soft_dark"]),
    ):
        assert contrast(one, other) >= TEXT, (one, other)


def test_every_palette_that_passes_the_check_will_do() -> None:
    """The worst that E660 lets pass: 8:1 of black ink, 7.5:1 of white paper."""
    second, field = "#9f9f9f", "#555555"
    assert contrast("#000000", second) < 8.1
    assert contrast("#ffffff", field) < 7.5
    assert contrast("#10233f", second) >= TEXT
    assert contrast("#dfe5ef", field) >= TEXT


def sheets(site_look: dict[str, str] | None) -> dict[str, str]:
    pages = PageRenderer(TEMPLATES)
    return {
        page.path: pages.render(page.path, page.body.template, page.body.data, None)
        for page in style_sheets(LOOKS, site_look)
    }


def test_a_site_without_a_palette_is_navy_and_yellow() -> None:
    css = sheets(None)["assets/site.css"]
    assert len(re.findall(r"--brand: (#\w+)", css)) == 1
    assert "--brand: #10233f" in css
    assert "--yellow: #ffd84d" in css


@pytest.mark.parametrize("name", ["assets/site.css", "assets/sheet.css"])
def test_a_palette_comes_after_what_it_replaces(name: str) -> None:
    look = LOOKS["enterprises"].of_site()
    css = sheets(look)[name]
    for colour in ("brand", "yellow", "ink", "field", "yellow-soft"):
        told = re.findall(rf"(?<!\w)--{colour}: (#\w+)", css)
        tone = {"yellow": "second", "yellow-soft": "soft"}.get(colour, "field")
        assert look[tone] in told[1:], colour


def test_no_style_paints_a_ground_beside_the_palette() -> None:
    for file in sorted(STYLES.glob("*.css")):
        if file.name == "embed.css":  # stands in pages of others
            continue
        text = re.sub(r"--[\w-]+: #\w+", "", file.read_text("utf-8"))
        assert "#ffd84d" not in text, file.name
        assert not re.search(r"background: #10233f\b", text), file.name


def test_pages_of_their_own_take_it_too() -> None:
    for name in ("help_page", "parts/local_head", "parts/where_head"):
        page = Path(TEMPLATES / f"site/{name}.html.j2").read_text("utf-8")
        assert "site_look.css.j2" in page
