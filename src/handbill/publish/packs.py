"""Packs and single sheets for any place, made without the website."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from handbill import pipeline
from handbill.compose import compose, material_origins, prefix_of
from handbill.compose.artifacts import Artifact, Pack, Sheet
from handbill.compose.sheets import PrintEdition, document, file_name, look_of, sheet
from handbill.load.validate import near
from handbill.localise import localise
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress
from handbill.render.cache import RenderCache


def write_packs(checked: pipeline.Checked, place: str | None, audiences: Sequence[str], out: Path,
                cache: RenderCache, progress: Progress) -> list[Path]:
    """One zip an audience, for one place (None: the default place), below `out`.

    audiences: ids; empty means all. Raises ProblemsFound for an unknown place or audience.
    """
    if place is not None:
        _known_place(checked, place)
    with progress.stage("compose"):
        artifacts = compose(pipeline.editions(checked, place), checked.presets, checked.looks, {})
    packs = [(Path(artifact.path), artifact, artifact.body) for artifact in artifacts
             if isinstance(artifact.body, Pack)]
    names = sorted({path.stem for path, _, _ in packs})
    for audience in audiences:
        _known(audience, names)
    chosen = [(artifact, pack) for path, artifact, pack in packs
              if not audiences or path.stem in audiences]
    needed = {file.path for _, pack in chosen for file in pack.files}
    wanted = [artifact for artifact, _ in chosen]
    wanted += [artifact for artifact in artifacts if artifact.path in needed]
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
    origins = {name: (campaign, origin) for campaign in checked.collection.campaigns
               for name, origin in material_origins(campaign).items()}
    _known(material_id, origins)
    campaign, origin = origins[material_id]
    prefix = prefix_of(campaign.id, len(checked.collection.campaigns))
    if list(places) == ["all"]:
        places = [place.id for place in checked.collection.places.value.places]
    sheets = []
    for place in places or [campaign.campaign.value.default_place]:
        _known_place(checked, place)
        edition = localise(checked.collection, campaign, place)
        audience, material = next((audience, material) for audience, material
                                  in edition.materials() if material.id == material_id)
        look = checked.looks[look_of(checked.presets[material.kind], audience, material)]
        sheets.append((edition, sheet(edition, audience, material, look, prefix)))
    preset = checked.presets[material.kind]
    name = size_name or material.sizes[0]
    _known(name, preset.sizes)
    size = preset.sizes[name]
    data = document(sheets, material, name, size, print_edition)
    file = out or Path(file_name(material_id, name, size, print_edition, _of_places(places)))
    artifact = Artifact(file.name, Sheet(material.kind, data, "pdf"), origin)
    [(_, content)] = pipeline.renderer(checked, cache).render([artifact])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _of_places(places: Sequence[str]) -> str:
    """What a file name says of its places: streets must not overwrite each other's sheets."""
    if not places:
        return ""
    return places[0] if len(places) == 1 else f"{len(places)}-places"


def _known_place(checked: pipeline.Checked, place: str) -> None:
    places = checked.collection.places.value.places
    _known(place, [one.id for one in places], {one.name: one.id for one in places})


def _known(name: str, known: Collection[str], titles: Mapping[str, str] | None = None) -> None:
    """Raise ProblemsFound (E712) for a name of the command line that is not among the `known`.

    titles: what people call them -> the name meant, to be suggested.
    """
    if name in known:
        return
    titles = titles or {}
    raise ProblemsFound([Problem("E712", None, {
        "name": name, "known": list(known),
        "suggestion": near(name, known) or titles.get(near(name, titles) or "")})])
