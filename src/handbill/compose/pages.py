"""edition → the pages of its website. Pure: plain data in, page specs out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Any
from urllib.parse import urlsplit

from handbill.compose.growth import growth, in_words
from handbill.compose.materials import (
    MADE_WITH,
    MaterialEntry,
    by_group,
    material_entries,
    showcase,
)
from handbill.compose.packs import PURPOSES
from handbill.compose.page_words import page_words
from handbill.compose.sheets import sheet_address
from handbill.kinds import KINDS
from handbill.kinds.preset import Preset
from handbill.localise import Audience, Edition
from handbill.model.campaign import QuizFile
from handbill.model.case import Scenario
from handbill.model.text import BLANK
from handbill.problems import Span
from handbill.words import written_day

LEAVE = "https://www.baidu.com/s?wd=%E5%A4%A9%E6%B0%94"
"""Where the leave button goes when the site does not say: a search for the weather."""


@dataclass(frozen=True)
class PageSpec:
    """A page to be made.

    path: below docs/, such as cases/s1.md or m/x/index.html. template: below templates/. data:
    what the template reads. front_matter: what the theme reads; None for a file that is complete
    as it is rendered. origin: where in the YAML the page comes from. weighs: paths of files whose
    size the page states.
    """

    path: str
    template: str
    data: Mapping[str, Any]
    front_matter: Mapping[str, Any] | None = None
    origin: Span | None = None
    weighs: tuple[str, ...] = ()


def url_of(path: str) -> str:
    """The address of a page below the site: cases/s1.md -> cases/s1/, m/x/index.html -> m/x/."""
    folder, _, name = path.rpartition("/")
    stem = name.rsplit(".", 1)[0]
    if name.endswith(".md") and stem != "index":
        folder = f"{folder}/{stem}" if folder else stem
    return f"{folder}/" if folder else ""


def _root_of(path: str) -> str:
    return "../" * url_of(path).count("/")


@dataclass
class _Site:
    """One campaign's part of a site, and what all of its pages share."""

    edition: Edition
    prefix: str
    presets: Mapping[str, Preset]
    packs: Collection[str]
    leave: str = field(init=False)
    say: Mapping[str, str] = field(init=False)
    entries: list[MaterialEntry] = field(init=False)

    def __post_init__(self) -> None:
        self.leave = self.edition.leave_url or LEAVE
        self.say = page_words(self.edition.language)
        self.entries = material_entries(self.edition, self.presets)

    def packs_of(self, audience: Audience) -> list[dict[str, str]]:
        """The packs of an audience, each with whom it is for. file: path below the whole site."""
        return [{"path": path, "file": f"{self.prefix}{path}", "title": self.say[f"pack_{purpose}"],
                 "note": self.say[f"pack_{purpose}_note"]} for purpose in PURPOSES
                if f"{self.prefix}{(path := f'packs/{audience.id}-{purpose}.zip')}" in self.packs]

    def menu(self) -> list[dict[str, str]]:
        """The ways of the header, in order, each with the section it stands for."""
        edition, say = self.edition, self.say
        ways = [("help/", "help", edition.campaign.home.met[0])] if edition.help else []
        ways += [("check/", "check", edition.campaign.home.look[0])] if edition.quiz else []
        ways += [("cases/", "cases", say["cases"])] if edition.cases else []
        ways += [("materials/", "materials", say["materials"])] if self.entries else []
        return [{"href": href, "section": section, "title": title} for href, section, title in
                [*ways, ("law/", "law", say["law"]), ("search/", "search", say["search"])]]

    def data(self, path: str, title: str, section: str, root: str | None = None,
             **more: Any) -> dict[str, Any]:
        """What every template gets, and what its page is about."""
        return {
            "edition": self.edition, "campaign": self.edition.campaign, "say": self.say,
            "page": {"url": url_of(path), "root": _root_of(path) if root is None else root,
                     "title": title, "section": section},
            "site": {"prefix": self.prefix, "lang": self.edition.language, "leave": self.leave,
                     "title": self.edition.campaign.title, "menu": self.menu()},
            "weights": {},
            **more,
        }

    def page(self, path: str, template: str, title: str, section: str, description: str,
             styles: Sequence[str] = (), scripts: Sequence[str] = (), look: str = "",
             **more: Any) -> PageSpec:
        """A page that the theme frames (Markdown with front matter)."""
        path = self.prefix + path
        data = self.data(path, title, section, **more)
        front = {
            "title": _written(title), "description": _written(description),
            "template": "citizen.html", "lang": self.edition.language, "look": look,
            "styles": list(styles), "scripts": list(scripts),
            "frame": _frame(self, _root_of(path), section),
        }
        return PageSpec(path, template, data, front)


