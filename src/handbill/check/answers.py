"""answers.yml: each page that is named is there, and no question has two answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.problems import Problem


def addresses(campaign: Campaign) -> Iterator[str]:
    """Finds what an answer may lead to: pages of the campaign, and places in them."""
    yield from ("", "materials/", "recall/")
    yield from (f"{audience.id}/" for audience in campaign.audiences)
    yield from (f"m/{material.id}/" for _, material in campaign.materials())
    if campaign.help:
        yield from ("help/", "help/#numbers", "help/#evidence")
        yield from (f"help/{one.number}/" for one in campaign.help.value.situations)
    if campaign.quiz:
        yield "check/"
    if campaign.why:
        yield "why/"
    if campaign.cases:
        yield "cases/"
        yield from (f"cases/{one.id}/" for one in campaign.cases if not one.value.is_withdrawn)
    claims, sources = campaign.claims.value, campaign.sources.value
    if claims.claims or sources.sources:
        yield from ("law/", "law/#sources")
    for claim in claims.claims:
        yield from (f"law/{claim.id.lower()}/", f"law/#{claim.id}")
    yield from (f"law/#topic-{topic.id}" for topic in claims.topics)


@rule
def answers_lead_somewhere(context: Context) -> Iterator[Problem]:
    """W353: a question that two answers have. W354: an answer whose page does not exist; the search
    leaves it out."""
    for campaign in context.campaigns:
        file, known = campaign.answers, set(addresses(campaign))
        if file is None:
            continue
        seen: dict[str, str] = {}
        for index, answer in enumerate(file.value.answers):
            if answer.page not in known:
                yield Problem("W354", file.span("answers", index, "page"), page=answer.page)
            for question in answer.questions:
                page = seen.setdefault(_said(question), answer.page)
                if page != answer.page:
                    span = file.find(question, "answers", index, "asked")
                    yield Problem("W353", span, question=question, page=page)


def _said(question: str) -> str:
    """A question as the search reads it: narrow, small letters, without spaces and marks."""
    text = unicodedata.normalize("NFKC", question).casefold()
    return "".join(one for one in text if one.isalnum())
