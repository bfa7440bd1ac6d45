"""Places in their tree: what a place says itself, and what it has from those above it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any

from handbill.model.logo import Logo
from handbill.model.place import Contact, Level, Place, Reward, TextMessageNumber
from handbill.model.text import BLANK

_INHERITED = (
    "country",
    "publisher",
    "signature",
    "text_message",
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


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """A place with what it inherits; unknown texts are BLANK, unknown things None."""

    id: str
    name: str
    full_name: str
    level: Level
    ancestors: tuple[str, ...]
    country: str | None
    publisher: str
    signature: str
    text_message: TextMessageNumber | None
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
        self._above = {place.parent for place in self.by_id.values()}
        self._said: dict[str, _Said] = {}
        """What holds at places that have others below: what holds at those is reckoned from it."""

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
        said = self._said_of(place_id)
        publisher = said.values["publisher"] or BLANK
        return ResolvedPlace(
            **{
                **said.values,
                "publisher": publisher,
                "signature": said.values["signature"] or publisher,
                "first_contact_duty": bool(said.values["first_contact_duty"]),
            },
            id=place_id,
            name=self.by_id[place_id].name,
            level=self.by_id[place_id].level,
            full_name=said.full_name,
            ancestors=said.ids[1:],
            contacts=said.contacts,
        )

    @cached_property
    def digests(self) -> Mapping[str, bytes]:
        """Digests of what each place says and of all that those above it say, by id."""
        own = {one: _digest(repr(place).encode()) for one, place in self.by_id.items()}
        return {one: _digest(b"".join(own[above.id] for above in self.upwards(one))) for one in own}

    def _said_of(self, place_id: str) -> _Said:
        """What holds at a place: what it says itself upon what holds above it, each reckoned once.
        In a ring it is reckoned anew for each, since none of them is above the others."""
        waiting: dict[str, Place] = {}
        above: str | None = self.by_id[place_id].id
        while above in self.by_id and above not in self._said and above not in waiting:
            waiting[above] = self.by_id[above]
            above = waiting[above].parent
        names = list(waiting)
        ring = names[names.index(above) :] if above in waiting else []
        for name in ring:
            self._said[name] = reduce(
                lambda said, place: _below(place, said), reversed(self.upwards(name)), _NOTHING
            )
        said = self._said.get(above or "", _NOTHING)
        for name in reversed(names[: len(names) - len(ring)]):
            said = _below(waiting[name], said)
            if name in self._above:
                self._said[name] = said
        return said


def _digest(said: bytes) -> bytes:
    return hashlib.blake2b(said, digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class _Said:
    """What holds at a place, None where nothing is said. ids: its own, then those above it."""

    values: Mapping[str, Any]
    contacts: Mapping[str, Contact]
    full_name: str
    ids: tuple[str, ...]


_NOTHING = _Said(dict.fromkeys(_INHERITED), {}, "", ())


def _below(place: Place, above: _Said) -> _Said:
    """What holds at a place below one at which `above` holds."""
    own = {name: value for name in _INHERITED if (value := getattr(place, name)) is not None}
    called = {role: contact for role, contact in place.contacts.items() if contact.number}
    return _Said(
        {**above.values, **own},
        {**above.contacts, **called},
        above.full_name + place.name,
        (place.id, *above.ids),
    )
