"""Budgets: what the smallest readable type leaves room for on a sheet."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from handbill.check.longest import Longest, counted
from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.kinds.audience import AudienceFile
from handbill.kinds.base import MaterialBase, characters
from handbill.load.fields import label, locate
from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.model.kind import Budget
from handbill.problems import Both, Problem
from handbill.words.languages import has_cells

MINIMUM = 0.6
"""A telling fills at least this part of its length."""


@rule
def copy_fits(context: Context) -> Iterator[Problem]:
    """E402: copy that is longer than its kind's budget, as filled in for the default place and for
    those whose names and numbers are longest; of each language that budgets are counted for.

    One problem for each stretch of copy, naming the size that has the least room. Languages that
    part words by spaces break lines elsewhere: of those the drawing itself says what fits.
    """
    for _, edition in context.spoken:
        if has_cells(edition.language):
            longest = Longest(edition, context.collection.tree)
            for file, audience in zip(edition.told.audiences, edition.audiences, strict=True):
                for index, material in enumerate(audience.file.materials):
                    if edition.has(audience, material):
                        yield from _too_long(edition, file, index, material, longest)


def _too_long(
    edition: Edition,
    file: Sourced[AudienceFile],
    index: int,
    material: MaterialBase,
    longest: Longest,
) -> Iterator[Problem]:
    """Of every text of a material the way of filling it in that is too long by most."""
    kind, told = material.declared, file.value.materials[index]
    texts = {one.path: one.text for one in kind.texts(told)}
    found: dict[tuple[str, Path], tuple[int, Problem]] = {}
    for place, filled in longest.ways(file.value, told, material):
        for measured in kind.measure(filled):
            rooms = [
                (budget.characters, size)
                for size in material.sizes
                if (budget := kind.budget(measured.budget, size))
            ]
            limit, size = min(rooms, key=lambda room: room[0], default=(0, ""))
            count = counted(measured.text)
            most, _ = found.get((measured.budget, measured.path), (limit, None))
            if rooms and count > most:
                at = locate(kind.model, measured.path)
                name = next(step for step in reversed(measured.path) if isinstance(step, str))
                details: dict[str, Any] = {}
                if place is not edition.place:
                    details["hint"] = Both(
                        f"在地区“{place.name}”最长", f"it is longest at the place “{place.name}”"
                    )
                path = ("materials", index, *measured.path)
                problem = Problem(
                    "E402",
                    edition.place_of(file, path, texts.get(measured.path, "")),
                    field=label(name, at.field or kind.model.model_fields.get(name)),
                    count=count,
                    limit=limit,
                    over=count - limit,
                    size=size,
                    kind=kind.title,
                    **details,
                )
                found[measured.budget, measured.path] = count, problem
    yield from (edition.fault(one, [material.id]) for _, one in found.values())


@rule
def shared_fits(context: Context) -> Iterator[Problem]:
    """E675: words that every sheet has and one of the campaign's kinds has no room for."""
    for _, edition in context.spoken:
        if edition.site_url is None or not has_cells(edition.language):
            continue  # without an address there is no code
        kinds: dict[str, list[MaterialBase]] = {}
        for audience, material in edition.materials():
            if edition.has(audience, material):
                kinds.setdefault(material.kind, []).append(material)
        for name in ("qr_caption",):
            text = getattr(edition.campaign, name)
            over = [
                (count - room.characters, count, room.characters, made)
                for made in kinds.values()
                for room in (made[0].declared.shared.get(name),)
                if room and (count := _count(text, room)) > room.characters
            ]
            if over:
                _, count, limit, [first, *_] = max(over, key=lambda one: one[0])
                problem = Problem(
                    "E675",
                    edition.place_of(edition.told.campaign, (name,), text),
                    field=label(name, type(edition.campaign).model_fields[name]),
                    count=count,
                    limit=limit,
                    kind=first.declared.title,
                )
                yield edition.fault(problem, [one.id for *_, made in over for one in made])


def _count(text: str, room: Budget) -> int:
    """Characters of a text, or of the longest of the lines that it is broken into."""
    lines = re.split("[、，,]", text) if room.lines else [text]
    return max(map(characters, lines))


@rule
def tellings_fit(context: Context) -> Iterator[Problem]:
    """E405: a telling of the message that is longer than its length says, or so short that a
    shorter one would do."""
    for campaign, edition in context.editions:
        for file, audience in zip(campaign.audiences, edition.audiences, strict=True):
            for length, text in audience.file.lengths.items():
                count = characters(text)
                if not MINIMUM * int(length) <= count <= int(length):
                    yield Problem(
                        "E405",
                        file.span("lengths", length),
                        length=length,
                        count=count,
                        least=math.ceil(MINIMUM * int(length)),
                    )
