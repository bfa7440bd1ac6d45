"""One picture as every kind of a site shows it: the command `picture`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from handbill import road
from handbill.check import Checked
from handbill.compose import folder_of
from handbill.compose.artifacts import TILE, Artifact, Overview, Sheet
from handbill.compose.photos import TILE_BOX, WEB_QUALITY, WEB_WIDTH, cut
from handbill.compose.sheets import document, sheet
from handbill.edition.localise import localise
from handbill.edition.photos import Photograph
from handbill.load.templates import picture_names, shows_picture
from handbill.load.validate import require_known
from handbill.model.look import Look
from handbill.model.units import MM_PER_PT
from handbill.publish.product import Product, require_room, write_product
from handbill.render.cache import RenderCache

HEIGHT_PX = 620
"""Height in pixels of a sheet on the contact sheet; of what lies across, its width."""
_TILE_SIZE = {"width": TILE[2] * 4 * MM_PER_PT, "scale": 1}
"""Of a picture alone, of which one u is 4 pt."""


def write_picture(
    checked: Checked, name: str, looks: Sequence[str], out: Path | None, cache: RenderCache
) -> Product:
    """Writes a PNG of the picture `name` as the site's sheets show it, with the copy of the first
    material of each kind.

    looks: palettes, the first audience's if empty, every one for copy for "all". out: the file; named
    by the picture, in the current folder, if None. Raises ProblemsFound for unknown names (E712) and
    an `out` that is something else (E725).
    """
    drawn_names = picture_names(checked.templates)
    photos = {
        photo.id
        for campaign in checked.collection.campaigns
        for photo in (campaign.photos.value.photos if campaign.photos else ())
    }
    require_known(name, sorted({*drawn_names, *photos}))
    chosen = {one: checked.looks[one] for one in _looks(checked, looks)}
    file = out or Path(f"{name}.png")
    require_room(file, ".png")
    drawn = [one for look in chosen.items() for one in _sheets(checked, name, *look)]
    titles = tuple((one.path.removesuffix(".png"), one.path) for one in drawn)
    overview = Artifact("picture", Overview(titles))
    made = {one.path: content for one, content in road.render(checked, [*drawn, overview], cache)}
    return write_product(file, made["picture"], ".png")


def _looks(checked: Checked, asked: Sequence[str]) -> list[str]:
    if list(asked) == ["all"]:
        return [name for name, look in checked.looks.items() if look.suits == "text"]
    for name in asked:
        require_known(name, checked.looks)
    return list(asked) or [checked.collection.campaigns[0].audiences[0].value.look]


def _tile(name: str, photo: Photograph | None, look_name: str, look: Look) -> Artifact:
    """The crop of web pages."""
    tile: dict[str, Any] = {"name": name, "look": look.rgb(), "crop": TILE, "edition": ""}
    if photo:
        tile["sheets"] = [{"photo": cut(photo, TILE_BOX, WEB_WIDTH, WEB_QUALITY)}]
    body = Sheet("sheet/picture", {**tile, "size": _TILE_SIZE}, "png", width_px=HEIGHT_PX)
    return Artifact(f"{look_name} · web.png", body)


def _sheets(checked: Checked, name: str, look_name: str, look: Look) -> Iterator[Artifact]:
    """The crop of web pages, and a sheet of every kind that shows pictures, with this one in the
    colours of a look."""
    drawn = name in picture_names(checked.templates)
    seen: set[str] = set()
    told = False
    for campaign in checked.collection.campaigns:
        place = campaign.campaign.value.default_place
        edition = localise(checked.collection, campaign, place, today=checked.today)
        photo = edition.photos.get(name)
        if not (photo or drawn):
            continue
        if not told:
            told = True
            yield _tile(name, photo, look_name, look)
        folder = folder_of(campaign.id, len(checked.collection.campaigns))
        for audience, material in edition.materials():
            kind = material.declared
            if kind.name in seen or not shows_picture(checked.templates / kind.name):
                continue
            seen.add(kind.name)
            shown = material.model_copy(update={"picture": name})
            one = sheet(edition, audience, shown, checked.looks, folder, look)
            size_name = material.sizes[0]
            size = kind.sizes[size_name]
            data = document([(edition, one)], material, size_name, size, "preview", kind.medium)
            width = round(HEIGHT_PX * min(1, size.width / size.height))
            path = f"{look_name} · {kind.name} {size_name}.png"
            yield Artifact(path, Sheet(kind.name, data, "png", width_px=width))
