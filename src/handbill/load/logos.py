"""Logos: of the site, as mkdocs.yml names it, and of those who publish, as campaigns name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from handbill.load.files import PLACES, Campaign
from handbill.load.images import Image, read_image
from handbill.load.settings import Settings
from handbill.load.sourced import Sourced
from handbill.model.logo import Logo
from handbill.model.place import PlacesFile
from handbill.problems import Both, Problem, ProblemsFound, Span

LARGEST = 100_000
"""Bytes of a logo that every page loads."""
SQUARE = 1.25
"""How much longer one side of it may be than the other."""
LARGEST_PRINTED = 500_000
"""Bytes of a logo that stands in every file of a sheet."""
PRINTED = (0.5, 4)
"""Width over height of logos that stand in a row."""
LEAST_PIXELS = 200
"""Height in pixels of a logo: 17 mm at 300 dpi, which sheets up to A1 ask for."""


def mark_problems(site: Settings, templates: Path) -> Iterator[Problem]:
    """Yields what is wrong with the logo and the icon (E690 to E694). They lie in docs/, or in
    templates/site/ as the default one does."""
    asked = {site.favicon: site.favicon_span, site.logo: site.logo_span}
    for name, span in asked.items():
        theirs = site.docs_dir / name
        folder = site.docs_dir if theirs.is_file() else templates / "site"
        if not (folder / name).is_file():
            folder = site.docs_dir
        at = span or Span(site.config_file.name)
        try:
            image = read_image(folder / name, folder, at, site.root, LARGEST)
        except ProblemsFound as found:
            yield from found.problems
            continue
        if image.format == "jpg":
            reason = Both("要 SVG 或 PNG", "SVG or PNG is asked for")
            yield Problem("E691", at, file=name, reason=reason)
        elif not 1 / SQUARE <= image.ratio <= SQUARE:
            yield _shape(name, at, image, (1 / SQUARE, SQUARE))


def _shape(file: str, at: Span, image: Image, bounds: tuple[float, float]) -> Problem:
    least, most = bounds
    return Problem(
        "E694", at, file=file, ratio=f"{image.ratio:.2f}", least=f"{least:g}", most=f"{most:g}"
    )


def load_images(
    site: Settings, campaigns: Iterable[Campaign], places: Sourced[PlacesFile]
) -> tuple[dict[str, Image], list[Problem]]:
    """Loads the images that campaigns and places name, by path below campaigns/, and says what is
    wrong with them (E690 to E695)."""
    found: dict[str, Image] = {}
    problems: list[Problem] = []
    for folder, file, at in _asked(campaigns, places):
        path = f"{folder}/{file}"
        if path in found:
            continue
        top = site.campaigns_dir / folder
        try:
            image = read_image(top / file, top, at, site.root, LARGEST_PRINTED)
        except ProblemsFound as fault:
            problems += fault.problems
            continue
        if not PRINTED[0] <= image.ratio <= PRINTED[1]:
            problems.append(_shape(file, at, image, PRINTED))
        elif image.format != "svg" and image.height < LEAST_PIXELS:
            pixels = {"height": round(image.height), "least": LEAST_PIXELS}
            problems.append(Problem("E695", at, file=file, **pixels))
        found[path] = image
    return found, problems


def _asked(
    campaigns: Iterable[Campaign], places: Sourced[PlacesFile]
) -> Iterator[tuple[str, str, Span]]:
    """Folder below campaigns/, file and place in the YAML of each image."""
    lists: list[tuple[str, Sourced[Any], tuple[str | int, ...], Iterable[Logo]]] = [
        (one.id, one.campaign, ("logos",), one.campaign.value.logos) for one in campaigns
    ]
    lists += [
        (PLACES, places, ("places", index, "logos"), place.logos or ())
        for index, place in enumerate(places.value.places)
    ]
    for folder, source, path, logos in lists:
        for index, logo in enumerate(logos):
            yield folder, logo.file, source.span(*path, index, "file")
