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

from handbill.edition.edition import Edition
from handbill.edition.photos import Photograph
from handbill.edition.placeholders import (
    campaign_values,
    fill,
    fill_files,
    place_values,
    with_messages,
)
from handbill.edition.translated import named_place, published, published_languages
from handbill.kinds.audience import AudienceFile
from handbill.load.collection import Collection
from handbill.load.files import PLACES, Campaign
from handbill.load.images import Image
from handbill.load.places import Places, ResolvedPlace
from handbill.load.sourced import Sourced
from handbill.model.campaign import CampaignFile
from handbill.model.catalog import Catalog
from handbill.model.text import BLANK, PLACEHOLDER
from handbill.words import words
from handbill.words.languages import marks

_RESERVED = re.compile(r"(^|\.)(example\.(org|com|net)|example|test|invalid|localhost|local)$")


def is_reserved_address(site_url: str | None) -> bool:
    """Whether an address is unset or one that is reserved for examples (RFC 2606, RFC 6761)."""
    host = urlsplit(site_url or "").hostname or ""
    return not host or bool(_RESERVED.search(host)) or host.replace(".", "").isdigit()


def _lacking(
    place: ResolvedPlace, site_url: str | None, facts: CampaignFile, say: Mapping[str, str]
) -> tuple[str, ...]:
    """What a posted sheet must have and this one would lack, in the words of the language."""
    lacking = []
    if place.publisher == BLANK or "示例" in place.publisher:
        lacking.append(say["publisher"])
    if is_reserved_address(site_url):
        lacking.append(say["site_url"])
    if any(one.example for one in facts.every_number()):
        lacking.append(say["real_numbers"])
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
    own_words = catalog.own if catalog else campaign.own_words
    say = words(language, own_words)
    place = _place(collection.tree, place_id, language, catalog)
    told = published(campaign, catalog)
    return Edition(
        language=language,
        languages=published_languages(campaign),
        own_words=own_words,
        site_url=collection.settings.site_url,
        leave_url=collection.settings.leave_url,
        logo=collection.settings.logo,
        favicon=collection.settings.favicon,
        logos=tuple(_logos(collection, told, place)),
        photos=_photos(collection, told),
        place=place,
        told=told,
        files=fill_files(told, campaign_values(told, say) | place_values(told, place)),
        message_to_send=sample.sample if (sample := campaign.campaign.value.text_message) else None,
        lacking=_lacking(place, collection.settings.site_url, campaign.campaign.value, say),
        today=today,
    )


def _place(places: Places, place_id: str, language: str, catalog: Catalog | None) -> ResolvedPlace:
    place = places.resolve(place_id)
    # The names of a place and of those above it are told as Chinese has them.
    whole = catalog is None and not marks(language).join
    return place if whole else named_place(place, places, language, catalog)


def _logos(
    collection: Collection, told: Campaign, place: ResolvedPlace
) -> Iterator[tuple[Image, str]]:
    """The logos of a place, else of the campaign; one that could not be read is told elsewhere."""
    own = place.logos is not None
    folder = PLACES if own else told.id
    for logo in (place.logos or ()) if own else told.campaign.value.logos:
        if image := collection.images.get(f"{folder}/{logo.file}"):
            yield image, logo.alt


def _photos(collection: Collection, told: Campaign) -> dict[str, Photograph]:
    """The photographs of a campaign by id; one that could not be read is told elsewhere."""
    return {
        photo.id: Photograph(photo, image)
        for photo in (told.photos.value.photos if told.photos else ())
        if (image := collection.photos.get(f"{told.id}/{photo.file}"))
    }


def at_every_place(edition: Edition, collection: Collection) -> Iterator[Edition]:
    """Return the edition at each place that there is, for its local page: the campaign's own file,
    recalls and titles are filled in anew, all else stays as it is at the edition's place. So it
    takes a hundredth of the time of `localise`.
    """
    told, catalog = edition.told, edition.told.catalogs.get(edition.language)
    shared = campaign_values(told, edition.words)
    local = {
        file.id: file.value
        for file in told.audiences
        if any(
            map(
                PLACEHOLDER.search, (file.value.title, *(one.title for one in file.value.materials))
            )
        )
    }
    for place_id in collection.tree.by_id:
        place = _place(collection.tree, place_id, edition.language, catalog)
        values = shared | place_values(told, place)
        files = replace(
            edition.files,
            campaign=told.campaign.changed(fill(told.campaign.value, values)),
            recalls=told.recalls and told.recalls.changed(fill(told.recalls.value, values)),
            audiences=tuple(
                _titled(made, local[made.id], values) if made.id in local else made
                for made in edition.files.audiences
            ),
        )
        facts = told.campaign.value
        lacking = _lacking(place, collection.settings.site_url, facts, edition.words)
        yield replace(edition, place=place, files=files, lacking=lacking)


def _titled(
    made: Sourced[AudienceFile], told: AudienceFile, values: Mapping[str, str]
) -> Sourced[AudienceFile]:
    """An audience whose titles, and those of its materials, are filled in anew. told: the same with
    its placeholders."""
    values = with_messages(told, values)
    materials = [
        material.model_copy(update={"title": fill(unfilled.title, values)})
        for material, unfilled in zip(made.value.materials, told.materials, strict=True)
    ]
    titles = {"title": fill(told.title, values), "materials": materials}
    return made.changed(made.value.model_copy(update=titles))


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


def local_editions(
    editions: Localised, collection: Collection
) -> dict[tuple[str, str], list[Edition]]:
    """Localises each of the editions for every place, for the local pages; by id and language."""
    return {
        (edition.id, edition.language): list(at_every_place(edition, collection))
        for edition, _ in editions
    }
