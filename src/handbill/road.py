"""The road of the data: load → check → localise → compose → render. `publish` takes it from there.

Read this first: every other module is a stage of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill.check import check_collection
from handbill.compose import compose
from handbill.compose.artifacts import Artifact
from handbill.edition.edition import Edition
from handbill.edition.localise import at_every_place, localise
from handbill.edition.translated import published_languages
from handbill.kinds import KINDS
from handbill.load.collection import Campaign, Collection
from handbill.load.folders import load_collection
from handbill.load.settings import Settings
from handbill.load.templates import load_looks, load_preset, picture_names, site_assets
from handbill.model.look import Look
from handbill.model.preset import Preset
from handbill.problems import Problem, ProblemsFound, Severity
from handbill.progress import Progress, silent
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.resources import merged_templates
from handbill.words import words


@dataclass(frozen=True)
class Checked:
    """A collection that may be used, with the look it is drawn in and what was found."""

    settings: Settings
    templates: Path
    collection: Collection
    presets: Mapping[str, Preset]
    looks: Mapping[str, Look]
    problems: tuple[Problem, ...]
    """Warnings; errors have been raised."""
    today: datetime.date
    """The day it was checked for; what is past by then is marked."""


def load_and_check(
    settings: Settings, today: datetime.date, progress: Progress | None = None
) -> Checked:
    """The first two stages. Raises ProblemsFound with every problem when one of them is an
    error."""
    progress = progress or silent()
    with progress.stage("load") as notes:
        templates = merged_templates(settings.templates_dir, settings.build_dir / "templates")
        presets = {name: load_preset(name, templates, settings) for name in KINDS}
        looks = load_looks(templates, settings)
        collection, problems = load_collection(settings)
        if collection:
            notes.append(f"{len(collection.campaigns)} campaign(s)")
    with progress.stage("check") as notes:
        if collection:
            found = check_collection(
                collection, today, presets, looks=looks, pictures=picture_names(templates)
            )
            problems = [*problems, *found]
        notes.append(f"{len(problems)} problem(s)")
    if collection is None or any(one.severity is Severity.ERROR for one in problems):
        raise ProblemsFound(problems)
    return Checked(settings, templates, collection, presets, looks, tuple(problems), today)


def editions(checked: Checked, place: str | None = None) -> list[tuple[Edition, Campaign]]:
    """The editions of every campaign for `place`, or for the campaign's default place: in its own
    language, then in those that it is translated into.

    Raises KeyError for an unknown place.
    """
    return [
        (
            localise(
                checked.collection,
                campaign,
                place or campaign.campaign.value.default_place,
                language,
                checked.today,
            ),
            campaign,
        )
        for campaign in checked.collection.campaigns
        for language in published_languages(campaign)
    ]


def moment_of(collection: Collection) -> datetime.datetime:
    """The date that PDFs and zips bear: the latest day a campaign was issued, midnight UTC.

    Never the clock's: the same input must give the same bytes.
    """
    day = max(campaign.campaign.value.issued for campaign in collection.campaigns)
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def renderer(checked: Checked, cache: RenderCache) -> Renderer:
    """The renderer of a checked site."""
    language = checked.collection.campaigns[0].campaign.value.language
    return Renderer(checked.templates, moment_of(checked.collection), cache, words(language))


def plan(checked: Checked, progress: Progress | None = None) -> list[Artifact]:
    """Stages localise and compose: everything the site will hold."""
    with (progress or silent()).stage("compose") as notes:
        made = editions(checked)
        local = [
            one
            for edition, campaign in made
            for one in at_every_place(edition, checked.collection, campaign)
        ]
        artifacts = compose(
            made, checked.presets, checked.looks, site_assets(checked.templates), local=local
        )
        notes.append(f"{len(artifacts)} files")
    return artifacts


def render(
    checked: Checked,
    artifacts: list[Artifact],
    cache: RenderCache,
    progress: Progress | None = None,
) -> Iterator[tuple[Artifact, bytes]]:
    """Stage render: each artifact with its bytes, packs last."""
    progress = progress or silent()
    with progress.stage("render") as notes:
        done = 0

        def step(artifact: Artifact) -> None:
            nonlocal done
            done += 1
            progress.count("render", done, len(artifacts))

        yield from renderer(checked, cache).render(artifacts, step)
        notes.append(f"{len(artifacts)} files, {cache.drawn} drawn anew")
