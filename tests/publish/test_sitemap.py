"""What search engines and messengers are told of the site, and of what they are not."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from lxml import etree
from PIL import Image

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ROOT = "https://example.org/"
CARD, CARD_BYTES = (1200, 630), 60_000
DAY = re.compile(r"^2\d{3}-\d\d-\d\d$")


@pytest.fixture(scope="module")
def sitemap(built: Path) -> etree._Element:
    return etree.fromstring((built / "sitemap.xml").read_bytes())


@pytest.fixture(scope="module")
def listed(sitemap: etree._Element) -> dict[str, etree._Element]:
    """The entries by path; each address stands once."""
    entries = {
        one.findtext("s:loc", namespaces=NAMES).removeprefix(ROOT): one
        for one in sitemap.findall("s:url", NAMES)
    }
    assert len(entries) == len(sitemap)
    return entries


def meta(html: str) -> dict[str, str]:
    return {
        one.get("property") or one.get("name"): one.get("content")
        for one in lxml.html.document_fromstring(html).xpath("//head/meta[@content]")
    }


def test_every_page_that_may_be_found_is_listed_and_no_other(
    listed: dict[str, etree._Element], pages: dict[str, str]
) -> None:
    expected = {
        name.removesuffix("index.html")
        for name, html in pages.items()
        if name != "404.html"
        and not name.startswith("admin/")
        and meta(html).get("robots") != "noindex"
    }
    assert {path for path in listed if not path.startswith("guide/")} == expected
    assert {"", "help/1/", "m/communities-poster/", "cases/", "law/"} <= expected
    assert any(path.startswith("p/") for path in expected)


def test_search_notices_and_what_is_embedded_are_not_listed(
    listed: dict[str, etree._Element],
) -> None:
    # The guide tells of the search; pages of languages lie in folders of their own.
    hidden = re.compile(r"(?!guide/)(.*/)?(search|embed)/|.*404|admin")
    assert [path for path in listed if hidden.match(path)] == []


def test_languages_name_each_other(listed: dict[str, etree._Element]) -> None:
    groups = {
        path: {
            one.get("hreflang"): one.get("href").removeprefix(ROOT)
            for one in entry.findall("x:link", NAMES)
        }
        for path, entry in listed.items()
    }
    translated = {path: group for path, group in groups.items() if group}
    assert {"", "en/", "help/1/", "en/help/1/"} <= set(translated)
    for path, group in translated.items():
        assert path in group.values()
        assert group["x-default"] == group["zh-CN"]
        for other in group.values():
            assert groups[other] == group, (path, other)


def test_days_come_from_the_data(listed: dict[str, etree._Element]) -> None:
    days = {
        path: entry.findtext("s:lastmod", namespaces=NAMES)
        for path, entry in listed.items()
        if not path.startswith("guide/")
    }
    assert all(day and DAY.match(day) and day <= "2026-11-29" for day in days.values())
    assert len(set(days.values())) > 1


def test_a_page_says_what_messengers_show_of_it(built: Path, pages: dict[str, str]) -> None:
    looked_at = 0
    for name, html in pages.items():
        told = meta(html)
        if "og:image:width" not in told:
            continue
        looked_at += 1
        document = lxml.html.document_fromstring(html)
        path = name.removesuffix("index.html")
        assert told["og:url"] == ROOT + path
        assert told["og:title"] and told["og:description"] == told["description"]
        assert told["og:locale"] == ("en_US" if path.startswith("en/") else "zh_CN")
        assert told["og:locale:alternate"] == ("zh_CN" if path.startswith("en/") else "en_US")
        assert told["twitter:card"] == "summary_large_image"
        assert document.xpath("//head/link[@type='application/rss+xml']/@href")
        with Image.open(built / told["og:image"].removeprefix(ROOT)) as picture:
            assert picture.size == CARD, told["og:image"]
    assert looked_at > 60


def test_home_audiences_cases_why_and_law_have_a_picture_of_their_own(
    pages: dict[str, str],
) -> None:
    own = {name: meta(html).get("og:image", "") for name, html in pages.items()}
    for name, file in {
        "index.html": "home",
        "schools/index.html": "schools",
        "cases/mutual-aid/index.html": "case-mutual-aid",
        "why/index.html": "why",
        "law/index.html": "law",
    }.items():
        assert own[name] == f"{ROOT}social/{file}.png"
    assert own["check/index.html"] == own["index.html"]


def test_pictures_of_links_are_light(built: Path) -> None:
    files = [*built.glob("social/*.png"), *built.glob("en/social/*.png")]
    assert len(files) >= 40
    assert {
        file.name: file.stat().st_size for file in files if file.stat().st_size > CARD_BYTES
    } == {}
