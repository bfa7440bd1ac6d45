"""edition → list of artifacts. Pure: the same edition gives the same list, and no disk is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from handbill.compose.answers import answers
from handbill.compose.artifacts import TILE, Artifact, Pack, Picture, Static, with_parts
from handbill.compose.feeds import compose_feeds, compose_schemas
from handbill.compose.local_pages import local_pages
from handbill.compose.lockup import mark
from handbill.compose.packs import Selection, compose_packs
from handbill.compose.pages import compose_campaign_list, compose_pages, style_sheets
from handbill.compose.part import Part, one_name
from handbill.compose.photos import web_photos
from handbill.compose.sheets import compose_sheets
from handbill.compose.sitemap import Pages, with_sitemap
from handbill.compose.social_images import social_cards, with_previews
from handbill.compose.type_slices import assets_of
from handbill.edition.edition import Edition
from handbill.edition.localise import EveryPlace
from handbill.load.files import Campaign
from handbill.model.look import Look
from handbill.problems import Problem, ProblemsFound, Span


def material_origins(campaign: Campaign) -> dict[str, Span]:
    """Where each material of a campaign stands in the YAML."""
    return {
        material.id: audience.span("materials", index)
        for audience in campaign.audiences
        for index, material in enumerate(audience.value.materials)
    }


def folder_of(campaign_id: str, campaigns: int) -> str:
    """The folder of a campaign in a site of so many: "" when it is the only one."""
    return "" if campaigns == 1 else f"{campaign_id}/"


def _pictures(edition: Edition, prefix: str, looks: Mapping[str, Look]) -> list[Artifact]:
    return [
        Artifact(
            f"{prefix}assets/art/{audience.id}.svg",
            Picture(audience.file.picture, looks[audience.file.look].rgb(), TILE),
        )
        for audience in edition.audiences
        if audience.file.picture not in edition.photos
    ] + web_photos(edition, prefix)


def compose(
    editions: Sequence[tuple[Edition, Campaign]],
    looks: Mapping[str, Look],
    assets: Mapping[str, bytes],
    local: Mapping[tuple[str, str], EveryPlace] = {},
) -> list[Artifact]:
    """Everything the site holds. One campaign lies at the root; several lie under their ids, and
    the root lists them. A translation lies below its language: en/, en/fire/.

    editions: of each campaign, its own language first. assets: files of templates/site/assets by
    path below the site. local: the editions at every place for the local pages, by id and language
    (`localise.local_editions`). Raises ProblemsFound (E705) when two sources make one path.
    """
    needed = assets_of(assets, {edition.language for edition, _ in editions})
    artifacts = [Artifact(path, Static(content)) for path, content in needed.items()]
    parts: list[Pages] = []
    originals = [edition for edition, _ in editions if edition.is_original]
    chosen = originals[0].campaign.site_look if originals else None
    site_look = looks[chosen].of_site() if chosen else None
    for edition, campaign in editions:
        folder = folder_of(edition.id, len(originals))
        origins = material_origins(campaign)
        # Packs are made of the original alone, which lies in the campaign's own folder.
        packs = list(compose_packs(edition, folder)) if edition.is_original else []
        zips = {pack.path for pack in packs if isinstance(pack.body, Pack)}
        part = Part(edition, folder, zips, site_look)
        every = local.get((edition.id, edition.language))
        pages = list(compose_pages(part, origins, every))
        cards = dict(social_cards(part, pages, looks))
        parts.append(Pages(part, list(with_previews(part, pages, cards)), every))
        artifacts += local_pages(part, every) if every else []
        artifacts += cards.values()
        artifacts.append(answers(part, pages, every))
        artifacts += compose_feeds(part)
        artifacts += _pictures(edition, folder, looks) if edition.is_original else []
        artifacts.append(mark(edition, part.prefix, looks[edition.audiences[0].file.look]))
        artifacts += compose_sheets(edition, part.prefix, looks, origins)
        artifacts += packs
    shared = [*style_sheets(looks, site_look)]
    shared += compose_campaign_list(originals) if len(originals) > 1 else []
    artifacts += [
        with_sitemap(page, parts) for page in chain(*(one.pages for one in parts), shared)
    ]
    artifacts += compose_schemas(originals)
    refuse_collisions(artifacts)
    return artifacts


def compose_packs_alone(
    edition: Edition,
    campaign: Campaign,
    folder: str,
    looks: Mapping[str, Look],
    audiences: Collection[str],
    choice: Selection,
) -> list[Artifact]:
    """Plans the packs of one edition with what they are made of, and nothing else of its site.

    folder: of the campaign in its site. audiences: ids of those that get packs, all if empty.
    """
    made = list(compose_packs(edition, folder, choice, audiences))
    origins = material_origins(campaign)
    return with_parts(made, [*compose_sheets(edition, folder, looks, origins), *made])


def refuse_collisions(artifacts: Sequence[Artifact]) -> None:
    """Raises ProblemsFound (E705) for every artifact whose file another one makes already."""
    seen: dict[str, Artifact] = {}
    problems = []
    for artifact in artifacts:
        other = seen.setdefault(one_name(artifact.path), artifact)
        if other is not artifact:
            problems.append(
                Problem("E705", artifact.source, path=artifact.path, other=str(other.source or ""))
            )
    if problems:
        raise ProblemsFound(problems)
