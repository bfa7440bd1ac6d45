"""Wording: legal words only in claims, and words that a campaign does not want used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.dignity import of_law
from handbill.check.lint import uses
from handbill.check.registry import Context, rule
from handbill.check.texts import Published
from handbill.problems import Problem

NOT_PUBLISHED = ("editor_note", "note_to_editor")
"""Notes to the editor."""

_LEFT_TO_LAW = re.compile(
    "[由依按][^。！？]{0,20}(?:决定|认定|确定|处理|规定|判)|依法[^。\\d]{0,8}(?:决定|处理)"
)
"""A sentence that leaves a penalty to whoever decides it."""
_AMOUNT = re.compile("[0-9０-９一二三四五六七八九十百千万]+[元年月日天]|一律|必|肯定|一定|都要")


@rule
def legal_words(context: Context) -> Iterator[Problem]:
    """E601: a word of wording.legal outside claims and what carries its own source."""
    everyone = [word for one in context.campaigns for word in one.campaign.value.wording.legal]
    for text in context.published if everyone else ():
        if _says_its_source(text):
            continue
        words = text.campaign.campaign.value.wording.legal if text.campaign else everyone
        for word in words:
            if word in text.value and not (text.sort == "page" and f"“{word}" in text.value):
                sentence = (
                    next(one for one in re.split("[。！？；\n]", text.value) if word in one)
                    if not re.search("[。！？；\n]", word)
                    else text.value
                )
                if _LEFT_TO_LAW.search(sentence) and not _AMOUNT.search(sentence):
                    continue
                yield Problem("E601", text.find(word), word=word, whole=text.value)


def _says_its_source(text: Published) -> bool:
    if text.under("wording", *NOT_PUBLISHED) or text.code or text.refused or text.avoided:
        return True
    return text.sort == "places" or of_law(text)


@rule
def words_never_used(context: Context) -> Iterator[Problem]:
    """E602: a word of wording.never anywhere, but in the list itself, in words of the glossary, and
    where a sentence says that it is not to be said. Words of any campaign hold for what the whole
    site says."""
    everyone = tuple(word for one in context.campaigns for word in one.campaign.value.wording.never)
    for text in context.published if everyone else ():
        if text.code or text.under("wording") or text.refused or text.avoided:
            continue
        campaign = text.campaign
        words = tuple(campaign.campaign.value.wording.never) if campaign else everyone
        for word, found in uses(text.value, words):
            yield Problem("E602", text.find(found), word=word, whole=text.value)


@rule
def unread(context: Context) -> Iterator[Problem]:
    """W610: a page or template that could not be read, and so was not looked at."""
    yield from context.prose[1]
