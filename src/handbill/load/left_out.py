"""Faults of a translation: each leaves out what it is about, and none stops the rest of the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from handbill.load.collection import Collection as Site
from handbill.model.catalog import Catalog
from handbill.problems import Both, Problem, Severity

BEGINNING = 24
"""Characters of a text that a message about its translation begins with."""


def of_language(problem: Problem, language: str) -> Problem:
    """Returns W642: a fault for which a whole language is left out."""
    return _warned("W642", problem, language)


def of_entry(problem: Problem, catalog: Catalog) -> Problem:
    """Returns W643: a fault for which an entry of a PO file is not used."""
    return _warned("W643", problem, catalog.language, catalog)


def of_sheets(problem: Problem, campaign: str, catalog: Catalog, names: Collection[str]) -> Problem:
    """Returns W641: a fault for which sheets of a campaign are not made in a language.

    names: ids of materials, paths of pictures.
    """
    more = {"campaign": campaign, "leaves": list(names)}
    return _warned("W641", problem, catalog.language, catalog, **more)


def left_out(problems: Iterable[Problem]) -> list[Problem]:
    """Returns those of problems that say what a translation goes without."""
    return [one for one in problems if one.code in ("W641", "W642", "W643")]


def without_entries(
    catalog: Catalog, problems: Collection[Problem]
) -> tuple[Catalog, list[Problem]]:
    """Returns a catalog without the entries that problems are about, and W643 for each of these."""
    found = [catalog.entry_at(one.span.line) for one in problems if one.span]
    return (
        catalog.without([one for one in found if one]),
        [of_entry(one, catalog) for one in problems],
    )


def leave_out(site: Site, problems: Iterable[Problem]) -> tuple[Site, list[Problem]]:
    """Returns a site without what its translations have faults in, and the problems, those faults
    as warnings: an error in a PO file is W643, and what W641 names is left out."""
    files = {one.file for campaign in site.campaigns for one in campaign.catalogs.values()}
    faults: dict[str, list[Problem]] = defaultdict(list)
    sheets: dict[tuple[object, object], set[str]] = defaultdict(set)
    told: list[Problem] = []
    for one in problems:
        if one.severity is Severity.ERROR and one.span and one.span.file in files:
            faults[one.span.file].append(one)
            continue
        told.append(one)
        if isinstance(leaves := one.details.get("leaves"), list):
            sheets[one.details["campaign"], one.details["language"]].update(leaves)
    if not faults and not sheets:
        return site, told
    campaigns = []
    for campaign in site.campaigns:
        catalogs = {}
        for tag, catalog in campaign.catalogs.items():
            made, warned = without_entries(catalog, faults[catalog.file])
            catalogs[tag] = made.without((), sheets[campaign.id, tag])
            told += warned
        campaigns.append(replace(campaign, catalogs=catalogs))
    return replace(site, campaigns=tuple(campaigns)), told


def _warned(
    code: str, problem: Problem, language: str, catalog: Catalog | None = None, **more: object
) -> Problem:
    of = Both("", "")
    span = problem.span
    if catalog and span and span.file == catalog.file and (one := catalog.entry_at(span.line)):
        text = " ".join(one.original.split())
        text = text if len(text) <= BEGINNING else f"{text[:BEGINNING]}…"
        of = Both(f"，原文“{text}”", f", of “{text}”")
    said = {"first": first} if (first := problem.details.get("first")) else {}
    return Problem(
        code,
        span,
        language=language,
        fault=Both(problem.text("zh"), problem.text("en")),
        cure=Both(problem.help("zh"), problem.help("en")),
        cause=problem.code,
        of=of,
        **more,
        **said,
    )
