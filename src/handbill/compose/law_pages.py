"""The law: what is in force, what changed and what is under revision; a page for each claim.

A claim's addresses are permanent: law/#C06 on the law page, and law/c06/ for what is printed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill.compose.artifacts import PageArtifact
from handbill.compose.mentions import Mention, mentions_of_claims
from handbill.compose.part import Part
from handbill.compose.sheets import typed
from handbill.edition.edition import Edition
from handbill.model.law import Source

STATES = ("in_force", "under_revision", "policy", "released", "superseded", "withdrawn")
"""The states of sources, in the order in which the law page groups them."""


@dataclass(frozen=True)
class Event:
    """An entry of the law page's time line: what changed on a day, or how far a revision is.

    claims: ids of the claims that say what holds now. before: what held until then.
    """

    on: datetime.date
    source: str
    note: str
    claims: tuple[str, ...] = ()
    before: str | None = None
    revision: bool = False


def claim_path(claim_id: str) -> str:
    """The address of a claim's own page below the campaign's part of the site: law/c06/."""
    return f"law/{claim_id.lower()}/"


def events(edition: Edition) -> list[Event]:
    """The time line, newest first. Claims that changed by the same act stand in one entry."""
    changed: dict[tuple[datetime.date, str, str, str | None], list[str]] = {}
    for name, claim in edition.claims.items():
        if claim.changed:
            one = claim.changed
            changed.setdefault((one.on, claim.source, one.note, one.before), []).append(name)
    found = [
        Event(on, source, note, tuple(claims), before)
        for (on, source, note, before), claims in changed.items()
    ]
    found += [
        Event(step.on, name, step.note, revision=True)
        for name, source in edition.sources.items()
        for step in source.revision
    ]
    return sorted(found, key=lambda one: one.on, reverse=True)


def sources_by_state(edition: Edition) -> list[tuple[str, list[tuple[str, Source]]]]:
    """The sources of each state, in the order of STATES; states without any are left out."""
    groups = [
        (
            state,
            [(name, source) for name, source in edition.sources.items() if source.status == state],
        )
        for state in STATES
    ]
    return [group for group in groups if group[1]]


def law_pages(part: Part) -> Iterator[PageArtifact]:
    """The law page, on which each claim and source that is not translated says so itself, and a
    page for each claim; while it is not translated, that leads to the original. None where the
    campaign has neither claims nor sources."""
    edition, say = part.edition, part.say
    if not edition.has_law:
        return
    used = mentions_of_claims(part)
    styles = ["assets/law.css"]
    paths = {name: claim_path(name) for name in edition.claims}
    addresses = {
        name: typed(full) if (full := edition.address(part.prefix + path)) else None
        for name, path in paths.items()
    }
    yield part.page(
        "law.md",
        "site/law.md.j2",
        say["law_says"],
        "law",
        say["law_lead"],
        styles=styles,
        scripts=["assets/fold.js"],
        events=events(edition),
        states=sources_by_state(edition),
        used=used,
        paths=paths,
        addresses=addresses,
    )
    for name, claim in edition.claims.items():
        source = edition.sources[claim.source]
        yield part.page(
            f"{paths[name].rstrip('/')}.md",
            "site/claim.md.j2",
            edition.citation(name),
            "law",
            claim.text,
            styles=styles,
            claim=claim,
            claim_id=name,
            source=source,
            address=addresses[name],
            uses=_grouped(used[name]),
            paths=paths,
            others=_neighbours(edition, name),
            rests_on=[claim, source.short, source.title],
        )


def _grouped(uses: Sequence[Mention]) -> list[tuple[str, list[Mention]]]:
    """The uses of a claim by what they are, in the order of their list."""
    return [
        (sort, [one for one in uses if one.sort == sort])
        for sort in dict.fromkeys(one.sort for one in uses)
    ]


def _neighbours(edition: Edition, claim_id: str) -> list[str]:
    """Ids of the other claims of the same source, in the order of the law page."""
    source = edition.claims[claim_id].source
    return [
        name for name, one in edition.claims.items() if one.source == source and name != claim_id
    ]
