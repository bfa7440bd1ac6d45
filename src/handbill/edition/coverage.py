"""What answers each part of the notice: materials, and pages that say so."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.edition.uses import Use, uses
from handbill.load.files import Campaign


def covering(campaign: Campaign) -> dict[str, list[Use]]:
    """Return what answers each part of a campaign's notice, by the part's id: materials before
    pages.

    A material does by its `covers`, by that of its audience, or by its kind.
    """
    if campaign.notice is None:
        return {}
    materials = list(_materials(campaign))
    found = {}
    for part in campaign.notice.value.parts:
        named = uses(campaign).get(("part", part.id), [])
        keys = {use.key for use in named}
        sheets = [
            use
            for use, kind in materials
            if {use.key, (*use.key[:2], ())} & keys or kind in part.kinds
        ]
        pages = [use for use in named if use.sort.name != "audience" and not _withdrawn(use)]
        found[part.id] = sheets + pages
    return found


def _materials(campaign: Campaign) -> Iterator[tuple[Use, str]]:
    for sort, file in campaign.each():
        if sort.name == "audience":
            for index, material in enumerate(file.value.materials):
                yield Use(sort, file, ("materials", index)), material.kind


def _withdrawn(use: Use) -> bool:
    return use.sort.name == "case" and use.file.value.is_withdrawn
