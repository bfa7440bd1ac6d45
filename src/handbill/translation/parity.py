"""How much of a campaign each of its translations has, and what it must not lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from handbill.edition.translated import published_languages
from handbill.load.collection import Collection
from handbill.load.files import Campaign, Group
from handbill.translation.catalogs import Counts
from handbill.translation.extract import REQUIRED, Text, campaign_texts


@dataclass(frozen=True)
class Missing:
    """A text of law or safety that a translation lacks. fuzzy: it has one for an older wording."""

    text: str
    group: Group
    file: str
    line: int
    fuzzy: bool


@dataclass(frozen=True)
class Parity:
    """One translation against the original. groups: counts by what the texts are for, in the order
    in which they matter. published: whether the site shows this language at all."""

    campaign: str
    language: str
    file: str
    published: bool
    groups: Mapping[Group, Counts]
    missing: tuple[Missing, ...]

    @property
    def total(self) -> Counts:
        """The counts of all groups together."""
        counts = self.groups.values()
        return Counts(
            sum(one.translated for one in counts),
            sum(one.fuzzy for one in counts),
            sum(one.missing for one in counts),
        )


_ORDER: tuple[Group, ...] = (
    "law",
    "safety",
    "frame",
    "audiences",
    "cases",
    "other",
    "materials",
    "places",
    "words",
)


def parity(collection: Collection) -> list[Parity]:
    """Returns a report for every translation of every campaign."""
    return [
        _of(collection, campaign, language)
        for campaign in collection.campaigns
        for language in campaign.catalogs
    ]


def _of(collection: Collection, campaign: Campaign, language: str) -> Parity:
    catalog = campaign.catalogs[language]
    states: dict[Group, Counter[str]] = {}
    missing = []

    def state(one: Text) -> str:
        if one.group == "words":
            return "translated" if one.context in catalog.own else "missing"
        message = catalog.entry(one.text, one.context or "")
        if message and message.is_used:
            return "translated"
        return "fuzzy" if message and message.text else "missing"

    for one in campaign_texts(collection, campaign, language):
        found = state(one)
        states.setdefault(one.group, Counter())[found] += 1
        if found != "translated" and one.group in REQUIRED:
            file, line = one.places[0]
            missing.append(Missing(one.text, one.group, file, line, found == "fuzzy"))
    groups = {
        group: Counts(states[group]["translated"], states[group]["fuzzy"], states[group]["missing"])
        for group in _ORDER
        if group in states
    }
    return Parity(
        campaign.id,
        language,
        catalog.file,
        language in published_languages(campaign),
        groups,
        tuple(missing),
    )
