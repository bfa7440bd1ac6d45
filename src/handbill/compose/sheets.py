"""Material × size × edition → the data that sheet.typ reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import quote

from handbill.compose.artifacts import Artifact, Body, Editable, Sheet, Static
from handbill.compose.lockup import ranked, tones
from handbill.compose.origins import Origin
from handbill.compose.photos import credit, photo_on_sheet
from handbill.edition.edition import Audience, Edition
from handbill.kinds.base import MaterialBase
from handbill.model.case import AdjudicatedCase
from handbill.model.kind import SheetSize
from handbill.model.look import Look
from handbill.model.text import BLANK
from handbill.model.uri import readable
from handbill.problems import Span
from handbill.words import on_sheet, written_out
from handbill.words.languages import own_script
from handbill.words.stages import MAY_CHANGE

PrintEdition = Literal["office", "press", "large", "preview", "screen"]
"""office: RGB, no bleed, no marks. press: printing inks, bleed, marks. large: the office edition
drawn on the next paper up, for old eyes. screen: exact pixels. preview: what web pages show."""
PREVIEW_WIDTH = 1080
"""Width of a PNG preview in pixels: what a phone shows sharp."""
THUMBNAIL = (420, 480)
"""Width and height in pixels that the PNG of lists fits: half a phone's screen, sharp."""
THUMBNAIL_WIDE = 840
"""Width of the PNG of lists for what lies across: a phone's screen, since lists give it the width."""
THUMBNAIL_COLOURS = 64
"""Colours of the PNG of lists: flat pictures need no more, and a list of many stays light."""
PHOTO_COLOURS = 256
"""Of the same where a photograph stands on the sheet: as many as a palette has."""
WIDE = 2.5
"""Width over height from which a sheet is a banner, and no page can show it upright."""
LONGEST_TYPED = 48
"""Characters of an address that anyone would type from a sheet."""
LOGO_MM, LOGO_PART = 8, 36
"""Height of logos in mm, at least, and as a part of a sheet's short side."""
PIXEL_MM = 0.1
"""Side of a pixel as a sheet for screens is drawn, in mm: 254 pixels an inch."""


def print_editions(size: SheetSize, large: bool, medium: str = "paper") -> tuple[PrintEdition, ...]:
    """The editions that a size has: one for a screen; on paper a large-print one where it is asked
    for and there is a paper for it."""
    if medium == "screen":
        return ("screen",)
    return ("office", "press", "large") if large and size.large else ("office", "press")


def size_data(
    name: str, size: SheetSize, edition: PrintEdition, medium: str = "paper"
) -> dict[str, Any]:
    """Trim, bleed and safe area in mm as the template needs them; no bleed and no marks but for
    the print shop. `large` is the paper that the finished page is enlarged to, in mm, or None;
    `read_from_m` the distance it is read from, for the job ticket.
    """
    press = edition == "press"
    unit = PIXEL_MM if medium == "screen" else 1
    return {
        "name": name,
        "width": size.width * unit,
        "height": size.height * unit,
        "bleed": size.bleed if press else 0,
        "safe": size.safe * unit,
        "scale": size.scale,
        "read_from_m": size.read_from_m,
        "marks": press,
        "large": {"width": size.large.width, "height": size.large.height}
        if edition == "large" and size.large
        else None,
    }


def logo_height(size: SheetSize) -> float:
    """Height of the logos of a sheet in mm, as it is drawn."""
    return max(LOGO_MM, min(size.width, size.height) / LOGO_PART) * size.scale


def sheet_address(edition: Edition, material: MaterialBase, prefix: str) -> str | None:
    """Where the QR code of a sheet points: the local page of its place, which is told the sheet and
    its version (`m`), so that it can say whether they still hold. None while the site has no
    address."""
    scanned = quote(f"{material.id}.{edition.version(material)}", safe="")
    return edition.address(f"{prefix}p/{edition.place.id}/?m={scanned}")


