"""What kinds ask of an edition: one campaign in one place and one language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Protocol

from handbill.model.campaign import CampaignFile
from handbill.model.case import AnyCase
from handbill.model.place import Contact
from handbill.model.strip import Strip


class Dated(Protocol):
    """What may have a last day of its own: a material."""

    @property
    def valid_until(self) -> datetime.date | None:
        """The last day, None when the campaign's holds."""


class PlaceOfVoice(Protocol):
    """What kinds ask of the place of an edition."""

    @property
    def signature(self) -> str:
        """The name under a letter, or a blank."""

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """Local contacts by role."""


class Voice(Protocol):
    """What kinds ask of an edition.

    `edition.Edition` speaks so. Kinds know no more of it, so that they come before it on the road.
    """

    @property
    def language(self) -> str:
        """The tag of the language: zh-CN, en."""

    @property
    def words(self) -> Mapping[str, str]:
        """The generator's own words on sheets."""

    @property
    def campaign(self) -> CampaignFile:
        """The campaign's own file."""

    @property
    def place(self) -> PlaceOfVoice:
        """The place."""

    @property
    def cases(self) -> Mapping[str, AnyCase]:
        """Published cases by id."""

    @property
    def strips(self) -> Mapping[str, Strip]:
        """Published strips by id."""

    def contacts(self, roles: list[str]) -> list[dict[str, str | None]]:
        """Label, number (None: to be filled in by hand) and field of local contacts."""

    def contact_lines(self, roles: list[str]) -> list[str]:
        """The same as lines of text."""

    def number_lines(self) -> list[str]:
        """A line for each hotline."""

    def action_lines(self) -> list[str]:
        """The steps, then the numbers."""

    def sentence(self, parts: Sequence[str]) -> str:
        """Lines of a headline as one sentence."""

    def in_one(self, parts: Sequence[str]) -> str:
        """Lines of a headline on one line."""

    def pair(self, title: str, text: str = "") -> str:
        """A title with what follows its colon."""

    def written_date(self) -> str:
        """The date under a letter."""

    def text_message_number(self) -> str | None:
        """The text-message number of the place."""

    def valid_until(self, material: Dated) -> datetime.date:
        """The day a sheet must come down."""
