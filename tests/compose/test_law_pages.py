"""The law page, the pages of claims, and where each claim is used."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from editions import saying

from handbill.compose.law_pages import claim_path, events, law_pages, sources_by_state
from handbill.compose.mentions import mentions_of_claims
from handbill.compose.part import Part, url_of
from handbill.edition.edition import Edition
from handbill.model.law import Change, Revision
from handbill.model.text import Untranslated
from handbill.render.pages import PageRenderer

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
DAY = datetime.date(2026, 1, 1)


def site_of(edition: Edition) -> Part:
    return Part(edition, "", ())


def pages_of(edition: Edition) -> dict[str, str]:
    """The pages of the law as text, by address."""
    renderer = PageRenderer(TEMPLATES)
    return {
        url_of(page.path): renderer.render(
            page.path, page.body.template, page.body.data, page.body.front_matter
        )
        for page in law_pages(site_of(edition))
    }


@pytest.fixture(scope="module")
def pages(edition: Edition) -> dict[str, str]:
    return pages_of(edition)


def test_every_claim_has_an_anchor_and_a_page(edition: Edition, pages: dict[str, str]) -> None:
    assert set(pages) == {"law/", *(claim_path(name) for name in edition.claims)}
    for name, claim in edition.claims.items():
        assert f'id="{name}"' in pages["law/"]
        assert f'"../law/{name.lower()}/"' in pages["law/"]
        page = pages[claim_path(name)]
        source = edition.sources[claim.source]
        for text in (
            claim.text,
            edition.citation(name),
            source.title,
            source.issuer,
            claim.checked_on.isoformat(),
            claim.review_by.isoformat(),
        ):
            assert text in page, f"{name}: {text}"


def test_a_claim_prints_its_permanent_address(edition: Edition) -> None:
    told = pages_of(replace(edition, site_url="https://antifraud.example.gov.cn/x/"))
    assert "antifraud.example.gov.cn/x/law/c06" in told["law/"]
    assert "antifraud.example.gov.cn/x/law/c06" in told["law/c06/"]
    without = pages_of(replace(edition, site_url=None))
    assert "hb-paper-only" not in without["law/"]


def test_uses_are_those_of_the_files(edition: Edition) -> None:
    used = mentions_of_claims(site_of(edition))
    for audience in edition.audiences:
        for claim in audience.file.claims:
            assert any(one.href == f"{audience.id}/" for one in used[claim])
        for material in audience.file.materials:
            for claim in material.claims:
                assert any(one.href == f"m/{material.id}/" for one in used[claim])
    for name, case in edition.cases.items():
        for claim in case.claims:
            assert any(one.href == f"cases/{name}/" for one in used[claim])
    assert edition.help
    assert edition.quiz
    for situation in edition.help.situations:
        for claim in situation.claims:
            assert any(one.href == f"help/{situation.number}/" for one in used[claim])
    for question in edition.quiz.questions:
        for claim in question.claims:
            assert any(one.sort == "check" and one.title == question.text for one in used[claim])
    for claim in edition.campaign.home.changes:
        assert any(one.sort == "home" for one in used[claim])


def test_nothing_is_said_to_use_a_claim_that_it_does_not_show(edition: Edition) -> None:
    lonely = edition.claims["C22"].model_copy(update={"id": "C99", "text": "没有人用到的一句。"})
    used = mentions_of_claims(site_of(saying(edition, claims={**edition.claims, "C99": lonely})))
    assert used["C99"] == []
    assert (
        "没有别的地方用到"
        in pages_of(saying(edition, claims={**edition.claims, "C99": lonely}))["law/c99/"]
    )


def test_a_use_is_named_once(edition: Edition) -> None:
    for name, uses in mentions_of_claims(site_of(edition)).items():
        assert len(set(uses)) == len(uses), name


def test_the_time_line_is_newest_first_and_joins_what_changed_together(edition: Edition) -> None:
    change = edition.claims["C06"].changed
    assert change == edition.claims["C07"].changed
    assert change
    assert change.on == DAY
    step = Revision(on=datetime.date(2024, 5, 1), note="列入计划。")
    later = Change(on=datetime.date(2026, 3, 1), note="改了一处。")
    told = saying(
        edition,
        claims={
            **edition.claims,
            "C14": edition.claims["C14"].model_copy(update={"changed": later}),
        },
        sources={
            **edition.sources,
            "L6": edition.sources["L6"].model_copy(update={"revision": [step]}),
        },
    )
    found = events(told)
    assert [one.on for one in found] == sorted((one.on for one in found), reverse=True)
    assert (found[0].source, found[0].claims, found[0].revision) == ("L12", ("C14",), False)
    assert next(one for one in found if one.on == DAY).claims == ("C07", "C06")
    assert (found[-1].source, found[-1].revision) == ("L6", True)


def test_the_law_page_shows_what_changed_with_its_day_before_and_now(
    edition: Edition, pages: dict[str, str]
) -> None:
    top = pages["law/"].split('id="topic-')[0]
    change = edition.claims["C06"].changed
    assert change
    assert change.before
    for text in (
        DAY.isoformat(),
        change.note,
        change.before,
        edition.claims["C06"].text,
        edition.claims["C07"].text,
    ):
        assert text in top


def test_sources_stand_under_their_state(edition: Edition, pages: dict[str, str]) -> None:
    old = edition.sources["L16"].model_copy(update={"status": "superseded", "superseded_by": "L15"})
    told = saying(edition, sources={**edition.sources, "L16": old})
    groups = dict(sources_by_state(told))
    assert [name for name, _ in groups["superseded"]] == ["L16"]
    assert [name for name, _ in groups["under_revision"]] == ["L1"]
    assert sum(map(len, groups.values())) == len(told.sources)
    page = pages_of(told)["law/"]
    under = page.split('id="state-superseded"')[1]
    assert 'id="source-L16"' in under
    assert 'href="#source-L15"' in under
    assert "state-superseded" not in pages["law/"]


def test_links_within_the_law_page_lead_somewhere(pages: dict[str, str]) -> None:
    page = pages["law/"]
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors


def test_a_claim_that_is_not_translated_says_so_and_leads_to_the_original(edition: Edition) -> None:
    claim = edition.claims["C07"]
    text = Untranslated(claim.text)
    told = saying(
        edition,
        language="en",
        languages=("zh-CN", "en"),
        claims={**edition.claims, "C07": claim.model_copy(update={"text": text})},
        sources={
            **edition.sources,
            "L2": edition.sources["L2"].model_copy(
                update={"title": Untranslated(edition.sources["L2"].title)}
            ),
        },
    )
    found = pages_of(told)
    law = found["en/law/"]
    assert claim.text not in law
    assert law.count("Only in the original language: ") == 2  # in the time line and in its place
    assert 'id="C07"' in law
    assert '<h4 lang="zh-CN">' in law
    alone = found["en/law/c07/"]
    assert claim.text not in alone
    assert 'href="../../../law/c07/"' in alone
