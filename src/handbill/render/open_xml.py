"""What DOCX and PPTX have in common: type by script, properties, bytes that do not change."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml.etree import Element, SubElement, tostring

from handbill.words.languages import script_of

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"

LATIN = "en-US"
"""Language of Latin letters between others."""
_LATIN = "Arial"
EAST = {
    "Hans": ("FangSong", "SimHei"),
    "Hant": ("PMingLiU", "Microsoft JhengHei"),
    "Jpan": ("MS Mincho", "MS Gothic"),
    "Kore": ("Batang", "Malgun Gothic"),
}
"""Typefaces of text and of headings that the offices of each script have, by their own names."""


@dataclass(frozen=True)
class Typeface:
    """Fonts of text and of headings, by the part of OOXML that asks for them."""

    text: Mapping[str, str]
    head: Mapping[str, str]


def typeface_of(language: str) -> Typeface:
    """Returns the fonts of a language: nothing is embedded, so they are those that Windows and its
    office programs bring, and programs without them take their own."""
    text, head = EAST.get(script_of(language), (_LATIN, _LATIN))

    def parts(east: str) -> dict[str, str]:
        return {"ascii": _LATIN, "hAnsi": _LATIN, "eastAsia": east, "cs": _LATIN}

    return Typeface(parts(text), parts(head))


def set_properties(
    properties: Any, page: Any, title: str, language: str, moment: datetime.datetime
) -> None:
    """Sets title, author, language and dates of a document, from the head of its HTML."""
    found = {meta.get("name"): meta.get("content") or "" for meta in page.iter("meta")}
    properties.title = title
    properties.author = properties.last_modified_by = found.get("author", "")
    properties.subject = found.get("description", "")
    properties.comments = properties.keywords = ""
    properties.language = language
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.revision = 1


def packed(package: Any, relations: Any, moment: datetime.datetime) -> bytes:
    """Returns the bytes of a package of Office Open XML, whose entries bear `moment`.

    What the libraries save bears the time of the computer's clock, and none before 1980. package:
    yields its parts. relations: of the package itself.
    """
    # A picture of an empty page, from the library's template.
    for name in [name for name, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        relations.pop(name)
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    types = Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, sort in (("rels", _RELATIONS), ("xml", "application/xml")):
        SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=sort)
    for part in parts:
        name = str(part.partname)
        SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=part.content_type)
    entries = {"[Content_Types].xml": tostring(types, xml_declaration=True, encoding="UTF-8")}
    entries["_rels/.rels"] = relations.xml
    for part in parts:
        entries[part.partname.membername] = part.blob
        if len(part.rels):
            entries[part.partname.rels_uri.membername] = part.rels.xml
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return buffer.getvalue()
