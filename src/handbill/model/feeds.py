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
_ADDRESS = r"^https?://"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True)  # unknown fields are allowed: later ones are additions


def _address(description: str, **settings: Any) -> Any:
    return Field(description=description, pattern=_ADDRESS, **settings)


class Licence(_Entry):
    """Under what terms the contents may be used again."""

    name: str = Field(description="Short name", examples=[LICENCE_NAME])
    url: str = _address("Its text")


class Reference(_Entry):
    """A page of the site that an entry speaks of."""

    id: str = Field(description="Identifier, unique among its type")
    title: str = Field(description="Title of the page")
    url: str = _address("Permanent address")


class _Feed(_Entry):
    version: Literal["1"] = Field(description="Version of this format")
    schema_url: str = _address("JSON Schema of this file")
    title: str = Field(description="Name of the campaign")
    language: str = Field(description="Language of the texts, as a BCP 47 tag", examples=["zh-CN"])
    home_page_url: str = _address("Home page of the campaign in this language")
    feed_url: str = _address("Address of this file")
    publisher: str | None = Field(
        description="Who publishes the campaign here; null while nobody is named"
    )
    place: str = Field(description="For which place this edition is")
    specimen: bool = Field(
        description="True while publisher or address are not set: nothing of this may be posted"
    )
    generated: datetime.date = Field(
        description="Day that the campaign was issued or last checked, "
        "whichever is later; not the day of the build"
    )
    valid_until: datetime.date = Field(description="Last day of the campaign")
    licence: Licence = Field(description="Terms of use")


class PrintFile(_Entry):
    """A file to print or to show."""

    edition: Literal["office", "press", "large", "screen"] = Field(
        description="office: no bleed; press: bleed and crop marks, printing inks; large: large "
        "print; screen: exact pixels"
    )
    media_type: Literal["application/pdf", "image/png"] = Field(description="Media type")
    url: str = _address("Permanent address")


class PrintSize(_Entry):
    """A size that a material is made in."""

    name: str = Field(description="Name in file names", examples=["A3"])
    title: str = Field(description="Name to show")
    width: float = Field(description="Finished width in the unit", gt=0)
    height: float = Field(
        description="Finished height in the unit; of an image that is as high as "
        "its text, the least",
        gt=0,
    )
    unit: Literal["mm", "px"] = Field(description="Millimetres on paper, pixels on screens")
    files: list[PrintFile] = Field(description="Files in this size", min_length=1)


class MaterialEntry(_Entry):
    """One thing to print or to show."""

    id: str = Field(description="Identifier; stays the same over versions")
    url: str = _address("Permanent address of its page")
    title: str = Field(description="Title")
    kind: str = Field(description="Kind of material", examples=["poster"])
    kind_title: str = Field(description="Name of the kind to show")
    audience: Reference = Field(description="Whom it is for")
    use: str = Field(description="Where and how it is used")
    version: str = Field(description="Version printed on it", examples=["1.0"])
    valid_until: datetime.date = Field(description="Day by which it must come down")
    sizes: list[PrintSize] = Field(description="Sizes, with their files", min_length=1)
    preview_url: str = _address("Picture of its first side, 1080 pixels wide")
    thumbnail_url: str = _address("Small picture for lists")
    text_url: str | None = _address(
        "Its words as a text file, for kinds that have them to copy", default=None
    )
    claims: list[str] = Field(description="Ids of the claims it rests on, as in claims.json")


class MaterialsFeed(_Feed):
    """Every material of a campaign, by audience and kind."""

    materials: list[MaterialEntry] = Field(description="Materials")


class SourceEntry(_Entry):
    """The law, judgment or official release that a claim rests on."""

    id: str = Field(description="Identifier")
    title: str = Field(description="Full title")
    short_title: str = Field(description="Title as cited")
    issuer: str = Field(description="Who issued it")
    number: str | None = Field(description="Document number", default=None)
    kind: Literal["law", "regulation", "interpretation", "policy", "judgment", "release"] = Field(
        description="Kind of document"
    )
    status: Literal[
        "in_force", "under_revision", "policy", "released", "superseded", "withdrawn"
    ] = Field(description="State of the document")
    issued: datetime.date | None = Field(description="Day it was issued", default=None)
    in_force: datetime.date | None = Field(description="In force since", default=None)
    superseded_by: str | None = Field(description="Id of the newer source", default=None)
    official_url: str | None = Field(
        description="Official address, if it has been opened and read", default=None
    )
    checked_on: datetime.date = Field(description="Last checked on")
    review_by: datetime.date = Field(description="To be checked again by")


class Use(_Entry):
    """What says a claim, or rests on it."""

    type: Literal["home", "help", "check", "audience", "case", "material"] = Field(
        description="What it is"
    )
    title: str = Field(description="Title of the page, or the question that asks about it")
    url: str = _address("Permanent address")


class ClaimEntry(_Entry):
    """One sentence that is true because of a source and its article."""

    id: str = Field(description="Identifier; stays the same for good", examples=["C01"])
    url: str = _address("Permanent address: what prints and other pages may point to")
    text: str = Field(description="The sentence")
    short_text: str | None = Field(description="A shorter wording", default=None)
    verbatim: bool = Field(
        description="True when it is quoted word for word, in the language of the source"
    )
    topic: str = Field(description="Heading it stands under")
    article: str | None = Field(description="Article of the source", default=None)
    citation: str = Field(description="Source and article as cited")
    source: SourceEntry = Field(description="What it rests on")
    applies_from: datetime.date | None = Field(
        description="Day from which it applies", default=None
    )
    checked_on: datetime.date = Field(description="Last checked on")
    review_by: datetime.date = Field(description="To be checked again by")
    used_by: list[Use] = Field(description="Pages that say it or rest on it")


class ClaimsFeed(_Feed):
    """Every claim of a campaign in the order of the law page."""

    claims: list[ClaimEntry] = Field(description="Claims")
    only_in_source_language: list[str] = Field(
        description="Ids of claims that are not translated into this language: they are only in the "
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
