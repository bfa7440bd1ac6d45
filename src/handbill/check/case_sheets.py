"""Sheets that print a case: a released one, that an authority has decided, with what a wall needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.kinds.printed_case import LEAST_SIGNALS
from handbill.load.files import Campaign
from handbill.model.case import AdjudicatedCase
from handbill.problems import Problem, Span

_YEAR = re.compile(r"\d{4}")


def _named(campaign: Campaign) -> Iterator[tuple[str | None, Span]]:
    """What case each material names whose kind prints one; a path to it, or to the material."""
    for file in campaign.audiences:
        for index, material in enumerate(file.value.materials):
            if material.declared.prints_case:
                at = ("case",) if material.case else ("id",)
                yield material.case, file.span("materials", index, *at)


@rule
def cases_on_sheets(context: Context) -> Iterator[Problem]:
    """E346: a sheet of a case that names none. E347: one that names a fictional story. E349: one of
    a case that nobody has decided yet."""
    for campaign in context.campaigns:
        cases = {file.id: file.value for file in campaign.cases}
        for name, span in _named(campaign):
            case = cases.get(name or "")
            if name is None:
                yield Problem("E346", span)
            elif isinstance(case, AdjudicatedCase):
                if case.stage == "accused":
                    yield Problem("E349", span, id=name)
            elif case is not None:
                yield Problem("E347", span, id=name)


@rule
def cases_fit_for_walls(context: Context) -> Iterator[Problem]:
    """E348: a case on a sheet with too few signals. W346: one whose source has no year."""
    for campaign in context.campaigns:
        printed = {name for name, _ in _named(campaign)}
        for file in campaign.cases:
            case = file.value
            if file.id not in printed or not isinstance(case, AdjudicatedCase):
                continue
            if len(case.pattern) < LEAST_SIGNALS:
                span = file.span("pattern") if case.pattern else file.span()
                yield Problem(
                    "E348", span, id=file.id, count=len(case.pattern), least=LEAST_SIGNALS
                )
            if not _YEAR.search(case.source_note):
                yield Problem("W346", file.span("source_note"), id=file.id)
