"""What a phone has to load before a page can be read, compressed as a server sends it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import lxml.html
from PIL import Image

HOME, PAGE, QUIET = 15_000, 45_000, 14_000
"""Bytes of HTML, style sheets and scripts together; a quiet page is a single file."""
THUMBNAILS = 30_000
"""Bytes of a picture in a list, on average."""


def weight(built: Path, name: str, html: str) -> int:
    """Bytes of a page with the style sheets and scripts it names."""
    document = lxml.html.document_fromstring(html)
    links = document.xpath("//link[@rel='stylesheet' and not(@media='print')]/@href")
    links += document.xpath("//script/@src")
    base = built if name == "404.html" else (built / name).parent
    files = [base / link.lstrip("/") for link in links]
    assert files or "<style>" in html, name
    return sum(
        len(gzip.compress(content, 9))
        for content in (html.encode(), *(file.read_bytes() for file in files))
    )


def quiet(html: str) -> bool:
    """Whether a page asks for nothing, not even an icon: the pages of situations, and of places, and
    what is embedded."""
    return '<link rel="icon" href="data:,">' in html


def test_the_pages_are_light(built: Path, pages: dict[str, str]) -> None:
    assert weight(built, "index.html", pages["index.html"]) <= HOME
    heavy = {
        name: loaded
        for name, html in pages.items()
        if not quiet(html) and (loaded := weight(built, name, html)) > PAGE
    }
    assert heavy == {}


def test_quiet_pages_are_one_light_file(pages: dict[str, str]) -> None:
    found = {name: html for name, html in pages.items() if quiet(html)}
    assert {f"help/{number}/index.html" for number in range(1, 10)} <= set(found)
    assert all(name in found for name in pages if re.match(r"(en/)?(p/[^/]+|embed|help/\d)/", name))
    for name, html in found.items():
        assert len(gzip.compress(html.encode(), 9)) <= QUIET, name
        document = lxml.html.document_fromstring(html)
        asked = document.xpath(
            "//link[not(@rel='alternate') and not(@rel='canonical')]/@href"
            "|//@src|//@srcset|//@poster|//object/@data"
        )
        # A page of a place asks for what all share, which may come later.
        assert [one for one in asked if not one.endswith("local.js")] == ["data:,"], name
        assert "url(" not in html and "@import" not in html, name
        assert len(document.xpath("//style")) == 1 and len(document.xpath("//script")) <= 1, name


def test_the_pictures_of_lists_are_light_and_as_wide_as_lists_show_them(built: Path) -> None:
    files = sorted(built.glob("m/*/*-small.png"))
    assert len(files) >= 70
    assert sum(file.stat().st_size for file in files) / len(files) <= THUMBNAILS
    for file in files:
        with Image.open(file) as picture:
            width, height = picture.size
        assert width <= 840 and height <= 600, (file.name, width, height)
        assert width <= 420 or width / height >= 2.5, (file.name, width, height)


def test_the_gallery_loads_its_pictures_when_they_come_near(pages: dict[str, str]) -> None:
    document = lxml.html.document_fromstring(pages["materials/index.html"])
    pictures = document.xpath("//main//img")
    assert len(pictures) >= 70
    assert [one.get("src") for one in pictures if one.get("loading") != "lazy"] == []
    assert all(one.get("width") and one.get("height") for one in pictures)
