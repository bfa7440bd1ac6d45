"""edition → the pages of its website. Pure: plain data in, page specs out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.before_printing import before_printing_pages
from handbill.compose.case_pages import case_pages
from handbill.compose.coverage import coverage_pages
from handbill.compose.embed import embedded_help
from handbill.compose.entries import by_group, showcase
from handbill.compose.filling import in_sets, set_pages
from handbill.compose.gallery import gallery_pages, sheet_pages
from handbill.compose.growth import growth, in_words
from handbill.compose.help_pages import help_pages
from handbill.compose.law_pages import law_pages
from handbill.compose.local_pages import local_hub, recall_pages
from handbill.compose.part import FRAME_WORDS, Part, base_path, leave_address, marks
from handbill.compose.photos import art_path, credit
from handbill.compose.quiz_pages import quiz_pages
from handbill.compose.screen_pages import screen_pages
from handbill.compose.why_pages import why_pages
from handbill.edition.edition import Edition
from handbill.edition.localise import EveryPlace
from handbill.model.look import Look
from handbill.problems import Span
from handbill.words import words
from handbill.words.languages import direction


def _home(part: Part) -> PageArtifact:
    edition = part.edition
    home = edition.campaign.home
    figure = None
    if home.figure_factor:
        grown = growth(home.figure_factor)
        figure = {
            "growth": grown,
            "levels": [
                {"number": number, "people": in_words(grown.level(number), part.say)}
                for number in (10, 20)
            ],
        }
    return part.page(
        "index.md",
        "site/home.md.j2",
        edition.campaign.title,
        "home",
        edition.campaign.summary,
        figure=figure,
        rests_on=[home],
        cases=list(edition.cases.items())[:3],
        entries=showcase(part.entries, 4),
    )


def _audiences(part: Part) -> Iterator[PageArtifact]:
    edition = part.edition
    for audience in edition.audiences:
        story = edition.cases.get(audience.file.story) if audience.file.story else None
        packs = part.packs_of(audience)
        photo = edition.photos.get(audience.file.picture)
        entries = [entry for entry in part.entries if entry.audience.id == audience.id]
        page = part.page(
            f"{audience.id}.md",
            "site/audience.md.j2",
            audience.file.title,
            "around",
            audience.file.message,
            look=audience.file.look,
            audience=audience,
            art=art_path(edition, audience),
            credit=credit(edition, photo) if photo else None,
            story=story,
            styles=["assets/audience.css"],
            scripts=["assets/copy.js", "assets/fold.js"],
            groups=by_group(entries),
            packs=packs,
            makes_sets=any(map(in_sets, entries)),
            rests_on=[audience.file.model_copy(update={"materials": []})],
        )
        page = replace(page, body=replace(page.body, weighs=tuple(pack["file"] for pack in packs)))
        # Named in the head, it is on its way before the parser comes to it.
        yield page.with_front_matter(picture=f"{part.folder}{art_path(edition, audience)}")


def style_sheets(
    looks: Mapping[str, Look], site_look: Mapping[str, str] | None
) -> Iterator[PageArtifact]:
    """Composes the style sheets that a site has once, with its palettes. site_look: see `Part`."""
    colours = {"looks": {name: look.rgb() for name, look in looks.items()}, "site_look": site_look}
    yield PageArtifact("assets/site.css", Page("site/site.css.j2", colours))
    yield PageArtifact("assets/sheet.css", Page("site/sheet.css.j2", colours))
    for name in ("audience", "case", "law", "quiz", "recall", "search", "where", "why"):
        yield PageArtifact(f"assets/{name}.css", Page(f"site/styles/{name}.css", {}))


def _not_found(data: Mapping[str, Any]) -> PageArtifact:
    """The page for addresses that lead nowhere, which a site has once."""
    return PageArtifact("404.html", Page("site/not_found.html.j2", data))


def compose_pages(
    part: Part, origins: Mapping[str, Span], local: EveryPlace | None = None
) -> Iterator[PageArtifact]:
    """Every page of one campaign in one language.

    origins: where each material stands in the YAML. local: the edition at every place.
    """
    pages = list(_read_pages(part, origins, local))
    yield from pages
    yield part.page(
        "search.md",
        "site/search.md.j2",
        part.say["search"],
        "search",
        part.say["search_lead"],
        styles=["assets/search.css"],
        scripts=["assets/ask.js", "assets/search.js"],
        all_pages=_by_section(part, pages, local),
    )
    if not part.prefix:
        yield _not_found(
            part.data("404.html", part.say["not_found"], "", root=base_path(part.edition))
        )


def _by_section(
    part: Part, pages: Sequence[PageArtifact], local: EveryPlace | None
) -> list[tuple[str, list[dict[str, str]]]]:
    """Every page that is found, by sections, each named as its first page where it has no name of
    its own. path: of the page's file below the site. The page to find one's place stands for all
    places."""
    names = {"around": part.say["around"]}
    sections: dict[str, list[dict[str, str]]] = {}
    for page in pages:
        if page.path.endswith((".md", ".html")) and not page.body.unlisted:
            told = page.body.data["page"]
            one = {"path": f"{told['url']}index.html", "title": told["title"]}
            sections.setdefault(told["section"], []).append(one)
    if local and len(local.names) == 1:  # there is nothing to find
        [(place, name)] = local.names.items()
        path = f"{part.prefix}p/{place}/index.html"
        sections[part.say["local_numbers"]] = [{"path": path, "title": name}]
        names |= {part.say["local_numbers"]: part.say["local_numbers"]}
    return [(names.get(name, found[0]["title"]), found) for name, found in sections.items()]


def _read_pages(
    part: Part, origins: Mapping[str, Span], local: EveryPlace | None
) -> Iterator[PageArtifact]:
    """The pages that are there to be read, and what they are made of."""
    yield _home(part)
    yield from _audiences(part)
    yield from case_pages(part)
    yield from law_pages(part)
    yield from help_pages(part)
    yield from quiz_pages(part)
    yield from why_pages(part)
    yield from gallery_pages(part)
    yield from sheet_pages(part, origins)
    yield from set_pages(part)
    yield from screen_pages(part)
    yield from embedded_help(part)
    if local:
        yield from local_hub(part, local)
    yield from recall_pages(part, local.names if local else {})
    yield from coverage_pages(part)
    yield from before_printing_pages(part)


def compose_campaign_list(editions: Sequence[Edition]) -> Iterator[PageArtifact]:
    """The root of a site with several campaigns: a list of them, and what they share."""
    first = editions[0]
    say = words(first.language, first.own_words, "site")
    title = say["campaigns"]
    leave = next(filter(None, map(leave_address, editions)), "")
    part = {
        "prefix": "",
        "source_prefix": "",
        "lang": first.language,
        "source_lang": first.language,
        "dir": direction(first.language),
        **marks(first),
        "leave": leave,
        "title": title,
        "menu": [],
    }
    data = {"say": say, "site": part, "editions": list(editions)}
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
            **marks(first),
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
    yield PageArtifact("index.md", Page("site/campaigns.md.j2", {**data, "page": page}, front))
    yield _not_found(
        {
            **data,
            "campaign": first.campaign,
            "page": {**page, "title": say["not_found"], "root": base_path(first)},
        }
    )
