"""Whole sites in pseudo-locales: what a page shows that is not in brackets comes from no catalog."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbill import road
from handbill.cli import main
from handbill.compose.artifacts import Page
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.scaffold import new_site

INNER = re.compile(r"\[[^\[\]]*\]")
HAN = re.compile(r"[\u4e00-\u9fff]+")


class Words(HTMLParser):
    """The words of a page, but for those in another language's element, scripts and styles."""

    VOID = frozenset(
        (
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
        )
    )

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []
        self.root: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "html":
            self.root = found
        silent = (
            bool(self.open and self.open[-1][1])
            or tag in ("script", "style")
            or (tag != "html" and "lang" in found)
        )
        if not silent:
            self.words += [
                found[name] or ""
                for name in ("alt", "aria-label", "placeholder")
                if found.get(name)
            ]
        if tag not in self.VOID:
            self.open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.words.append(data)


def pages(root: Path, language: str) -> Iterator[tuple[str, str]]:
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), datetime.date(2026, 11, 24))
    chosen = [
        one
        for one in road.plan(checked)
        if isinstance(one.body, Page)
        and one.path.startswith(f"{language}/")
        and one.path.endswith((".md", ".html"))
    ]
    for artifact, content in road.render(checked, chosen, RenderCache(None)):
        yield artifact.path, content.decode()


def without_brackets(text: str) -> str:
    """A filled placeholder is a bracket in a bracket: from the inside out."""
    while INNER.search(text):
        text = INNER.sub(" ", text)
    return text


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pseudo") / "site"
    new_site(root, "zh")
    for language in ("ar-XB", "en-XA"):
        assert main(["translate", language, "--pseudo", "-f", str(root / "mkdocs.yml")]) == 0
    return root


@pytest.mark.parametrize(("language", "direction"), [("en-XA", "ltr"), ("ar-XB", "rtl")])
def test_every_word_of_every_page_comes_from_the_catalog(
    site: Path, language: str, direction: str
) -> None:
    seen = 0
    for path, text in pages(site, language):
        front, _, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
        reader = Words()
        reader.feed(body)
        left = without_brackets("".join(reader.words))
        assert not HAN.findall(left), (path, HAN.findall(left)[:5])
        if "guide/" in str(path):  # in the theme's own frame
            assert front and not HAN.findall(without_brackets(front)), path
        elif front:
            assert f"dir: {direction}" in front and f"lang: {language}" in front
            named = without_brackets(front).replace("name: 中文", "")  # a language in itself
            assert not HAN.findall(named), path
        else:
            assert reader.root["dir"] == direction and reader.root["lang"] == language, path
        seen += 1
    assert seen >= 20


def test_a_page_of_a_translation_names_its_twins(site: Path) -> None:
    for path, text in pages(site, "ar-XB"):
        if path.endswith("help/1/index.html"):
            assert 'hreflang="zh-CN" href="../../../help/1/"' in text
            assert 'hreflang="en-XA" href="../../../en-XA/help/1/"' in text
            break
    else:
        pytest.fail("no help page")


def test_a_page_that_lacks_one_sentence_of_safety_says_so_and_leads_to_the_original(
    site: Path,
) -> None:
    file = site / "campaigns" / "job-seeking" / "locale" / "en-XA.po"
    whole = file.read_text("utf-8")
    help_file = (site / "campaigns" / "job-seeking" / "help.yml").read_text("utf-8")
    sentence = next(
        line.split("text: ", 1)[1]
        for line in help_file[help_file.index("situations:") :].splitlines()
        if "text: " in line
    )
    start = whole.index(f'msgid "{sentence}"')
    string = whole.index("msgstr", start)
    end = whole.index("\n", string)
    try:
        for broken in ('msgstr ""', "fuzzy"):
            if broken == "fuzzy":
                text = whole[:start] + "#, fuzzy\n" + whole[start:]
            else:
                text = whole[:string] + broken + whole[end:]
            file.write_text(text, "utf-8", newline="\n")
            made = dict(pages(site, "en-XA"))
            page = (
                made["en-XA/help/1.md"]
                if "en-XA/help/1.md" in made
                else made["en-XA/help/1/index.html"]
            )
            assert sentence not in page
            assert "only in its original language" in page
            assert 'href="../../../help/1/"' in page
            assert 'href="tel:110"' in page
    finally:
        file.write_text(whole, "utf-8", newline="\n")