def typed(address: str) -> str:
    """An address as a sheet prints it, to be typed: without the query, which only a code can carry;
    one that is too long for that is cut to its host."""
    without_scheme = readable(address).split("://", 1)[1].partition("?")[0].rstrip("/")
    return (
        without_scheme if len(without_scheme) <= LONGEST_TYPED else without_scheme.partition("/")[0]
    )


def imprint(
    edition: Edition, material: MaterialBase | None = None, address: str | None = None
) -> list[str]:
    """The small line at the foot of a sheet: publisher, version, month of printing, last day,
    address. material None: as it is on most sheets, without an address. Nobody writes on a screen,
    whose line leaves out a publisher that is not known."""
    say, facts = edition.words, edition.campaign
    version = edition.version(material) if material else facts.version
    day = edition.valid_until(material) if material else facts.valid_until
    lines = [
        say["published_by"].format(publisher=edition.place.publisher),
        say["version"].format(version=version),
        say["printed"].format(month=facts.issued.isoformat()[:7]),
        say["valid_until"].format(date=day.isoformat()),
    ]
    if material:
        if material.declared.medium == "screen" and edition.place.publisher == BLANK:
            del lines[0]
        case = edition.cases.get(material.case or "")
        if isinstance(case, AdjudicatedCase) and case.stage in MAY_CHANGE:
            lines.append(say[f"sheet_of_{case.stage}"])
        lines.append(
            say["origin"].format(address=typed(address)) if address else say["origin_unset"]
        )
    return lines


def specimen_note(edition: Edition) -> str:
    """Why a sheet of this edition must not be posted yet."""
    say = edition.words
    return say["specimen_note"].format(lacking=say["listing"].join(edition.lacking))


def _code(address: str, edition: Edition) -> dict[str, str]:
    """The code, and the words under it. shown: the address as people read it, where that is other."""
    shown = readable(address)
    other = {"shown": shown} if shown != address else {}
    return {"url": address, **other, "caption": edition.campaign.qr_caption}


def _mark(edition: Edition, material: MaterialBase) -> dict[str, str] | None:
    """The word across a sheet that must not be posted, and why: past its day, or not complete."""
    say, day = edition.words, edition.valid_until(material)
    if edition.is_past(day):
        return {"word": say["expired"], "note": say["expired_note"].format(date=day.isoformat())}
    return {"word": say["specimen"], "note": specimen_note(edition)} if edition.lacking else None


def _room(edition: Edition) -> dict[str, str | None]:
    """What stands beside local numbers: the name of the place, its publisher (None: to be filled in
    by hand), and the word for that."""
    place = edition.place
    publisher = None if place.publisher == BLANK else place.publisher
    said = edition.words["publisher"]
    return {"name": place.name, "publisher": publisher, "said": said[:1].upper() + said[1:]}


def _in_own_colours(
    edition: Edition, strips: list[dict[str, Any]], looks: Mapping[str, Look]
) -> list[dict[str, Any]]:
    """The strips of a board, each with the palette of the audience that has it alone: who knows the
    story from there finds it again."""
    alone = {
        ids[0]: tones(looks[look_of(audience, other)], edition.campaign.lockup)
        for audience, other in edition.materials()
        if len(ids := [name for _, name in other.declared.ids_in(other, "strips")]) == 1
    }
    return [
        {**strip, "look": alone[strip["id"]]} if strip["id"] in alone else strip for strip in strips
    ]


