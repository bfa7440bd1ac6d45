"""Ids: each once, and none that is an address of the site itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from handbill.check.registry import Context, rule
from handbill.load.sourced import Sourced
from handbill.problems import Both, Problem, Span

ALL_PLACES = "all"
"""What `--place` takes for every place."""

RESERVED = frozenset(
    "404 about admin api assets cases check embed feed files guide help home index law m "
    "materials p packs pagefind places print recall schema search sitemap social why".split()
)
"""Addresses of the site itself, which no audience (and no campaign beside others) may take; nor
may they take the folder of a language (en)."""


def _twice(kind: Both, entries: Iterable[tuple[object, Span]]) -> Iterator[Problem]:
    seen: dict[object, Span] = {}
    for name, span in entries:
        if name in seen:
            yield Problem("E301", span, kind=kind, id=name, first=seen[name])
        seen.setdefault(name, span)


_SORTS = (
    ("sources", "sources", "id", Both("来源", "source")),
    ("claims", "claims", "id", Both("法律事实", "claim")),
    ("claims", "topics", "id", Both("分组", "topic")),
    ("campaign", "contact_roles", "id", Both("本地电话", "contact role")),
    ("campaign", "numbers", "number", Both("号码", "number")),
    ("disguises", "disguises", "id", Both("伪装", "disguise")),
    ("disguises", "asked", "id", Both("被拉的人", "entry of asked")),
    ("disguises", "promised", "id", Both("承诺", "entry of promised")),
    ("help", "situations", "number", Both("情形", "situation")),
)
"""File of a campaign, list in it, field that is each item's own, and what an item is called."""


def _entries(file: Sourced[Any] | None, items: str, field: str) -> Iterator[tuple[object, Span]]:
    for index, item in enumerate(getattr(file.value, items) if file else ()):
        if file:
            yield getattr(item, field), file.span(items, index, field)


@rule
def unique_ids(context: Context) -> Iterator[Problem]:
    """E301: two things of one sort with the same id."""
    for campaign in context.campaigns:
        for file, items, field, kind in _SORTS:
            yield from _twice(kind, _entries(getattr(campaign, file), items, field))
        materials = (_entries(one, "materials", "id") for one in campaign.audiences)
        yield from _twice(Both("资料", "material"), chain.from_iterable(materials))
    places = _entries(context.collection.places, "places", "id")
    yield from _twice(Both("地区", "place"), places)


@rule
def reserved_ids(context: Context) -> Iterator[Problem]:
    """E302: an audience, or one of several campaigns, with the address of a page of the site or of
    a language; a place with the word that stands for all places."""
    taken = RESERVED | {
        language.lower() for campaign in context.campaigns for language in campaign.catalogs
    }
    several = len(context.campaigns) > 1
    named = [
        (place_id == ALL_PLACES, place_id, span, Both("地区", "a place"))
        for place_id, span in _entries(context.collection.places, "places", "id")
    ]
    for campaign in context.campaigns:
        file = Span(campaign.campaign.file)
        named += [(several and campaign.id in taken, campaign.id, file, Both("活动", "a campaign"))]
        named += [
            (audience.id in taken, audience.id, Span(audience.file), Both("对象", "an audience"))
            for audience in campaign.audiences
        ]
    for wrong, name, span, kind in named:
        if wrong:
            yield Problem("E302", span, id=name, kind=kind)