def _written(text: str) -> str:
    return text.replace(BLANK, "＿＿")


def _local_facts(site: _Site) -> list[dict[str, str]]:
    """What the place has supplied about itself."""
    place, say = site.edition.place, site.say
    facts = []
    if place.website:
        facts.append({"name": say["website"], "value": place.website})
    if place.checked_by and place.checked_on:
        day = written_day(place.checked_on, site.edition.language)
        facts.append({"name": say["checked_here"], "value": f"{place.checked_by} {day}"})
    return facts


def _frame(site: _Site, root: str, section: str) -> dict[str, Any]:
    """Header and footer as plain data: the theme can ask nobody else."""
    edition, say = site.edition, site.say
    facts, place, home = edition.campaign, edition.place, root + site.prefix
    return {
        "root": root, "home": home or "./", "title": facts.title, "section": section,
        "leave": site.leave,
        "menu": [{**way, "href": home + way["href"], "current": way["section"] == section}
                 for way in site.menu()],
        "numbers": [{"number": hotline.number, "text": hotline.use}
                    for hotline in facts.numbers],
        "audiences": [{"href": f"{home}{audience.id}/", "title": audience.file.title}
                      for audience in edition.audiences],
        "facts": [
            {"name": say["publisher"], "value": place.publisher},
            {"name": say["applies_to"], "value": place.full_name},
            *_local_facts(site),
            {"name": say["checked"], "value": say["checked_next"].format(
                checked=written_day(facts.checked_on, edition.language),
                review=written_day(facts.review_by, edition.language))},
            {"name": say["corrections"], "value": facts.corrections or BLANK},
        ],
        "disclaimer": facts.disclaimer,
        "words": {name: say[name] for name in ("skip", "leave", "menu", "around", "blank",
                                               "no_data")},
    }


def _home(site: _Site) -> PageSpec:
    edition = site.edition
    home = edition.campaign.home
    figure = None
    if home.figure_factor:
        grown = growth(home.figure_factor)
        figure = {"growth": grown,
                  "levels": [{"number": number,
                              "people": in_words(grown.level(number), edition.language)}
                             for number in (10, 20)]}
    page = site.page(
        "index.md", "site/home.md.j2", edition.campaign.title, "home", edition.campaign.summary,
        figure=figure, cases=list(edition.cases.items())[:3],
        entries=showcase(site.entries, 4))
    sheets = sorted(f"m/{material.id}/" for _, material in edition.materials())
    return replace(page, front_matter={**(page.front_matter or {}), "sheets": sheets})


def _audiences(site: _Site) -> Iterator[PageSpec]:
    edition = site.edition
    for audience in edition.audiences:
        story = edition.cases.get(audience.file.story) if audience.file.story else None
        packs = site.packs_of(audience)
        page = site.page(
            f"{audience.id}.md", "site/audience.md.j2", audience.file.title, "around",
            audience.file.message, look=audience.file.look, audience=audience, story=story,
            styles=["assets/audience.css"], scripts=["assets/copy.js"],
            groups=by_group([entry for entry in site.entries
                             if entry.audience.id == audience.id]),
            packs=packs)
        yield replace(page, weighs=tuple(pack["file"] for pack in packs))


def _cases(site: _Site) -> Iterator[PageSpec]:
    edition, say = site.edition, site.say
    if not edition.cases:
        return
    groups = [(say["adjudicated_cases"], say["adjudicated_note"],
               [one for one in edition.cases.items() if not isinstance(one[1], Scenario)]),
              (say["scenarios"], edition.campaign.fiction_notice,
               [one for one in edition.cases.items() if isinstance(one[1], Scenario)])]
    yield site.page("cases/index.md", "site/cases.md.j2", say["cases"], "cases",
                    say["cases_lead"], groups=[group for group in groups if group[2]])
    for identifier, case in edition.cases.items():
        fictional = isinstance(case, Scenario)
        yield site.page(
            f"cases/{identifier}.md", "site/scenario.md.j2" if fictional else "site/case.md.j2",
            case.title, "cases", case.lead, case=case, case_id=identifier,
            entries=_related(site, identifier, case.audiences))


