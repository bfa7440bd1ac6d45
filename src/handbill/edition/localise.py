"""campaign × place × language → Edition: plain data with nothing left to look up.

Placeholders of a closed list are filled in here, places inherit from their parents, and what
nobody has supplied becomes a blank. A sheet that lacks what a posted sheet must have is a specimen.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from handbill.edition.edition import Edition
from handbill.edition.photos import Photograph
from handbill.edition.placeholders import campaign_values, fill, place_values, with_messages
from handbill.edition.senses import PLACES as LISTED
from handbill.edition.translated import named_place, published, published_languages
from handbill.kinds.audience import AudienceFile
from handbill.load.collection import Collection
from handbill.load.files import PLACES, Campaign, FileType, of_campaign
from handbill.load.images import Image
from handbill.load.places import Places, ResolvedPlace
from handbill.load.sourced import Sourced
from handbill.model.campaign import CampaignFile
from handbill.model.catalog import Catalog
from handbill.model.text import BLANK, PLACEHOLDER, Untranslated
from handbill.words import words
from handbill.words.languages import marks

F = TypeVar("F")
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
        files=_filled(told, say, place_values(told, place)),
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


class EveryPlace:
    """The edition at each place that there is, made as it is asked for, for local pages: memory does
    not grow with the places. The campaign's own file, recalls and titles are filled in anew where
    places differ in what they say, all else stays as it is at the edition's own place. So it takes a
    thousandth of the time of `localise`.
    """

    def __init__(self, edition: Edition, collection: Collection) -> None:
        self.edition = edition
        self._collection = collection
        self._catalog = edition.told.catalogs.get(edition.language)

    def __iter__(self) -> Iterator[Edition]:
        return self.at(self._collection.tree.by_id)

    def at(self, ids: Iterable[str]) -> Iterator[Edition]:
        """Yields the edition at each of these places."""
        edition, told = self.edition, self.edition.told
        shared = campaign_values(told, edition.words)
        campaign = _Refilled(told.campaign, shared)
        recalls = told.recalls and _Refilled(told.recalls, shared)
        audiences = [
            _Titles(*pair, shared)
            for pair in zip(edition.files.audiences, told.audiences, strict=True)
        ]
        lacking = {}
        for place in map(self.place, ids):
            values = place_values(told, place)
            files = replace(
                edition.files,
                campaign=campaign.at(values),
                recalls=recalls.at(values) if recalls else None,
                audiences=edition.files.audiences
                if not any(one.names for one in audiences)
                else tuple(one.at(values) for one in audiences),
            )
            if place.publisher not in lacking:
                address, facts = self._collection.settings.site_url, told.campaign.value
                lacking[place.publisher] = _lacking(place, address, facts, edition.words)
            yield replace(edition, place=place, files=files, lacking=lacking[place.publisher])

    def place(self, place_id: str) -> ResolvedPlace:
        """Returns a place, with its names in the language. Raises KeyError for an unknown id."""
        return _place(self._collection.tree, place_id, self.edition.language, self._catalog)

    @property
    def tree(self) -> Places:
        """The places as they are written."""
        return self._collection.tree

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of all places in the language, by id, in the order of the files."""
        said, tree = self._catalog, self._collection.tree.by_id
        return {
            one: (said and said.get(place.name, f"{LISTED}.name")) or place.name
            for one, place in tree.items()
        }

    @cached_property
    def below(self) -> Mapping[str | None, Sequence[str]]:
        """Ids of the places directly below each; below None those that have none above them."""
        tree = self._collection.tree.by_id
        found: dict[str | None, list[str]] = {}
        for one, place in tree.items():
            found.setdefault(place.parent if place.parent in tree else None, []).append(one)
        return found


