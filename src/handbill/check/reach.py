"""What rests on a claim or a case: the materials, audiences, cases and pages it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.check.texts import texts_of
from handbill.load.files import Campaign
from handbill.load.sourced import Sourced
from handbill.model.text import PLACEHOLDER, Model
from handbill.problems import Both


def _named(zh: str, en: str, name: str, file: Sourced[Any], *path: str | int) -> Both:
    span = file.span(*path)
    return Both(f"{zh} {name}（{span.file}:{span.line}）", f"{en} {name} ({span.file}:{span.line})")


def _users(campaign: Campaign) -> Iterator[tuple[Both, Sourced[Any], Model, tuple[str | int, ...]]]:
    """Everything that can rest on a claim: its name, its file, its value and the path to it.
    Materials come before the audience they belong to."""
    for file in campaign.audiences:
        for index, material in enumerate(file.value.materials):
            at = ("materials", index)
            yield _named("资料", "material", material.id, file, *at, "id"), file, material, at
        yield _named("对象", "audience", file.id, file), file, file.value, ()
    for case in campaign.cases:
        yield _named("案例", "case", case.id, case), case, case.value, ()
    for strip in campaign.comics:
        yield _named("漫画", "strip", strip.id, strip), strip, strip.value, ()
    for page in (campaign.help, campaign.quiz, campaign.why, campaign.campaign):
        if page is not None:
            yield _named("页面", "page", page.id, page), page, page.value, ()


def _claims_in(file: Sourced[Any], path: tuple[str | int, ...]) -> set[str]:
    """Ids of the claims that the part of a file at `path` names in fields or placeholders. An
    audience does not answer for its materials."""
    found = set()
    for text in texts_of(file):
        inside = text.path[: len(path)] == path if path else text.path[:1] != ("materials",)
        if inside:
            if text.under("claims", "changes"):
                found.add(text.value)
            for match in PLACEHOLDER.finditer(text.value):
                kind, _, name = match[1].partition(".")
                if kind in ("claim", "cite"):
                    found.add(name)
    return found


def reached_by_claim(campaign: Campaign, claim: str) -> list[Both]:
    """What rests on a claim, the law page first."""
    return [
        Both("法律页", "law page"),
        *(name for name, file, _, path in _users(campaign) if claim in _claims_in(file, path)),
    ]


def reached_by_case(campaign: Campaign, case: str) -> list[Both]:
    """What shows a case, its own page first."""
    found = [Both("案例页", "its page")]
    for file in campaign.audiences:
        found += [
            _named("资料", "material", material.id, file, "materials", index, "id")
            for index, material in enumerate(file.value.materials)
            if material.case == case
        ]
        if file.value.story == case:
            found.append(_named("对象", "audience", file.id, file))
    return found
