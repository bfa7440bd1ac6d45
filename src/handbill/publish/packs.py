"""Packs and single sheets for any place, made without the website."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handbill import pipeline
from handbill.compose import compose, material_origins
from handbill.compose.artifacts import Artifact, Pack, Sheet
from handbill.compose.sheets import PrintEdition, document, file_name, sheet
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress
from handbill.render.cache import RenderCache


def write_packs(checked: pipeline.Checked, place: str | None, audiences: Sequence[str], out: Path,
                cache: RenderCache, progress: Progress) -> list[Path]:
    """One zip an audience, for one place (None: the default place), below `out`.

    audiences: ids; empty means all. Raises ProblemsFound for an unknown place or audience.
    """
    _known_place(checked, place)
    with progress.stage("compose"):
        artifacts = compose(pipeline.editions(checked, place), checked.presets, checked.looks, {})
    packs = [artifact for artifact in artifacts if isinstance(artifact.body, Pack)
             and (not audiences or Path(artifact.path).stem in audiences)]
    known = {Path(artifact.path).stem for artifact in artifacts
             if isinstance(artifact.body, Pack)}
    if unknown := sorted(set(audiences) - known):
        raise ProblemsFound([Problem("E712", None, {"name": name, "known": "、".join(sorted(known))})
                             for name in unknown])
    needed = {file.path for pack in packs if isinstance(pack.body, Pack)
              for file in pack.body.files}
    wanted = packs + [artifact for artifact in artifacts if artifact.path in needed]
    written = []
    for artifact, content in pipeline.render(checked, wanted, cache, progress):
        if isinstance(artifact.body, Pack):
            # Two campaigns may have an audience of one name: theirs lie in a folder each.
            pack = Path(artifact.path)
            stem = pack.stem + (f"-{place}" if place else "")
            file = out / pack.parent.parent / f"{stem}.zip"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written.append(file)
    return written


def write_sheet(checked: pipeline.Checked, material_id: str, size_name: str | None,
                print_edition: PrintEdition, places: Sequence[str], out: Path | None,
                cache: RenderCache) -> Path:
    """One material as one PDF; several places make one run of pages for each, in their order.

    size_name None takes the material's first size; places empty takes the default place, and
    "all" every place. Returns the file written. Raises ProblemsFound for unknown names.
    """
    for campaign in checked.collection.campaigns:
        if material_id in material_origins(campaign):
            break
    else:
        known = sorted(name for campaign in checked.collection.campaigns
                       for name in material_origins(campaign))
        raise ProblemsFound([Problem("E712", None, {"name": material_id,
                                                    "known": "、".join(known)})])
    if list(places) == ["all"]:
        places = [place.id for place in checked.collection.places.value.places]
    chosen = list(places) or [campaign.campaign.value.default_place]
    alone = len(checked.collection.campaigns) == 1
    prefix = "" if alone else f"{campaign.id}/"
    sheets = []
    for place in chosen:
        _known_place(checked, place)
        edition = next(one for one, source in pipeline.editions(checked, place)
                       if source is campaign)
        audience, material = next((audience, material) for audience, material
                                  in edition.materials() if material.id == material_id)
        look = checked.looks[material.look or audience.file.look]
        sheets.append(sheet(edition, audience, material, look, prefix))
    preset = checked.presets[material.kind]
    name = size_name or material.sizes[0]
    if name not in preset.sizes:
        raise ProblemsFound([Problem("E712", None, {"name": name,
                                                    "known": "、".join(preset.sizes)})])
    size = preset.sizes[name]
    data = document(sheets, edition, material, name, size, print_edition)
    file = out or Path(file_name(material_id, name, size, print_edition))
    artifact = Artifact(file.name, Sheet(material.kind, data, "pdf"),
                        material_origins(campaign)[material_id])
    [(_, content)] = list(pipeline.renderer(checked, cache).render([artifact]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _known_place(checked: pipeline.Checked, place: str | None) -> None:
    known = [one.id for one in checked.collection.places.value.places]
    if place is not None and place not in known:
        raise ProblemsFound([Problem("E712", None, {"name": place, "known": "、".join(known)})])
