"""Photographs as sheets and pages have them: cut to their place, as fine as each edition needs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from handbill.compose.artifacts import TILE, Artifact, WebPhoto
from handbill.edition.edition import Audience, Edition
from handbill.edition.photos import SHORT_SIDE, Photograph, asked_dpi
from handbill.kinds.base import MaterialBase
from handbill.model.kind import PhotoBox, SheetSize
from handbill.model.units import MM_PER_INCH

OFFICE_DPI = 200
"""What an office printer shows; such files are sent by mail."""
WEB_WIDTH = 1080
"""Pixels of a photograph on web pages: what a phone shows sharp."""
QUALITY: Mapping[str, int] = {"press": 92, "office": 85, "large": 85, "screen": 90}
WEB_QUALITY = 80
TILE_BOX = PhotoBox(width=TILE[2], height=TILE[3])
"""What web pages show."""
CARD_BOX = PhotoBox(width=SHORT_SIDE, height=46)
"""Of the previews of links; as much of it is seen, from above, as the title leaves room for."""


def cut(photo: Photograph, box: PhotoBox, width: float, quality: int) -> dict[str, Any]:
    """What of a photograph is published in one place: never more than is to be seen there.

    width: pixels at most. name: digest of all else, by which templates call it.
    """
    crop = [round(edge, 2) for edge in photo.crop(box)]
    wide, high = crop[2] - crop[0], crop[3] - crop[1]
    pixels = max(1, round(min(width, wide)))
    made = {
        "of": photo.image.name,
        "crop": crop,
        "width": pixels,
        "height": max(1, round(pixels * high / wide)),
        "quality": quality,
    }
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    return {"name": digest[:32], **made}


def photo_on_sheet(
    photo: Photograph, box: PhotoBox, size: SheetSize, edition: str, medium: str, credit: str
) -> dict[str, Any]:
    """The photograph of a sheet: its cut, and the words in its corner."""
    wide = box.width + box.left + box.right
    if edition == "preview":
        width: float = WEB_WIDTH
    elif medium == "screen":
        width = wide / SHORT_SIDE * min(size.width, size.height)
    else:
        dpi = asked_dpi(size, medium)
        dpi = dpi if edition == "press" else min(dpi, OFFICE_DPI)
        width = wide / SHORT_SIDE * min(size.width, size.height) / MM_PER_INCH * dpi
    return {**cut(photo, box, width, QUALITY.get(edition, WEB_QUALITY)), "credit": credit}


def credit(edition: Edition, photo: Photograph) -> str:
    """Who took a photograph, as sheets and pages say it."""
    return edition.words["photo_credit"].format(name=photo.told.credit)


def credits_of(edition: Edition, materials: Iterable[tuple[Audience, MaterialBase]]) -> list[str]:
    """A line for each photograph of materials: what it is called, who took it, its licence."""
    found = {
        photo.told.id: photo.told
        for audience, material in materials
        if (photo := edition.photo(audience, material))
    }
    say = edition.words
    return [
        say["photo_terms"].format(
            photo=photo.file.rpartition("/")[2],
            name=photo.credit,
            licence=photo.licence or say["photo_own_terms"],
        )
        for photo in found.values()
    ]


def web_photos(edition: Edition, prefix: str) -> list[Artifact]:
    """The photographs of the pages of audiences."""
    return [
        Artifact(
            f"{prefix}{art_path(edition, audience)}",
            WebPhoto(cut(photo, TILE_BOX, WEB_WIDTH, WEB_QUALITY)),
        )
        for audience in edition.audiences
        if (photo := edition.photos.get(audience.file.picture))
    ]


def art_path(edition: Edition, audience: Audience) -> str:
    """The path of an audience's picture below its campaign's part of the site."""
    suffix = "jpg" if audience.file.picture in edition.photos else "svg"
    return f"assets/art/{audience.id}.{suffix}"
