"""The self-test gives everyone a result and each result to someone; the arithmetic can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.model.campaign import Verdict
from handbill.problems import Both, Problem


def _shadowed(verdict: Verdict, before: list[Verdict]) -> bool:
    """Whether an earlier result holds whenever this one does."""
    return any(
        one.group is None
        or one.at_least == 0
        or (one.group == verdict.group and one.at_least <= verdict.at_least)
        for one in before
    )


@rule
def results_of_the_self_test(context: Context) -> Iterator[Problem]:
    """E330, E331: every result can be reached, and there is always one."""
    for campaign in context.campaigns:
        if not campaign.quiz:
            continue
        quiz, value = campaign.quiz, campaign.quiz.value
        asked: Counter[str | None] = Counter(question.group for question in value.questions)
        for index, verdict in enumerate(value.verdicts):
            reason = None
            group = verdict.group
            if group in asked and verdict.at_least > asked[group]:
                reason = Both(
                    f"“{group}”组只有 {asked[group]} 题", f"questions in {group}: {asked[group]}"
                )
            elif _shadowed(verdict, value.verdicts[:index]):
                reason = Both("前面的结果先符合", "an earlier result holds first")
            if reason:
                yield Problem(
                    "E330", quiz.span("verdicts", index), title=verdict.title, reason=reason
                )
        last = value.verdicts[-1]
        if last.group is not None and last.at_least > 0:
            yield Problem("E331", quiz.span("verdicts", len(value.verdicts) - 1))


@rule
def shares_of_a_fee(context: Context) -> Iterator[Problem]:
    """E332: of a fee, no more is handed up than was paid."""
    for campaign in context.campaigns:
        if campaign.why and (total := sum(campaign.why.value.shares)) > 100:
            yield Problem("E332", campaign.why.span("shares"), sum=total)