def _related(site: _Site, case_id: str, audiences: Sequence[str]) -> list[MaterialEntry]:
    """Materials of a case: its own first, then those of its audiences, four at most."""
    own = [entry for entry in site.entries if entry.material.case == case_id]
    others = [entry for entry in site.entries
              if entry.audience.id in audiences and entry not in own]
    return [*own, *showcase(others, 4)][:4]


def _verdicts(quiz: QuizFile, say: Mapping[str, str]) -> list[dict[str, Any]]:
    """The results with the rule of each in words, so that the test can be counted on paper."""
    results = []
    for verdict in quiz.verdicts:
        if verdict.group is None:
            rule = say["otherwise"]
        else:
            asked = [str(number) for number, question in enumerate(quiz.questions, 1)
                     if question.group == verdict.group]
            rule = say["verdict_rule"].format(questions=say["listing"].join(asked),
                                              count=verdict.at_least)
        results.append({"rule": rule, "verdict": verdict})
    return results


@dataclass(frozen=True)
class _Choice:
    """A choice of a filter: how many materials fit it."""

    id: str
    title: str
    count: int


def _choices(entries: Sequence[MaterialEntry], titles: Mapping[str, str],
             fits: Callable[[MaterialEntry], Collection[str]]) -> list[_Choice]:
    counts = Counter(value for entry in entries for value in fits(entry))
    return [_Choice(value, title, counts[value]) for value, title in titles.items()
            if counts[value]]


def _materials(site: _Site) -> Iterator[PageSpec]:
    say, entries = site.say, site.entries
    if not entries:
        return
    audiences = {entry.audience.id: entry.audience for entry in entries}
    titles = {entry.kind: entry.kind_title for entry in entries}
    filters = {
        "audience": _choices(entries, {name: one.file.title for name, one in audiences.items()},
                             lambda entry: (entry.audience.id,)),
        "kind": _choices(entries, {name: titles[name] for name in KINDS if name in titles},
                         lambda entry: (entry.kind,)),
        "made": _choices(entries, {way: say[f"made_{way}"] for way in MADE_WITH},
                         lambda entry: entry.made_with),
    }
    kinds = [(say[f"group_{group}"], [choice for choice in filters["kind"]
                                      if KINDS[choice.id].group == group])
             for group, _ in by_group(entries)]
    yield site.page("materials.md", "site/materials.md.j2", say["materials_title"], "materials",
                    say["materials_lead"], styles=[f"{site.prefix}assets/gallery.css"],
                    filters=filters, kinds=kinds, count=len(entries),
                    audiences=[(audience, [one for one in entries if one.audience.id == name],
                                site.packs_of(audience)) for name, audience in audiences.items()])
    ids = {name: [choice.id for choice in choices] for name, choices in filters.items()}
    empty = _empty_choices(entries, ids)
    yield PageSpec(f"{site.prefix}assets/gallery.css", "site/gallery.css.j2",
                   {"filters": ids, "empty": empty})


