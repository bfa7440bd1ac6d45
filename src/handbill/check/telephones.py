"""Telephone numbers: as their country writes them; those typed into copy are the campaign's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from handbill.check.registry import Context, rule
from handbill.check.texts import texts_of
from handbill.load import hints
from handbill.load.walk import items
from handbill.model.telephone import digits
from handbill.problems import Both, Problem, Span
from handbill.words import telephones
from handbill.words.languages import CALLING, base_of
from handbill.words.tags import country_name

_DIGITS = r"(?<![0-9])[0-9](?:[ -]?[0-9]){2,14}(?![0-9]|[.,][0-9])"
_AND = r"\s?(?:、|，|,|،|/|或者?|和|与|or|and|ou|et|oder|und|o|y|أو|و)\s?"
_AMOUNT = (
    r"(?!\s?(?:[%％万萬千百亿億元块塊折条條个個次人号號分级級年月日名]|yuan|times|people|percent"
    r"|[Ee]uros?|€|£|\$|Leute|Personen|Mal|personnes?|fois|personas?|veces|جنيه|شخص|مرة))"
)
_UNSPOKEN = ("wording", "editor_note", "note_to_editor", "note")
_HINTS: dict[str | None, Both] = {
    "local": Both("号码前面要写区号。", "Its area code is missing. "),
    "prefix": Both("要照当地拨号的样子写。", "Write it as it is dialled there. "),
    "brackets": Both("号码里不写括号。", "It takes no brackets there. "),
    "own code": Both("去掉前面的国家代码。", "Leave out the code of the country itself. "),
    "length": Both("位数不对。", "It has too few digits, or too many. "),
    None: hints.NOTHING,
}
_NO_COUNTRY = Both(
    "说这种语言的国家都没有这样的号码；是别国的，在地区里写 country。",
    "No country where the language is at home has it: give the place its `country`. ",
)
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
def numbers_of_countries(context: Context) -> Iterator[Problem]:
    """E211: a number that cannot be one of its country. W220: one in a range that is not known to
    be in use, and that nobody has called."""
    dialling = context.dialling
    for place, at in items(context.collection.places, "places.*"):
        here = dialling.at(place.id)
        for role, contact in place.contacts.items():
            if contact.number:
                called_on = contact.checked_on or place.checked_on
                span = at("contacts", role, "number")
                yield from _misdialled(context, contact.number, here, span, called_on is not None)
    for campaign in context.campaigns:
        facts = campaign.campaign
        here = dialling.at(facts.value.default_place, facts.value.language)
        for key, numbers in (
            ("numbers", facts.value.numbers),
            ("other_numbers", facts.value.other_numbers),
        ):
            for index, one in enumerate(numbers):
                if not one.example:
                    span = facts.span(key, index, "number")
                    yield from _misdialled(context, one.number, here, span, True)


def _misdialled(
    context: Context, number: str, here: tuple[str, ...], span: Span, was_called: bool
) -> Iterator[Problem]:
    reading = context.dialling.read(number, here)
    details: dict[str, Any] = {"value": number, "country": country_name(reading.country)}
    if reading.fault or telephones.is_noughts(number, here):
        meant, hint = hints.telephone(number) if reading.country == "CN" else (None, hints.NOTHING)
        meant = meant or (reading.meant if reading.meant != number else None)
        details |= {"suggestion": meant} if meant else {}
        hint = _NO_COUNTRY if len(here) > 1 else hint if hint.zh else _HINTS[reading.fault]
        yield Problem("E211", span, **details, hint=hint)
    elif not reading.known and not was_called:
        yield Problem("W220", span, **details)


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
