"""edition → the pages of its website. Pure: plain data in, page specs out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from handbill.compose.case_pages import case_pages
from handbill.compose.embed import embedded_help
from handbill.compose.entries import by_group, showcase
from handbill.compose.gallery import gallery_pages, sheet_pages
from handbill.compose.growth import growth, in_words
from handbill.compose.help_pages import help_pages
from handbill.compose.law_pages import law_pages
from handbill.compose.local_pages import local_pages, recall_pages
from handbill.compose.quiz_pages import quiz_pages
from handbill.compose.site import FRAME_WORDS, LEAVE, PageSpec, Site, base_path, with_front_matter
from handbill.compose.why_pages import why_pages
from handbill.edition.edition import Edition
from handbill.problems import Span
from handbill.words import words
from handbill.words.languages import direction


def _home(site: Site) -> PageSpec:
    edition = site.edition
    home = edition.campaign.home
    figure = None
    if home.figure_factor:
        grown = growth(home.figure_factor)
        figure = {
            "growth": grown,
            "levels": [
                {"number": number, "people": in_words(grown.level(number), site.say)}
                for number in (10, 20)
            ],
        }
    return site.page(
        "index.md",
        "site/home.md.j2",
        edition.campaign.title,
        "home",
        edition.campaign.summary,
        figure=figure,
        rests_on=[home],
        cases=list(edition.cases.items())[:3],
        entries=showcase(site.entries, 4),
    )


def _audiences(site: Site) -> Iterator[PageSpec]:
    edition = site.edition
    for audience in edition.audiences:
        story = edition.cases.get(audience.file.story) if audience.file.story else None
        packs = site.packs_of(audience)
        page = site.page(
            f"{audience.id}.md",
            "site/audience.md.j2",
            audience.file.title,
            "around",
            audience.file.message,
            look=audience.file.look,
            audience=audience,
            story=story,
            styles=["assets/audience.css"],
            scripts=["assets/copy.js"],
            groups=by_group([entry for entry in site.entries if entry.audience.id == audience.id]),
            packs=packs,
            rests_on=[audience.file.model_copy(update={"materials": []})],
        )
        page = replace(page, weighs=tuple(pack["file"] for pack in packs))
        # Named in the head, it is on its way before the parser comes to it.
        yield with_front_matter(page, picture=f"{site.folder}assets/art/{audience.id}.svg")


def _shared(data: Mapping[str, Any]) -> Iterator[PageSpec]:
    """What a site has once: style sheets, and the page for addresses that lead nowhere."""
    yield PageSpec("assets/site.css", "site/site.css.j2", {})
    yield PageSpec("assets/sheet.css", "site/sheet.css.j2", {})
    for name in ("audience", "case", "law", "quiz", "recall", "why"):
        yield PageSpec(f"assets/{name}.css", f"site/styles/{name}.css", {})
    yield PageSpec("404.html", "site/not_found.html.j2", data)


def compose_pages(
    site: Site, origins: Mapping[str, Span], local: Sequence[Edition] = ()
) -> Iterator[PageSpec]:
    """Every page of one campaign in one language.

    origins: where each material stands in the YAML. local: the edition at every place.
    """
    say = site.say
    yield _home(site)
    yield from _audiences(site)
    yield from case_pages(site)
    yield from law_pages(site)
    yield from help_pages(site)
    yield from quiz_pages(site)
    yield from why_pages(site)
    yield from gallery_pages(site)
    yield site.page(
        "search.md",
        "site/search.md.j2",
        say["search"],
        "search",
        say["search_lead"],
        scripts=["assets/search.js"],
    )
    yield from sheet_pages(site, origins)
    yield from embedded_help(site)
    yield from local_pages(site, local)
    yield from recall_pages(site, {one.place.id: one.place.name for one in local})
    if not site.prefix:
        yield from _shared(
            site.data("404.html", say["not_found"], "", root=base_path(site.edition))
        )


def compose_campaign_list(editions: Sequence[Edition]) -> Iterator[PageSpec]:
    """The root of a site with several campaigns: a list of them, and what they share."""
    first = editions[0]
    say = words(first.language, first.own_words, "site")
    title = say["campaigns"]
    leave = first.leave_url or LEAVE
    site = {
        "prefix": "",
        "source_prefix": "",
        "lang": first.language,
        "source_lang": first.language,
        "dir": direction(first.language),
        "leave": leave,
        "title": title,
        "menu": [],
    }
    data = {"say": say, "site": site, "editions": list(editions)}
    front = {
        "title": title,
        "description": title,
        "template": "citizen.html",
        "lang": first.language,
        "look": "",
        "styles": [],
        "scripts": [],
        "frame": {
            "root": "",
            "home": "./",
            "title": title,
            "section": "home",
            "leave": leave,
            "dir": direction(first.language),
            "languages": [],
            "menu": [],
            "numbers": [],
            "audiences": [],
            "more": [],
            "facts": [],
            "disclaimer": "",
            "words": {name: say[name] for name in FRAME_WORDS},
        },
    }
    page = {"url": "", "root": "", "title": title, "section": "home", "languages": []}
    yield PageSpec("index.md", "site/campaigns.md.j2", {**data, "page": page}, front)
    yield from _shared(
        {
            **data,
            "campaign": first.campaign,
            "page": {**page, "title": say["not_found"], "root": base_path(first)},
        }
    )
