"""Every text of a file with its path; and every text that reaches a reader, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from handbill.load.collection import Collection
from handbill.load.files import PLACES, Campaign
from handbill.load.marks import Path
from handbill.load.prose import Prose
from handbill.load.sourced import Sourced
from handbill.model.catalog import Catalog, Message
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
    """Every text of a file that people read; addresses (https://…) are not texts, nor is what tells
    places apart and says of which level they are, of which there may be a million."""
    for path, value in file.strings:
        if path[0] == PLACES and path[-1] in _NO_TEXTS:
            continue
        if "://" not in value or " " in value or len(value) > 300:
            yield Text(file, path, value)


@dataclass(frozen=True, slots=True)
class Published:
    """A text that reaches a reader.

    sort: campaign, places, translation, page, settings, template or name (of a file). find: where a
    part of it stands. path: into a file of YAML, else empty. campaign: whose it is, None for the
    site's. language: its tag, "" where nothing says it. original: of a translation. code: typewriter
    type, which shows how something is written and does not say it. lead: what introduces the list
    that it is an item of.
    """

    sort: str
    value: str
    find: Callable[[str], Span]
    path: Path = ()
    file: Sourced[Any] | None = None
    campaign: Campaign | None = None
    language: str = ""
    original: str = ""
    code: bool = False
    lead: str = ""

    def under(self, *fields: str) -> bool:
        """Whether the text stands in one of these fields, at any depth."""
        return any(step in fields for step in self.path)

    @property
    def refused(self) -> bool:
        """Whether it is an item of a list of what is not to be said or done."""
        return _REFUSED.search(self.lead) is not None

    @property
    def proper_name(self) -> bool:
        """Whether it is what a place is called, which does nothing to people whatever its
        characters mean: 停水村 is a village."""
        return (
            self.sort == "places"
            and self.path[2:] == ("name",)
            and not _SENTENCE.search(self.value)
        )

    @property
    def avoided(self) -> bool:
        """Whether it is a word of the glossary, which explains words that are not used, too."""
        glossary = self.campaign and self.campaign.glossary
        return self.file is not None and self.file is glossary and not self.under("meaning")


def asked_of(campaign: Campaign) -> frozenset[str]:
    """The questions and words of answers.yml. Their translations are what people ask in that language,
    not the same line by line."""
    file = campaign.answers
    return frozenset(text for _, text in file.strings) if file else frozenset()


_NO_TEXTS = frozenset({"id", "parent", "level", "country"})
_SENTENCE = re.compile("[，。；：！？,;:!?]|.{41}")
"""What a name has not that a sentence has: marks, or more characters than any place's name."""
_REFUSED = re.compile("请删掉|请不要|永远不|绝不|(?i:do not|never)")


def published(collection: Collection, prose: Iterable[Prose]) -> Iterator[Published]:
    """Every text that reaches a reader: of campaigns and places, their translations, pages of
    docs/, settings, a site's own templates, and the names of files that become addresses. Not the
    questions of answers.yml: they say what people ask, and no page shows them."""
    for campaign in collection.campaigns:
        language = campaign.campaign.value.language
        unread = (campaign.reviewed, campaign.answers)
        asked = asked_of(campaign)
        for file in campaign.files():
            for text in texts_of(file) if not any(file is one for one in unread) else ():
                yield Published(
                    "campaign", text.value, text.find, text.path, file, campaign, language
                )
        for tag, catalog in campaign.catalogs.items():
            for message in catalog.every:
                if message.original in asked:
                    continue
                yield Published(
                    "translation",
                    message.text,
                    partial(_place, catalog, message),
                    campaign=campaign,
                    language=tag,
                    original=message.original,
                )
    for text in texts_of(collection.places):
        yield Published("places", text.value, text.find, text.path, collection.places)
    for one in prose:
        yield Published(one.sort, one.value, one.find, code=one.code, lead=one.lead)


def _place(catalog: Catalog, message: Message, part: str) -> Span:
    line, column = catalog.place(message, part)
    return Span(catalog.file, line, column, column + len(part))
