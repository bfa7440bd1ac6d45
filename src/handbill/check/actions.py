"""What a campaign asks people to do: as many sentences as entries, and prohibitions that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.problems import Problem, Span
from handbill.words.languages import FORBIDDING, base_of


@rule
def a_sentence_for_each_action(context: Context) -> Iterator[Problem]:
    """E670: `steps` and `action` of different lengths."""
    for campaign in context.campaigns:
        facts = campaign.campaign.value
        if facts.steps and len(facts.steps) != len(facts.action):
            yield Problem(
                "E670",
                campaign.campaign.span("steps"),
                steps=len(facts.steps),
                action=len(facts.action),
            )


@rule
def prohibitions_say_so(context: Context) -> Iterator[Problem]:
    """W670: a prohibition that is one by its sign alone, in a language whose words are known."""
    for campaign in context.campaigns:
        if campaign.campaign.value.action_form == "prohibitions":
            for language, text, span in _said(campaign):
                words = FORBIDDING.get(base_of(language))
                if words and not re.search(words, text, re.IGNORECASE):
                    yield Problem("W670", span, text=text)


def _said(campaign: Campaign) -> Iterator[tuple[str, str, Span]]:
    """Each entry of `action` with its language and place, then its translations."""
    facts = campaign.campaign.value
    for index, text in enumerate(facts.action):
        yield facts.language, text, campaign.campaign.span("action", index)
    for catalog in campaign.catalogs.values():
        for message in catalog.every:
            if message.context is None and message.original in facts.action and not message.fuzzy:
                yield catalog.language, message.text, Span(catalog.file, message.line)
