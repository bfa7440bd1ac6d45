"""The gallery of materials, and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from handbill.compose.materials import MADE_WITH, MaterialEntry, by_group
from handbill.compose.sheets import sheet_address
from handbill.compose.site import PageSpec, Site
from handbill.kinds import KINDS
from handbill.problems import Span


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


def gallery_pages(site: Site) -> Iterator[PageSpec]:
    """The gallery with its filters, and the style sheet that they need."""
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


def sheet_pages(site: Site, origins: Mapping[str, Span]) -> Iterator[PageSpec]:
    """The page of each material; in a translation that lacks it, a page that leads to it."""
    papers: dict[str, tuple[float, float]] = {}
    for entry in site.entries:
        if not entry.translated:
            yield site.page(f"m/{entry.material.id}.md", "site/only_in_source.md.j2",
                            entry.material.title, "materials", site.say["only_in_source"])
            continue
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
