"""Budgets: what the smallest readable type leaves room for on a sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.kinds.base import characters
from handbill.load.fields import label, locate
from handbill.problems import Problem

MINIMUM = 0.6
"""A telling fills at least this part of its length."""


@rule
def copy_fits(context: Context) -> Iterator[Problem]:
    """E402: copy, as filled in for the default place, that is longer than its kind's budget.

    One problem for each stretch of copy, naming the size that has the least room.
    """
    for campaign, edition in context.editions:
        spans = {audience.id: audience for audience in campaign.audiences}
        for audience in edition.audiences:
            for index, material in enumerate(audience.file.materials):
                kind = material.declared
                for measured in kind.measure(material):
                    rooms = [
                        (budget.characters, size)
                        for size in material.sizes
                        if (budget := kind.budget(measured.budget, size))
                    ]
                    if not rooms:
                        continue
                    limit, size = min(rooms, key=lambda room: room[0])
                    count = characters(measured.text)
                    if count > limit:
                        place = locate(kind.model, measured.path)
                        name = next(
                            step for step in reversed(measured.path) if isinstance(step, str)
                        )
                        field = place.field or kind.model.model_fields.get(name)
                        yield Problem(
                            "E402",
                            spans[audience.id].span("materials", index, *measured.path),
                            field=label(name, field),
                            count=count,
                            limit=limit,
                            over=count - limit,
                            size=size,
                            kind=kind.title,
                        )


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
