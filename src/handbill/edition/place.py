"""Places in their tree: what a place says itself, and what it has from those above it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handbill.model.place import Contact, Level, Place, Reward
from handbill.model.text import BLANK

_INHERITED = (
    "publisher",
    "signature",
    "area_code",
    "website",
    "reward",
    "first_contact_duty",
    "valid_until",
    "checked_by",
    "checked_on",
)


def earliest(*days: datetime.date | None) -> datetime.date:
    """The first of the days that are set: what holds until several days holds until this one.
    Raises ValueError when none is."""
    return min(day for day in days if day)


@dataclass(frozen=True)
class ResolvedPlace:
    """A place with what it inherits; unknown texts are BLANK, unknown things None."""

    id: str
    name: str
    full_name: str
    level: Level
    ancestors: tuple[str, ...]
    publisher: str
    signature: str
    area_code: str | None
    contacts: Mapping[str, Contact]
    website: str | None
    reward: Reward | None
    first_contact_duty: bool
    valid_until: datetime.date | None
    checked_by: str | None
    checked_on: datetime.date | None


def resolve_place(places: list[Place], place_id: str) -> ResolvedPlace:
    """Walk from a place up to its root; the nearest value wins.

    Raises KeyError for an unknown id; a cycle (found by `check`) ends the walk.
    """
    by_id = {place.id: place for place in places}
    chain: list[Place] = []
    current: Place | None = by_id[place_id]
    while current is not None and current not in chain:
        chain.append(current)
        current = by_id.get(current.parent) if current.parent else None
    values: dict[str, Any] = {
        name: next((value for place in chain if (value := getattr(place, name)) is not None), None)
        for name in _INHERITED
    }
    contacts: dict[str, Contact] = {}
    for place in reversed(chain):
        contacts.update(
            {role: contact for role, contact in place.contacts.items() if contact.number}
        )
    publisher = values["publisher"] or BLANK
    return ResolvedPlace(
        id=place_id,
        name=chain[0].name,
        level=chain[0].level,
        full_name="".join(place.name for place in reversed(chain)),
        ancestors=tuple(place.id for place in chain[1:]),
        publisher=publisher,
        signature=values["signature"] or publisher,
        area_code=values["area_code"],
        contacts=contacts,
        website=values["website"],
        reward=values["reward"],
        first_contact_duty=bool(values["first_contact_duty"]),
        valid_until=values["valid_until"],
        checked_by=values["checked_by"],
        checked_on=values["checked_on"],
    )
