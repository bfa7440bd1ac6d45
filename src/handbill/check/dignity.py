"""Dignity and law: what no text may do to people, whoever says it. See `lint`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from handbill.check.addresses import is_told
from handbill.check.lint import Finding, Own, lint
from handbill.check.lint.patterns import LONGEST, Malformed, pattern
from handbill.check.lint.personal import LOOK_ALIKE
from handbill.check.registry import Context, rule
from handbill.check.texts import Published
from handbill.load.files import Campaign
from handbill.model.campaign import Wording
from handbill.model.telephone import any_of
from handbill.problems import Both, Problem
from handbill.words.languages import base_of, is_chinese

CARRY_THEIR_SOURCE = ("findings", "results", "source_note", "stage", "name", "figures")
"""Fields of an adjudicated case that say what its source says."""

_OF_PERSONS = ("E603", "E604", "E612", "W613", "W614", "W615")
_IN_LAW = (*_OF_PERSONS, "E624", "E632")
"""What is looked for in claims, sources and what a judgment says: they may say what is punished."""


@rule
def dignity(context: Context) -> Iterator[Problem]:
    """E603, E604, E612–E632: what a text does to people."""
    everyone = _joined(tuple(one.campaign.value.wording for one in context.campaigns))
    for text in context.published:
        if text.under("wording"):
            continue
        own = own_of(text.campaign) if text.campaign else everyone
        language = _language(text)
        shown = text.code or text.refused or text.proper_name
        key = context.clean.key("lint", language, str(shown), own.name, text.value)
        if context.clean.holds(key):
            continue
        stands = (text.sort == "places", of_law(text), text.avoided or shown, text.path[-1:])
        here = context.clean.key("lint", language, str(stands), own.name, text.value)
        if context.clean.holds(here):
            continue
        found = lint(text.value, own, language, shown)
        kept = _without_its_numbers(
            found, text, partial(lint, own=own, language=language, code=shown)
        )
        told = [
            one
            for one in kept
            if not _left_alone(one.code, text)
            and not (one.rule == LOOK_ALIKE and is_told(one.found, text.value))
        ]
        if not told and kept is found:
            context.clean.add(here if found else key)
        for one in told:
            yield Problem(
                one.code,
                text.find(one.found),
                rule=one.rule,
                found=one.found,
                reason=one.why or Both("号码", "a number"),
                whole=text.value,
            )


@rule
def sayings(context: Context) -> Iterator[Problem]:
    """E640: a saying of wording.refuted that is not written as one, or whose examples do not hold."""
    for campaign in context.campaigns:
        file = campaign.campaign
        for number, one in enumerate(file.value.wording.refuted):
            try:
                for says in one.says:
                    if len(says) > LONGEST:
                        raise Malformed(says)
                    pattern(says, "zh")
            except Malformed:
                span = file.span("wording", "refuted", number, "says")
                yield Problem("E640", span, reason=_MALFORMED)
                continue
            own = Own(((one.id, tuple(one.says), one.why),), ())
            for name, wanted in (("caught", True), ("passes", False)):
                key = context.clean.key("saying", own.name, getattr(one, name), name)
                if context.clean.holds(key):
                    continue
                hit = any(f.rule == one.id for f in lint(getattr(one, name), own))
                if hit is wanted:
                    context.clean.add(key)
                else:
                    span = file.span("wording", "refuted", number, name)
                    yield Problem("E640", span, reason=_NOT_FOUND if wanted else _FOUND)


def _left_alone(code: str, text: Published) -> bool:
    """Whether what is found may stand where the text stands."""
    if text.sort == "places" and _of_an_office(code, text):
        return True
    if code not in _IN_LAW and of_law(text):
        return True
    return code not in _OF_PERSONS and (
        text.avoided or text.code or text.refused or text.proper_name
    )


def _of_an_office(code: str, text: Published) -> bool:
    """Whether a place says where it is, or a contact of it how it is called: both are an office's."""
    return code == "W615" or (code in _OF_PERSONS and text.path[-1] == "number")


def _without_its_numbers(
    found: tuple[Finding, ...], text: Published, look: Callable[[str], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """Return what is found beside the campaign's own numbers, an office's that only have the form of
    a mobile number of China. A campaign in Chinese may well have put down somebody's own."""
    facts = text.campaign.campaign.value if text.campaign else None
    if facts is None or is_chinese(facts.language) or all(one.code != "E604" for one in found):
        return found
    beside = look(any_of(one.number for one in facts.every_number()).sub("", text.value))
    others = (one for one in found if one.code != "E604")
    return (*others, *(one for one in beside if one.code == "E604"))


_MALFORMED = Both("括号不成对，或者太长", "a bracket is not closed, or it is too long")
_NOT_FOUND = Both("这一句没有查出来", "this sentence is not found")
_FOUND = Both("这一句不该查出来", "this sentence is found and should not be")


def own_of(campaign: Campaign) -> Own:
    """Return what a campaign adds to the rules; a malformed saying is left out, and told by E640."""
    return _joined((campaign.campaign.value.wording,))


def _joined(wordings: tuple[Wording, ...]) -> Own:
    return _own(
        tuple(
            (one.id, tuple(one.says), one.why) for wording in wordings for one in wording.refuted
        ),
        tuple(one for wording in wordings for one in wording.charges),
    )


@lru_cache(maxsize=32)
def _own(refuted: tuple[tuple[str, tuple[str, ...], str], ...], charges: tuple[str, ...]) -> Own:
    return Own(tuple(one for one in refuted if _is_whole(one[1])), charges)


def _is_whole(says: tuple[str, ...]) -> bool:
    try:
        return all(len(one) <= LONGEST and bool(pattern(one, "zh")) for one in says)
    except Malformed:
        return False


def _language(text: Published) -> str:
    """The language whose rules a text is read by; "" for both, where nothing says it."""
    if text.sort != "translation":
        return ""
    base = base_of(text.language)
    return base if base == "en" else "zh"


def of_law(text: Published) -> bool:
    """Tell whether a text is a claim, a source or what a judgment says, or the translation of one."""
    campaign = text.campaign
    if campaign is None:
        return False
    if text.sort == "translation":
        return text.original in _law_texts(_This(campaign))
    if text.file in (campaign.claims, campaign.sources):
        return True
    adjudicated = getattr(text.file and text.file.value, "type", "") == "adjudicated"
    return adjudicated and text.path[0] in CARRY_THEIR_SOURCE


@dataclass(frozen=True, eq=False)
class _This:
    """A campaign as the key of a cache that is asked once a text: an equal one, loaded anew, would be
    compared with it value by value each time."""

    campaign: Campaign

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.campaign is self.campaign

    def __hash__(self) -> int:
        return id(self.campaign)


@lru_cache(maxsize=8)
def _law_texts(this: _This) -> frozenset[str]:
    campaign = this.campaign
    found = {value for file in (campaign.claims, campaign.sources) for _, value in file.strings}
    for case in campaign.cases:
        if case.value.type == "adjudicated":
            found |= {value for path, value in case.strings if path[0] in CARRY_THEIR_SOURCE}
    return frozenset(found)
