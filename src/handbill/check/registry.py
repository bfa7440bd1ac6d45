"""The table of rules, and what a rule is given to look at."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from handbill.check.clean import Clean
from handbill.check.dialling import Dialling
from handbill.check.reviewed import settled
from handbill.check.texts import Published, published
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.load.collection import Collection as Site
from handbill.load.files import Campaign
from handbill.load.glyphs import Glyphs
from handbill.load.prose import Prose, read_prose
from handbill.load.templates import Looks
from handbill.problems import Problem, ordered
from handbill.problems.rules import Rules


@dataclass(frozen=True)
class Context:
    """What rules look at.

    collection: the loaded site. today: the day to check for. looks: palettes. pictures: names that
    the templates have. devices: those of lock-ups. picturing: kinds whose drawing shows the picture of
    its sheet. scenes and staging: the same of low pictures. glyphs: what the fonts of sheets have.
    None for what is not known, which is then not checked.
    """

    collection: Site
    today: datetime.date
    looks: Looks | None = None
    pictures: Collection[str] | None = None
    devices: Collection[str] | None = None
    picturing: Collection[str] | None = None
    scenes: Collection[str] | None = None
    staging: Collection[str] | None = None
    glyphs: Glyphs | None = None

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """The site's campaigns."""
        return self.collection.campaigns

    @cached_property
    def editions(self) -> list[tuple[Campaign, Edition]]:
        """Each campaign at its default place; one whose default place does not exist is left
        out, which is reported as a broken reference."""
        known = {place.id for place in self.collection.places.value.places}
        return [
            (campaign, localise(self.collection, campaign, campaign.campaign.value.default_place))
            for campaign in self.campaigns
            if campaign.campaign.value.default_place in known
        ]

    @cached_property
    def spoken(self) -> list[tuple[Campaign, Edition]]:
        """`editions`, each followed by its published translations."""
        return [
            pair
            for campaign, edition in self.editions
            for pair in (
                (campaign, edition),
                *(
                    (campaign, localise(self.collection, campaign, edition.place.id, language))
                    for language in edition.languages[1:]
                ),
            )
        ]

    @cached_property
    def dialling(self) -> Dialling:
        """Numbers of places, as their countries dial them."""
        return Dialling(self.collection)

    @cached_property
    def clean(self) -> Clean:
        """Texts that were found sound by an earlier check."""
        return Clean(self.collection.settings.build_dir)

    @cached_property
    def prose(self) -> tuple[list[Prose], list[Problem]]:
        """What stands outside of the campaigns, and what of it could not be read."""
        return read_prose(self.collection.settings)

    @cached_property
    def published(self) -> tuple[Published, ...]:
        """Every text that reaches a reader."""
        return tuple(published(self.collection, self.prose[0]))


MOST = 2_000
"""Problems that a rule may find: who has more of one sort mends their cause, and not each."""

rule = RULES = Rules[Context]()


def check_collection(
    collection: Site,
    today: datetime.date,
    *,
    looks: Looks | None = None,
    pictures: Collection[str] | None = None,
    devices: Collection[str] | None = None,
    picturing: Collection[str] | None = None,
    scenes: Collection[str] | None = None,
    staging: Collection[str] | None = None,
    glyphs: Glyphs | None = None,
) -> list[Problem]:
    """Run every rule; problems by file, line and column, at most MOST of a rule."""
    context = Context(
        collection, today, looks, pictures, devices, picturing, scenes, staging, glyphs
    )
    found = {
        (one.code, one.span, one.text("en")): one
        for rule in RULES
        for one in islice(rule(context), MOST)
    }
    context.clean.save()
    return ordered(settled(collection.campaigns, found.values()))
