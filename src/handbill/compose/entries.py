"""What a page says of a material: its sizes, its files, and how its preview is shaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from handbill.compose.sheets import PIXEL_MM, WIDE, editions_of, file_name, script_file
from handbill.edition.edition import Audience, Edition
from handbill.kinds.base import Kind, MaterialBase
from handbill.model.kind import Group, SheetSize

_PAPER = re.compile(r"[A-D][0-9]$")
MADE_WITH = ("office", "shop", "screen", "edit")


@dataclass(frozen=True)
class SizeEntry:
    """A size of a material with its files (names beside the material's page; None where there is
    no such edition). short: A4, or the dimensions where the size has no such name. script: with
    which its page fills it in, None for screens and for print shops but the first."""

    name: str
    title: str
    short: str
    dimensions: str
    size: SheetSize
    office_file: str | None
    press_file: str | None
    large_file: str | None
    screen_file: str | None
    script: str | None

    @property
    def paper(self) -> tuple[float, float]:
        """The paper that a browser prints it on, in mm: its own where an office printer takes it,
        else A4 either way."""
        if self.size.office and self.screen_file is None:
            return (self.size.width, self.size.height)
        return (297, 210) if self.size.width > self.size.height else (210, 297)


@dataclass(frozen=True)
class Listed:
    """A material as lists and its own page show it.

    width, height: of the preview, in mm as it is drawn (a pixel of a screen is 0.1 mm). sides:
    file names of the SVG pages.
    translated: whether it is there in the language of the page.
    preview: file name of the picture to send on. thumbnail: of the small one that lists show.
    text_file: of the words to copy, None where the kind has none.
    editable: format and file name of what people go on writing in.
    """

    audience: Audience
    material: MaterialBase
    kind: str
    kind_title: str
    sizes: tuple[SizeEntry, ...]
    width: float
    height: float
    sides: tuple[str, ...]
    preview: str
    thumbnail: str
    text_file: str | None = None
    editable: tuple[tuple[str, str], ...] = ()
    translated: bool = True

    @property
    def url(self) -> str:
        """Address below the campaign's part of the site."""
        return f"m/{self.material.id}/"

    @property
    def made_with(self) -> tuple[str, ...]:
        """What makes it: an office printer, a print shop, a screen; as the gallery's choices."""
        ways = (
            {"screen"}
            if self.declared.medium == "screen"
            else {"office" if size.size.office else "shop" for size in self.sizes}
        )
        if self.declared.has_text_file:
            ways.add("screen")
        if self.editable:
            ways.add("edit")
        return tuple(way for way in MADE_WITH if way in ways)

    @property
    def group(self) -> str:
        """What lists put it with."""
        return self.declared.group

    @property
    def declared(self) -> Kind:
        """Its kind."""
        return self.material.declared

    @property
    def is_wide(self) -> bool:
        """Whether it is a banner in shape."""
        return self.width / self.height >= WIDE


def dimensions(size: SheetSize, medium: str = "paper") -> str:
    """297 × 420 mm; 6 × 0.7 m from two metres on; 900 × 383 px on a screen."""
    if medium == "screen":
        return f"{size.width:g} × {size.height:g} px"
    if max(size.width, size.height) >= 2000:
        return f"{size.width / 1000:g} × {size.height / 1000:g} m"
    return f"{size.width:g} × {size.height:g} mm"


def _short(name: str, size: SheetSize, kind: Kind, language: str) -> str:
    """A4; 900 × 383 px; the title of a picture that is not called by its pixels, since it is as
    high as it needs."""
    if _PAPER.match(name):
        return name
    if kind.medium == "screen" and name != f"{size.width:g}x{size.height:g}":
        return size.title.get(language)
    return dimensions(size, kind.medium)


def material_entry(edition: Edition, audience: Audience, material: MaterialBase) -> Listed:
    """The entry of one material. Raises KeyError for a size its kind has not (see `check`)."""
    kind = material.declared
    sizes = []
    for name in material.sizes:
        size = kind.sizes[name]
        files = {
            one: file_name(material.id, name, size, one)
            for one in editions_of(audience, material, name)
        }
        sizes.append(
            SizeEntry(
                name=name,
                title=size.title.get(edition.language),
                short=_short(name, size, kind, edition.language),
                dimensions=dimensions(size, kind.medium),
                size=size,
                office_file=files.get("office"),
                press_file=files.get("press"),
                large_file=files.get("large"),
                screen_file=files.get("screen"),
                script=script_file(material, name),
            )
        )
    first = sizes[0].size
    unit = PIXEL_MM if kind.medium == "screen" else first.scale
    return Listed(
        audience=audience,
        material=material,
        kind=kind.name,
        kind_title=kind.title.get(edition.language),
        sizes=tuple(sizes),
        width=first.width * unit,
        height=first.height * unit,
        sides=tuple(
            f"{material.id}{f'-{side + 1}' if side else ''}.svg" for side in range(kind.sides)
        ),
        preview=f"{material.id}.png",
        thumbnail=f"{material.id}-small.png",
        text_file=f"{material.id}.txt" if kind.has_text_file else None,
        editable=tuple((one, f"{material.id}.{one}") for one in kind.editable),
        translated=edition.has(audience, material),
    )


def material_entries(edition: Edition) -> list[Listed]:
    """Every material, by audience, and of each audience in the order of the kinds."""
    return [
        material_entry(edition, audience, material)
        for audience in edition.audiences
        for material in sorted(audience.file.materials, key=lambda one: one.declared.order)
    ]


def by_group(entries: Sequence[Listed]) -> list[tuple[str, list[Listed]]]:
    """The materials of each group, in the order of the kinds; the first of a group leads it."""
    found = [
        (group, [entry for entry in entries if entry.group == group]) for group in get_args(Group)
    ]
    return [one for one in found if one[1]]


def showcase(entries: Sequence[Listed], count: int) -> list[Listed]:
    """`count` materials that differ as much as they can: in group, kind and audience."""
    left, chosen = list(entries), list[Listed]()

    def repeats(entry: Listed) -> int:
        return sum(
            (entry.group == one.group)
            + (entry.kind == one.kind)
            + (entry.audience.id == one.audience.id)
            for one in chosen
        )

    while left and len(chosen) < count:
        chosen.append(min(left, key=repeats))
        left.remove(chosen[-1])
    return chosen
