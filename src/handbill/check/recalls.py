"""Recalls: of sheets that there are or were, and never of one that is in force."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbill.check.references import MATERIAL, PLACE, unknown_name
from handbill.check.registry import Context, rule
from handbill.kinds import MaterialBase
from handbill.load.files import Campaign
from handbill.load.validate import near
from handbill.model.recall import EVERY_VERSION, Recall
from handbill.problems import Problem


def _materials(campaign: Campaign) -> dict[str, MaterialBase]:
    return {
        material.id: material
        for audience in campaign.audiences
        for material in audience.value.materials
    }


def _recalls(context: Context) -> Iterator[tuple[Campaign, int, Recall, dict[str, MaterialBase]]]:
    for campaign in context.campaigns:
        if campaign.recalls:
            materials = _materials(campaign)
            for index, recall in enumerate(campaign.recalls.value.recalls):
                yield campaign, index, recall, materials


@rule
def what_recalls_name(context: Context) -> Iterator[Problem]:
    """E303, E340, E343: the material, what replaces it, and the places of a recall."""
    places = [place.id for place in context.collection.places.value.places]
    for campaign, index, recall, materials in _recalls(context):
        file = campaign.recalls
        assert file is not None
        at = ("recalls", index)
        if campaign.unread:  # the material may stand in a file that is broken
            continue
        if recall.material not in materials and recall.title is None:
            yield Problem(
                "E340",
                file.span(*at, "material"),
                id=recall.material,
                suggestion=near(recall.material, list(materials)),
            )
        yield from unknown_name(
            MATERIAL, recall.replaced_by, list(materials), file.span(*at, "replaced_by")
        )
        if (
            recall.status == "replaced"
            and not recall.replaced_by
            and recall.material not in materials
        ):
            yield Problem("E343", file.span(*at, "status"), id=recall.material)
        for number, place in enumerate(recall.places):
            yield from unknown_name(PLACE, place, places, file.span(*at, "places", number))


@rule
def versions_in_force(context: Context) -> Iterator[Problem]:
    """E341: a recall of the version that the site makes today."""
    for campaign, index, recall, materials in _recalls(context):
        material = materials.get(recall.material)
        if material is None or campaign.recalls is None:
            continue
        version = material.version or campaign.campaign.value.version
        for number, recalled in enumerate(recall.versions):
            if recalled in (version, EVERY_VERSION):
                yield Problem(
                    "E341",
                    campaign.recalls.span("recalls", index, "versions", number),
                    id=recall.material,
                    version=version,
                )


@rule
def recalled_once(context: Context) -> Iterator[Problem]:
    """E342: a version that is recalled twice in one place."""
    for campaign in context.campaigns:
        if campaign.recalls is None:
            continue
        before: list[tuple[int, Recall]] = []
        for index, recall in enumerate(campaign.recalls.value.recalls):
            for first, other in before:
                twice = _common(recall, other)
                if twice is not None:
                    yield Problem(
                        "E342",
                        campaign.recalls.span("recalls", index, "material"),
                        id=recall.material,
                        version=twice,
                        first=campaign.recalls.span("recalls", first, "material"),
                    )
                    break
            before.append((index, recall))


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
    for campaign, index, recall, _ in _recalls(context):
        if recall.on > latest and campaign.recalls:
            yield Problem(
                "W340",
                campaign.recalls.span("recalls", index, "on"),
                id=recall.material,
                day=recall.on,
            )
