"""The local page of each place: what the codes on its sheets lead to, complete in one file.

It also says what became of the sheet that was scanned (`?m=<material>.<version>`), so the versions
that hold, and those that were recalled, stand in it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.part import Part
from handbill.compose.recall import recalls_of
from handbill.compose.sheets import imprint
from handbill.edition.edition import Edition
from handbill.edition.translated import untranslated
from handbill.load.places import ResolvedPlace, earliest
from handbill.model.place import CALLED_WITHIN, Contact

MANY = 60
"""Places below one that a page still lists: more, and nobody looks them over."""


@dataclass(frozen=True)
class LocalSheet:
    """A material as a place's page lists it. until: the last day it may hang there."""

    id: str
    title: str
    version: str
    until: datetime.date


@dataclass(frozen=True)
class Office:
    """An office of a place with a number. holds_until: when its test call is too long ago; None
    while it was never called."""

    label: str
    contact: Contact
    called: datetime.date | None
    holds_until: datetime.date | None


def _offices(edition: Edition) -> tuple[list[Office], list[str]]:
    """The offices whose numbers are known, and the labels of those that a place of this kind has
    and has not told."""
    known, unknown = [], []
    place = edition.place
    for role in edition.campaign.contact_roles:
        contact = place.contacts.get(role.id)
        if contact is None:
            if not role.levels or place.level in role.levels:
                unknown.append(role.label)
            continue
        called = contact.checked_on or place.checked_on
        known.append(
            Office(role.label, contact, called, called + CALLED_WITHIN if called else None)
        )
    return known, unknown


def _sheets(part: Part, edition: Edition) -> list[tuple[str, list[LocalSheet]]]:
    """What there is in this language, by audience, each named as it is at this place."""
    titles = {material.id: material.title for _, material in edition.materials()}
    groups = []
    for audience in edition.audiences:
        sheets = [
            LocalSheet(
                entry.material.id,
                titles[entry.material.id],
                edition.version(entry.material),
                edition.valid_until(entry.material),
            )
            for entry in part.entries
            if entry.audience.id == audience.id and entry.translated
        ]
        if sheets:
            groups.append((audience.file.title, sheets))
    return groups


def _page(
    part: Part,
    edition: Edition,
    places: Mapping[str, ResolvedPlace],
    below: Sequence[ResolvedPlace],
) -> PageArtifact:
    place, facts = edition.place, edition.campaign
    path = f"{part.prefix}p/{place.id}/index.html"
    groups = _sheets(part, edition)
    validity = Counter((one.version, one.until) for _, sheets in groups for one in sheets)
    known, unknown = _offices(edition)
    until = earliest(place.valid_until, facts.valid_until)
    steps = (
        facts.steps if facts.steps and not untranslated(facts.steps) else [""] * len(facts.action)
    )
    return PageArtifact(
        path,
        Page(
            "site/local.html.j2",
            part.data(
                path,
                place.full_name,
                "local",
                edition=edition,
                campaign=facts,
                place=place,
                above=[places[one] for one in reversed(place.ancestors)],
                below=below,
                offices=known,
                unknown=unknown,
                steps=list(zip(facts.action, steps, strict=True)),
                groups=groups,
                usual=validity.most_common(1)[0][0] if validity else None,
                recalls=recalls_of(edition, here=True),
                until=until,
            ),
        ),
    )


def local_pages(part: Part, editions: Sequence[Edition]) -> Iterator[PageArtifact]:
    """A page for each place. editions: at every place, in the language of `part`."""
    places = {edition.place.id: edition.place for edition in editions}
    below: dict[str, list[ResolvedPlace]] = {}
    for place in places.values():
        if place.ancestors:
            below.setdefault(place.ancestors[0], []).append(place)
    for edition in editions:
        inside = below.get(edition.place.id, [])
        yield _page(part, edition, places, inside if len(inside) <= MANY else [])


def recall_pages(part: Part, names: Mapping[str, str]) -> Iterator[PageArtifact]:
    """The list of what was recalled, and until when everything else holds. names: of places by
    id."""
    days: dict[datetime.date, list[Any]] = {}
    for entry in part.entries:
        if entry.translated:
            days.setdefault(part.edition.valid_until(entry.material), []).append(entry)
    yield part.page(
        "recall.md",
        "site/recall.md.j2",
        part.say["recall_title"],
        "recall",
        part.say["recall_lead"],
        styles=["assets/recall.css"],
        line=imprint(part.edition),
        rests_on=list(part.edition.recalls),
        recalls=recalls_of(part.edition),
        names=names,
        days=sorted(days.items()),
    )
