"""The form in a material's page that fills the sheet in, and the page that does it for several: their
inputs are the fields of a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.entries import Listed
from handbill.compose.part import Part
from handbill.words.languages import countries
from handbill.words.telephones import form_of

SAID = ("ready", "failed", "long", "cell", "telephone", "mobile", "day", "address")
"""Words that the page's script says."""
IMPRINT = ("published_by", "valid_until", "origin")
"""Words of the imprint that are filled in anew."""
REQUIRED = ("publisher", "site_url", "real_numbers")
"""What a sheet that may be posted must have; the names of its words."""
MOST_COUNTRIES = 6
"""A language of more countries says little of how they dial: their numbers are checked by what all
have in common."""
SET = "set/"
"""Address of the page that makes a set."""
MOST_AT_ONCE = 6
"""Sheets that one click chooses for an audience: one of a kind."""


@dataclass(frozen=True)
class Input:
    """An input of the form. name: of the field of a place. type: of HTML. label: beside it. most:
    characters that it takes."""

    name: str
    type: str
    label: str
    most: int


def _says_its_last_day(copy: Mapping[str, Any]) -> bool:
    """Whether a sheet says its last day in large letters, too: another in its imprint would be a
    second one."""
    return "valid_until" in copy


def _inputs(part: Part, entries: Sequence[Listed]) -> Iterator[Input]:
    say = part.say
    copies = [entry.declared.data(entry.material, part.edition) for entry in entries]
    contacts = {
        contact["field"]: contact["label"]
        for copy in copies
        for contact in copy.get("contacts", ())
    }
    yield Input("publisher", "text", say["fill_publisher"], 60)
    if contacts:
        yield Input("name", "text", say["fill_name"], 40)
    for name, label in contacts.items():
        yield Input(name, "tel", say["fill_number"].format(role=label), 30)
    if any("date" in copy for copy in copies):
        yield Input("date", "date", say["fill_date"], 10)
    if not all(map(_says_its_last_day, copies)):
        yield Input("valid_until", "date", say["fill_until"], 10)
    yield Input("website", "url", say["fill_website"], 200)


def _known(part: Part, entries: Sequence[Listed]) -> dict[str, Any]:
    """What the script knows of the edition, and of the last day of its sheets."""
    edition, say = part.edition, part.say
    country = edition.place.country
    where = (country,) if country else countries(edition.language)
    last = max(edition.valid_until(entry.material) for entry in entries)
    return {
        "say": {name: say[f"fill_{name}"] for name in SAID}
        | {name: edition.words[name] for name in IMPRINT},
        "facts": {
            "until": last.isoformat(),
            "past": edition.is_past(last),
            "lacks": [name for name in REQUIRED if edition.words[name] in edition.lacking],
            "telephone": [form_of(one) for one in where] if len(where) <= MOST_COUNTRIES else [],
        },
    }


def paper_file(paper: tuple[float, float]) -> str:
    """The style sheet by which a browser prints on a paper."""
    width, height = paper
    return f"assets/paper-{f'{width:g}x{height:g}'.replace('.', '_')}.css"


def filling(part: Part, entry: Listed) -> dict[str, Any] | None:
    """Returns the inputs of a material's form and what its script knows; None where the sheet is
    for screens."""
    if entry.declared.medium != "paper":
        return None
    return {
        "inputs": list(_inputs(part, [entry])),
        "known": _known(part, [entry]),
        "sizes": [
            {"short": one.short, "sheet": one.script, "paper": paper_file(one.paper)}
            for one in entry.sizes
            if one.script
        ],
        "more": f"{SET}#m={entry.material.id}" if in_sets(entry) else "",
    }


def _source(part: Part, entry: Listed) -> Mapping[str, Any]:
    """A sheet of a set, as the script takes it."""
    edition, material = part.edition, entry.material
    last = edition.valid_until(material)
    return {
        "id": material.id,
        "sheet": f"../{entry.url}{material.id}.js",
        "paper": f"{entry.width:g}x{entry.height:g}".replace(".", "_"),
        "title": material.title,
        "where": material.use,
        "until": last.isoformat(),
        "past": edition.is_past(last),
        "fixed": _says_its_last_day(entry.declared.data(material, edition)),
    }


def in_sets(entry: Listed) -> bool:
    """Whether a sheet can stand in a set: one that an office prints."""
    of_office = entry.declared.medium == "paper" and entry.sizes[0].size.office
    return entry.translated and of_office


def _at_once(entries: Sequence[Listed]) -> set[str]:
    """The sheets of an audience that one click chooses: the first of each kind, by their ids."""
    first: dict[str, str] = {}
    for entry in entries:
        first.setdefault(entry.kind, entry.material.id)
    return set(list(first.values())[:MOST_AT_ONCE])


def set_pages(part: Part) -> Iterator[PageArtifact]:
    """The page on which several sheets are filled in at once, of those that an office prints, and the
    style sheet with their papers."""
    entries = [entry for entry in part.entries if in_sets(entry)]
    if not entries:
        return
    by_audience: dict[str, list[Listed]] = {}
    for entry in entries:
        by_audience.setdefault(entry.audience.id, []).append(entry)
    path = f"{part.prefix}{SET}index.html"
    say = part.say
    known = _known(part, entries)
    cover = {name: say[f"set_{name}"] for name in ("cover", "where", "until")}
    yield PageArtifact(
        path,
        Page(
            "site/set.html.j2",
            part.data(
                path,
                say["set_title"],
                "materials",
                address=part.edition.address(part.prefix + SET),
                filling={
                    "inputs": list(_inputs(part, entries)),
                    "known": {**known, "say": known["say"] | cover},
                    "sizes": [],
                    "more": "",
                },
                groups=[
                    (
                        found[0].audience,
                        _at_once(found),
                        [(one, _source(part, one)) for one in found],
                    )
                    for found in by_audience.values()
                ],
            ),
        ),
    )
    papers = {(entry.width, entry.height) for entry in entries}
    yield PageArtifact(
        f"{part.prefix}assets/set.css", Page("site/set.css.j2", {"papers": sorted(papers)})
    )