def sheet(
    edition: Edition,
    audience: Audience,
    material: MaterialBase,
    looks: Mapping[str, Look],
    prefix: str = "",
    look: Look | None = None,
) -> dict[str, Any]:
    """One sheet: everything of it but its size. looks: palettes by name. look: one that all of it is
    shown in, in place of those that it and its strips have."""
    say = edition.words
    address = sheet_address(edition, material, prefix)
    copy = material.declared.data(material, edition)
    lockup = edition.campaign.lockup
    if look is None and len(strips := copy.get("strips", ())) > 1:
        copy = {**copy, "strips": _in_own_colours(edition, strips, looks)}
    return {
        "id": material.id,
        "kind": material.kind,
        "title": material.title,
        "lang": say["lang"],
        **own_script(edition.language),
        "words": on_sheet(say, material.declared.words),
        "label": material.label
        or say["audience_label"].format(campaign=edition.campaign.title, label=audience.file.label),
        "look": tones(look or looks[look_of(audience, material)], lockup),
        "picture": edition.picture(audience, material),
        "picture_alt": edition.picture_alt(audience, material),
        **(
            {"scene": material.staged, "whole_alt": edition.whole_alt(audience, material)}
            if material.staged
            else {}
        ),
        **({"photo": photo} if (photo := edition.photo(audience, material)) else {}),
        "specimen": _mark(edition, material),
        "action": edition.campaign.action,
        "action_form": edition.campaign.action_form,
        "devices": lockup.devices,
        "numbers": [
            {"number": hotline.number, "words": hotline.words}
            for hotline in ranked(
                edition.campaign.numbers, material.first_number, copy.get("sentence", "")
            )
        ],
        "qr": _code(address, edition) if address else None,
        "imprint": imprint(edition, material, address),
        "logos": [
            {"image": image.name, "ratio": image.ratio, "alt": alt} for image, alt in edition.logos
        ]
        if material.declared.logos
        else [],
        "copy": copy,
        **({"posted": _room(edition)} if copy.get("contacts") or copy.get("own_number") else {}),
        **({"large": True} if is_large(audience, material) else {}),
    }


def _slug(edition: Edition, material: MaterialBase, name: str, size: SheetSize) -> str:
    """The line outside the trim that tells the print shop what it holds."""
    say = edition.words
    factor = round(1 / size.scale)
    parts = [
        material.id,
        edition.place.id,
        name,
        f"{size.width:g} × {size.height:g} mm",
        say["bleed"].format(bleed=f"{size.bleed:g}"),
        say["version"].format(version=edition.version(material)),
        edition.campaign.issued.isoformat(),
    ]
    parts.append(say["full_scale"] if factor == 1 else say["reduced"].format(factor=factor))
    return " · ".join(part.replace(BLANK, "") for part in parts)


def thumbnail_width(size: SheetSize) -> int:
    """Width in pixels of the PNG that lists show."""
    across = size.width / size.height
    return THUMBNAIL_WIDE if across >= WIDE else min(THUMBNAIL[0], round(THUMBNAIL[1] * across))


def is_large(audience: Audience, material: MaterialBase) -> bool:
    """Whether a material has a large-print edition, or is set in large print itself: as it says, or
    as its audience says."""
    return audience.file.large if material.large is None else material.large


def editions_of(audience: Audience, material: MaterialBase, name: str) -> tuple[PrintEdition, ...]:
    """The editions of a material in the size `name`. A large-print edition that would equal a size
    which the material is offered in anyway is none."""
    kind = material.declared
    size, offered = kind.sizes[name], [kind.sizes[one] for one in material.sizes]
    large = size.large is not None and not any(
        (one.width, one.height) == (size.large.width, size.large.height) for one in offered
    )
    return print_editions(size, large and is_large(audience, material), kind.medium)


def files_of(
    audience: Audience, material: MaterialBase
) -> Iterator[tuple[str, SheetSize, PrintEdition]]:
    """Yields each file of a material: the name of its size, the size, the edition. Raises KeyError
    for a size that its kind has not (see `check`)."""
    for name in material.sizes:
        for one in editions_of(audience, material, name):
            yield name, material.declared.sizes[name], one


def look_of(audience: Audience, material: MaterialBase) -> str:
    """The palette of a material: its own, its kind's, or its audience's."""
    return material.look or material.declared.look or audience.file.look


