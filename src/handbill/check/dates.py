"""Dates: in order, not past, and never in the future where something is said to be done."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.load.walk import items, values
from handbill.problems import Problem, Span

_PAIRS = (("issued", "valid_until"), ("checked_on", "review_by"), ("issued", "in_force"))


_DATED = (
    ("campaign", "numbers.*"),
    ("campaign", "other_numbers.*"),
    ("sources", "sources.*"),
    ("claims", "claims.*"),
)


def _dated(campaign: Campaign) -> Iterator[tuple[Any, Callable[..., Span]]]:
    """Everything in a campaign that has dates of its own, and its places."""
    for file in (campaign.campaign, *campaign.cases):
        yield file.value, file.span
    for name, pattern in _DATED:
        yield from items(getattr(campaign, name), pattern)


def _validities(campaign: Campaign) -> Iterator[tuple[datetime.date, Span]]:
    """The last day of each material that has one of its own."""
    for audience in campaign.audiences:
        yield from values(audience, "materials.*.valid_until")


@rule
def dates_in_order(context: Context) -> Iterator[Problem]:
    """E311: what comes first is not later than what follows it."""
    for campaign in context.campaigns:
        issued = campaign.campaign.value.issued
        found = [
            (early, getattr(value, early, None), late, getattr(value, late, None), at(late))
            for value, at in _dated(campaign)
            for early, late in _PAIRS
        ]
        found += [("issued", issued, "valid_until", *one) for one in _validities(campaign)]
        for early, first, late, second, span in found:
            if first and second and first > second:
                yield Problem(
                    "E311", span, early=early, late=late, first_day=first, second_day=second
                )


@rule
def validity_passed(context: Context) -> Iterator[Problem]:
    """W301: a campaign or material past its valid_until."""
    for campaign in context.campaigns:
        own = values(campaign.campaign, "valid_until")
        for day, span in chain(own, _validities(campaign)):
            if day < context.today:
                yield Problem("W301", span, day=day)


@rule
def checked_in_the_future(context: Context) -> Iterator[Problem]:
    """W306. A day is allowed for, since it is tomorrow in Wuhan while it is today elsewhere."""
    latest = context.today + datetime.timedelta(days=1)
    dated = [one for campaign in context.campaigns for one in _dated(campaign)]
    for place, at in items(context.collection.places, "places.*"):
        dated.append((place, at))
        dated += [
            (contact, partial(at, "contacts", role)) for role, contact in place.contacts.items()
        ]
    for value, at in dated:
        day = getattr(value, "checked_on", None)
        if day and day > latest:
            yield Problem("W306", at("checked_on"), day=day)
