"""One material as one file: the command `sheet`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handbill import road
from handbill.compose import folder_of, material_origins
from handbill.compose.artifacts import Artifact
from handbill.compose.sheets import (
    PrintEdition,
    document,
    file_name,
    finished,
    look_of,
    print_editions,
    sheet,
)
from handbill.edition.localise import localise
from handbill.load.validate import require_known
from handbill.problems import Both, Problem, ProblemsFound
from handbill.render.cache import RenderCache


def write_sheet(
    checked: road.Checked,
    material_id: str,
    size_name: str | None,
    print_edition: PrintEdition | None,
    places: Sequence[str],
    out: Path | None,
    cache: RenderCache,
    folder: Path = Path(),
) -> Path:
    """One material as one file: a PDF, or a PNG of a size for screens. Several places make one run
    of pages for each, in their order.

    size_name None takes the material's first size; places empty takes the default place, and
    "all" every place. out None: a file named by what it is, in `folder`. Returns the file written.
    Raises ProblemsFound for unknown names (E712), for an edition that the size does not have
    (E721), and for an `out` whose suffix belies its content (E725).
    """
    origins = {
        name: (campaign, origin)
        for campaign in checked.collection.campaigns
        for name, origin in material_origins(campaign).items()
    }
    require_known(material_id, origins)
    campaign, origin = origins[material_id]
    prefix = folder_of(campaign.id, len(checked.collection.campaigns))
    places = every_place(checked, places)
    sheets = []
    for place in places or [campaign.campaign.value.default_place]:
        edition = localise(checked.collection, campaign, place, today=checked.today)
        audience, material = next(
            (audience, material)
            for audience, material in edition.materials()
            if material.id == material_id
        )
        look = checked.looks[look_of(checked.presets[material.kind], audience, material)]
        sheets.append((edition, sheet(edition, audience, material, look, prefix)))
    preset = checked.presets[material.kind]
    name = size_name or material.sizes[0]
    require_known(name, preset.sizes)
    size = preset.sizes[name]
    made = print_editions(size, True, preset.medium)
    print_edition = print_edition or made[0]
    if print_edition not in made or (print_edition == "screen" and len(sheets) > 1):
        several = print_edition in made
        raise ProblemsFound(
            [
                Problem(
                    "E721",
                    origin,
                    size=name,
                    editions=list(made),
                    edition=(
                        Both("几个地区合在一起的", "one-file-for-several-places")
                        if several
                        else print_edition
                    ),
                )
            ]
        )
    data = document(sheets, material, name, size, print_edition, preset.medium)
    file = out or folder / file_name(material_id, name, size, print_edition, _of_places(places))
    suffix = ".png" if print_edition == "screen" else ".pdf"
    if file.suffix and file.suffix.lower() != suffix and not file.is_dir():
        raise ProblemsFound(
            [
                Problem(
                    "E725",
                    origin,
                    path=file.as_posix(),
                    reason=Both(f"内容要用 {suffix}", f"its content takes {suffix}"),
                )
            ]
        )
    artifact = Artifact(file.name, finished(material.kind, data, size), origin)
    [(_, content)] = road.renderer(checked, cache).render([artifact])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _of_places(places: Sequence[str]) -> str:
    """What a file name says of its places: streets must not overwrite each other's sheets."""
    if not places:
        return ""
    return places[0] if len(places) == 1 else f"{len(places)}-places"


def every_place(checked: road.Checked, asked: Sequence[str]) -> list[str]:
    """The places that the command line means: "all" is every one. Raises ProblemsFound (E712)."""
    places = checked.collection.places.value.places
    if list(asked) == ["all"]:
        return [place.id for place in places]
    for place in asked:
        require_known(place, [one.id for one in places], {one.name: one.id for one in places})
    return list(dict.fromkeys(asked))
