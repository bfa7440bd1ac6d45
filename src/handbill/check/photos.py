"""Photographs: pixels enough at their real size, and crops that keep what must be seen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.edition.photos import SHORT_SIDE, Photograph, asked_dpi
from handbill.kinds.base import MaterialBase
from handbill.load.files import Campaign
from handbill.load.walk import items
from handbill.model.kind import PhotoBox, SheetSize
from handbill.problems import Both, Problem, Severity, Span

COARSE, TOO_COARSE = 1 / 2, 1 / 3
"""Parts of the pixels an inch that the trade asks for: below the first the check of a print shop
refuses the sheet (E810), below the second an office printer shows squares as well."""
ROUNDING = 0.98


@rule
def names_of_photographs(context: Context) -> Iterator[Problem]:
    """E664: a photograph with the name of a drawing. E666: a subject that lies outside of it."""
    for campaign in context.campaigns:
        if campaign.photos is None:
            continue
        for photo, at in items(campaign.photos, "photos.*"):
            if photo.id in (context.pictures or ()):
                yield Problem("E664", at("id"), id=photo.id)
            for edge, length in (("x", "width"), ("y", "height")):
                box = photo.subject
                if box and getattr(box, edge) + getattr(box, length) > 100:
                    ends = getattr(box, edge) + getattr(box, length)
                    yield Problem("E666", at("subject", length), id=photo.id, end=ends)


@dataclass(frozen=True)
class _Shown:
    """A photograph on a sheet of one size."""

    photo: Photograph
    material: MaterialBase
    name: str
    size: SheetSize
    box: PhotoBox
    span: Span

    @property
    def short_mm(self) -> float:
        """The short side of the sheet at its real size, mm; of a screen, as it is drawn."""
        return min(self.size.width, self.size.height) * (0.1 if self.is_screen else 1)

    @property
    def is_screen(self) -> bool:
        """Whether the sheet is a picture for screens."""
        return self.material.declared.medium == "screen"

    @property
    def fineness(self) -> float:
        """Its pixels an inch as a part of those that the sheet asks for."""
        asked = asked_dpi(self.size, self.material.declared.medium)
        return self.photo.dpi(self.box, self.short_mm) / asked

    def problem(self) -> Problem | None:
        """E663, W663: what is wrong with its fineness."""
        if self.fineness >= COARSE * ROUNDING:
            return None
        error = self.fineness < TOO_COARSE * ROUNDING
        asked = asked_dpi(self.size, self.material.declared.medium)
        least = (TOO_COARSE if error else COARSE) * asked
        factor = least / asked / self.fineness
        image, mm = self.photo.image, self.short_mm / SHORT_SIDE
        wide, high = round(self.box.width * mm), round(self.box.height * mm)
        unit = Both("像素", "px") if self.is_screen else Both("毫米", "mm")
        if self.is_screen:
            wide, high = wide * 10, high * 10
        return Problem(
            "E663" if error else "W663",
            self.span,
            photo=self.photo.told.id,
            pixels=f"{image.width:g} × {image.height:g}",
            place=f"{self.material.id} {self.name}",
            printed=Both(f"{wide} × {high} {unit.zh}", f"{wide} × {high} {unit.en}"),
            dpi=f"{self.photo.dpi(self.box, self.short_mm):.0f}",
            least=f"{least:.0f}",
            needed=f"{math.ceil(image.width * factor)} × {math.ceil(image.height * factor)}",
        )


def _shown(campaign: Campaign, edition: Edition) -> Iterator[_Shown]:
    """Every photograph on every sheet that shows one."""
    for file, audience in zip(campaign.audiences, edition.audiences, strict=True):
        for index, material in enumerate(audience.file.materials):
            photo = edition.photo(audience, material)
            for number, name in enumerate(material.sizes if photo else ()):
                kind = material.declared
                box = kind.photo_box(name)
                if photo and box and name in kind.sizes:
                    span = file.span("materials", index, "sizes", number)
                    yield _Shown(photo, material, name, kind.sizes[name], box, span)


@rule
def fine_enough(context: Context) -> Iterator[Problem]:
    """E663, W663: a photograph with too few pixels; of each material the worst size."""
    for campaign, edition in context.editions:
        worst: dict[tuple[str, Severity], tuple[float, Problem]] = {}
        for one in _shown(campaign, edition):
            if problem := one.problem():
                key = one.material.id, problem.severity
                if key not in worst or one.fineness < worst[key][0]:
                    worst[key] = one.fineness, problem
        yield from (problem for _, problem in worst.values())


@rule
def subjects_whole(context: Context) -> Iterator[Problem]:
    """W664: a crop that cuts the subject of a photograph; for each, those of one shape once."""
    for campaign, edition in context.editions:
        told: set[tuple[str, str]] = set()
        for one in _shown(campaign, edition):
            key = one.photo.told.id, one.material.kind
            if one.photo.is_whole(one.box) or key in told:
                continue
            told.add(key)
            left, top, right, foot = one.photo.seen(one.box)
            image = one.photo.image
            yield Problem(
                "W664",
                one.span,
                photo=one.photo.told.id,
                place=f"{one.material.id} {one.name}",
                wide=f"{100 * (right - left) / image.width:.0f}",
                high=f"{100 * (foot - top) / image.height:.0f}",
            )


@rule
def kinds_with_a_place(context: Context) -> Iterator[Problem]:
    """E665: a kind of the site's own whose drawing shows the picture, and that says nowhere where a
    photograph stands."""
    for campaign, edition in context.editions:
        for file, audience in zip(campaign.audiences, edition.audiences, strict=True):
            for index, material in enumerate(audience.file.materials):
                kind = material.declared
                placed = any(
                    map(kind.photo_box, (name for name in material.sizes if name in kind.sizes))
                )
                if (
                    kind.name in (context.picturing or ())
                    and edition.picture(audience, material) in edition.photos
                    and not placed
                ):
                    span = file.span("materials", index, "kind")
                    yield Problem("E665", span, kind=kind.name)
