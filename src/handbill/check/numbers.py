"""Numbers, dates, amounts, telephones and articles are the same in a text and its translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from handbill.check.registry import Context, rule
from handbill.check.texts import asked_of
from handbill.model.catalog import Message
from handbill.problems import Problem, Span
from handbill.words.languages import base_of
from handbill.words.numbers import Number, numbers, reads_words

_HAN = re.compile("[\u3400-\u9fff]")
_WORDS_BELOW = 13
"""In a language whose number words are not known, a smaller number may stand as a word."""
_REPEATED = 3
"""From here on a number that is told twice in a translation is told twice in the text, too."""
_SCALED = tuple(Fraction(10**one) for one in (3, 4, 5, 6, 8, 9))


@rule
def numbers_kept(context: Context) -> Iterator[Problem]:
    """E611: a number that a translation lacks, or that its text does not have."""
    for campaign in context.campaigns:
        own = campaign.campaign.value.language
        asked = asked_of(campaign)
        for tag, catalog in campaign.catalogs.items():
            for message in catalog.every:
                if message.fuzzy or message.original in asked:
                    continue
                said_in = _language_of(message, own)
                key = context.clean.key("numbers", said_in, tag, message.original, message.text)
                if context.clean.holds(key):
                    continue
                lacking, added = difference(
                    message.original, said_in, message.text, catalog.language
                )
                if not lacking and not added:
                    context.clean.add(key)
                else:
                    line, column = catalog.place(message, (added or lacking)[0])
                    yield Problem(
                        "E611",
                        Span(catalog.file, line, column, column + len((added or ("",))[0])),
                        lacking=lacking or ["—"],
                        added=added or ["—"],
                    )


def _language_of(message: Message, own: str) -> str:
    """The language of a text of a PO file: the campaign's, or that of the generator's own words."""
    if not message.is_own:
        return own
    return "zh" if _HAN.search(message.original) else "en"


def difference(
    text: str, language: str, translation: str, other: str
) -> tuple[list[str], list[str]]:
    """Return what numbers of a text its translation lacks, and which it has besides, as written."""
    if base_of(language) == base_of(other):
        return [], []
    here, there = numbers(text, language), numbers(translation, other)
    if not here and not there:
        return [], []
    known = reads_words(other)
    lacking = [
        one.written
        for one in here
        if one.certain and (known or _in_digits(one)) and not _found(one, there, known)
    ]
    added = [one.written for one in there if one.certain and not _found(one, here, known)]
    return list(dict.fromkeys(lacking)), list(dict.fromkeys(added or _repeated(here, there)))


def _in_digits(one: Number) -> bool:
    """Whether a number must stand in digits in any language."""
    return one.digits and min(one.values) >= _WORDS_BELOW


def _found(one: Number, others: Sequence[Number], known: bool) -> bool:
    values = one.values if known else one.values | _scaled(one)
    return any(
        values & (other.values if known else other.values | _scaled(other)) for other in others
    )


def _scaled(one: Number) -> frozenset[Fraction]:
    """What stands before the words for thousand, ten thousand, lakh, million and milliard."""
    return frozenset(
        value / scale
        for value in one.values
        for scale in _SCALED
        if value >= 1000
        if (value / scale * 100).denominator == 1
    )


def _repeated(here: Sequence[Number], there: Sequence[Number]) -> list[str]:
    """Numbers that stand more often in the translation: one of them was another number."""
    told = Counter(one.values for one in here)
    more = (
        Counter(one.values for one in there if one.certain and min(one.values) >= _REPEATED) - told
    )
    return [one.written for one in there if one.values in more and one.values in told]
