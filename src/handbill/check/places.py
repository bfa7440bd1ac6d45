"""Places: a tree without rings, numbers that were called, and what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.edition.localise import is_reserved_address
from handbill.load.fields import label
from handbill.load.validate import near
from handbill.load.walk import items, values
from handbill.model.campaign import CampaignFile
from handbill.model.place import CALLED_WITHIN, Contact, Place
from handbill.model.text import BLANK, Model
from handbill.problems import Both, Problem, Span
from handbill.words.telephones import is_area_code


def _fields_missing(model: type[Model], meaning: str) -> list[str]:
    """Fields whose absence means "blank" or "specimen"."""
    return [
        name
        for name, field in model.model_fields.items()
        if isinstance(field.json_schema_extra, dict)
        and field.json_schema_extra.get("missing") == meaning
    ]


@rule
def parents(context: Context) -> Iterator[Problem]:
    """E501: a parent that does not exist."""
    known = context.collection.tree.by_id
    for place, at in items(context.collection.places, "places.*"):
        if (parent := place.parent) is not None and parent not in known:
            meant = near(parent, known)
            yield Problem("E501", at("parent"), id=place.id, parent=parent, suggestion=meant)


@rule
def rings(context: Context) -> Iterator[Problem]:
    """E502: places that lie above themselves; one problem a ring, at its first place."""
    places = context.collection.places
    parent = {place.id: place.parent for place in places.value.places}
    index = {place.id: number for number, place in enumerate(places.value.places)}
    done: set[str] = set()
    for start in parent:
        chain: list[str] = []
        current: str | None = start
        while current is not None and current in parent and current not in done:
            done.add(current)
            chain.append(current)
            current = parent[current]
        if current in chain:
            ring = [*chain[chain.index(current) :], current]
            yield Problem(
                "E502", places.span("places", index[current], "parent"), chain=" → ".join(ring)
            )


@rule
def names(context: Context) -> Iterator[Problem]:
    """W161: two places of one name below the same place."""
    seen: dict[tuple[str | None, str], Span] = {}
    for place, at in items(context.collection.places, "places.*"):
        first = seen.setdefault((place.parent, place.name), at("name"))
        if first != at("name"):
            yield Problem("W161", at("name"), name=place.name, first=first)


@rule
def rewards(context: Context) -> Iterator[Problem]:
    """E503: a reward rule past its day."""
    for day, span in values(context.collection.places, "places.*.reward.valid_until"):
        if day < context.today:
            yield Problem("E503", span, day=day)


def _contact(context: Context, place: Place, role: str, contact: Contact) -> Both:
    """An office as people call it: its own name, else the name of its role."""
    labels = {
        one.id: one.label
        for campaign in context.campaigns
        for one in campaign.campaign.value.contact_roles
    }
    name = contact.name or labels.get(role, role)
    return Both(f"{place.name}的{name}", f"{name} of {place.name}")


@rule
def numbers(context: Context) -> Iterator[Problem]:
    """W503, W504, W505, W162: numbers never called, called long ago, of a mobile telephone, or
    too short for their nought."""
    limit = CALLED_WITHIN.days
    for place, at in items(context.collection.places, "places.*"):
        here = context.dialling.at(place.id)
        for role, contact in place.contacts.items():
            if contact.number is None:
                continue
            what = _contact(context, place, role, contact)
            span = at("contacts", role, "number")
            if context.dialling.read(contact.number, here).mobile:
                yield Problem("W505", span, what=what)
            if is_area_code(contact.number, here):
                yield Problem("W162", span, what=what, number=contact.number)
            called = contact.checked_on or place.checked_on
            if called is None:
                yield Problem("W504", span, what=what)
            elif contact.checked_on and context.today - called > CALLED_WITHIN:
                span = at("contacts", role, "checked_on")
                yield Problem("W503", span, what=what, day=called, limit=limit)
        sent_to = place.text_message
        if sent_to and context.today - sent_to.checked_on > CALLED_WITHIN:
            what = Both(f"{place.name}的短信报警号码", f"The text-message number of {place.name}")
            span = at("text_message", "checked_on")
            yield Problem("W503", span, what=what, day=sent_to.checked_on, limit=limit)
        if (day := place.checked_on) and context.today - day > CALLED_WITHIN:
            what = Both(place.name, place.name)
            yield Problem("W503", at("checked_on"), what=what, day=day, limit=limit)


@rule
def places_expired(context: Context) -> Iterator[Problem]:
    """W506: a place past its valid_until."""
    for place, at in items(context.collection.places, "places.*"):
        if (day := place.valid_until) and day < context.today:
            yield Problem("W506", at("valid_until"), place=place.name, day=day)


def _place_index(context: Context, edition: Edition) -> int:
    return next(
        index
        for index, place in enumerate(context.collection.places.value.places)
        if place.id == edition.place.id
    )


@rule
def specimens(context: Context) -> Iterator[Problem]:
    """W501: what keeps the default place's sheets from being posted."""
    settings = context.collection.settings
    for _, edition in context.editions:
        lacking: list[Any] = []
        if edition.lacking:
            lacking = [
                label(name, Place.model_fields[name])
                for name in _fields_missing(Place, "specimen")
                if getattr(edition.place, name) == BLANK or "示例" in getattr(edition.place, name)
            ]
            if is_reserved_address(settings.site_url):
                lacking.append(Both("网址（mkdocs.yml 的 site_url）", "site_url of mkdocs.yml"))
        if lacking:
            span = context.collection.places.span("places", _place_index(context, edition), "name")
            yield Problem("W501", span, place=edition.place.name, lacking=lacking)


@rule
def blanks(context: Context) -> Iterator[Problem]:
    """W502: what the default place's sheets, or a campaign's pages, leave to fill in."""
    for campaign, edition in context.editions:
        facts = campaign.campaign
        lacking: list[Any] = [
            Both(role.label, role.label)
            for role in facts.value.contact_roles
            if role.id not in edition.place.contacts
        ]
        lacking += [
            label(name, Place.model_fields[name])
            for name in _fields_missing(Place, "blank")
            if getattr(edition.place, name) == BLANK
        ]
        if lacking:
            span = context.collection.places.span("places", _place_index(context, edition), "name")
            yield Problem("W502", span, place=edition.place.name, lacking=lacking)
        unset = [
            label(name, CampaignFile.model_fields[name])
            for name in _fields_missing(CampaignFile, "blank")
            if getattr(facts.value, name) is None
        ]
        if unset:
            yield Problem("W502", facts.span("title"), place=facts.value.title, lacking=unset)