def document(
    sheets: Sequence[tuple[Edition, dict[str, Any]]],
    material: MaterialBase,
    size_name: str,
    size: SheetSize,
    print_edition: PrintEdition,
    medium: str = "paper",
) -> dict[str, Any]:
    """The whole input of sheet.typ: one run of pages for each sheet, which comes with its edition,
    since the slug names the place."""
    return {
        "edition": print_edition,
        "size": size_data(size_name, size, print_edition, medium),
        "sheets": [
            {
                **one,
                **_look(one["look"], print_edition, medium),
                **_strips(one["copy"], print_edition, medium),
                "logos": {"height": logo_height(size), "row": one["logos"]}
                if one["logos"]
                else None,
                "slug": _slug(edition, material, size_name, size)
                if print_edition == "press"
                else "",
                **_photo(edition, one, material, size_name, print_edition),
            }
            for edition, one in sheets
        ],
    }


def _look(
    look: Mapping[str, Mapping[str, Any]], print_edition: PrintEdition, medium: str
) -> dict[str, Any]:
    """The palette of a sheet. Paper is not printed: on paper its tone is no ink, or white; `ground`
    is what a screen shows it as."""
    if medium == "screen":
        return {"look": look["rgb"]}
    if print_edition == "press":
        return {"look": {**look["cmyk"], "paper": [0, 0, 0, 0]}}
    return {"look": {**look["rgb"], "paper": "#FFFFFF"}, "ground": look["rgb"]["paper"]}


def _strips(copy: Any, print_edition: PrintEdition, medium: str) -> dict[str, Any]:
    """The copy of a board whose strips have palettes of their own."""
    strips = copy.get("strips", ())
    if not any("look" in strip for strip in strips):
        return {}
    own = [
        {**strip, **_look(strip["look"], print_edition, medium)} if "look" in strip else strip
        for strip in strips
    ]
    return {"copy": {**copy, "strips": own}}


def _photo(
    edition: Edition,
    one: Mapping[str, Any],
    material: MaterialBase,
    size_name: str,
    print_edition: PrintEdition,
) -> dict[str, Any]:
    """The photograph of a sheet as its drawing finds it; nothing where it shows a drawing."""
    photo = one.get("photo")
    if photo is None:
        return {}
    kind, box = material.declared, material.declared.photo_box(size_name)
    if box is None:
        return {"photo": None}
    size = kind.sizes[size_name]
    words = credit(edition, photo)
    return {"photo": photo_on_sheet(photo, box, size, print_edition, kind.medium, words)}


def file_name(
    material_id: str, size_name: str, size: SheetSize, print_edition: PrintEdition, place: str = ""
) -> str:
    """communities-poster-A3.pdf, …-A3-press.pdf, …-6000x700-1to10-press.pdf; with a place
    communities-poster-wujiashan-A3.pdf. A large-print edition is named by the paper it comes out
    on (elders-card-A4-large.pdf), a picture for screens ends in .png."""
    scale = "" if size.scale == 1 else f"-1to{round(1 / size.scale)}"
    where = f"-{place}" if place else ""
    if print_edition == "screen":
        return f"{material_id}{where}-{size_name}.png"
    if print_edition == "large" and size.large:
        return f"{material_id}{where}-{size.large.name}-large.pdf"
    press = "-press" if print_edition == "press" else ""
    return f"{material_id}{where}-{size_name}{scale}{press}.pdf"


def script_file(material: MaterialBase, size_name: str) -> str | None:
    """The script with which a page fills a size in: of the first size, and of the others that an
    office prints; None of all else."""
    kind, first = material.declared, size_name == material.sizes[0]
    if kind.medium != "paper" or not (first or kind.sizes[size_name].office):
        return None
    return f"{material.id}.js" if first else f"{material.id}-{size_name}.js"


def finished(kind: str, data: Mapping[str, Any], size: SheetSize) -> Sheet:
    """The file of an edition, from its `document`: a PNG in the pixels of its size for a screen, a
    PDF for all else."""
    if data["edition"] == "screen":
        return Sheet(kind, data, "png", width_px=round(size.width))
    return Sheet(kind, data, "pdf")


