"""The road of the data: load → check → localise → compose → render → publish. Read this first.

`build` walks all of it; every other module is a stage of it or stands beside it. A command that
makes less than a site (`check`, `sheet`, `impose`, `pack`) calls the same stages.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from handbill.check import Checked, check_site
from handbill.compose import compose
from handbill.compose.artifacts import Artifact, Files, is_late
from handbill.edition.localise import local_editions, localise_all
from handbill.load.left_out import leave_out
from handbill.load.settings import Settings
from handbill.load.site import load_site
from handbill.load.templates import site_assets
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress, silent
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.render.translations import translated, undrawable
from handbill.words import words

T = TypeVar("T")


def build(
    settings: Settings,
    today: datetime.date,
    publish: Callable[[Checked, Sequence[Artifact], Files], T],
    cache: RenderCache,
    progress: Progress | None = None,
) -> T:
    """Walks the whole road and returns what `publish` makes of its end.

    publish: takes the checked site, the plan of its files, and the files but those that come last (see
    `Planned.late`), which are rendered as they are asked for. Raises ProblemsFound with every problem
    of the first stage that finds an error.
    """
    checked = load_and_check(settings, today, progress)
    checked, artifacts = settle(checked, plan(checked, progress), cache, progress)
    early = [one for one in artifacts if not is_late(one)]
    files = render(checked, early, cache, progress)
    return publish(checked, artifacts, files)


def load_and_check(
    settings: Settings, today: datetime.date, progress: Progress | None = None
) -> Checked:
    """Loads a site and checks it. Raises ProblemsFound with all findings if one is an error."""
    progress = progress or silent()
    with progress.stage("load") as notes:
        loaded = load_site(settings)
        notes.append(f"{len(loaded.collection.campaigns) if loaded.collection else 0} campaign(s)")
    with progress.stage("check") as notes:
        checked = check_site(loaded, today)
        notes.append(f"{len(checked.problems)} problem(s)")
    return checked


def plan(checked: Checked, progress: Progress | None = None) -> list[Artifact]:
    """Plans every file of the site: localises the campaigns and composes the editions."""
    with (progress or silent()).stage("compose") as notes:
        editions = localise_all(checked.collection, checked.today)
        local = local_editions(editions, checked.collection)
        assets = site_assets(checked.templates, checked.settings)
        artifacts = compose(editions, checked.looks, assets, local)
        notes.append(f"{len(artifacts)} files")
    return artifacts


def settle(
    checked: Checked,
    artifacts: Sequence[Artifact],
    cache: RenderCache,
    progress: Progress | None = None,
) -> tuple[Checked, Sequence[Artifact]]:
    """Leaves out of each translation what cannot be drawn in it: returns the site, with a warning
    for each such sheet, and its plan without them. What is drawn to find out stays in the cache."""
    tried = [one for one in artifacts if translated(one)]
    if not tried:
        return checked, artifacts
    with (progress or silent()).stage("translations") as notes:
        count = partial((progress or silent()).count, "translations")
        problems = undrawable(renderer(checked, cache), tried, count=count)
        notes.append(f"{len(problems)} problem(s)")
    if not problems:
        return checked, artifacts
    collection, told = leave_out(checked.collection, problems)
    checked = replace(checked, collection=collection, problems=(*checked.problems, *told))
    return checked, plan(checked)


def render(
    checked: Checked,
    artifacts: Sequence[Artifact],
    cache: RenderCache,
    progress: Progress | None = None,
) -> Files:
    """Renders artifacts: each with its bytes, what is made of others after them."""
    progress = progress or silent()
    with progress.stage("render") as notes:
        files = renderer(checked, cache).render(artifacts)
        for done, file in enumerate(files, start=1):
            progress.count("render", done, len(artifacts))
            yield file
        notes.append(f"{len(artifacts)} files, {cache.drawn} drawn anew")


def lay_out(
    checked: Checked, artifacts: Sequence[Artifact], cache: RenderCache
) -> tuple[Problem, ...]:
    """Draws every sheet among artifacts, each layout once, and keeps the drawings for a build to
    come. Returns the warnings of the site, those of translations' sheets that cannot be drawn among
    them. Raises ProblemsFound with all that does not fit or cannot be drawn in the original."""
    drawn = renderer(checked, cache)
    layouts = drawn.layouts(artifacts)
    checked, _ = settle(checked, layouts, cache)
    try:
        deque(drawn.render([one for one in layouts if not translated(one)]), maxlen=0)
    except ProblemsFound as found:
        raise ProblemsFound([*checked.problems, *found.problems]) from None
    return checked.problems


def renderer(checked: Checked, cache: RenderCache) -> Renderer:
    """Makes the renderer of a site, whose PDFs and zips bear the day of its campaigns."""
    collection = checked.collection
    return Renderer(
        checked.templates,
        collection.moment,
        cache,
        words(collection.language),
        images=(*collection.images.values(), *collection.photos.values()),
    )
