"""Where each claim is used: the pages, cases and materials that rest on it, as a reader finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handbill.compose.part import Part
from handbill.edition.uses import uses
from handbill.load.marks import Path

Sort = Literal["home", "help", "check", "page", "audience", "case", "material"]
Key = tuple[str, str, Path]
_OWN = ("campaign", "help", "quiz", "recalls")
"""Files with pages of their own making; any other has one that bears its name and title."""


@dataclass(frozen=True)
class Mention:
    """A page that rests on a claim.

    href: below the campaign's part of the site. detail: what more to say of it, such as the
    audience of a material; it may be empty.
    """

    sort: Sort
    title: str
    href: str
    detail: str = ""


def mentions_of_claims(part: Part) -> dict[str, list[Mention]]:
    """Return every mention of every claim, in the order pages, audiences, cases, materials."""
    resting = uses(part.edition.told)
    pages = list(pages_of(part))
    found = {}
    for claim in part.edition.claims:
        keys = {use.key for use in resting.get(("claim", claim), ())}
        found[claim] = list(dict.fromkeys(page for key, page in pages if key in keys))
    return found


def pages_of(part: Part) -> Iterator[tuple[Key, Mention]]:
    """Return where a reader finds each thing that can rest on a claim, by the key of its use."""
    edition, say = part.edition, part.say
    home = edition.campaign.home
    yield (
        ("campaign", "campaign", ("home",)),
        Mention("home", home.changes_title or say["law_changed"], ""),
    )
    yield ("campaign", "campaign", ()), Mention("home", edition.campaign.title, "")
    for index, situation in enumerate(edition.help.situations if edition.help else ()):
        page = Mention("help", situation.title, f"help/{situation.number}/")
        yield ("help", "help", ("situations", index)), page
    if edition.help:
        yield ("help", "help", ()), Mention("help", edition.help.title, "help/")
    for index, question in enumerate(edition.quiz.questions if edition.quiz else ()):
        number = say["question"].format(number=index + 1)
        yield (
            ("quiz", "quiz", ("questions", index)),
            Mention("check", question.text, "check/", number),
        )
    if edition.quiz:
        yield ("quiz", "quiz", ()), Mention("check", edition.quiz.title, "check/")
    for sort, file in edition.files.each():
        if sort.folder is None and sort.filled and sort.name not in _OWN:
            yield (sort.name, file.id, ()), Mention("page", file.value.title, f"{file.id}/")
    yield ("recalls", "recalls", ()), Mention("page", say["recall_title"], "recall/")
    for audience in edition.audiences:
        page = Mention("audience", audience.file.title, f"{audience.id}/")
        yield ("audience", audience.id, ()), page
    for name, case in edition.cases.items():
        label = say["fiction" if case.type == "scenario" else "adjudicated"]
        yield ("case", name, ()), Mention("case", case.title, f"cases/{name}/", label)
    places = {
        material.id: ("audience", audience.id, ("materials", index))
        for audience in edition.audiences
        for index, material in enumerate(audience.file.materials)
    }
    for entry in part.entries:
        page = Mention("material", entry.material.title, entry.url, entry.audience.file.title)
        yield places[entry.material.id], page
