"""What the site tells other programs: /api/v1/materials.json and /api/v1/claims.json.

These models are a promise to others. Within version 1 fields may be added, and nothing may be taken
away, renamed or given another type; a value that a field could not have before is a new version, and
so a new address. A test holds the schemas of docs/schema to that.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

VERSION = "1"
"""Of the feeds; part of their address."""
LICENCE_NAME, LICENCE_URL = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
"""Of the texts and pictures of every campaign."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True)  # unknown fields are allowed: later ones are additions


def _field(description: str, default: Any = ..., **settings: Any) -> Any:
    return Field(description=description, default=default, **settings)


def _address(description: str, default: Any = ...) -> Any:
    return _field(description, default, pattern=r"^https?://")


class Licence(_Entry):
    """Under what terms the contents may be used again."""

    name: str = _field("Short name", examples=[LICENCE_NAME])
    url: str = _address("Its text")


class Reference(_Entry):
    """A page of the site that an entry speaks of."""

    id: str = _field("Identifier, unique among its type")
    title: str = _field("Title of the page")
    url: str = _address("Permanent address")


class _Feed(_Entry):
    version: Literal["1"] = _field("Version of this format")
    schema_url: str = _address("JSON Schema of this file")
    title: str = _field("Name of the campaign")
    language: str = _field("Language of the texts, as a BCP 47 tag", examples=["zh-CN"])
    home_page_url: str = _address("Home page of the campaign in this language")
    feed_url: str = _address("Address of this file")
    publisher: str | None = _field("Who publishes the campaign here; null while nobody is named")
    place: str = _field("For which place this edition is")
    specimen: bool = _field(
        "True while publisher or address are not set: nothing of this may be posted"
    )
    generated: datetime.date = _field(
        "Day that the campaign was issued or last checked, "
        "whichever is later; not the day of the build"
    )
    valid_until: datetime.date = _field("Last day of the campaign")
    licence: Licence = _field("Terms of use")


class PrintFile(_Entry):
    """A file to print or to show."""

    edition: Literal["office", "press", "large", "screen"] = _field(
        "office: no bleed; press: bleed and crop marks, printing inks; large: large "
        "print; screen: exact pixels"
    )
    media_type: Literal["application/pdf", "image/png"] = _field("Media type")
    url: str = _address("Permanent address")


class PrintSize(_Entry):
    """A size that a material is made in."""

    name: str = _field("Name in file names", examples=["A3"])
    title: str = _field("Name to show")
    width: float = _field("Finished width in the unit", gt=0)
    height: float = _field(
        "Finished height in the unit; of an image that is as high as its text, the least", gt=0
    )
    unit: Literal["mm", "px"] = _field("Millimetres on paper, pixels on screens")
    files: list[PrintFile] = _field("Files in this size", min_length=1)


class MaterialEntry(_Entry):
    """One thing to print or to show."""

    id: str = _field("Identifier; stays the same over versions")
    url: str = _address("Permanent address of its page")
    title: str = _field("Title")
    kind: str = _field("Kind of material", examples=["poster"])
    kind_title: str = _field("Name of the kind to show")
    audience: Reference = _field("Whom it is for")
    use: str = _field("Where and how it is used")
    version: str = _field("Version printed on it", examples=["1.0"])
    valid_until: datetime.date = _field("Day by which it must come down")
    sizes: list[PrintSize] = _field("Sizes, with their files", min_length=1)
    preview_url: str = _address("Picture of its first side, 1080 pixels wide")
    thumbnail_url: str = _address("Small picture for lists")
    text_url: str | None = _address(
        "Its words as a text file, for kinds that have them to copy", None
    )
    claims: list[str] = _field("Ids of the claims it rests on, as in claims.json")


class MaterialsFeed(_Feed):
    """Every material of a campaign, by audience and kind."""

    materials: list[MaterialEntry] = _field("Materials")


class SourceEntry(_Entry):
    """The law, judgment or official release that a claim rests on."""

    id: str = _field("Identifier")
    title: str = _field("Full title")
    short_title: str = _field("Title as cited")
    issuer: str = _field("Who issued it")
    number: str | None = _field("Document number", None)
    kind: Literal["law", "regulation", "interpretation", "policy", "judgment", "release"] = _field(
        "Kind of document"
    )
    status: Literal[
        "in_force", "under_revision", "policy", "released", "superseded", "withdrawn"
    ] = _field("State of the document")
    issued: datetime.date | None = _field("Day it was issued", None)
    in_force: datetime.date | None = _field("In force since", None)
    superseded_by: str | None = _field("Id of the newer source", None)
    official_url: str | None = _field("Official address, if it has been opened and read", None)
    checked_on: datetime.date = _field("Last checked on")
    review_by: datetime.date = _field("To be checked again by")


class Use(_Entry):
    """What says a claim, or rests on it."""

    type: Literal["home", "help", "check", "audience", "case", "material"] = _field(
        "What it is; home for a page of the site that is none of these"
    )
    title: str = _field("Title of the page, or the question that asks about it")
    url: str = _address("Permanent address")


class ClaimEntry(_Entry):
    """One sentence that is true because of a source and its article."""

    id: str = _field("Identifier; stays the same for good", examples=["C01"])
    url: str = _address("Permanent address: what prints and other pages may point to")
    text: str = _field("The sentence")
    short_text: str | None = _field("A shorter wording", None)
    verbatim: bool = _field("True when it is quoted word for word, in the language of the source")
    topic: str = _field("Heading it stands under")
    article: str | None = _field("Article of the source", None)
    citation: str = _field("Source and article as cited")
    source: SourceEntry = _field("What it rests on")
    applies_from: datetime.date | None = _field("Day from which it applies", None)
    checked_on: datetime.date = _field("Last checked on")
    review_by: datetime.date = _field("To be checked again by")
    used_by: list[Use] = _field("Pages that say it or rest on it")


class ClaimsFeed(_Feed):
    """Every claim of a campaign in the order of the law page."""

    claims: list[ClaimEntry] = _field("Claims")
    only_in_source_language: list[str] = _field(
        "Ids of claims that are not translated into this language: they are only in the "
        "feed of the campaign's own language"
    )


FEEDS: dict[str, type[BaseModel]] = {"materials": MaterialsFeed, "claims": ClaimsFeed}
"""Name of the file → its model."""


def feed_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a feed, as it is published beside it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(FEEDS[name]).json_schema(mode="serialization"),
    }
