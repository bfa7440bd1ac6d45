"""Recalls: of sheets that there are or were, and never of one that is in force."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbill.check.references import MATERIAL, PLACE, unknown_name
from handbill.check.registry import Context, rule
from handbill.kinds.base import MaterialBase
from handbill.load.files import Campaign
from handbill.load.validate import near
from handbill.load.walk import items
from handbill.model.recall import EVERY_VERSION, Recall
from handbill.problems import Problem, Span


def _materials(campaign: Campaign) -> dict[str, MaterialBase]:
    return {material.id: material for _, material in campaign.materials()}


@dataclass(frozen=True)
class _Recalled:
    """A recall with its campaign, its materials by id, and a function that gives spans in it."""

    campaign: Campaign
    materials: dict[str, MaterialBase]
    recall: Recall
    at: Callable[..., Span]


def _recalls(context: Context) -> Iterator[_Recalled]:
    for campaign in context.campaigns:
        materials = _materials(campaign)
        for recall, at in items(campaign.recalls, "recalls.*"):
            yield _Recalled(campaign, materials, recall, at)


@rule
def what_recalls_name(context: Context) -> Iterator[Problem]:
    """E303, E340, E343: the material, what replaces it, and the places of a recall."""
    places = [place.id for place in context.collection.places.value.places]
    for one in _recalls(context):
        recall, name, known, at = one.recall, one.recall.material, list(one.materials), one.at
        if one.campaign.unread:  # the material may stand in a file that is broken
            continue
        if name not in known and recall.title is None:
            yield Problem("E340", at("material"), id=name, suggestion=near(name, known))
        yield from unknown_name(MATERIAL, recall.replaced_by, known, at("replaced_by"))
        if recall.status == "replaced" and not recall.replaced_by and name not in known:
            yield Problem("E343", at("status"), id=name)
        for number, place in enumerate(recall.places):
            yield from unknown_name(PLACE, place, places, at("places", number))


@rule
def versions_in_force(context: Context) -> Iterator[Problem]:
    """E341: a recall of the version that the site makes today."""
    for one in _recalls(context):
        name = one.recall.material
        if material := one.materials.get(name):
            version = material.version or one.campaign.campaign.value.version
            for number, recalled in enumerate(one.recall.versions):
                if recalled in (version, EVERY_VERSION):
                    yield Problem("E341", one.at("versions", number), id=name, version=version)


@rule
def recalled_once(context: Context) -> Iterator[Problem]:
    """E342: a version that is recalled twice in one place."""
    for campaign in context.campaigns:
        before: list[tuple[Recall, Span]] = []
        for recall, at in items(campaign.recalls, "recalls.*"):
            span = at("material")
            twice = ((_common(recall, other), first) for other, first in before)
            if found := next((one for one in twice if one[0]), None):
                version, first = found
                yield Problem("E342", span, id=recall.material, version=version, first=first)
            before.append((recall, span))


def _common(one: Recall, other: Recall) -> str | None:
    """A version that both recall in one place; None when there is none."""
    apart = one.places and other.places and not set(one.places) & set(other.places)
    if one.material != other.material or apart:
        return None
    if EVERY_VERSION in other.versions:
        return one.versions[0]
    if EVERY_VERSION in one.versions:
        return other.versions[0]
    return next((version for version in one.versions if version in other.versions), None)


@rule
def recalls_to_come(context: Context) -> Iterator[Problem]:
    """W340: a recall from a later day on. Tomorrow is allowed for, as time zones differ."""
    latest = context.today + datetime.timedelta(days=1)
    for one in _recalls(context):
        if (day := one.recall.on) > latest:
            yield Problem("W340", one.at("on"), id=one.recall.material, day=day)
