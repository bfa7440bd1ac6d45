"""What a form offers to choose from: ids of places, claims, cases, pictures, with their titles."""

from __future__ import annotations

from handbill.desk.form import Choices
from handbill.desk.papers import Paper
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.load.site import Loaded
from handbill.load.templates import device_names, picture_names, scene_names
from handbill.words import HEADINGS


def choices_of(loaded: Loaded, paper: Paper) -> Choices:
    """Returns what may be chosen in a file: things of its campaign, and what all campaigns share."""
    collection = loaded.collection
    assert collection, "asked for a site that was read"
    settings = loaded.settings
    campaigns = [
        one
        for one in collection.campaigns
        if paper.path.is_relative_to(settings.campaigns_dir / one.id)
    ]
    places = {one.id: one.name for one in collection.places.value.places[:_MOST]}
    looks = {name: name for name in loaded.looks.by_name}
    shared = {
        "default_place": places,
        "parent": places,
        "place": places,
        "look": looks,
        "scene": {name: name for name in sorted(scene_names(loaded.templates))},
        "picture": {name: name for name in sorted(picture_names(loaded.templates))},
        "devices": {name: name for name in sorted(device_names(loaded.templates))},
    }
    roles = {
        role.id: role.label
        for one in campaigns or collection.campaigns
        for role in one.campaign.value.contact_roles
    }
    if not campaigns:
        return Choices(shared, {"contacts": roles})
    return _of_campaign(campaigns[0], collection, shared, roles, paper)


_MOST = 500
"""Places that a list to choose from has."""


def _of_campaign(
    campaign: Campaign,
    collection: Collection,
    shared: dict[str, dict[str, str]],
    roles: dict[str, str],
    paper: Paper,
) -> Choices:
    claims = {one.id: one.text for one in campaign.claims.value.claims}
    sources = {one.id: one.title for one in campaign.sources.value.sources}
    cases = {one.id: one.value.title for one in campaign.cases}
    strips = {one.id: one.value.title for one in campaign.comics}
    filters = campaign.filters.value.filters if campaign.filters else ()
    cast = next((one.value.cast for one in campaign.comics if one.id == paper.stem), {})
    return Choices(
        {
            **shared,
            "claims": claims,
            "changes": claims,
            "source": sources,
            "superseded_by": sources,
            "topic": {one.id: one.title for one in campaign.claims.value.topics},
            "contacts": roles,
            "calls": {one.number: one.use for one in campaign.campaign.value.numbers},
            "case": cases,
            "story": cases,
            "strips": strips,
            "strip": strips,
            "who": {name: name for name in cast},
            "audiences": {one.id: one.value.title for one in campaign.audiences},
            **{one.id: {value.id: value.title for value in one.values} for one in filters},
        },
        {
            "words": {name: said[0] for name, said in HEADINGS.items()},
            "tags": {one.id: one.title for one in filters},
            "post": {name: kind.title.zh for name, kind in collection.kinds.by_name.items()},
            "cast": {name: name for name in cast},
        },
    )
