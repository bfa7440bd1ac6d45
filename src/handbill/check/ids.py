"""Ids: each once, and none that is an address of the site itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from handbill.check.registry import Context, rule
from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.problems import Both, Problem, Span

ALL_PLACES = "all"
"""What `--place` takes for every place."""

RESERVED = frozenset(
    {
        "404",
        "about",
        "admin",
        "api",
        "assets",
        "cases",
        "check",
        "embed",
        "feed",
        "files",
        "guide",
        "help",
        "home",
        "index",
        "law",
        "m",
        "materials",
        "p",
        "packs",
        "pagefind",
        "places",
        "print",
        "recall",
        "schema",
        "search",
        "sitemap",
        "social",
        "why",
    }
)
"""Addresses of the site itself, which no audience (and no campaign beside others) may take; nor
may they take the folder of a language (en)."""


def _twice(kind: Both, entries: Iterable[tuple[object, Span]]) -> Iterator[Problem]:
    seen: dict[object, Span] = {}
    for name, span in entries:
        if name in seen:
            yield Problem("E301", span, kind=kind, id=name, first=seen[name])
        seen.setdefault(name, span)


def _entries(
    file: Sourced[Any] | None, items: Iterable[Any], field: str, *path: str
) -> Iterator[tuple[object, Span]]:
    for index, item in enumerate(items):
        where: Path = (*path, index, field)
        if file is not None:
            yield getattr(item, field), file.span(*where)


@rule
def unique_ids(context: Context) -> Iterator[Problem]:
    """E301: two things of one sort with the same id."""
    for campaign in context.campaigns:
        facts, law = campaign.campaign, campaign.claims
        yield from _twice(
            Both("来源", "source"),
            _entries(campaign.sources, campaign.sources.value.sources, "id", "sources"),
        )
        yield from _twice(
            Both("法律事实", "claim"), _entries(law, law.value.claims, "id", "claims")
        )
        yield from _twice(Both("分组", "topic"), _entries(law, law.value.topics, "id", "topics"))
        yield from _twice(
            Both("本地电话", "contact role"),
            _entries(facts, facts.value.contact_roles, "id", "contact_roles"),
        )
        yield from _twice(
            Both("号码", "number"), _entries(facts, facts.value.numbers, "number", "numbers")
        )
        if campaign.disguises:
            yield from _twice(
                Both("伪装", "disguise"),
                _entries(campaign.disguises, campaign.disguises.value.disguises, "id", "disguises"),
            )
            yield from _twice(
                Both("被拉的人", "entry of asked"),
                _entries(campaign.disguises, campaign.disguises.value.asked, "id", "asked"),
            )
            yield from _twice(
                Both("承诺", "entry of promised"),
                _entries(campaign.disguises, campaign.disguises.value.promised, "id", "promised"),
            )
        if campaign.help:
            yield from _twice(
                Both("情形", "situation"),
                _entries(campaign.help, campaign.help.value.situations, "number", "situations"),
            )
        yield from _twice(
            Both("资料", "material"),
            (
                entry
                for audience in campaign.audiences
                for entry in _entries(audience, audience.value.materials, "id", "materials")
            ),
        )
    places = context.collection.places
    yield from _twice(Both("地区", "place"), _entries(places, places.value.places, "id", "places"))


@rule
def reserved_ids(context: Context) -> Iterator[Problem]:
    """E302: an audience, or one of several campaigns, with the address of a page of the site or of
    a language; a place with the word that stands for all places."""
    taken = RESERVED | {
        language.lower() for campaign in context.campaigns for language in campaign.catalogs
    }
    places = context.collection.places
    for index, place in enumerate(places.value.places):
        if place.id == ALL_PLACES:
            yield Problem(
                "E302",
                places.span("places", index, "id"),
                id=place.id,
                kind=Both("地区", "a place"),
            )
    for campaign in context.campaigns:
        if campaign.id in taken and len(context.campaigns) > 1:
            yield Problem(
                "E302",
                Span(campaign.campaign.file),
                id=campaign.id,
                kind=Both("活动", "a campaign"),
            )
        for audience in campaign.audiences:
            if audience.id in taken:
                yield Problem(
                    "E302", Span(audience.file), id=audience.id, kind=Both("对象", "an audience")
                )