class _Refilled(Generic[F]):
    """A file whose placeholders are filled in once for all places that say the same in them.

    shared: what stands for placeholders that are the same at every place.
    """

    remembered = 64
    """Fillings that are kept: places of one district often say the same."""

    def __init__(self, told: Sourced[F], shared: Mapping[str, str]) -> None:
        self.told, self.shared = told, shared
        self.names = self.found()
        self._made: dict[tuple[str | bool, ...], Sourced[F]] = {}

    def found(self) -> tuple[str, ...]:
        """Returns the placeholders that places have texts of their own for."""
        return _local_names(self.told.strings)

    def at(self, values: Mapping[str, str]) -> Sourced[F]:
        """Returns the file as it is where these values hold."""
        said = [values.get(name, "") for name in self.names]
        key: tuple[str | bool, ...] = (*said, *(isinstance(one, Untranslated) for one in said))
        if key not in self._made:
            if len(self._made) >= self.remembered:
                self._made.clear()
            self._made[key] = self.made(values)
        return self._made[key]

    def made(self, values: Mapping[str, str]) -> Sourced[F]:
        """Returns the file filled in anew."""
        return self.told.changed(fill(self.told.value, {**self.shared, **values}))


class _Titles(_Refilled[AudienceFile]):
    """An audience of which only titles are filled in anew, its own and those of its materials.

    filled: the same audience, filled in for another place.
    """

    def __init__(
        self, filled: Sourced[AudienceFile], told: Sourced[AudienceFile], shared: Mapping[str, str]
    ) -> None:
        self._filled = filled
        super().__init__(told, shared)

    def found(self) -> tuple[str, ...]:
        """Returns the placeholders of titles, and of the messages that titles may tell."""
        audience = self.told.value
        titles = [audience.title, *(one.title for one in audience.materials)]
        if not any(map(PLACEHOLDER.search, titles)):
            return ()
        return _local_names(((), text) for text in (*titles, *audience.lengths.values()))

    def made(self, values: Mapping[str, str]) -> Sourced[AudienceFile]:
        """Returns the audience with its titles filled in anew."""
        if not self.names:
            return self._filled
        told, filled = self.told.value, self._filled
        values = with_messages(told, {**self.shared, **values})
        materials = [
            material.model_copy(update={"title": fill(unfilled.title, values)})
            for material, unfilled in zip(filled.value.materials, told.materials, strict=True)
        ]
        titles = {"title": fill(told.title, values), "materials": materials}
        return filled.changed(filled.value.model_copy(update=titles))


class _Whole(_Refilled[Any]):
    """A file of a campaign that is filled in as a whole, for one place after another."""

    remembered = 1

    def made(self, values: Mapping[str, str]) -> Sourced[Any]:
        """Returns the file filled in anew, with the tellings of its message for an audience."""
        told = self.told.value
        return self.told.changed(fill(told, with_messages(told, {**self.shared, **values})))


@of_campaign
def _fillers(told: Campaign) -> list[tuple[FileType, _Whole | None, Sourced[Any]]]:
    """The files of a campaign, once somebody has asked, each with what fills it in."""
    return []


def _filled(told: Campaign, say: Mapping[str, str], values: Mapping[str, str]) -> Campaign:
    """The campaign with its placeholders filled in, where they may stand."""
    fillers = _fillers(told)
    if not fillers:
        shared = campaign_values(told, say)
        fillers += [
            (sort, _Whole(file, shared) if sort.filled else None, file)
            for sort, file in told.each()
        ]
    made: dict[str, Any] = {}
    for sort, filler, file in fillers:
        new = filler.at(values) if filler else file
        made[sort.field] = new if sort.folder is None else (*made.get(sort.field, ()), new)
    return replace(told, **made)


_LOCAL = re.compile(r"place\..*|contact\..*|reward")


def _local_names(strings: Iterable[tuple[object, str]]) -> tuple[str, ...]:
    found = (name for _, text in strings for name in PLACEHOLDER.findall(text))
    return tuple(dict.fromkeys(filter(_LOCAL.fullmatch, found)))


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
) -> dict[tuple[str, str], EveryPlace]:
    """Localises each of the editions for every place, for the local pages; by id and language."""
    return {
        (edition.id, edition.language): EveryPlace(edition, collection) for edition, _ in editions
    }
