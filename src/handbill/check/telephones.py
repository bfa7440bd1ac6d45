"""Telephone numbers typed into copy: the campaign's, or nobody has checked them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.check.texts import texts_of
from handbill.model.telephone import digits
from handbill.problems import Problem
from handbill.words.languages import CALLING, base_of

_DIGITS = r"(?<![0-9])[0-9](?:[ -]?[0-9]){2,14}(?![0-9]|[.,][0-9])"
_AND = r"\s?(?:、|，|,|/|或者?|和|与|or|and)\s?"
_AMOUNT = r"(?!\s?(?:[%％万千百亿元块折条个次人号分级年月日名]|yuan|times|people|percent))"
_UNSPOKEN = ("wording", "editor_note", "note_to_editor", "note")
_QUOTED = ("findings", "results", "source_note", "figures")


def called(text: str, language: str) -> list[str]:
    """Returns the numbers that a text asks people to call, as they are written.

    None in a language whose words for calling are not known (`languages.CALLING`).
    """
    verb = CALLING.get(base_of(language))
    if verb is None:
        return []
    run = re.compile(f"(?:{verb})\\s?({_DIGITS}(?:{_AND}{_DIGITS})*){_AMOUNT}")
    return [one for match in run.finditer(text) for one in re.findall(_DIGITS, match[1])]


@rule
def typed_numbers(context: Context) -> Iterator[Problem]:
    """E407: a text asks people to call a number that is none of the campaign's."""
    places = context.collection.places.value.places
    sent_to = {digits(one.number) for place in places if (one := place.text_message)}
    for campaign in context.campaigns:
        facts = campaign.campaign.value
        written = {digits(one.number): one.number for one in facts.every_number()}
        for file in campaign.files():
            for text in texts_of(file):
                if text.under(*_UNSPOKEN, *_QUOTED):
                    continue
                for found in called(text.value, facts.language):
                    number = digits(found)
                    if number in written or number in sent_to:
                        continue
                    known = sorted(written.values())
                    yield Problem("E407", text.find(found), number=found, known=known)


@rule
def example_numbers(context: Context) -> Iterator[Problem]:
    """W656: a number that is there as an example only."""
    for campaign in context.campaigns:
        facts = campaign.campaign
        for key, numbers in (
            ("numbers", facts.value.numbers),
            ("other_numbers", facts.value.other_numbers),
        ):
            for index, one in enumerate(numbers):
                if one.example:
                    yield Problem("W656", facts.span(key, index, "number"), number=one.number)
