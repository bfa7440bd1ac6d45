"""The finished flagship: whole, linked, true, and silent about what is for editors only."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pikepdf
import pymupdf
import pytest
import yaml

from handbill import road
from handbill.check import Checked
from handbill.edition.edition import Edition
from handbill.edition.localise import localise_all
from handbill.load.settings import read_settings
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.text import BLANK
from handbill.publish.finished_site import printed_addresses
from handbill.publish.links import LinkChecker
from handbill.publish.scans import unknown_scans


@pytest.fixture(scope="module")
def checked(flagship: Path) -> Checked:
    """The flagship as the build loaded it."""
    return road.load_and_check(read_settings(flagship / "mkdocs.yml"), datetime.date(2026, 11, 24))


@pytest.fixture(scope="module")
def edition(checked: Checked) -> Edition:
    """The flagship's edition for its default place."""
    one, _ = localise_all(checked.collection, checked.today)[0]
    return one


@pytest.fixture(scope="module")
def texts(pages: dict[str, str]) -> dict[str, str]:
    """What each page for citizens says between header and footer, without white space."""
    found = {}
    for name, html in pages.items():
        [main] = lxml.html.document_fromstring(html).xpath("//main")
        found[name] = "".join(main.text_content().split())
    return found


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Files of a zip with their contents."""
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            yield f"{archive.name}/{name}", opened.read(name)


def test_no_link_is_broken_and_every_printed_address_exists(built: Path, checked: Checked) -> None:
    printed = printed_addresses(road.plan(checked))
    assert len(printed) >= 12
    links = LinkChecker(built, checked.settings.site_url)
    assert list(links.broken(printed)) == []
    assert [one.target for one in links.broken(["https://example.org/m/none/"])] == [
        "https://example.org/m/none/"
    ]


def test_every_printed_code_leads_to_a_page_that_knows_its_sheet(
    built: Path, checked: Checked
) -> None:
    printed = printed_addresses(road.plan(checked))
    assert all("/p/dongxihu/?m=" in one for one in printed)
    assert list(unknown_scans(built, checked.settings.site_url, printed)) == []
    old = "https://example.org/p/dongxihu/?m=communities-poster.0.9"
    assert list(unknown_scans(built, checked.settings.site_url, [old])) == [old]


def test_what_is_for_editors_is_on_no_page(
    built: Path, checked: Checked, pages: dict[str, str]
) -> None:
    [campaign] = checked.collection.campaigns
    notes = [
        note
        for file in (campaign.sources.value.sources, campaign.claims.value.claims)
        for one in file
        if (note := one.editor_note)
    ]
    assert notes, "the flagship has no note to editors: this test proves nothing"
    secrets = [
        *("".join(note.split()) for note in notes),
        "核实程度",
        "editor_note",
        "印刷前请打开官方文本核对一次",
    ]
    published = {name: "".join(html.split()) for name, html in pages.items()}
    published |= {
        name: "".join(content.decode("utf-8-sig").split())
        for archive in built.rglob("*.zip")
        for name, content in members(archive)
        if name.endswith((".txt", ".csv"))
    }
    assert [
        (name, secret) for name, text in published.items() for secret in secrets if secret in text
    ] == []


MODULE = 140
"""Characters of the longest module of a board, with its sources."""


ORIGIN = re.compile("(?:法律出处|依据)：")
"""Where the line begins that names the laws of a letter or a notice."""


def citation_follows(text: str, sentence: str, citation: str) -> bool:
    """Whether each occurrence of a sentence has beside it where it comes from: in print behind it (a
    board gives the sources of a module under it), in speech before it. A law is named once
    with all its articles, on a letter or a notice in one line under the text."""
    law, mark, article = citation.partition("》")

    def is_beside(match: re.Match[str]) -> bool:
        near = text[max(match.start() - MODULE, 0) : match.end() + MODULE]
        origin = ORIGIN.search(text, match.end())
        below = text[origin.end() : origin.end() + MODULE] if origin else ""
        return any(law + mark in one and article in one for one in (near, below))

    return all(map(is_beside, re.finditer(re.escape(sentence), text)))


def test_a_sentence_of_law_is_never_without_its_source(
    edition: Edition, texts: dict[str, str], built: Path
) -> None:
    said = dict(texts)
    for archive in built.rglob("*.zip"):
        said |= {
            name: "".join(content.decode("utf-8-sig").split())
            for name, content in members(archive)
            if name.endswith(".txt")
        }
    seen, bare = set(), []
    for identifier, claim in edition.claims.items():
        sentence = "".join(claim.text.rstrip("。").split())
        citation = "".join(edition.citation(identifier).split())
        for name, text in said.items():
            if sentence in text:
                seen.add(identifier)
                if not citation_follows(text, sentence, citation):
                    bare.append((name, identifier))
    assert bare == []
    assert seen == set(edition.claims), "the law page does not hold every claim"


AMOUNT = re.compile(
    r"[\d.,]+(?:多|余)?[万亿]?余?元|[\d一二三四五六七八九十两]+[日年]以[上下]|"
    r"[\d一二三四五六七八九十两]+倍以[上下]|\d+(?:\.\d+)?%|拘留|有期徒刑"
)
"""Figures and penalties that only a law or a judgment can give."""


def test_an_amount_or_penalty_comes_from_a_claim_or_a_published_case(
    checked: Checked, edition: Edition, texts: dict[str, str], flagship: Path
) -> None:
    folder = flagship / "campaigns/anti-pyramid-selling"
    grounds = "".join(claim.text for claim in edition.claims.values())
    grounds += "".join(f"{source.title}{source.note or ''}" for source in edition.sources.values())
    stories = {
        identifier: (folder / f"cases/{identifier}.yml").read_text("utf-8")
        for identifier, case in edition.cases.items()
        if isinstance(case, AdjudicatedCase)
    }
    for name, story in stories.items():
        assert yaml.safe_load(story)["source"] in edition.sources, name
    known = set(AMOUNT.findall("".join((grounds + "".join(stories.values())).split())))
    assert len(known) > 20
    told = {
        f"cases/{identifier}/index.html": case
        for identifier, case in edition.cases.items()
        if isinstance(case, Scenario)
    }
    told |= {
        f"m/{material.id}/index.html": case
        for _, material in edition.materials()
        if material.kind == "comic"
        and material.case
        and isinstance(case := edition.cases[material.case], Scenario)
    }

    def apart_from_fiction(text: str) -> str:
        for case in told.values():
            for line in (case.title, case.lead, case.teaser):
                text = text.replace("".join(line.split()), "")
        return text

    reckoned = set()
    for one, _ in localise_all(checked.collection, checked.today):
        # Shares of a sum that is reckoned through, on a page that says they are an example.
        name = "why/index.html" if one.is_original else f"{one.language}/why/index.html"
        assert one.why and "".join(one.why.note.split()) in texts[name]
        reckoned.add(name)
    assert [
        (name, amount)
        for name, text in texts.items()
        if name not in told
        for amount in AMOUNT.findall(apart_from_fiction(text))
        if amount not in known and not (name in reckoned and amount.endswith("%"))
    ] == []


def test_a_case_says_where_it_comes_from_and_leads_there(
    edition: Edition, pages: dict[str, str], texts: dict[str, str]
) -> None:
    for identifier, case in edition.cases.items():
        if isinstance(case, AdjudicatedCase):
            name = f"cases/{identifier}/index.html"
            assert "".join(case.source_note.split()) in texts[name], identifier
            assert f'href="../../law/#source-{case.source}"' in pages[name], identifier


def test_a_made_up_story_says_so_wherever_it_is_told_or_named(
    edition: Edition, texts: dict[str, str], pages: dict[str, str]
) -> None:
    notice = edition.campaign.fiction_notice
    scenarios = {
        identifier: case for identifier, case in edition.cases.items() if isinstance(case, Scenario)
    }
    assert len(scenarios) == 6
    for identifier, case in scenarios.items():
        told = {
            name
            for name, text in texts.items()
            if any("".join(beat.text.split()) in text for beat in case.beats)
        }
        assert f"cases/{identifier}/index.html" in told
        assert all(notice in texts[name] for name in told)
        for _, material in edition.materials():
            if material.case == identifier:
                assert "虚构" in texts[f"m/{material.id}/index.html"], material.id


def test_a_blank_is_a_ruled_line_and_never_a_stray_character(
    built: Path, pages: dict[str, str]
) -> None:
    for number in range(2, 10):
        assert pages[f"help/{number}/index.html"].count('<dd><span class="hb-blank">') >= 1
    written = {
        file.relative_to(built).as_posix(): file.read_bytes()
        for file in built.rglob("*")
        if file.is_file()
    }
    for archive in built.rglob("*.zip"):
        written |= dict(members(archive))
    stray = [
        name
        for name, content in written.items()
        if not name.endswith((".pdf", ".png", ".zip", ".docx", ".pptx"))
        and BLANK.encode() in content
    ]
    assert stray == []


def test_no_pdf_holds_a_stray_character(built: Path) -> None:
    files = sorted(built.glob("m/*/*.pdf"))
    assert len(files) >= 24
    for file in files:
        with pymupdf.open(file) as document:
            text = "".join(page.get_text() for page in document)
        assert "样张" in text, file.name
        assert not re.search(f"[{BLANK}\ufffd]", text), file.name


def test_sheets_say_until_when_they_hang_and_carry_no_clock(built: Path) -> None:
    for file in built.glob("m/*/*-A4.pdf"):
        with pikepdf.open(file) as document:
            assert str(document.docinfo["/CreationDate"]).startswith("D:20261124"), file.name
