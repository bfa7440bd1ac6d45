"""Ids: each once, and none that is an address of the site itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from handbill.check.references import DEFINED, GROUP, MATERIAL, PLACE, TAG
from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.load.walk import values
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
        folded = name.casefold() if isinstance(name, str) else name  # an address, so a file as well
        if folded in seen:
            yield Problem("E301", span, kind=kind, id=name, first=seen[folded])
        seen.setdefault(folded, span)


def _words_of_filters(campaign: Campaign) -> Iterator[Iterable[tuple[object, Span]]]:
    """Finds the words that must differ: those of each filter, and all that are addresses."""
    listed = []
    for number, one in enumerate(campaign.filters.value.filters if campaign.filters else ()):
        words = list(values(campaign.filters, f"filters.{number}.values.*.id"))
        if one.list_title:
            listed += words
        else:
            yield words
    yield listed


@rule
def unique_ids(context: Context) -> Iterator[Problem]:
    """E301: two things of one sort with the same id."""
    for campaign in context.campaigns:
        for kind, (file, pattern) in DEFINED.items():
            if kind is not GROUP:
                yield from _twice(kind, values(getattr(campaign, file), pattern))
        for named in _words_of_filters(campaign):
            yield from _twice(TAG, named)
        materials = (values(one, "materials.*.id") for one in campaign.audiences)
        yield from _twice(MATERIAL, chain.from_iterable(materials))
    yield from _twice(PLACE, values(context.collection.places, "places.*.id"))


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
        for place_id, span in values(context.collection.places, "places.*.id")
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
