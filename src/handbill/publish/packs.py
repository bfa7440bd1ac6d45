"""Packs for any place, made without the website: the command `pack`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handbill import road
from handbill.compose import compose
from handbill.compose.artifacts import Artifact, OfOthers, Pack
from handbill.compose.packs import Choice
from handbill.kinds import KINDS
from handbill.load.validate import require_known
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress
from handbill.publish.sheet import every_place
from handbill.render.cache import RenderCache


def write_packs(
    checked: road.Checked,
    places: Sequence[str],
    audiences: Sequence[str],
    choice: Choice,
    out: Path,
    cache: RenderCache,
    progress: Progress,
) -> list[Path]:
    """The packs of audiences for each place, below `out`.

    places: ids; empty means the default place, "all" every one. audiences: ids; empty means all.
    choice: kinds, sizes and editions to put in. Raises ProblemsFound for an unknown name (E712),
    and when nothing is chosen (E720).
    """
    for kind in choice.kinds:
        require_known(
            kind, list(KINDS), {preset.title.zh: name for name, preset in checked.presets.items()}
        )
    sizes = {name for preset in checked.presets.values() for name in preset.sizes}
    for size in choice.sizes:
        require_known(size, sorted(sizes))
    written = []
    chosen: list[str | None] = [*every_place(checked, places)]
    for place in chosen or [None]:
        written += _packs_of(checked, place, audiences, choice, out, cache, progress)
    return written


def _packs_of(
    checked: road.Checked,
    place: str | None,
    audiences: Sequence[str],
    choice: Choice,
    out: Path,
    cache: RenderCache,
    progress: Progress,
) -> list[Path]:
    editions = [
        (edition, campaign)
        for edition, campaign in road.editions(checked, place)
        if edition.is_original
    ]
    names = sorted({audience.id for edition, _ in editions for audience in edition.audiences})
    for audience in audiences:
        require_known(audience, names)
    with progress.stage("compose"):
        artifacts = compose(editions, checked.presets, checked.looks, {}, choice)
    by_path = {artifact.path: artifact for artifact in artifacts}
    chosen = [
        artifact
        for artifact in artifacts
        if isinstance(artifact.body, Pack)
        and (not audiences or _audience_of(artifact.path) in audiences)
    ]
    if not chosen:
        raise ProblemsFound([Problem("E720", None)])
    wanted = {artifact.path: artifact for artifact in chosen}
    waiting: list[Artifact] = list(chosen)
    while waiting:
        body = waiting.pop().body
        for path in body.paths if isinstance(body, OfOthers) else ():
            if path not in wanted:
                wanted[path] = by_path[path]
                waiting.append(by_path[path])
    written = []
    for artifact, content in road.render(checked, list(wanted.values()), cache, progress):
        if isinstance(artifact.body, Pack):
            # Two campaigns may have an audience of one name: theirs lie in a folder each.
            pack = Path(artifact.path)
            stem = pack.stem + (f"-{place}" if place else "")
            file = out / pack.parent.parent / f"{stem}.zip"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written.append(file)
    return written


def _audience_of(path: str) -> str:
    """packs/families-print.zip -> families."""
    return Path(path).stem.rpartition("-")[0]
