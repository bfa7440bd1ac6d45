"""Sheets as they are being written: drawn by the renderer itself, in one thread that stays warm."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Sheet
from handbill.desk.papers import Paper
from handbill.edition.localise import localise
from handbill.load.files import Campaign
from handbill.load.site import Loaded
from handbill.model.texts import walk
from handbill.problems import Problem, ProblemsFound
from handbill.publish.sheet import Order, plan_sheet
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.render.placed import placed


@dataclass(frozen=True)
class Which:
    """A sheet. campaign, material: ids. size: a name, the first of the material's if empty."""

    campaign: str
    material: str
    size: str = ""


class Drawer:
    """Draws one sheet at a time. Of several drawings of a sheet that wait, one is made: of the site as
    it was when the last was asked for."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._lock = threading.Lock()
        self._asked: dict[Which, tuple[Checked, Loaded]] = {}
        self._waiting: dict[Which, Future[bytes | None]] = {}
        self._renderer: tuple[object, Renderer] | None = None
        self._problems: tuple[object, dict[Which, list[Problem]]] = (None, {})

    def svg(self, checked: Checked, loaded: Loaded, which: Which) -> bytes | None:
        """Returns the first side of a sheet as SVG; None when it cannot be drawn: `problems_of` tells
        why."""
        with self._lock:
            self._asked[which] = checked, loaded
            if which not in self._waiting:
                self._waiting[which] = self._pool.submit(self._next, which)
            drawn = self._waiting[which]
        return drawn.result()

    def _next(self, which: Which) -> bytes | None:
        with self._lock:
            del self._waiting[which]
            checked, loaded = self._asked.pop(which)
        return self._drawn(checked, loaded, which)

    def pdf(self, checked: Checked, loaded: Loaded, which: Which) -> tuple[str, bytes]:
        """Returns a sheet as its file: name and content. Raises ProblemsFound."""

        def draw() -> tuple[str, bytes]:
            artifact = plan_sheet(checked, _order(which))
            assert isinstance(artifact.body, Sheet), "a sheet is planned"
            try:
                return artifact.path, self._of(checked).draw(artifact.body)
            except ProblemsFound as found:
                raise ProblemsFound(placed(found.problems, artifact)) from None

        return self._pool.submit(draw).result()

    def problems_of(self, loaded: Loaded) -> list[Problem]:
        """Returns what drawings of a site, as it is now, could not do."""
        site, found = self._problems
        return [one for many in found.values() for one in many] if site is loaded else []

    def _drawn(self, checked: Checked, loaded: Loaded, which: Which) -> bytes | None:
        if self._problems[0] is not loaded:
            self._problems = loaded, {}
        artifact: Artifact | None = None
        try:
            artifact = plan_sheet(checked, _order(which))
            assert isinstance(artifact.body, Sheet), "a sheet is planned"
            return self._of(checked).draw(replace(artifact.body, format="svg"))
        except ProblemsFound as found:
            told = placed(found.problems, artifact) if artifact else found.problems
            self._problems[1][which] = list(told)
        except (LookupError, ValueError, StopIteration):
            # It refers to what is not there: the checks say so at the field.
            self._problems[1][which] = []
        return None

    def _of(self, checked: Checked) -> Renderer:
        """The renderer of a site, kept warm while its look, day and pictures are the same."""
        one = checked.collection
        key = (checked.templates, one.moment, one.language, *one.images, *one.photos)
        if self._renderer is None or self._renderer[0] != key:
            cache = RenderCache(checked.settings.build_dir / "cache")
            self._renderer = key, road.renderer(checked, cache)
        return self._renderer[1]


def _order(which: Which) -> Order:
    return Order(which.material, which.size or None, campaign=which.campaign)


def sheets(checked: Checked) -> Iterator[tuple[Which, str]]:
    """Yields every material with its title."""
    for campaign in checked.collection.campaigns:
        for _, one in campaign.materials():
            yield Which(campaign.id, one.id), one.title


def sizes(checked: Checked, which: Which) -> list[str]:
    """Returns the names of a material's sizes."""
    return next(
        list(one.sizes)
        for campaign in checked.collection.campaigns
        if campaign.id == which.campaign
        for _, one in campaign.materials()
        if one.id == which.material
    )


def lacking_of(checked: Checked, which: Which) -> list[str]:
    """Returns what a sheet must have before it may be posted, and has not."""
    campaign = next(one for one in checked.collection.campaigns if one.id == which.campaign)
    place = campaign.campaign.value.default_place
    return list(localise(checked.collection, campaign, place, None, checked.today).lacking)


def sheet_for(checked: Checked, paper: Paper, material: str = "") -> Which | None:
    """Returns the sheet that shows a file: the material that is asked for, else the first of an
    audience, the first that names a case or a strip, the first of all."""
    campaigns = checked.collection.campaigns
    folder = checked.settings.campaigns_dir
    own = [one for one in campaigns if paper.path.is_relative_to(folder / one.id)]
    found = [pair for one in own or campaigns for pair in _materials(one)]
    named = [which for which, _, _ in found if which.material == material]
    of_audience = [which for which, audience, _ in found if own and audience == paper.stem]
    field = _NAMED_IN.get(paper.sort)
    naming = [which for which, _, texts in found if own and (field, paper.stem) in texts]
    return next(iter((*named, *of_audience, *naming, *(which for which, _, _ in found))), None)


_NAMED_IN = {"case": "case", "strip": "strips"}
"""Sorts of files → the field of a material that names one."""


def _materials(campaign: Campaign) -> Iterator[tuple[Which, str, frozenset[tuple[object, str]]]]:
    """Each material of a campaign with its audience and what each of its fields says."""
    for audience, one in campaign.materials():
        texts = frozenset((path[0], text) for path, text, _ in walk(one))
        yield Which(campaign.id, one.id), audience.id, texts
