"""Commands that follow a sentence to its source and back, and a notice to what answers it: trace,
affected, coverage."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from handbill.cli.arguments import EXIT_OK, Command, Parser
from handbill.cli.context import collection_of, language_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handbill.load.collection import Collection
    from handbill.load.files import Campaign


def register(command: Command) -> None:
    """Add these commands to the parser."""
    trace = command(
        "trace",
        "一份资料的每一句话：依据、来源、条款、核对日期 / what each sentence of a sheet rests on: "
        "claim, source, article, day of the check",
        _trace,
    )
    trace.add_argument("material", metavar="MATERIAL", help="资料编号 / id of the material")
    _where(trace, "一个地区，默认的一个 / one place, the default one if not given")
    affected = command(
        "affected",
        "一个来源改了，牵涉到哪些：事实、资料、网页、资料包、地区、语言 / what rests on a source: "
        "claims, sheets, pages, packs, places, languages",
        _affected,
    )
    affected.add_argument(
        "source",
        metavar="SOURCE",
        help="来源编号；事实、案例的编号也行 / id of a source, or of a claim or case",
    )
    _where(affected, "地区，可写多次，默认全部 / place, repeatable, all by default")
    notice = command(
        "coverage",
        "通知要求的每一项，有哪些资料、网页 / which sheets and pages answer each part of the notice",
        _coverage,
    )
    _which(notice, "语言，默认原文 / language, the original by default")
    notice.set_defaults(place=[])


def _where(sub: Parser, place: str) -> None:
    _which(sub, "语言；trace 默认原文，affected 默认全部 / language; the original, or every one")
    sub.values("--place", "ID", place)


def _which(sub: Parser, language: str) -> None:
    sub.value("--language", "LANGUAGE", language)
    sub.values("--campaign", "ID", "哪个活动，默认每一个 / campaign, every one by default")
    sub.flag("--json", "给程序用的 JSON / JSON for programs")


def _checked(options: argparse.Namespace) -> Collection:
    """The campaigns, loaded and not checked, since a source that no longer holds is an error. Raises
    ProblemsFound (E712) for a campaign that there is not."""
    from handbill.load.validate import require_known

    collection = collection_of(options)
    for campaign in options.campaign:
        require_known(campaign, [one.id for one in collection.campaigns])
    return collection


def _known(
    options: argparse.Namespace, name: str, titles: Mapping[Campaign, dict[str, str]]
) -> None:
    """Raises ProblemsFound (E712) for a name that no campaign has, and for a language of none that
    has it. titles: of a campaign's own, by id."""
    from handbill.edition.translated import published_languages
    from handbill.load.validate import require_known

    every = {one: title for found in titles.values() for one, title in found.items()}
    require_known(name, every, {title: one for one, title in every.items()})
    if options.language is not None:
        having = [campaign for campaign, found in titles.items() if name in found]
        require_known(
            options.language, [tag for campaign in having for tag in published_languages(campaign)]
        )


def _trace(options: argparse.Namespace) -> int:
    from handbill.compose.trace import VERSION, listed, trace

    collection = _checked(options)
    titles = {
        campaign: {material.id: material.title for _, material in campaign.materials()}
        for campaign in _chosen(collection, options.campaign)
    }
    _known(options, options.material, titles)
    found = [
        one
        for place in options.place or [None]
        for one in trace(collection, options.material, options.language, place, options.campaign)
    ]
    lang = language_of(options.lang)
    return _shown(options, VERSION, "traces", found, [listed(one, lang) for one in found])


def _affected(options: argparse.Namespace) -> int:
    from handbill.compose.affected import affected, known_names, listed
    from handbill.compose.trace import VERSION

    collection = _checked(options)
    titles = {
        campaign: {name: title for (_, name), title in known_names(campaign).items()}
        for campaign in _chosen(collection, options.campaign)
    }
    _known(options, options.source, titles)
    found = affected(collection, options.source, options.language, options.place, options.campaign)
    lang = language_of(options.lang)
    rows = [listed(one, collection, lang) for one in found]
    return _shown(options, VERSION, "affected", found, rows)


def _coverage(options: argparse.Namespace) -> int:
    from handbill.compose.coverage import coverages, listed
    from handbill.compose.trace import VERSION
    from handbill.edition.translated import published_languages
    from handbill.load.validate import require_known

    collection = _checked(options)
    chosen = _chosen(collection, options.campaign)
    if options.language is not None:
        require_known(options.language, [tag for one in chosen for tag in published_languages(one)])
    found = coverages(collection, chosen, options.language)
    lang = language_of(options.lang)
    return _shown(options, VERSION, "coverage", found, [listed(one, lang) for one in found])


def _chosen(collection: Collection, campaigns: Sequence[str]) -> list[Campaign]:
    return [one for one in collection.campaigns if not campaigns or one.id in campaigns]


def _shown(
    options: argparse.Namespace, version: int, name: str, found: Sequence[Any], rows: Sequence[str]
) -> int:
    if options.json:
        made = {"version": version, name: [one.plain() for one in found]}
        print(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(rows))
    return EXIT_OK
