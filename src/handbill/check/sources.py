"""Sources and claims: nothing rests on what does not hold, or has not been checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.check.registry import Context, rule
from handbill.check.texts import texts_of
from handbill.edition.uses import Named, uses
from handbill.load.files import Campaign
from handbill.load.sourced import Sourced
from handbill.load.walk import items
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.law import Source
from handbill.problems import Both, Problem, Span

_DEAD = {"superseded": Both("被替代", "superseded"), "withdrawn": Both("撤回", "withdrawn")}
CLAIM, CASE = Both("法律事实", "the claim"), Both("案例", "the case")


def _newer(source: Source) -> Both:
    if source.superseded_by is None:
        return Both("", "")
    return Both(
        f"新的来源是 {source.superseded_by}。", f"The newer one is {source.superseded_by}. "
    )


def _adjudicated(campaign: Campaign) -> Iterator[tuple[Sourced[Any], AdjudicatedCase]]:
    """The published cases that rest on a source."""
    for case in campaign.cases:
        if isinstance(case.value, AdjudicatedCase) and not case.value.is_withdrawn:
            yield case, case.value


def reached(campaign: Campaign, name: Named) -> list[Both]:
    """Return what rests on a claim or case: its own page first, then each thing once."""
    own = Both("法律页", "law page") if name[0] == "claim" else Both("案例页", "its page")
    return [own, *dict.fromkeys(use.title for use in uses(campaign).get(name, ()))]


@rule
def dead_sources(context: Context) -> Iterator[Problem]:
    """E306: a claim or case whose source is superseded or withdrawn, with all it reaches."""
    for campaign in context.campaigns:
        dead = {
            source.id: source for source in campaign.sources.value.sources if source.status in _DEAD
        }
        resting: list[tuple[str, Span, Both, Named]] = [
            (claim.source, at("source"), CLAIM, ("claim", claim.id))
            for claim, at in items(campaign.claims, "claims.*")
        ]
        resting += [
            (value.source, case.span("source"), CASE, ("case", case.id))
            for case, value in _adjudicated(campaign)
        ]
        for named, span, what, name in resting:
            if source := dead.get(named):
                yield Problem(
                    "E306",
                    span,
                    what=what,
                    id=name[1],
                    source=source.id,
                    state=_DEAD[source.status],
                    newer=_newer(source),
                    reached=reached(campaign, name),
                )


@rule
def unchecked_cases(context: Context) -> Iterator[Problem]:
    """E308: a published case that rests on a source of mark C."""
    for campaign in context.campaigns:
        unchecked = {source.id for source in campaign.sources.value.sources if source.mark == "C"}
        for case, value in _adjudicated(campaign):
            if value.source in unchecked:
                yield Problem("E308", case.span("source"), source=value.source)


@rule
def unchecked_claims(context: Context) -> Iterator[Problem]:
    """E309: every claim is published on the law page, so none may be of mark C."""
    for campaign in context.campaigns:
        for claim, at in items(campaign.claims, "claims.*"):
            if claim.mark == "C":
                rests = reached(campaign, ("claim", claim.id))
                yield Problem("E309", at("mark"), id=claim.id, reached=rests)


@rule
def scenarios_without_sources(context: Context) -> Iterator[Problem]:
    """E310: an invented story that names a real document."""
    for campaign in context.campaigns:
        names = [
            (name, source.id)
            for source in campaign.sources.value.sources
            for name in (source.title, source.short, source.number)
            if name and len(name) > 3
        ]
        stories = [
            *(case for case in campaign.cases if isinstance(case.value, Scenario)),
            *campaign.comics,
        ]
        for story in stories:
            for text in texts_of(story):
                found = next((pair for pair in names if pair[0] in text.value), None)
                if found and not text.under("claims"):
                    yield Problem("E310", text.find(found[0]), name=found[0], source=found[1])


@rule
def reviews_due(context: Context) -> Iterator[Problem]:
    """W302, W304, W305: past review_by."""
    for campaign in context.campaigns:
        for claim, at in items(campaign.claims, "claims.*"):
            if (day := claim.review_by) < context.today:
                rests = reached(campaign, ("claim", claim.id))
                yield Problem("W302", at("review_by"), id=claim.id, day=day, reached=rests)
        for source, at in items(campaign.sources, "sources.*"):
            if (day := source.review_by) < context.today:
                yield Problem("W304", at("review_by"), id=source.id, day=day)
        reviewed: list[tuple[Sourced[Any], str, Both]] = [
            (campaign.campaign, campaign.id, Both("活动", "the campaign"))
        ]
        reviewed += [(one, one.id, CASE) for one in campaign.cases if not one.value.is_withdrawn]
        for file, name, kind in reviewed:
            if (day := file.value.review_by) < context.today:
                yield Problem("W305", file.span("review_by"), kind=kind, id=name, day=day)


@rule
def open_the_official_text(context: Context) -> Iterator[Problem]:
    """W303: a claim or case of mark B."""
    for campaign in context.campaigns:
        for claim, at in items(campaign.claims, "claims.*"):
            if claim.mark == "B":
                yield Problem("W303", at("mark"), kind=CLAIM, id=claim.id)
        for case, value in _adjudicated(campaign):
            if value.mark == "B":
                yield Problem("W303", case.span("mark"), kind=CASE, id=case.id)
