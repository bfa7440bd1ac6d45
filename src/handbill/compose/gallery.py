"""The gallery of materials, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.choices import choices, empty_choices
from handbill.compose.entries import MADE_WITH, by_group
from handbill.compose.filling import filling, in_sets, paper_file
from handbill.compose.part import Part
from handbill.compose.photos import credit
from handbill.compose.screen_pages import on_screens
from handbill.problems import Span


def gallery_pages(part: Part) -> Iterator[PageArtifact]:
    """The gallery with its filters, and the style sheet that they need."""
    say, entries = part.say, part.entries
    if not entries:
        return
    audiences = {entry.audience.id: entry.audience for entry in entries}
    kinds = {entry.kind: entry for entry in sorted(entries, key=lambda entry: entry.declared.order)}
    have = [
        {"audience": (entry.audience.id,), "kind": (entry.kind,), "made": entry.made_with}
        for entry in entries
    ]
    filters = {
        "audience": choices(
            [one["audience"] for one in have],
            {name: one.file.title for name, one in audiences.items()},
        ),
        "kind": choices(
            [one["kind"] for one in have], {name: one.kind_title for name, one in kinds.items()}
        ),
        "made": choices(
            [one["made"] for one in have], {way: say[f"made_{way}"] for way in MADE_WITH}
        ),
    }
    by_use = [
        (
            say[f"group_{group}"],
            [choice for choice in filters["kind"] if kinds[choice.id].group == group],
        )
        for group, _ in by_group(entries)
    ]
    yield part.page(
        "materials.md",
        "site/materials.md.j2",
        say["materials_title"],
        "materials",
        say["materials_lead"],
        styles=[f"{part.prefix}assets/gallery.css"],
        scripts=["assets/fold.js"],
        filters=filters,
        makes_sets=any(map(in_sets, entries)),
        is_on_screens=any(map(on_screens, entries)),
        kinds=by_use,
        count=len(entries),
        audiences=[
            (audience, [one for one in entries if one.audience.id == name], part.packs_of(audience))
            for name, audience in audiences.items()
        ],
    )
    ids = {name: [choice.id for choice in found] for name, found in filters.items()}
    empty = empty_choices(have, ids)
    yield PageArtifact(
        f"{part.prefix}assets/gallery.css",
        Page("site/gallery.css.j2", {"filters": ids, "empty": empty}),
    )


def sheet_pages(part: Part, origins: Mapping[str, Span]) -> Iterator[PageArtifact]:
    """The page of each material; in a translation that lacks it, a page that leads to it."""
    papers: dict[str, tuple[float, float]] = {}
    for entry in part.entries:
        if not entry.translated:
            yield part.page(
                f"m/{entry.material.id}.md",
                "site/only_in_source.md.j2",
                entry.material.title,
                "materials",
                part.say["only_in_source"],
            )
            continue
        first = entry.sizes[0]
        paper = paper_file(first.paper)
        filled = [first, *(one for one in entry.sizes if one.script)]
        papers |= {paper_file(one.paper): one.paper for one in filled}
        path = f"{part.prefix}{entry.url}index.html"
        photo = part.edition.photo(entry.audience, entry.material)
        address = part.edition.address(part.prefix + entry.url)
        yield PageArtifact(
            path,
            Page(
                f"{entry.kind}/page.html.j2",
                part.data(
                    path,
                    entry.material.title,
                    "materials",
                    entry=entry,
                    material=entry.material,
                    audience=entry.audience,
                    paper=paper,
                    credit=credit(part.edition, photo) if photo else None,
                    transcript=entry.declared.transcript_of(entry.material, part.edition),
                    copy=entry.declared.data(entry.material, part.edition),
                    address=address,
                    packs=part.packs_of(entry.audience),
                    filling=filling(part, entry),
                ),
            ),
            origins.get(entry.material.id),
        )
    for paper, (width, height) in papers.items():
        yield PageArtifact(
            part.prefix + paper, Page("site/paper.css.j2", {"width": width, "height": height})
        )
