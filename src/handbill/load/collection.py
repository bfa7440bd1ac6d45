"""What is loaded: typed files that remember where every value stands, bundled into campaigns."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from handbill.kinds.audience import AudienceFile
from handbill.load.marks import Marks, Path
from handbill.load.settings import Settings
from handbill.model.campaign import CampaignFile, DisguisesFile, HelpFile, QuizFile
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.catalog import Catalog
from handbill.model.law import ClaimsFile, GlossaryFile, SourcesFile
from handbill.model.place import PlacesFile
from handbill.model.recall import RecallsFile
from handbill.model.strip import Strip
from handbill.model.why import WhyFile
from handbill.problems import Span

M = TypeVar("M", covariant=True)


@dataclass(frozen=True)
class Sourced(Generic[M]):
    """A file's contents with the place of every value in it.

    id: the file's stem. file: posix path relative to the site's root.
    """

    id: str
    file: str
    value: M
    marks: Marks

    def span(self, *path: str | int) -> Span:
        """Where the value at `path` stands, or the nearest value around it."""
        return self.marks.span(path)

    def key_span(self, *path: str | int) -> Span:
        """Where the name of the field at `path` stands."""
        return self.marks.key_span(path)

    def find(self, text: str, *path: str | int) -> Span:
        """Where `text` first stands inside the value at `path`; the whole value when it is folded
        or escaped so that it cannot be found."""
        return self.marks.find(text, path)

    @cached_property
    def strings(self) -> tuple[tuple[Path, str], ...]:
        """Every string in the file with its path; found once, though a dozen rules look at them."""
        return tuple(_strings(self.value, ()))


def _strings(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))


@dataclass(frozen=True)
class Campaign:
    """The files of one campaign. id: its folder's name."""

    id: str
    campaign: Sourced[CampaignFile]
    sources: Sourced[SourcesFile]
    claims: Sourced[ClaimsFile]
    glossary: Sourced[GlossaryFile] | None
    quiz: Sourced[QuizFile] | None
    help: Sourced[HelpFile] | None
    disguises: Sourced[DisguisesFile] | None
    audiences: tuple[Sourced[AudienceFile], ...]
    """In the order of the pages."""
    cases: tuple[Sourced[AdjudicatedCase | Scenario], ...]
    """In the order of the lists."""
    comics: tuple[Sourced[Strip], ...] = ()
    """Strips, by name."""
    recalls: Sourced[RecallsFile] | None = None
    why: Sourced[WhyFile] | None = None
    catalogs: Mapping[str, Catalog] = field(default_factory=dict)
    """Translations by language tag, in the order of the tags."""
    unread: frozenset[str] = frozenset()
    """Ids of files that are there but broken: what refers to them is not to be blamed for it."""

    def files(self) -> Iterator[Sourced[object]]:
        """Every file of the campaign."""
        yield self.campaign
        yield self.sources
        yield self.claims
        for file in (self.glossary, self.quiz, self.why, self.help, self.disguises, self.recalls):
            if file is not None:
                yield file
        yield from self.audiences
        yield from self.cases
        yield from self.comics


@dataclass(frozen=True)
class Collection:
    """Everything below campaigns/: one or more campaigns, and the places they share."""

    settings: Settings
    campaigns: tuple[Campaign, ...]
    places: Sourced[PlacesFile]

    @property
    def language(self) -> str:
        """The language of the site's first campaign, which names files of packs."""
        return self.campaigns[0].campaign.value.language

    @property
    def moment(self) -> datetime.datetime:
        """The date that PDFs and zips bear: the latest day a campaign was issued, midnight UTC.

        Never the clock's: the same input must give the same bytes.
        """
        day = max(campaign.campaign.value.issued for campaign in self.campaigns)
        return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
