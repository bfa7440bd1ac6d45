"""campaign × place × language → Edition: plain data with nothing left to look up.

Placeholders of a closed list are filled in here, places inherit from their parents, and what
nobody has supplied becomes a blank. A sheet that lacks what a posted sheet must have is a specimen.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from handbill.edition.edition import Audience, Edition
from handbill.edition.place import ResolvedPlace, resolve_place
from handbill.edition.placeholders import fill, message_values, placeholder_values
from handbill.edition.translated import named_place, published_languages, tell
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.model.text import BLANK, PLACEHOLDER
from handbill.words import words

_RESERVED = re.compile(r"(^|\.)(example\.(org|com|net)|example|test|invalid|localhost|local)$")


def is_reserved_address(site_url: str | None) -> bool:
    """Whether an address is unset or one that is reserved for examples (RFC 2606, RFC 6761)."""
    host = urlsplit(site_url or "").hostname or ""
    return not host or bool(_RESERVED.search(host)) or host.replace(".", "").isdigit()


def _lacking(place: ResolvedPlace, site_url: str | None, say: Mapping[str, str]) -> tuple[str, ...]:
    """What a posted sheet must have and this one would lack, in the words of the language."""
    lacking = []
    if place.publisher == BLANK or "示例" in place.publisher:
        lacking.append(say["publisher"])
    if is_reserved_address(site_url):
        lacking.append(say["site_url"])
    return tuple(lacking)


def localise(
    collection: Collection,
    campaign: Campaign,
    place_id: str,
    language: str | None = None,
    today: datetime.date | None = None,
) -> Edition:
    """The edition of `campaign` for one place, in one of its languages (its own for None).

    today: what is past by then is marked; None marks nothing. Texts that are not translated stand in
    it as `Untranslated`. Raises KeyError when the place or the language is unknown (`check` reports
    it before).
    """
    own = campaign.campaign.value.language
    language = language or own
    catalog = None if language == own else campaign.catalogs[language]
    own_words = catalog.own if catalog else {}
    say = words(language, own_words)
    places = collection.places.value.places
    place = resolve_place(places, place_id)
    if catalog:
        place = named_place(place, places, catalog)
    told = tell(campaign, catalog)
    values = placeholder_values(told, place, say)
    return Edition(
        id=campaign.id,
        language=language,
        languages=published_languages(campaign),
        own_words=own_words,
        site_url=collection.settings.site_url,
        leave_url=collection.settings.leave_url,
        place=place,
        campaign=fill(told.campaign, values),
        audiences=tuple(
            Audience(name, fill(file, values | fill(message_values(file), values)))
            for name, file in told.audiences.items()
        ),
        cases={name: fill(case, values) for name, case in told.cases.items()},
        strips={name: fill(strip, values) for name, strip in told.strips.items()},
        claims={claim.id: claim for claim in told.claims},
        topics=tuple(told.topics),
        sources=told.sources,
        terms=tuple(told.terms),
        disguises={item.id: item for item in told.disguises},
        asked={tag.id: tag for tag in told.asked},
        promised={tag.id: tag for tag in told.promised},
        quiz=fill(told.quiz, values) if told.quiz else None,
        why=fill(told.why, values) if told.why else None,
        help=fill(told.help, values) if told.help else None,
        recalls=tuple(fill(told.recalls, values)),
        message_to_send=sample.sample if (sample := campaign.campaign.value.text_message) else None,
        lacking=_lacking(place, collection.settings.site_url, say),
        today=today,
    )


def at_every_place(
    edition: Edition, collection: Collection, campaign: Campaign
) -> Iterator[Edition]:
    """An edition at each place that there is, for its local page: the campaign's own file, recalls
    and titles are filled in anew, all else stays as it is at the edition's place. So it takes a
    hundredth of the time of `localise`.
    """
    catalog = campaign.catalogs.get(edition.language)
    told = tell(campaign, catalog)
    local = [
        name
        for name, file in told.audiences.items()
        if any(PLACEHOLDER.search(one.title) for one in (file, *file.materials))
    ]
    places = collection.places.value.places
    for one in places:
        place = resolve_place(places, one.id)
        if catalog:
            place = named_place(place, places, catalog)
        values = placeholder_values(told, place, edition.words)

        def at_place(audience: Audience, values: Mapping[str, str] = values) -> Audience:
            if audience.id not in local:
                return audience
            file = told.audiences[audience.id]
            values = {**values, **fill(message_values(file), values)}
            return replace(
                audience,
                file=audience.file.model_copy(
                    update={
                        "title": fill(file.title, values),
                        "materials": [
                            material.model_copy(update={"title": fill(unfilled.title, values)})
                            for material, unfilled in zip(
                                audience.file.materials, file.materials, strict=True
                            )
                        ],
                    }
                ),
            )

        yield replace(
            edition,
            place=place,
            campaign=fill(told.campaign, values),
            recalls=tuple(fill(told.recalls, values)),
            audiences=tuple(map(at_place, edition.audiences)),
            lacking=_lacking(place, collection.settings.site_url, edition.words),
        )


Localised = list[tuple[Edition, Campaign]]
"""Editions with the campaign each is made of: its own language first, then the translations."""


def localise_all(
    collection: Collection, today: datetime.date | None, place: str | None = None
) -> Localised:
    """Localises every campaign for `place` (its default place if None), in its own language, then
    in those that it is translated into. Raises KeyError for an unknown place."""
    return [
        (localise(collection, one, place or one.campaign.value.default_place, language, today), one)
        for one in collection.campaigns
        for language in published_languages(one)
    ]


def local_editions(editions: Localised, collection: Collection) -> list[Edition]:
    """Localises each of the editions for every place, for the local pages."""
    return [
        one
        for edition, campaign in editions
        for one in at_every_place(edition, collection, campaign)
    ]
