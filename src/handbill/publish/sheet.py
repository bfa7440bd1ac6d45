"""One material as one file: the command `sheet`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbill import road
from handbill.check import Checked
from handbill.compose import folder_of, material_origins
from handbill.compose.artifacts import Artifact
from handbill.compose.origins import Origin
from handbill.compose.packs import Selection
from handbill.compose.sheets import PrintEdition, print_editions, sheet, sheet_file
from handbill.edition.localise import localise
from handbill.load.files import Campaign
from handbill.load.validate import require_known
from handbill.problems import Both, Problem, ProblemsFound, Span
from handbill.publish.product import Product, require_room, write_product
from handbill.render.cache import RenderCache


@dataclass(frozen=True)
class Order:
    """A sheet that is asked for. size: a name, the material's first if None. edition: the first
    that the size has if None. places: ids, the default place if empty, every one for "all".
    campaign: an id; needed where several campaigns have a material of the name. language: a tag, the
    campaign's own if None."""

    material: str
    size: str | None = None
    edition: PrintEdition | None = None
    places: Sequence[str] = ()
    campaign: str | None = None
    language: str | None = None


def write_sheet(checked: Checked, order: Order, out: Path | None, cache: RenderCache) -> Product:
    """Writes one material as one file: a PDF, or a PNG of a size for screens.

    out: the file; one named by what it is, in the current folder, if None. Raises ProblemsFound as
    `plan_sheet` does, and for an `out` whose suffix belies its content, or that is something else
    already (E725).
    """
    artifact = plan_sheet(checked, order)
    file = out or Path(artifact.path)
    suffix = Path(artifact.path).suffix
    require_room(file, suffix)
    [(_, content)] = road.render(checked, [artifact], cache)
    return write_product(file, content, suffix)


def plan_sheet(checked: Checked, order: Order) -> Artifact:
    """Plans the file of one material; several places make a run of pages for each, in their order.

    Raises ProblemsFound for unknown names (E712), for one that several campaigns have (E185), for
    one that is not whole in the language (E727), and for an edition that the size does not have
    (E721).
    """
    campaigns = checked.collection.campaigns
    campaign, origin = _home(checked, order)
    own = campaign.campaign.value.language
    require_known(order.language or own, spoken(campaign))
    places = every_place(checked, order.places)
    sheets = []
    for place in places or [campaign.campaign.value.default_place]:
        edition = localise(checked.collection, campaign, place, order.language, checked.today)
        audience, material = next(
            pair for pair in edition.materials() if pair[1].id == order.material
        )
        if not edition.has(audience, material):
            raise ProblemsFound([Problem("E727", origin, id=material.id, language=order.language)])
        folder = folder_of(campaign.id, len(campaigns))
        sheets.append((edition, sheet(edition, audience, material, checked.looks, folder)))
    kind, name = material.declared, order.size or material.sizes[0]
    require_known(name, kind.sizes)
    made = print_editions(kind.sizes[name], True, kind.medium)
    chosen = order.edition or made[0]
    several = chosen == "screen" and len(sheets) > 1
    if chosen not in made or several:
        run = Both("几个地区合在一起的", "one-file-for-several-places")
        asked = run if chosen in made else chosen
        raise ProblemsFound(
            [Problem("E721", origin, size=name, editions=list(made), edition=asked)]
        )
    file = sheet_file(
        sheets, material, name, kind.sizes[name], chosen, _where(places, order.language)
    )
    return Artifact(*file, origin, origin=Origin(sheets[0][0], order.material))


def _home(checked: Checked, order: Order) -> tuple[Campaign, Span]:
    """Returns the one campaign that has the material, and where it stands there."""
    chosen = checked.collection.campaigns
    if order.campaign is not None:
        require_known(order.campaign, [one.id for one in chosen])
        chosen = tuple(one for one in chosen if one.id == order.campaign)
    homes: dict[str, list[tuple[Campaign, Span]]] = {}
    for one in chosen:
        for name, at in material_origins(one).items():
            homes.setdefault(name, []).append((one, at))
    require_known(order.material, homes)
    first, *others = homes[order.material]
    if others:
        found = [one.id for one, _ in (first, *others)]
        at = others[-1][1]
        raise ProblemsFound(
            [Problem("E185", at, id=order.material, campaigns=found, first=first[1])]
        )
    return first


def _where(places: Sequence[str], language: str | None) -> str:
    """What a file name says of its places and language: streets must not overwrite each other's
    sheets."""
    said = places[0] if len(places) == 1 else f"{len(places)}-places" if places else ""
    return "-".join(filter(None, (said, language)))


def every_place(checked: Checked, asked: Sequence[str]) -> list[str]:
    """Spells out the places that the command line names: "all" is every one. Raises ProblemsFound
    (E712)."""
    places = checked.collection.places.value.places
    if list(asked) == ["all"]:
        return [place.id for place in places]
    for place in asked:
        require_known(place, [one.id for one in places], {one.name: one.id for one in places})
    return list(dict.fromkeys(asked))


def require_known_names(
    checked: Checked,
    choice: Selection,
    *,
    audiences: Collection[str] = (),
    materials: Collection[str] = (),
    languages: Collection[str] = (),
) -> None:
    """Raises ProblemsFound (E712) for a name that is chosen and that the site has not. A kind may be
    called by its title."""
    kinds, campaigns = checked.collection.kinds.by_name, checked.collection.campaigns
    titles = {one.title.zh: name for name, one in kinds.items()}
    for kind in sorted(choice.kinds):
        require_known(kind, list(kinds), titles)
    there = [one for campaign in campaigns for one in campaign.audiences]
    for asked, known in (
        (choice.sizes, {name for one in kinds.values() for name in one.sizes}),
        (audiences, {one.id for one in there}),
        (materials, {material.id for one in there for material in one.value.materials}),
        (languages, {tag for one in campaigns for tag in spoken(one)}),
    ):
        for name in sorted(asked):
            require_known(name, sorted(known))


def spoken(campaign: Campaign) -> tuple[str, ...]:
    """Returns the languages of a campaign, its own first."""
    return campaign.campaign.value.language, *sorted(campaign.catalogs)
