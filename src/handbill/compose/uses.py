"""Where each claim is used: the pages, cases and materials that rest on it.

A thing rests on a claim when it names it, or when the claim's sentence stands in its text (there it
was filled in for {claim.C01}).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from handbill.compose.part import Part
from handbill.model.text import Model
from handbill.model.texts import walk

Sort = Literal["home", "help", "check", "audience", "case", "material"]


@dataclass(frozen=True)
class Use:
    """A place where a claim is used.

    href: below the campaign's part of the site. detail: what more to say of it, such as the
    audience of a material; it may be empty.
    """

    sort: Sort
    title: str
    href: str
    detail: str = ""


def uses_of_claims(part: Part) -> dict[str, list[Use]]:
    """Every use of every claim, in the order pages, cases, materials."""
    found: dict[str, list[Use]] = {name: [] for name in part.edition.claims}
    sentences = {name: claim.text.rstrip("。.") for name, claim in part.edition.claims.items()}
    for use, named, models in _users(part):
        text = "\n".join(one for model in models for _, one, _ in walk(model, translatable=True))
        for name, uses in found.items():
            if (name in named or sentences[name] in text) and use not in uses:
                uses.append(use)
    return found


def _users(part: Part) -> Iterator[tuple[Use, Collection[str], list[Model]]]:
    """Whatever can rest on a claim: itself, the claims it names, the models whose texts it shows."""
    edition = part.edition
    campaign, say = edition.campaign, part.say
    yield Use("home", campaign.home.changes_title, ""), campaign.home.changes, [campaign.home]
    for situation in edition.help.situations if edition.help else ():
        yield (
            Use("help", situation.title, f"help/{situation.number}/"),
            situation.claims,
            [situation],
        )
    for number, question in enumerate(edition.quiz.questions if edition.quiz else (), 1):
        yield (
            Use("check", question.text, "check/", say["question"].format(number=number)),
            question.claims,
            [question],
        )
    for audience in edition.audiences:
        yield (
            Use("audience", audience.file.title, f"{audience.id}/"),
            audience.file.claims,
            [audience.file.model_copy(update={"materials": []})],
        )
    for name, case in edition.cases.items():
        yield (
            Use(
                "case",
                case.title,
                f"cases/{name}/",
                say["fiction" if case.type == "scenario" else "adjudicated"],
            ),
            case.claims,
            [case],
        )
    for entry in part.entries:
        material = entry.material
        yield (
            Use("material", material.title, entry.url, entry.audience.file.title),
            material.claims,
            [material, *edition.strips_of(material)],
        )
