"""Sources and claims: nothing rests on what does not hold, or has not been checked."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.reach import reached_by_case, reached_by_claim
from handbill.check.registry import Context, rule
from handbill.check.texts import texts_of
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.law import Source
from handbill.problems import Both, Problem

_DEAD = {"superseded": Both("被替代", "superseded"), "withdrawn": Both("撤回", "withdrawn")}
CLAIM, CASE = Both("法律事实", "the claim"), Both("案例", "the case")


def _newer(source: Source) -> Both:
    if source.superseded_by is None:
        return Both("", "")
    return Both(
        f"新的来源是 {source.superseded_by}。", f"The newer one is {source.superseded_by}. "
    )


@rule
def dead_sources(context: Context) -> Iterator[Problem]:
    """E306: a claim or case whose source is superseded or withdrawn, with all it reaches."""
    for campaign in context.campaigns:
        dead = {
            source.id: source for source in campaign.sources.value.sources if source.status in _DEAD
        }
        for index, claim in enumerate(campaign.claims.value.claims):
            if source := dead.get(claim.source):
                yield Problem(
                    "E306",
                    campaign.claims.span("claims", index, "source"),
                    what=CLAIM,
                    id=claim.id,
                    source=source.id,
                    state=_DEAD[source.status],
                    newer=_newer(source),
                    reached=reached_by_claim(campaign, claim.id),
                )
        for case in campaign.cases:
            value = case.value
            if (
                isinstance(value, AdjudicatedCase)
                and value.status == "published"
                and (source := dead.get(value.source))
            ):
                yield Problem(
                    "E306",
                    case.span("source"),
                    what=CASE,
                    id=case.id,
                    source=source.id,
                    state=_DEAD[source.status],
                    newer=_newer(source),
                    reached=reached_by_case(campaign, case.id),
                )


@rule
def unchecked_cases(context: Context) -> Iterator[Problem]:
    """E308: a published case that rests on a source of mark C."""
    for campaign in context.campaigns:
        unchecked = {source.id for source in campaign.sources.value.sources if source.mark == "C"}
        for case in campaign.cases:
            if (
                isinstance(case.value, AdjudicatedCase)
                and case.value.source in unchecked
                and case.value.status == "published"
            ):
                yield Problem("E308", case.span("source"), source=case.value.source)


@rule
def unchecked_claims(context: Context) -> Iterator[Problem]:
    """E309: every claim is published on the law page, so none may be of mark C."""
    for campaign in context.campaigns:
        for index, claim in enumerate(campaign.claims.value.claims):
            if claim.mark == "C":
                yield Problem(
                    "E309",
                    campaign.claims.span("claims", index, "mark"),
                    id=claim.id,
                    reached=reached_by_claim(campaign, claim.id),
                )


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
        for index, claim in enumerate(campaign.claims.value.claims):
            if claim.review_by < context.today:
                yield Problem(
                    "W302",
                    campaign.claims.span("claims", index, "review_by"),
                    id=claim.id,
                    day=claim.review_by,
                    reached=reached_by_claim(campaign, claim.id),
                )
        for index, source in enumerate(campaign.sources.value.sources):
            if source.review_by < context.today:
                yield Problem(
                    "W304",
                    campaign.sources.span("sources", index, "review_by"),
                    id=source.id,
                    day=source.review_by,
                )
        if campaign.campaign.value.review_by < context.today:
            yield Problem(
                "W305",
                campaign.campaign.span("review_by"),
                kind=Both("活动", "the campaign"),
                id=campaign.id,
                day=campaign.campaign.value.review_by,
            )
        for case in campaign.cases:
            if case.value.review_by < context.today and case.value.status == "published":
                yield Problem(
                    "W305", case.span("review_by"), kind=CASE, id=case.id, day=case.value.review_by
                )


@rule
def open_the_official_text(context: Context) -> Iterator[Problem]:
    """W303: a claim or case of mark B."""
    for campaign in context.campaigns:
        for index, claim in enumerate(campaign.claims.value.claims):
            if claim.mark == "B":
                yield Problem(
                    "W303", campaign.claims.span("claims", index, "mark"), kind=CLAIM, id=claim.id
                )
        for case in campaign.cases:
            if (
                isinstance(case.value, AdjudicatedCase)
                and case.value.mark == "B"
                and case.value.status == "published"
            ):
                yield Problem("W303", case.span("mark"), kind=CASE, id=case.id)
