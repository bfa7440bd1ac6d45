"""Places in their tree: what a place says itself, and what it has from those above it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from handbill.model.logo import Logo
from handbill.model.place import Contact, Level, Place, Reward
from handbill.model.text import BLANK

_INHERITED = (
    "publisher",
    "signature",
    "area_code",
    "website",
    "logos",
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
    logos: tuple[Logo, ...] | None
    reward: Reward | None
    first_contact_duty: bool
    valid_until: datetime.date | None
    checked_by: str | None
    checked_on: datetime.date | None


class Places:
    """The places of a site, looked up by id. by_id: each as it is written, in the file's order."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_id = {place.id: place for place in places}
        self._resolved: dict[str, ResolvedPlace] = {}

    def upwards(self, place_id: str) -> list[Place]:
        """Return a place and those above it up to its root; a cycle (`check` finds it) ends the
        walk. Raises KeyError for an unknown id."""
        chain = {place_id: self.by_id[place_id]}
        above = self.by_id[place_id].parent
        while above in self.by_id and above not in chain:
            chain[above] = self.by_id[above]
            above = self.by_id[above].parent
        return list(chain.values())

    def resolve(self, place_id: str) -> ResolvedPlace:
        """Return a place with what it inherits: of each thing the nearest value. Raises KeyError
        for an unknown id."""
        if place_id not in self._resolved:
            self._resolved[place_id] = _resolved(self.upwards(place_id))
        return self._resolved[place_id]


def _resolved(chain: list[Place]) -> ResolvedPlace:
    """A place with what it inherits. chain: itself, then those above it."""
    values: dict[str, Any] = {
        name: next((value for place in chain if (value := getattr(place, name)) is not None), None)
        for name in _INHERITED
    }
    publisher = values["publisher"] or BLANK
    return ResolvedPlace(
        **{
            **values,
            "publisher": publisher,
            "signature": values["signature"] or publisher,
            "logos": None if values["logos"] is None else tuple(values["logos"]),
            "first_contact_duty": bool(values["first_contact_duty"]),
        },
        id=chain[0].id,
        name=chain[0].name,
        level=chain[0].level,
        full_name="".join(place.name for place in reversed(chain)),
        ancestors=tuple(place.id for place in chain[1:]),
        contacts={
            role: contact
            for place in reversed(chain)
            for role, contact in place.contacts.items()
            if contact.number
        },
    )
