"""What of a campaign is said in one language, and what of it nobody has translated yet."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import repeat
from typing import Any, TypeVar

from handbill.edition.senses import PLACES, sensed
from handbill.load.files import Campaign, FileType, of_campaign
from handbill.load.places import Places, ResolvedPlace
from handbill.model.case import AdjudicatedCase
from handbill.model.catalog import Catalog
from handbill.model.text import PLACEHOLDER, Untranslated
from handbill.model.texts import rebuilt, walk
from handbill.words.languages import marks

_WORDS = re.compile(r"[^\W\d_]|[、。《》！（），：；？]")
"""A letter, or a mark that only Chinese has."""

T = TypeVar("T")


def needs_translation(text: str) -> bool:
    """Whether there are words, or marks of Chinese, in a text besides its placeholders."""
    return bool(_WORDS.search(PLACEHOLDER.sub("", text)))


def untranslated(value: object) -> list[str]:
    """The texts below a value, once each, that its language has no translation of."""
    return list(
        dict.fromkeys(str(one) for _, one, _ in walk(value) if isinstance(one, Untranslated))
    )


def translated(file: str, value: T, catalog: Catalog) -> T:
    """A copy of a model in which each text is translated, or `Untranslated`. file: name of the sort
    of file that it is the contents of."""
    # `rebuilt` comes to the texts in the order of `walk`.
    senses = (sense for *_, sense in sensed(file, value)) if catalog.senses else repeat("")

    def said(text: str) -> str:
        made = catalog.get(text, next(senses))
        return made or (Untranslated(text) if needs_translation(text) else text)

    return rebuilt(value, said, translatable=True)


def published(campaign: Campaign, catalog: Catalog | None) -> Campaign:
    """Return a campaign without its withdrawn scenarios and their strips, translated where there is
    a catalog. Released cases that were withdrawn stay, for the note that says so."""
    language, known = catalog.language if catalog else None, _published(campaign)
    if language not in known or known[language][0] is not catalog:
        known[language] = catalog, _said(campaign, catalog)
    return known[language][1]


@of_campaign
def _published(campaign: Campaign) -> dict[str | None, tuple[Catalog | None, Campaign]]:
    """What a campaign says in each language, once somebody has asked: every place asks."""
    return {}


def _said(campaign: Campaign, catalog: Catalog | None) -> Campaign:
    withdrawn = {case.id for case in campaign.cases if case.value.is_withdrawn}
    kept = replace(
        campaign,
        cases=tuple(
            case
            for case in campaign.cases
            if case.id not in withdrawn or isinstance(case.value, AdjudicatedCase)
        ),
        comics=tuple(strip for strip in campaign.comics if strip.value.case not in withdrawn),
    )
    return kept.mapped(partial(_said_in, catalog)) if catalog else kept


def _said_in(catalog: Catalog, sort: FileType, value: Any) -> Any:
    return translated(sort.name, value, catalog)


def lacking_in_translation(campaign: Campaign, catalog: Catalog) -> list[str]:
    """The texts that every page shows and a translation lacks: it is not published with any."""
    facts = translated("campaign", campaign.campaign.value, catalog)
    titles = [
        catalog.get(one.value.title, "audience.title") or Untranslated(one.value.title)
        for one in campaign.audiences
        if needs_translation(one.value.title)
    ]
    return untranslated(
        [
            facts.title,
            facts.summary,
            facts.action,
            facts.numbers,
            facts.text_message,
            facts.disclaimer,
            facts.fiction_notice,
            facts.home.met
            or (campaign.help and translated("help", campaign.help.value, catalog).title),
            facts.home.look
            or (campaign.quiz and translated("quiz", campaign.quiz.value, catalog).title),
            titles,
        ]
    )


@of_campaign
def published_languages(campaign: Campaign) -> tuple[str, ...]:
    """The campaign's own language, then those whose translation has what every page shows."""
    return (
        campaign.campaign.value.language,
        *(
            tag
            for tag, catalog in campaign.catalogs.items()
            if not lacking_in_translation(campaign, catalog)
        ),
    )


def named_place(
    place: ResolvedPlace, places: Places, language: str, catalog: Catalog | None
) -> ResolvedPlace:
    """Return a place with its names in a language. They are proper names: one that nobody has
    translated stays as it is. In full, Chinese and Japanese go from the largest to the smallest,
    other languages the other way."""

    def name(text: str, field: str = "name") -> str:
        return (catalog and catalog.get(text, f"{PLACES}.{field}")) or text

    names, between = [name(one.name) for one in places.upwards(place.id)], marks(language)

    return replace(
        place,
        name=name(place.name),
        full_name=between.listing.join(names) if between.join else "".join(reversed(names)),
        publisher=name(place.publisher, "publisher"),
        signature=name(place.signature, "signature"),
        logos=place.logos
        and tuple(one.model_copy(update={"alt": name(one.alt)}) for one in place.logos),
    )
