"""Every text of a file with its path, and what kind of text it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbill.load.collection import Campaign, Sourced
from handbill.load.marks import Path
from handbill.problems import Span


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands. path: into the file; the names of fields are its strings."""

    file: Sourced[Any]
    path: Path
    value: str

    def find(self, part: str) -> Span:
        """Where `part` stands in it."""
        return self.file.find(part, *self.path)

    def under(self, *fields: str) -> bool:
        """Whether the text stands in one of these fields, at any depth."""
        return any(step in fields for step in self.path)


def texts_of(file: Sourced[Any]) -> Iterator[Text]:
    """Every text of a file that people read; addresses (https://…) are not texts."""
    for path, value in file.strings:
        if "://" not in value or " " in value or len(value) > 300:
            yield Text(file, path, value)


def filled_files(campaign: Campaign) -> Iterator[Sourced[Any]]:
    """The files of a campaign in which placeholders are filled in."""
    yield campaign.campaign
    for file in (campaign.quiz, campaign.why, campaign.help):
        if file is not None:
            yield file
    yield from campaign.audiences
    yield from campaign.cases
    yield from campaign.comics


def literal_files(campaign: Campaign) -> Iterator[Sourced[Any]]:
    """The files of a campaign that are used as they are written."""
    yield campaign.sources
    yield campaign.claims
    for file in (campaign.glossary, campaign.disguises):
        if file is not None:
            yield file