def sheet_file(
    sheets: Sequence[tuple[Edition, dict[str, Any]]],
    material: MaterialBase,
    size_name: str,
    size: SheetSize,
    print_edition: PrintEdition,
    place: str = "",
) -> tuple[str, Sheet]:
    """Plans the file of a material in one size and edition: its name and what is drawn.

    sheets: one for each place, from `sheet`. place: what the name says of places, if anything.
    """
    medium = material.declared.medium
    data = document(sheets, material, size_name, size, print_edition, medium)
    name = file_name(material.id, size_name, size, print_edition, place)
    return name, finished(material.kind, data, size)


def _editable(
    edition: Edition, audience: Audience, material: MaterialBase, one: Mapping[str, Any]
) -> dict[str, Any]:
    """What the template of an editable file gets. one: the sheet, from `sheet`."""
    size = material.declared.sizes[material.sizes[0]]
    return {
        "edition": edition,
        "campaign": edition.campaign,
        "audience": audience,
        "material": material,
        "say": edition.words,
        "size": size,
        "large": is_large(audience, material),
        **{name: one[name] for name in ("label", "specimen", "imprint", "copy")},
    }


def _preview(
    edition: Edition, one: dict[str, Any], material: MaterialBase, size_name: str
) -> dict[str, Any]:
    """What the page of a sheet shows of it in a size."""
    kind = material.declared
    size = kind.sizes[size_name]
    return document([(edition, one)], material, size_name, size, "preview", kind.medium)


def compose_sheets(
    edition: Edition, prefix: str, looks: Mapping[str, Look], origins: Mapping[str, Span]
) -> Iterator[Artifact]:
    """Every file of every material: a PDF of each size in each edition (a PNG for screens), an SVG
    of each side for the page, a PNG of the first side to send on and a small one for lists, and
    the words as a text file where the kind has them to copy."""
    for audience, material in edition.materials():
        if not edition.has(audience, material):
            continue
        kind = material.declared
        one = sheet(edition, audience, material, looks, prefix)
        folder = f"{prefix}m/{material.id}/"
        source, origin = origins.get(material.id), Origin(edition, material.id)

        def artifact(
            name: str,
            body: Body,
            folder: str = folder,
            source: Span | None = source,
            origin: Origin = origin,
        ) -> Artifact:
            return Artifact(folder + name, body, source, origin=origin)

        for of in files_of(audience, material):
            yield artifact(*sheet_file([(edition, one)], material, *of))
        first = material.sizes[0]
        data = _preview(edition, one, material, first)
        for side in range(kind.sides):
            suffix = f"-{side + 1}" if side else ""
            yield artifact(f"{material.id}{suffix}.svg", Sheet(kind.name, data, "svg", page=side))
        for name in material.sizes:
            if script := script_file(material, name):
                drawn = data if name == first else _preview(edition, one, material, name)
                yield artifact(script, Sheet(kind.name, drawn, "fillable"))
        yield artifact(f"{material.id}.png", Sheet(kind.name, data, "png", width_px=PREVIEW_WIDTH))
        yield artifact(
            f"{material.id}-small.png",
            Sheet(
                kind.name,
                data,
                "png",
                colours=PHOTO_COLOURS if "photo" in one else THUMBNAIL_COLOURS,
                width_px=thumbnail_width(kind.sizes[first]),
            ),
        )
        for name in kind.editable:
            picture = (("sheet", f"{folder}{material.id}.png"),) if name == "pptx" else ()
            yield artifact(
                f"{material.id}.{name}",
                Editable(
                    f"{kind.name}/{name}.html.j2",
                    _editable(edition, audience, material, one),
                    name,
                    edition.language,
                    looks[look_of(audience, material)].rgb(),
                    picture,
                ),
            )
        plain = kind.plain(material, edition)
        if plain is not None:
            text = written_out(plain, edition.words)
            # A Windows editor shows Chinese text right only with the mark, and lines with CRLF.
            content = ("\ufeff" + text.replace("\n", "\r\n")).encode()
            yield artifact(f"{material.id}.txt", Static(content))
