"""The pages of situations: what each says, and what it does not say in half a language."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
from editions import saying

from handbill.compose.artifacts import PageArtifact
from handbill.compose.help_pages import help_pages
from handbill.compose.part import Part
from handbill.edition.edition import Edition
from handbill.model.place import TextMessageNumber
from handbill.model.text import Untranslated
from handbill.render.pages import PageRenderer

ROOT = Path(__file__).resolve().parents[2]


def made(edition: Edition) -> dict[str, PageArtifact]:
    return {page.path: page for page in help_pages(Part(edition, "", ()))}


def document(edition: Edition, path: str) -> Any:
    page = made(edition)[path]
    return lxml.html.document_fromstring(
        PageRenderer(ROOT / "templates").render(
            page.path, page.body.template, page.body.data, page.body.front_matter
        )
    )


def with_situation(edition: Edition, number: int, **changes: Any) -> Edition:
    """The edition with one situation changed."""
    assert edition.help is not None
    situations = [
        one.model_copy(update=changes) if one.number == number else one
        for one in edition.help.situations
    ]
    return saying(edition, help=edition.help.model_copy(update={"situations": situations}))


def test_an_untranslated_step_keeps_the_whole_page_in_its_language(edition: Edition) -> None:
    assert edition.help is not None
    steps = edition.help.situations[2].steps
    half = [steps[0].model_copy(update={"text": Untranslated(steps[0].text)}), *steps[1:]]
    pages = made(with_situation(edition, 3, steps=half))
    assert pages["help/3.md"].body.template == "site/only_in_source.md.j2"
    assert "help/3/index.html" not in pages
    assert "help/2/index.html" in pages and pages["help.md"].body.template == "site/help.md.j2"


def test_only_what_a_page_shows_must_be_translated(edition: Edition) -> None:
    assert edition.help is not None
    found = edition.help.model_copy(
        update={
            "money": edition.help.money.model_copy(
                update={"text": Untranslated(edition.help.money.text)}
            )
        }
    )
    pages = made(saying(edition, help=found))
    shows = {one.number for one in found.situations if "money" in one.lists}
    assert shows and {number for number in range(1, 10) if f"help/{number}.md" in pages} == shows


def test_numbers_stand_in_the_order_of_the_situation(edition: Edition) -> None:
    page = document(with_situation(edition, 2, calls=["110", "12315"]), "help/2/index.html")
    assert page.xpath("//main//a[contains(@class, 'q-call')]/@href") == ["tel:110", "tel:12315"]


def test_an_unknown_number_is_a_blank_and_text_messages_have_none(edition: Edition) -> None:
    bare = replace(edition, place=replace(edition.place, contacts={}, text_message=None))
    page = document(bare, "help/3/index.html")
    assert len(page.xpath("//dl//dd/span[@class='hb-blank']")) == 2
    held = document(bare, "help/1/index.html")
    assert edition.campaign.text_message is not None
    assert edition.campaign.text_message.without in held.text_content()
    assert held.xpath("//a[starts-with(@href, 'sms:')]") == []


def test_110_stands_before_the_text_message_which_may_not_get_through(edition: Edition) -> None:
    sent_to = TextMessageNumber(number="12110", checked_on=datetime.date(2026, 11, 20))
    place = replace(edition.place, text_message=sent_to)
    page = document(replace(edition, place=place), "help/1/index.html")
    calls = page.xpath("//main//a[contains(@class, 'q-call')]")
    assert [one.get("href").partition("?")[0] for one in calls] == ["tel:110", "sms:12110"]
    assert "q-call-first" in calls[0].get("class")
    assert edition.campaign.text_message is not None
    assert "短信可能慢，也可能发不出去" in edition.campaign.text_message.caution
    assert edition.campaign.text_message.caution in page.text_content()


def test_each_line_of_law_has_its_source_its_day_and_its_address(edition: Edition) -> None:
    assert edition.help is not None
    for situation in edition.help.situations:
        rows = document(edition, f"help/{situation.number}/index.html").xpath(
            "//ul[@class='q-claims']/li"
        )
        assert len(rows) == len(situation.claims)
        for row, name in zip(rows, situation.claims, strict=True):
            [link] = row.xpath(".//a")
            assert link.get("href") == f"../../law/#{name}"
            assert link.text == edition.citation(name)
            assert edition.claims[name].checked_on.isoformat() in row.xpath(".//time/@datetime")


def test_where_there_is_danger_the_page_is_short_and_its_title_neutral(edition: Edition) -> None:
    assert edition.help is not None
    urgent = document(edition, "help/1/index.html")
    assert urgent.findtext(".//title") == edition.help.quiet_title
    assert edition.help.evidence_note in urgent.text_content()
    assert edition.help.evidence[0] not in urgent.text_content()
    assert edition.help.evidence[0] in document(edition, "help/3/index.html").text_content()


def test_a_situation_keeps_its_own_evidence_and_calls_any_number(edition: Edition) -> None:
    own = with_situation(edition, 3, evidence=["蓝色的收据"], calls=["12348"])
    page = document(own, "help/3/index.html")
    kept = page.xpath("//ul[@class='q-list']/li/text()")
    assert kept == ["蓝色的收据"]
    [call] = page.xpath("//main//a[contains(@class, 'q-call')]")
    assert call.get("href") == "tel:12348"
    [number] = [one for one in edition.campaign.other_numbers if one.number == "12348"]
    assert number.use in call.text_content()


def test_the_other_numbers_are_listed_under_their_heading_alone(edition: Edition) -> None:
    assert edition.help is not None and edition.help.hotlines_title is not None
    renderer = PageRenderer(ROOT / "templates")

    def text(edition: Edition) -> str:
        page = made(edition)["help.md"]
        return renderer.render(
            page.path, page.body.template, page.body.data, page.body.front_matter
        )

    numbers = edition.campaign.other_numbers
    assert numbers and all(f'href="tel:{one.number}"' in text(edition) for one in numbers)
    without = edition.help.model_copy(update={"hotlines_title": None})
    assert "tel:12356" not in text(saying(edition, help=without))
