"""Wording: legal words only in claims, words that hurt nowhere, and nobody's personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.check.texts import Text, texts_of
from handbill.load.files import Campaign
from handbill.problems import Problem

CARRY_THEIR_SOURCE = ("findings", "results", "source_note", "stage", "name", "figures")
"""Fields of an adjudicated case that say what its source says."""

NOT_PUBLISHED = ("editor_note", "note_to_editor")
"""Notes to the editor."""

_IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])"
    r"(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dXx])"
)
_MOBILE = re.compile(r"(?:(?<!\d)|(?<=\+86))1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_REFUSED = re.compile("请删掉|请不要|永远不|绝不|(?i:do not|never)")
"""In what introduces a list: its items are what is not to be said or done."""
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－＋\u3000\u00a0", "0123456789Xx-+  ")
"""One for one, so that what is found stands at the same place."""


def _copy(campaign: Campaign) -> Iterator[Text]:
    """What a campaign says in its own words: no lists of words, no quotations of its sources."""
    for file in campaign.files(filled=True):
        adjudicated = getattr(file.value, "type", "") == "adjudicated"
        for text in texts_of(file):
            if text.under("wording", *NOT_PUBLISHED):
                continue
            if adjudicated and text.path[0] in CARRY_THEIR_SOURCE:
                continue
            yield text
    if campaign.glossary:
        yield from (text for text in texts_of(campaign.glossary) if text.under("meaning"))
    if campaign.filters:
        yield from texts_of(campaign.filters)


@rule
def legal_words(context: Context) -> Iterator[Problem]:
    """E601: a word of wording.legal outside claims."""
    for campaign in context.campaigns:
        words = campaign.campaign.value.wording.legal
        for text in _copy(campaign) if words else ():
            for word in words:
                if word in text.value:
                    yield Problem("E601", text.find(word), word=word)


@rule
def words_never_used(context: Context) -> Iterator[Problem]:
    """E602: a word of wording.never anywhere, but in the list itself and in words of the glossary
    that are marked `avoid`. Words of any campaign hold for what the whole site says."""
    everyone = [word for one in context.campaigns for word in one.campaign.value.wording.never]
    for text in context.published if everyone else ():
        if text.code or text.under("wording") or _REFUSED.search(text.lead):
            continue
        campaign = text.campaign
        if campaign and text.file is campaign.glossary and not text.under("meaning"):
            continue
        for word in campaign.campaign.value.wording.never if campaign else everyone:
            if word in text.value:
                yield Problem("E602", text.find(word), word=word)


@rule
def personal_data(context: Context) -> Iterator[Problem]:
    """E603, E604: numbers of identity cards anywhere, mobile numbers outside contacts."""
    for text in context.published:
        narrow = text.value.translate(_NARROW)
        for match in _IDENTITY.finditer(narrow):
            yield Problem("E603", text.find(text.value[slice(*match.span())]))
        if not (text.under("contacts") and text.path[-1] == "number"):
            for match in _MOBILE.finditer(narrow):
                yield Problem("E604", text.find(text.value[slice(*match.span())]))


@rule
def unread(context: Context) -> Iterator[Problem]:
    """W610: a page or template that could not be read, and so was not looked at."""
    yield from context.prose[1]
