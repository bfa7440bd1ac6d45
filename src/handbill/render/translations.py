"""What of a translation cannot be drawn, as drawings say it now or have said it before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handbill.check import Checked
from handbill.compose import folder_of, material_origins
from handbill.compose.artifacts import Artifact
from handbill.compose.sheets import compose_sheets
from handbill.edition.localise import localise_all
from handbill.problems import Problem
from handbill.render import Renderer


def translated(artifact: Artifact) -> bool:
    """Tells whether an artifact is drawn of a translation."""
    return artifact.origin is not None and artifact.origin.language is not None


def undrawable(
    drawn: Renderer,
    artifacts: Sequence[Artifact],
    draw: bool = True,
    count: Callable[[int, int], None] | None = None,
) -> list[Problem]:
    """Returns what is left out of translations for what cannot be drawn, each text of a sheet once.

    draw: else what earlier runs have found is all. count: is told how many of how many are drawn.
    """
    problems: dict[object, Problem] = {}
    for artifact, problem in drawn.faults(artifacts, draw, count):
        if origin := artifact.origin:
            edition, name = origin.edition, origin.material
            one = edition.fault(problem, [name])
            problems.setdefault((edition.id, edition.language, name, one.span), one)
    return list(problems.values())


def known_faults(checked: Checked, drawn: Renderer) -> list[Problem]:
    """Returns what earlier drawings have found of sheets of translations that are as they were.
    Nothing is drawn: of what has changed, the next drawing tells."""
    several = len(checked.collection.campaigns)
    found = []
    for edition, campaign in localise_all(checked.collection, checked.today):
        if not edition.is_original:
            prefix = f"{edition.language}/{folder_of(edition.id, several)}"
            origins = material_origins(campaign)
            sheets = list(compose_sheets(edition, prefix, checked.looks, origins))
            found += undrawable(drawn, sheets, draw=False)
    return found
