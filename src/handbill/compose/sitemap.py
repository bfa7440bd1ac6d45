"""The pages that search engines are told of: every page for citizens, in every language.

The theme writes sitemap.xml (templates/site/theme/sitemap.xml) and can ask nobody for pages that are
files of their own, so the list stands in the front matter of the site's root page.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose.artifacts import PageArtifact
from handbill.compose.feeds import changed_on
from handbill.compose.part import Part, url_of
from handbill.compose.where_pages import Lists
from handbill.edition.localise import EveryPlace

MOST = 50_000
"""Addresses that one site map may hold."""


@dataclass(frozen=True)
class Pages:
    """A campaign in one language, its pages, and the places that have pages of their own."""

    part: Part
    pages: Sequence[PageArtifact]
    local: EveryPlace | None = None


def _is_listed(page: PageArtifact) -> bool:
    """Whether a page is one of its own, and meant to be found."""
    return (
        not page.body.unlisted
        and page.path.endswith((".md", ".html"))
        and page.path != "404.html"
        and "page" in page.body.data
    )


def _changed_on(part: Part, page: PageArtifact) -> datetime.date:
    """The day of a page's contents: of a case its own, of the law the last claim's, of all else the
    campaign's."""
    edition = part.edition
    if case := page.body.data.get("case"):
        withdrawn = getattr(case, "withdrawn_on", None)
        day: datetime.date = withdrawn or case.corrected_on or case.checked_on
        return day
    campaign = changed_on(edition)
    if page.body.data["page"]["section"] == "law":
        return max((claim.checked_on for claim in edition.claims.values()), default=campaign)
    return campaign


def sitemap_entries(parts: Sequence[Pages]) -> list[dict[str, Any]]:
    """Every page that is to be found, by its path below the site.

    Each has `path`, `changed` (the day, ISO 8601) and, where it is there in several languages,
    `languages`: path by tag, with x-default for the campaign's own. parts: of each campaign its own
    language first.
    """
    there: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    days: dict[str, str] = {}
    for one in parts:
        part = one.part
        for page in filter(_is_listed, one.pages):
            url = url_of(page.path)
            there[part.folder, url.removeprefix(part.prefix)][part.edition.language] = url
            days[url] = _changed_on(part, page).isoformat()
    entries = [
        {
            "path": url,
            "changed": days[url],
            **(
                {"languages": {**languages, "x-default": next(iter(languages.values()))}}
                if len(languages) > 1
                else {}
            ),
        }
        for languages in there.values()
        for url in languages.values()
    ]
    if "" not in days and days:  # several campaigns: the root lists them
        entries.append({"path": "", "changed": max(days.values())})
    return sorted(entries, key=lambda entry: str(entry["path"]))


def local_entries(parts: Sequence[Pages], room: int) -> list[dict[str, Any]]:
    """The pages of places, in one entry for each campaign and language.

    Each has `folder`, below which a page lies by its `ids` (parted by spaces), `changed`, and where
    there are several, `languages`: folders by tag. room: for so many addresses; where there are more,
    only places with others below are told, whose pages lead to those.
    """
    folders: dict[str, dict[str, str]] = defaultdict(dict)
    for one in parts:
        folders[one.part.folder][one.part.edition.language] = f"{one.part.prefix}p/"
    every = sum(len(one.local.names) for one in parts if one.local)
    entries = []
    for one in parts:
        if one.local is None:
            continue
        ids = one.local.names if every <= room else filter(None, one.local.below)
        told = folders[one.part.folder]
        for below, places in (("", ids), ("in/", Lists(one.local).heads)):
            entry: dict[str, Any] = {
                "folder": f"{one.part.prefix}p/{below}",
                "changed": changed_on(one.part.edition).isoformat(),
                "ids": " ".join(places),
            }
            if len(told) > 1:
                ways = {tag: folder + below for tag, folder in told.items()}
                entry["languages"] = {**ways, "x-default": next(iter(ways.values()))}
            entries += [entry] if entry["ids"] else []
    return entries


def with_sitemap(page: PageArtifact, parts: Sequence[Pages]) -> PageArtifact:
    """The page; the site's root page with the list of all."""
    if page.path != "index.md":
        return page
    entries = sitemap_entries(parts)
    places = local_entries(parts, MOST - len(entries))
    return page.with_front_matter(sitemap=entries, sitemap_places=places)
