"""What is loaded: the campaigns of a site, and the places they share."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbill.kinds.audience import Kinds
from handbill.load.files import Campaign
from handbill.load.images import Image
from handbill.load.places import Places
from handbill.load.settings import Settings
from handbill.load.sourced import Sourced
from handbill.model.place import PlacesFile

EARLIEST = datetime.date(1980, 1, 1)
"""The first day of a zip; gzip, of the sitemap, begins in 1970."""


@dataclass(frozen=True)
class Collection:
    """Everything below campaigns/: one or more campaigns, the places they share, and the kinds that
    their materials are of."""

    settings: Settings
    campaigns: tuple[Campaign, ...]
    places: Sourced[PlacesFile]
    kinds: Kinds
    images: Mapping[str, Image] = field(default_factory=dict)
    """What files name as logos, by path below campaigns/."""
    photos: Mapping[str, Image] = field(default_factory=dict)
    """What they name as photographs, as it lies on the disk: of a file that is a logo as well, this is
    not what may be published."""

    @cached_property
    def tree(self) -> Places:
        """The places by id, each with what it inherits."""
        return Places(self.places.value.places)

    @property
    def language(self) -> str:
        """The language of the site's first campaign, which names files of packs."""
        return self.campaigns[0].campaign.value.language

    @property
    def moment(self) -> datetime.datetime:
        """The date that PDFs and zips bear: the latest day a campaign was issued, midnight UTC, and
        EARLIEST at least.

        Never the clock's: the same input must give the same bytes.
        """
        day = max(EARLIEST, *(campaign.campaign.value.issued for campaign in self.campaigns))
        return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
