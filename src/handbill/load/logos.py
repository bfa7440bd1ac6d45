"""The logo and the icon of a site, as mkdocs.yml names them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbill.load.images import read_image
from handbill.load.settings import Settings
from handbill.problems import Both, Problem, ProblemsFound, Span

LARGEST = 100_000
"""Bytes of a logo that every page loads."""
SQUARE = 1.25
"""How much longer one side of it may be than the other."""


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
            yield Problem(
                "E694",
                at,
                file=name,
                ratio=f"{image.ratio:.2f}",
                least=f"{1 / SQUARE:g}",
                most=f"{SQUARE:g}",
            )
