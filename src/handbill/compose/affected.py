"""What rests on a source, a claim or a case: claims, sheets, pages, packs, places, languages."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handbill.compose import folder_of
from handbill.compose.artifacts import Pack
from handbill.compose.law_pages import claim_path
from handbill.compose.mentions import Key, pages_of
from handbill.compose.packs import compose_packs
from handbill.compose.part import Part
from handbill.compose.trace import plain_claim, plain_source
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.edition.translated import published_languages
from handbill.edition.uses import Named, Use, uses
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.problems import Both

SORTS: Mapping[str, Both] = {
    "source": Both("来源", "source"),
    "claim": Both("法律事实", "claim"),
    "case": Both("案例", "case"),
}
"""What others rest on."""
_SOURCE = "source"
Reasons = dict[Key, tuple[Use, list[str]]]
"""What rests on something, by its key, with the claims and cases by which it does."""


@dataclass(frozen=True)
class Sheet:
    """A material that rests on something. because: the claims and cases by which it does.
    languages: those that it is made in."""

    id: str
    title: str
    use: Use
    because: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Affected:
    """What rests on one thing of one campaign. claims, cases: ids. pages: language, address below
    the site, and title. packs: addresses below the site. places: ids of those whose sheets it is
    printed on."""

    campaign: Campaign
    name: Named
    claims: tuple[str, ...]
    cases: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    pages: tuple[tuple[str, str, str], ...]
    packs: tuple[str, ...]
    places: tuple[str, ...]
    languages: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """Plain data for programs; docs/guide/trace.md has its shape."""
        sort, name = self.name
        source = next(
            (
                one
                for one in self.campaign.sources.value.sources
                if (sort, name) == (_SOURCE, one.id)
            ),
            None,
        )
        cases = {one.id: one for one in self.campaign.cases}
        return {
            "campaign": self.campaign.id,
            "sort": sort,
            "id": name,
            "source": source and plain_source(source),
            "claims": {one: plain_claim(self.campaign, one) for one in self.claims},
            "cases": [
                {"id": one, "title": cases[one].value.title, "file": cases[one].file}
                for one in self.cases
            ],
            "materials": [
                {
                    "id": one.id,
                    "title": one.title,
                    "file": (span := one.use.file.span(*one.use.path)).file,
                    "line": span.line,
                    "because": list(one.because),
                    "languages": list(one.languages),
                }
                for one in self.sheets
            ],
            "pages": [
                {"language": language, "path": path, "title": title}
                for language, path, title in self.pages
            ],
            "packs": list(self.packs),
            "places": list(self.places),
            "languages": list(self.languages),
        }


def known_names(campaign: Campaign) -> dict[Named, str]:
    """Return everything that others can rest on, with what people call it."""
    return {
        **{(_SOURCE, one.id): one.short for one in campaign.sources.value.sources},
        **{("claim", one.id): one.short or one.text for one in campaign.claims.value.claims},
        **{("case", one.id): one.value.title for one in campaign.cases},
    }


def affected(
    collection: Collection,
    name: str,
    language: str | None = None,
    places: Names[str] = (),
    campaigns: Sequence[str] = (),
) -> list[Affected]:
    """Return what rests on each source, claim or case that is called `name`, in every campaign.

    language: a tag, every one if None. places: ids, all if empty. campaigns: ids, all if empty.
    """
    return [
        _of(collection, campaign, one, language, places)
        for campaign in collection.campaigns
        if not campaigns or campaign.id in campaigns
        for one in known_names(campaign)
        if one[1] == name
    ]


def _of(
    collection: Collection,
    campaign: Campaign,
    name: Named,
    language: str | None,
    places: Names[str],
) -> Affected:
    resting = uses(campaign)
    claims = [name[1]] if name[0] == "claim" else []
    cases = [name[1]] if name[0] == "case" else []
    for use in resting.get(name, ()) if name[0] == _SOURCE else ():
        if use.sort.name == "claims":
            claims.append(campaign.claims.value.claims[int(use.path[1])].id)
        elif use.sort.name == "case":
            cases.append(use.file.id)
    reasons: Reasons = {}
    for one in (*(("claim", one) for one in claims), *(("case", one) for one in cases)):
        for use in resting.get(one, ()):
            reasons.setdefault(use.key, (use, []))[1].append(one[1])
    where = places or collection.tree.by_id
    default = campaign.campaign.value.default_place
    tags = [one for one in published_languages(campaign) if language in (None, one)]
    parts = [
        Part(
            localise(collection, campaign, default, tag),
            folder_of(campaign.id, len(collection.campaigns)),
            (),
        )
        for tag in tags
    ]
    sheets = list(_sheets(reasons, [part.edition for part in parts]))
    pages = [page for part in parts for page in _pages(part, reasons, claims, cases)]
    packs = list(_packs(parts, {one.id for one in sheets}))
    return Affected(
        campaign,
        name,
        tuple(claims),
        tuple(cases),
        tuple(sheets),
        tuple(dict.fromkeys(pages)),
        tuple(packs),
        tuple(where) if sheets else (),
        tuple(dict.fromkeys(one for one, _, _ in pages)),
    )


def _sheets(reasons: Reasons, editions: Sequence[Edition]) -> Iterator[Sheet]:
    for use, names in reasons.values():
        if use.path[:1] != ("materials",):
            continue
        material = use.file.value.materials[use.path[1]]
        made = [
            edition.language
            for edition in editions
            for audience, one in edition.materials()
            if one.id == material.id and edition.has(audience, one)
        ]
        yield Sheet(material.id, material.title, use, tuple(names), tuple(made))


def _pages(
    part: Part, reasons: Reasons, claims: Sequence[str], cases: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    language, edition, prefix = part.edition.language, part.edition, part.prefix
    if claims:
        yield language, f"{prefix}law/", part.say["law"]
    for name in claims:
        yield language, prefix + claim_path(name), edition.citation(name)
    keys = {*reasons, *(("case", name, ()) for name in cases)}
    for key, page in pages_of(part):
        if key in keys:
            yield language, prefix + page.href, page.title


def _packs(parts: Sequence[Part], materials: Names[str]) -> Iterator[str]:
    """The packs with a file of one of the materials; they are made of the original alone."""
    for part in parts:
        if part.edition.is_original:
            for pack in compose_packs(part.edition, part.folder):
                if isinstance(pack.body, Pack) and any(
                    f"/{name}/" in f"/{path}" for path in pack.body.paths for name in materials
                ):
                    yield pack.path


def listed(one: Affected, collection: Collection, lang: str) -> str:
    """What rests on something, for people."""
    sort, name = one.name
    title = known_names(one.campaign)[one.name]
    places = {place.id: place.name for place in collection.places.value.places}
    texts = {claim.id: claim for claim in one.campaign.claims.value.claims}
    cases = {case.id: case.value.title for case in one.campaign.cases}
    rows: list[tuple[Both, list[str]]] = [
        (
            SORTS["claim"],
            [f"{one}  {texts[one].article or ''}  {texts[one].text}" for one in one.claims],
        ),
        (SORTS["case"], [f"{one}  {cases[one]}" for one in one.cases]),
        (
            Both("资料", "sheets"),
            [
                f"{sheet.id}  {sheet.title}  {', '.join(sheet.languages)}  ← "
                f"{', '.join(sheet.because)}"
                for sheet in one.sheets
            ],
        ),
        (
            Both("网页", "pages"),
            [f"/{path}  {title}  {language}" for language, path, title in one.pages],
        ),
        (Both("资料包", "packs"), [f"/{path}" for path in one.packs]),
        (Both("地区", "places"), [f"{place}  {places[place]}" for place in one.places]),
        (Both("语言", "languages"), list(one.languages)),
    ]
    lines = [f"{SORTS[sort].get(lang)} {name}  {title}  （{one.campaign.id}）"]
    for what, found in rows:
        lines.append(f"{what.get(lang)}: {len(found)}")
        lines += [f"  {row}" for row in found]
    return "\n".join(lines)