def _empty_choices(entries: Sequence[MaterialEntry],
                   filters: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """The choices (filter -> value) that no material fits; the smallest that say it."""
    have = [{"audience": {entry.audience.id}, "kind": {entry.kind},
             "made": set(entry.made_with)} for entry in entries]
    empty: list[dict[str, str]] = []
    for count in range(1, len(filters) + 1):
        for names in combinations(filters, count):
            for values in product(*(filters[name] for name in names)):
                choice = dict(zip(names, values, strict=True))
                if any(smaller.items() <= choice.items() for smaller in empty):
                    continue
                if not any(all(value in one[name] for name, value in choice.items())
                           for one in have):
                    empty.append(choice)
    return empty


def _paper(entry: MaterialEntry) -> tuple[float, float]:
    """The paper that a browser prints a sheet on, in mm: its own where an office printer takes it,
    else A4 either way."""
    if entry.preset.medium == "paper" and entry.sizes[0].size.office:
        return (entry.width, entry.height)
    return (297, 210) if entry.width > entry.height else (210, 297)


def _sheet_pages(site: _Site, origins: Mapping[str, Span]) -> Iterator[PageSpec]:
    papers: dict[str, tuple[float, float]] = {}
    for entry in site.entries:
        width, height = _paper(entry)
        paper = f"assets/paper-{f'{width:g}x{height:g}'.replace('.', '_')}.css"
        papers[paper] = (width, height)
        path = f"{site.prefix}{entry.url}index.html"
        address = sheet_address(site.edition, entry.material, site.prefix)
        yield PageSpec(
            path, f"{entry.kind}/page.html.j2",
            site.data(path, entry.material.title, "materials", entry=entry,
                      material=entry.material, audience=entry.audience, paper=paper,
                      transcript=KINDS[entry.kind].transcript(entry.material, site.edition),
                      copy=KINDS[entry.kind].copy(entry.material, site.edition),
                      address=address, packs=site.packs_of(entry.audience)),
            origin=origins.get(entry.material.id))
    for paper, (width, height) in papers.items():
        yield PageSpec(site.prefix + paper, "site/paper.css.j2",
                       {"width": width, "height": height})


def _shared(data: Mapping[str, Any]) -> Iterator[PageSpec]:
    """What a site has once: style sheets, and the page for addresses that lead nowhere."""
    yield PageSpec("assets/site.css", "site/site.css.j2", {})
    yield PageSpec("assets/sheet.css", "site/sheet.css.j2", {})
    yield PageSpec("assets/audience.css", "site/audience.css.j2", {})
    yield PageSpec("404.html", "site/not_found.html.j2", data)


def compose_pages(edition: Edition, *, prefix: str, presets: Mapping[str, Preset],
                  origins: Mapping[str, Span], packs: Collection[str]) -> Iterator[PageSpec]:
    """Every page of one campaign.

    prefix: folder of the campaign, "" when it is the site's only one. origins: where each material
    stands in the YAML. packs: paths of the packs there are.
    """
    site = _Site(edition, prefix, presets, packs)
    say = site.say
    yield _home(site)
    yield from _audiences(site)
    yield from _cases(site)
    yield site.page("law.md", "site/law.md.j2", say["law_title"], "law", say["law_lead"])
    if edition.help:
        yield site.page("help.md", "site/help.md.j2", edition.help.title, "help",
                        edition.help.lead, help=edition.help)
    if edition.quiz:
        yield site.page("check.md", "site/check.md.j2", edition.quiz.title, "check",
                        edition.quiz.lead, quiz=edition.quiz,
                        verdicts=_verdicts(edition.quiz, say))
    yield from _materials(site)
    yield site.page("search.md", "site/search.md.j2", say["search"], "search", say["search_lead"],
                    scripts=["assets/search.js"])
    yield from _sheet_pages(site, origins)
    if not prefix:
        yield from _shared(site.data("404.html", say["not_found"], "", root=_base(edition)))


def _base(edition: Edition) -> str:
    """Path part of the site's address: a 404 page may be served anywhere below it."""
    path = urlsplit(edition.site_url or "").path
    return path if path.endswith("/") else f"{path}/"


def compose_campaign_list(editions: Sequence[Edition]) -> Iterator[PageSpec]:
    """The root of a site with several campaigns: a list of them, and what they share."""
    first = editions[0]
    say = page_words(first.language)
    title = say["campaigns"]
    leave = first.leave_url or LEAVE
    site = {"prefix": "", "lang": first.language, "leave": leave, "title": title, "menu": []}
    data = {"say": say, "site": site, "editions": list(editions)}
    front = {
        "title": title, "description": title, "template": "citizen.html", "lang": first.language,
        "look": "", "styles": [], "scripts": [],
        "frame": {"root": "", "home": "./", "title": title, "section": "home", "leave": leave,
                  "menu": [], "numbers": [], "audiences": [], "facts": [], "disclaimer": "",
                  "words": {name: say[name] for name in ("skip", "leave", "menu", "around",
                                                         "blank", "no_data")}},
    }
    page = {"url": "", "root": "", "title": title, "section": "home"}
    yield PageSpec("index.md", "site/campaigns.md.j2", {**data, "page": page}, front)
    yield from _shared({**data, "campaign": first.campaign,
                        "page": {**page, "title": say["not_found"], "root": _base(first)}})
