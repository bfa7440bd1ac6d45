"""Packs for any place, made without the website: the command `pack`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handbill import road
from handbill.check import Checked
from handbill.compose import compose_packs_alone, folder_of
from handbill.compose.artifacts import Artifact, Pack
from handbill.compose.packs import Selection
from handbill.edition.localise import localise
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress
from handbill.publish.product import Product, require_room, write_product
from handbill.publish.sheet import every_place, require_known_names
from handbill.render.cache import RenderCache


def write_packs(
    checked: Checked,
    places: Sequence[str],
    audiences: Sequence[str],
    choice: Selection,
    out: Path,
    cache: RenderCache,
    progress: Progress,
) -> list[Product]:
    """Writes the packs of audiences for each place below `out`.

    places: ids; empty means the default place, "all" every one. audiences: ids; empty means all.
    choice: kinds, sizes and editions to put in. Raises ProblemsFound for an unknown name (E712),
    when nothing is chosen (E720), and where something lies that is no pack (E725).
    """
    require_known_names(checked, choice, audiences=audiences)
    written: list[Product] = []
    chosen: list[str | None] = [*every_place(checked, places)]
    for place in chosen or [None]:
        written += _packs_of(checked, place, audiences, choice, out, cache, progress)
    return written


def _packs_of(
    checked: Checked,
    place: str | None,
    audiences: Sequence[str],
    choice: Selection,
    out: Path,
    cache: RenderCache,
    progress: Progress,
) -> Iterator[Product]:
    artifacts = []
    collection, looks = checked.collection, checked.looks
    with progress.stage("compose"):
        for one in collection.campaigns:
            where = place or one.campaign.value.default_place
            edition = localise(collection, one, where, today=checked.today)
            folder = folder_of(one.id, len(collection.campaigns))
            artifacts += compose_packs_alone(edition, one, folder, looks, audiences, choice)
    if not artifacts:
        raise ProblemsFound([Problem("E720", None)])
    goals = {
        one.path: out / _pack_file(one, place) for one in artifacts if isinstance(one.body, Pack)
    }
    for goal in goals.values():
        require_room(goal, ".zip")
    for artifact, content in road.render(checked, artifacts, cache, progress):
        if artifact.path in goals:
            yield write_product(goals[artifact.path], content, ".zip")


def _pack_file(artifact: Artifact, place: str | None) -> Path:
    """Two campaigns may have an audience of one name: theirs lie in a folder each."""
    pack = Path(artifact.path)
    return pack.parent.parent / f"{pack.stem}{f'-{place}' if place else ''}.zip"
