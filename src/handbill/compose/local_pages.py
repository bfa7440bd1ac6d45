"""The local page of each place: what the codes on its sheets lead to.

A page holds what its place says, and what is to be read at once. What all places share, one file a
language holds: the list of sheets with their versions, and the words for what became of the sheet
that was scanned (`?m=<material>.<version>`).
"""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handbill.compose.artifacts import Artifact, Page, PageArtifact, Stream
from handbill.compose.part import Part
from handbill.compose.recall import RecallEntry, recalls_of
from handbill.compose.sheets import imprint
from handbill.compose.where_pages import Lists, where_lists, where_page
from handbill.edition.edition import Edition
from handbill.edition.localise import EveryPlace
from handbill.edition.translated import untranslated
from handbill.load.places import earliest
from handbill.model.campaign import CampaignFile
from handbill.model.place import CALLED_WITHIN, Contact
from handbill.model.recall import Recall
from handbill.model.text import PLACEHOLDER
from handbill.model.texts import walk

MANY = 24
"""Places below one that its page lists; more stand on the page to find one's place."""


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
    past: bool


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
        until = called + CALLED_WITHIN if called else None
        past = until is not None and edition.is_past(until)
        known.append(Office(role.label, contact, called, until, past))
    return known, unknown


def _sheets(part: Part) -> list[tuple[str, list[LocalSheet]]]:
    """What there is in this language, by audience, as it holds where a place sets no day of its own."""
    edition, groups = part.edition, []
    last = edition.campaign.valid_until
    for audience in edition.audiences:
        sheets = [
            LocalSheet(
                entry.material.id,
                entry.material.title,
                edition.version(entry.material),
                earliest(entry.material.valid_until, last),
            )
            for entry in part.entries
            if entry.audience.id == audience.id and entry.translated
        ]
        if sheets:
            groups.append((audience.file.title, sheets))
    return groups


def _common(part: Part, edition: Edition, path: str) -> dict[str, Any]:
    """What all pages share whose places say the same in the campaign's own words: nothing of any
    single place, so that it does not matter which of them are made."""
    facts = edition.campaign
    steps = (
        facts.steps if facts.steps and not untranslated(facts.steps) else [""] * len(facts.action)
    )
    return part.data(
        f"{part.prefix}p/-/index.html",
        "",
        "local",
        edition=replace(
            part.edition, files=replace(part.edition.files, campaign=edition.files.campaign)
        ),
        campaign=facts,
        languages=part.languages(path),
        steps=list(zip(facts.action, steps, strict=True)),
    )


def _own(part: Part, edition: Edition, every: EveryPlace, lists: Lists) -> dict[str, Any]:
    """What stands on the page of one place alone."""
    place, names = edition.place, every.names
    below, elsewhere = _around(place.id, every, lists)
    known, unknown = _offices(edition)
    until = earliest(place.valid_until, edition.campaign.valid_until)
    return {
        "place": place,
        "above": [(one, names[one]) for one in reversed(place.ancestors)],
        "below": below,
        "elsewhere": elsewhere,
        "number": edition.text_message_number(),
        "message": edition.message_to_send,
        "offices": known,
        "unknown": unknown,
        "titles": list(_titles(part.edition, edition)),
        "recalls": _recalls(edition, everywhere=False),
        "until": until,
        "past": edition.is_past(until),
    }


def _around(place: str, every: EveryPlace, lists: Lists) -> tuple[list[tuple[str, str]], str]:
    """The places below one that its page lists, with their names, and where all of them are listed."""
    below, names = every.below.get(place, ()), every.names
    listed = [(one, names[one]) for one in below] if len(below) <= MANY else []
    return listed, lists.where(place) if len(names) > 1 else ""


def _titles(common: Edition, here: Edition) -> Iterator[tuple[str, str]]:
    """The materials that are called otherwise at a place."""
    if here.files.audiences is not common.files.audiences:
        for (_, one), (_, other) in zip(here.materials(), common.materials(), strict=True):
            if one.title != other.title:
                yield one.id, one.title


def _recalls(edition: Edition, *, everywhere: bool) -> Sequence[RecallEntry]:
    """Recalls that hold at a place: those that are the same everywhere, or the others."""
    told = edition.told.recalls.value.recalls if edition.told.recalls else ()
    here = edition.recalls_here()
    chosen = [
        one
        for one, unfilled in zip(edition.recalls, told, strict=True)
        if one in here and everywhere == (not one.places and not _varies(unfilled))
    ]
    return recalls_of(edition, chosen) if chosen else ()


def _varies(recall: Recall) -> bool:
    """Whether the words of a recall have placeholders."""
    return any(PLACEHOLDER.search(text) for _, text, _ in walk(recall))


PIECES = {
    name: f"site/parts/local_{name}.html.j2" for name in ("head", "leave", "calls", "ways", "foot")
}
"""What is rendered once for all places that say the same."""


def local_pages(part: Part, every: EveryPlace) -> Iterator[Artifact]:
    """A page for each place, and the lists to find one's place by. every: in the language of `part`."""
    lists = Lists(every)
    folder = f"{part.prefix}p/"

    def path(place: str) -> str:
        return f"{folder}{place}/index.html"

    def pages(
        wanted: Collection[str] | None = None,
    ) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
        said: CampaignFile | None = None
        for edition in every.at(
            one for one in every.names if wanted is None or path(one) in wanted
        ):
            if edition.campaign is not said:
                said = edition.campaign
                common = _common(part, edition, f"{folder}index.md")
            yield path(edition.place.id), common, _own(part, edition, every, lists)

    def digests() -> dict[str, str]:
        tree, found = every.tree.digests, {}
        for place, said in tree.items():
            around = _around(place, every, lists)
            found[path(place)] = hashlib.sha256(said + repr(around).encode()).hexdigest()
        return found

    yield Artifact(folder, Stream("site/local.html.j2", PIECES, pages, digests=digests))
    yield from where_lists(part, every, lists)


def local_hub(part: Part, every: EveryPlace) -> Iterator[PageArtifact]:
    """The page to find one's place, and the file that local pages share."""
    if len(every.names) > 1:
        yield where_page(part, Lists(every))
    folder = f"{part.prefix}p/"
    groups = _sheets(part)
    validity = Counter((one.version, one.until) for _, sheets in groups for one in sheets)
    common = _common(part, part.edition, f"{folder}index.md")
    yield PageArtifact(
        f"{folder}local.js",
        Page(
            "site/local.js.j2",
            {
                **common,
                "groups": groups,
                "usual": validity.most_common(1)[0][0] if validity else None,
                "recalls": _recalls(part.edition, everywhere=True),
            },
        ),
    )


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
