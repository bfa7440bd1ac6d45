"""What the search knows: nothing that a page hides, and every page that an answer may name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import lxml.html

from handbill.check.answers import addresses
from handbill.load.settings import read_settings
from handbill.load.site import load_site

_SPACE = re.compile(r"\s|\u200b")


def _indexed(built: Path) -> dict[str, str]:
    """What search says of each page, without spaces, by the page's path below the site."""
    found = {}
    for file in (built / "pagefind").glob("disk-*.js"):
        pages = json.loads(file.read_text("utf-8").partition("=")[2].rstrip(";\n"))
        found.update({url.lstrip("/"): _SPACE.sub("", text) for url, _, text in pages})
    return found


def test_what_a_page_hides_is_not_found(built: Path) -> None:
    hidden, faults = 0, []
    for url, text in _indexed(built).items():
        page = lxml.html.parse(
            str(built / url / "index.html"), lxml.html.HTMLParser(encoding="utf-8")
        )
        unseen = [
            _SPACE.sub("", one.text_content())
            for one in page.xpath("//*[@hidden or contains(@class, 'hb-stale')]")
        ]
        for one in page.xpath("//*[@hidden or contains(@class, 'hb-stale')]"):
            one.drop_tree()
        seen = _SPACE.sub("", page.getroot().text_content())
        for one in filter(None, unseen):
            hidden += 1
            if one in text and one not in seen:
                faults.append((url, one))
    assert hidden > 300, "sheets hide the note for the day after their last"
    assert faults == []


def test_every_page_that_an_answer_may_name_is_there(flagship: Path, built: Path) -> None:
    collection = load_site(read_settings(flagship / "mkdocs.yml")).collection
    assert collection
    for target in addresses(collection.campaigns[0]):
        path, _, anchor = target.partition("#")
        html = (built / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, target
