"""Photographs of campaigns, as photos.yml names them."""

from __future__ import annotations

from collections.abc import Iterable

from handbill.load.files import Campaign
from handbill.load.images import Image, read_photo
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound

LARGEST = 30_000_000
"""Bytes of a photograph: a camera's JPEG of 60 megapixels, or a PNG of half of them."""


def load_photos(
    site: Settings, campaigns: Iterable[Campaign]
) -> tuple[dict[str, Image], list[Problem]]:
    """Loads the photographs of campaigns, by path below campaigns/, and says what is wrong with
    them (E690 to E692)."""
    found: dict[str, Image] = {}
    problems: list[Problem] = []
    for campaign in campaigns:
        top = site.campaigns_dir / campaign.id
        source = campaign.photos
        for index, photo in enumerate(source.value.photos if source else ()):
            assert source, "it has the photograph"
            at = source.span("photos", index, "file")
            try:
                found[f"{campaign.id}/{photo.file}"] = read_photo(
                    top / photo.file, top, at, site.root, LARGEST
                )
            except ProblemsFound as fault:
                problems += fault.problems
    return found, problems
