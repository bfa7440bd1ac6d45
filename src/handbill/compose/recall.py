"""Sheets that must come down, as pages and feeds show them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handbill.edition.edition import Edition
from handbill.kinds.base import MaterialBase
from handbill.model.recall import EVERY_VERSION, Recall


@dataclass(frozen=True)
class RecallEntry:
    """One recall with everything looked up.

    material: id of what was recalled. title: its name. versions: of it; empty for every one.
    replacement: the material to post instead, None where there is none. version: of the
    replacement.
    """

    material: str
    title: str
    versions: tuple[str, ...]
    status: Literal["replaced", "withdrawn"]
    on: datetime.date
    reason: str
    replacement: MaterialBase | None
    version: str | None
    places: tuple[str, ...]
    """Ids of the places that it is for; empty for all."""

    @property
    def url(self) -> str | None:
        """Address of the replacement below the campaign's part of the site."""
        return f"m/{self.replacement.id}/" if self.replacement else None


def recall_entry(recall: Recall, edition: Edition) -> RecallEntry:
    """A recall with what it refers to. A material takes the place of its own older versions unless
    another one does."""
    materials = {material.id: material for _, material in edition.materials()}
    own = materials.get(recall.material)
    new = materials.get(recall.replaced_by) if recall.replaced_by else own
    return RecallEntry(
        material=recall.material,
        title=recall.title or (own.title if own else recall.material),
        versions=() if EVERY_VERSION in recall.versions else tuple(recall.versions),
        status=recall.status,
        on=recall.on,
        reason=recall.reason,
        replacement=new,
        version=edition.version(new) if new else None,
        places=tuple(recall.places),
    )


def recalls_of(edition: Edition, chosen: Sequence[Recall] | None = None) -> tuple[RecallEntry, ...]:
    """Every recall, or those chosen, the latest first."""
    chosen = edition.recalls if chosen is None else chosen
    return tuple(
        sorted(
            (recall_entry(one, edition) for one in chosen), key=lambda entry: entry.on, reverse=True
        )
    )
