"""Dates: in order, not past, and never in the future where something is said to be done."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.problems import Problem

_PAIRS = (("issued", "valid_until"), ("checked_on", "review_by"), ("issued", "in_force"))


def _dated(campaign: Campaign) -> Iterator[tuple[Sourced[Any], Path, Any]]:
    """Everything in a campaign that has dates of its own."""
    yield campaign.campaign, (), campaign.campaign.value
    for index, hotline in enumerate(campaign.campaign.value.numbers):
        yield campaign.campaign, ("numbers", index), hotline
    for index, source in enumerate(campaign.sources.value.sources):
        yield campaign.sources, ("sources", index), source
    for index, claim in enumerate(campaign.claims.value.claims):
        yield campaign.claims, ("claims", index), claim
    for case in campaign.cases:
        yield case, (), case.value


@rule
def dates_in_order(context: Context) -> Iterator[Problem]:
    """E311: what comes first is not later than what follows it."""
    for campaign in context.campaigns:
        for file, path, value in _dated(campaign):
            for early, late in _PAIRS:
                first, second = getattr(value, early, None), getattr(value, late, None)
                if first and second and first > second:
                    yield Problem(
                        "E311",
                        file.span(*path, late),
                        early=early,
                        late=late,
                        first_day=first,
                        second_day=second,
                    )
        issued = campaign.campaign.value.issued
        for audience in campaign.audiences:
            for index, material in enumerate(audience.value.materials):
                if material.valid_until and material.valid_until < issued:
                    yield Problem(
                        "E311",
                        audience.span("materials", index, "valid_until"),
                        early="issued",
                        late="valid_until",
                        first_day=issued,
                        second_day=material.valid_until,
                    )


@rule
def validity_passed(context: Context) -> Iterator[Problem]:
    """W301: a campaign or material past its valid_until."""
    for campaign in context.campaigns:
        day = campaign.campaign.value.valid_until
        if day < context.today:
            yield Problem("W301", campaign.campaign.span("valid_until"), day=day)
        for audience in campaign.audiences:
            for index, material in enumerate(audience.value.materials):
                if material.valid_until and material.valid_until < context.today:
                    yield Problem(
                        "W301",
                        audience.span("materials", index, "valid_until"),
                        day=material.valid_until,
                    )


@rule
def checked_in_the_future(context: Context) -> Iterator[Problem]:
    """W306. A day is allowed for, since it is tomorrow in Wuhan while it is today elsewhere."""
    latest = context.today + datetime.timedelta(days=1)
    places = context.collection.places
    dated = [one for campaign in context.campaigns for one in _dated(campaign)]
    for index, place in enumerate(places.value.places):
        dated.append((places, ("places", index), place))
        dated += [
            (places, ("places", index, "contacts", role), contact)
            for role, contact in place.contacts.items()
        ]
    for file, path, value in dated:
        day = getattr(value, "checked_on", None)
        if day and day > latest:
            yield Problem("W306", file.span(*path, "checked_on"), day=day)
