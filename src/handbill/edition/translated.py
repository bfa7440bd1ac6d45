"""What of a campaign is said in one language, and what of it nobody has translated yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from handbill.edition.place import ResolvedPlace
from handbill.kinds.audience import AudienceFile
from handbill.load.files import Campaign
from handbill.model.campaign import CampaignFile, CaseTag, Disguise, HelpFile, QuizFile
from handbill.model.case import AnyCase
from handbill.model.catalog import Catalog
from handbill.model.law import Claim, Source, Term, Topic
from handbill.model.place import Place
from handbill.model.recall import Recall
from handbill.model.strip import Strip
from handbill.model.text import PLACEHOLDER, Untranslated
from handbill.model.texts import rebuilt, walk
from handbill.model.why import WhyFile

_WORDS = re.compile(r"[^\W\d_]|[、。《》！（），：；？]")
"""A letter, or a mark that only Chinese has."""

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """The files of a campaign in one language, placeholders still in them."""

    campaign: CampaignFile
    sources: Mapping[str, Source]
    claims: list[Claim]
    topics: list[Topic]
    terms: list[Term]
    disguises: list[Disguise]
    asked: list[CaseTag]
    promised: list[CaseTag]
    quiz: QuizFile | None
    why: WhyFile | None
    help: HelpFile | None
    recalls: list[Recall]
    audiences: Mapping[str, AudienceFile]
    cases: Mapping[str, AnyCase]
    strips: Mapping[str, Strip]


def needs_translation(text: str) -> bool:
    """Whether there are words, or marks of Chinese, in a text besides its placeholders."""
    return bool(_WORDS.search(PLACEHOLDER.sub("", text)))


def untranslated(value: object) -> list[str]:
    """The texts below a value, once each, that its language has no translation of."""
    return list(
        dict.fromkeys(str(one) for _, one, _ in walk(value) if isinstance(one, Untranslated))
    )


def translated(value: T, catalog: Catalog) -> T:
    """A copy of a model in which each text is translated, or `Untranslated`."""
    return rebuilt(
        value,
        lambda text: catalog.get(text) or (Untranslated(text) if needs_translation(text) else text),
        translatable=True,
    )


def tell(campaign: Campaign, catalog: Catalog | None) -> Told:
    """The published files of a campaign, translated where there is a catalog."""

    def told(value: T) -> T:
        return value if catalog is None else translated(value, catalog)

    withdrawn = {case.id for case in campaign.cases if case.value.status == "withdrawn"}
    kept = campaign.disguises.value if campaign.disguises else None
    return Told(
        campaign=told(campaign.campaign.value),
        sources={source.id: told(source) for source in campaign.sources.value.sources},
        claims=[told(claim) for claim in campaign.claims.value.claims],
        topics=[told(topic) for topic in campaign.claims.value.topics],
        terms=[told(term) for term in campaign.glossary.value.terms] if campaign.glossary else [],
        disguises=[told(item) for item in kept.disguises] if kept else [],
        asked=[told(tag) for tag in kept.asked] if kept else [],
        promised=[told(tag) for tag in kept.promised] if kept else [],
        quiz=told(campaign.quiz.value) if campaign.quiz else None,
        why=told(campaign.why.value) if campaign.why else None,
        help=told(campaign.help.value) if campaign.help else None,
        recalls=[told(one) for one in campaign.recalls.value.recalls] if campaign.recalls else [],
        audiences={audience.id: told(audience.value) for audience in campaign.audiences},
        cases={case.id: told(case.value) for case in campaign.cases if case.id not in withdrawn},
        strips={
            strip.id: told(strip.value)
            for strip in campaign.comics
            if strip.value.case not in withdrawn
        },
    )


def lacking_in_translation(campaign: Campaign, catalog: Catalog) -> list[str]:
    """The texts that every page shows and a translation lacks: it is not published with any."""
    facts = translated(campaign.campaign.value, catalog)
    titles = [
        catalog.get(one.value.title) or Untranslated(one.value.title)
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
            facts.home.met,
            facts.home.look,
            titles,
        ]
    )


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


def named_place(place: ResolvedPlace, places: list[Place], catalog: Catalog) -> ResolvedPlace:
    """A place with its names in another language. They are proper names: one that nobody has
    translated stays as it is."""

    def name(text: str) -> str:
        return catalog.get(text) or text

    by_id = {one.id: one.name for one in places}
    full = ", ".join(name(by_id[one]) for one in (place.id, *place.ancestors))
    return replace(
        place,
        name=name(place.name),
        full_name=full,
        publisher=name(place.publisher),
        signature=name(place.signature),
    )
