"""Material × size × edition → the data that sheet.typ reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from handbill.compose.artifacts import Artifact, Sheet
from handbill.kinds import KINDS, MaterialBase
from handbill.kinds.preset import Preset, SheetSize
from handbill.localise import Audience, Edition
from handbill.model.look import Look
from handbill.model.text import BLANK
from handbill.problems import Span
from handbill.render.qr import outline
from handbill.words import words

PrintEdition = Literal["office", "press", "preview"]
PRINT_EDITIONS: tuple[PrintEdition, ...] = ("office", "press")
PREVIEW_WIDTH = 1080
"""Width of a PNG preview in pixels: what a phone shows sharp."""
THUMBNAIL_WIDTH = 420
"""Width of the PNG that lists show, in pixels: half a phone's screen, sharp."""


def size_data(name: str, size: SheetSize, edition: PrintEdition) -> dict[str, Any]:
    """Trim, bleed and safe area in mm as the template needs them; no bleed and no marks but for
    the print shop."""
    press = edition == "press"
    return {"name": name, "width": size.width, "height": size.height,
            "bleed": size.bleed if press else 0, "safe": size.safe, "scale": size.scale,
            "marks": press}


def sheet_address(edition: Edition, material: MaterialBase, prefix: str) -> str | None:
    """Where the QR code of a sheet points; None while the site has no address."""
    if not edition.site_url:
        return None
    return f"{edition.site_url.rstrip('/')}/{prefix}m/{material.id}/"


def _imprint(edition: Edition, material: MaterialBase, address: str | None) -> list[str]:
    say = words(edition.language)
    origin = say["origin"].format(address=address.split("://", 1)[1].rstrip("/")) if address \
        else say["origin_unset"]
    return [
        say["published_by"].format(publisher=edition.place.publisher),
        say["version"].format(version=edition.version(material)),
        say["printed"].format(month=edition.campaign.issued.isoformat()[:7]),
        say["valid_until"].format(date=edition.valid_until(material).isoformat()),
        origin,
    ]


def specimen_note(edition: Edition) -> str:
    """Why a sheet of this edition must not be posted yet."""
    say = words(edition.language)
    return say["specimen_note"].format(lacking=say["listing"].join(edition.lacking))


def sheet(edition: Edition, audience: Audience, material: MaterialBase, look: Look,
          prefix: str = "") -> dict[str, Any]:
    """One sheet: everything of it but its size."""
    say = words(edition.language)
    address = sheet_address(edition, material, prefix)
    return {
        "id": material.id,
        "kind": material.kind,
        "title": material.title,
        "lang": edition.language.split("-")[0],
        "label": material.label or say["audience_label"].format(
            campaign=edition.campaign.title, label=audience.file.label),
        "look": look.rgb(),
        "picture": material.picture or audience.file.picture,
        "picture_alt": material.picture_alt or audience.file.picture_alt,
        "specimen": {"word": say["specimen"], "note": specimen_note(edition)}
        if edition.lacking else None,
        "action": edition.campaign.action,
        "numbers": [{"number": hotline.number, "words": hotline.words}
                    for hotline in edition.campaign.numbers],
        "qr": {"url": address, **outline(address),
               "caption": edition.campaign.qr_caption} if address else None,
        "imprint": _imprint(edition, material, address),
        "copy": KINDS[material.kind].copy(material, edition),
    }


def _slug(edition: Edition, material: MaterialBase, name: str, size: SheetSize) -> str:
    """The line outside the trim that tells the print shop what it holds."""
    say = words(edition.language)
    factor = round(1 / size.scale)
    parts = [material.id, edition.place.id, name,
             f"{size.width:g} × {size.height:g} mm", say["bleed"].format(bleed=f"{size.bleed:g}"),
             say["version"].format(version=edition.version(material)),
             edition.campaign.issued.isoformat()]
    parts.append(say["full_scale"] if factor == 1 else say["reduced"].format(factor=factor))
    return " · ".join(part.replace(BLANK, "") for part in parts)


def document(sheets: Sequence[tuple[Edition, dict[str, Any]]], material: MaterialBase,
             size_name: str, size: SheetSize, print_edition: PrintEdition) -> dict[str, Any]:
    """The whole input of sheet.typ: one run of pages for each sheet, which comes with its edition,
    since the slug names the place."""
    return {
        "edition": print_edition,
        "size": size_data(size_name, size, print_edition),
        "sheets": [{**one, "slug": _slug(edition, material, size_name, size)
                    if print_edition == "press" else ""} for edition, one in sheets],
    }


def file_name(material_id: str, size_name: str, size: SheetSize,
              print_edition: PrintEdition, place: str = "") -> str:
    """communities-poster-A3.pdf, …-A3-press.pdf, …-6000x700-1to10-press.pdf; with a place
    communities-poster-wujiashan-A3.pdf."""
    scale = "" if size.scale == 1 else f"-1to{round(1 / size.scale)}"
    press = "-press" if print_edition == "press" else ""
    where = f"-{place}" if place else ""
    return f"{material_id}{where}-{size_name}{scale}{press}.pdf"


def compose_sheets(edition: Edition, prefix: str, presets: Mapping[str, Preset],
                   looks: Mapping[str, Look], origins: Mapping[str, Span]) -> Iterator[Artifact]:
    """Every file of every material: the office and the press PDF of each size, an SVG of each
    side for the page, and a PNG of the first side: one to send on, and a small one for lists."""
    for audience, material in edition.materials():
        kind = KINDS[material.kind]
        preset = presets[kind.name]
        one = sheet(edition, audience, material, looks[material.look or audience.file.look], prefix)
        folder = f"{prefix}m/{material.id}/"
        source = origins.get(material.id)

        def artifact(name: str, body: Sheet, folder: str = folder,
                     source: Span | None = source) -> Artifact:
            return Artifact(folder + name, body, source)

        for name in material.sizes:
            size = preset.sizes[name]
            for print_edition in PRINT_EDITIONS:
                data = document([(edition, one)], material, name, size, print_edition)
                yield artifact(file_name(material.id, name, size, print_edition),
                               Sheet(kind.name, data, "pdf"))
        first = material.sizes[0]
        data = document([(edition, one)], material, first, preset.sizes[first], "preview")
        for side in range(kind.sides):
            suffix = f"-{side + 1}" if side else ""
            yield artifact(f"{material.id}{suffix}.svg", Sheet(kind.name, data, "svg", page=side))
        yield artifact(f"{material.id}.png",
                       Sheet(kind.name, data, "png", width_px=PREVIEW_WIDTH))
        yield artifact(f"{material.id}-small.png",
                       Sheet(kind.name, data, "png", width_px=THUMBNAIL_WIDTH))
