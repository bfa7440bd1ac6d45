"""What a campaign asks people to do: as many sentences as entries, and prohibitions that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.model.look import MOST_INK, contrast
from handbill.problems import Problem, Span
from handbill.words.languages import FORBIDDING, base_of

LEAST_CONTRAST = 4.5
"""Of the words of a lock-up on its colour (WCAG 2.2)."""


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
def lockups(context: Context) -> Iterator[Problem]:
    """E671: devices and actions that are not as many. E672: words that the colour of the mark leaves
    hard to read on it. E673: more ink than paper takes."""
    papers = {look.paper.rgb for look in context.looks.by_name.values()} if context.looks else set()
    for campaign in context.campaigns:
        file, lockup = campaign.campaign, campaign.campaign.value.lockup
        if lockup.devices and len(lockup.devices) != len(file.value.action):
            yield Problem(
                "E671",
                file.span("lockup", "devices"),
                devices=len(lockup.devices),
                action=len(file.value.action),
            )
        found = min((contrast(lockup.tone.rgb, one) for one in papers), default=LEAST_CONTRAST)
        if found < LEAST_CONTRAST:
            span = file.span("lockup", "colour", "rgb")
            yield Problem("E672", span, found=f"{found:.1f}", wanted=f"{LEAST_CONTRAST:g}")
        if (total := sum(lockup.tone.cmyk)) > MOST_INK:
            span = file.span("lockup", "colour", "cmyk")
            yield Problem("E673", span, total=f"{total:g}", most=MOST_INK)


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
