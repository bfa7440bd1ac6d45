"""How far a case has got: what a stage needs to be told with it, and what it does not allow."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from handbill.check.registry import Context, rule
from handbill.check.texts import texts_of
from handbill.check.wording import NOT_PUBLISHED
from handbill.load.files import Campaign
from handbill.load.sourced import Sourced
from handbill.model.case import AdjudicatedCase
from handbill.problems import Both, Problem, Span
from handbill.words.languages import written_part
from handbill.words.stages import not_allowed

_STAGES = {
    "accused": Both("涉嫌（accused）", "accused"),
    "penalty": Both("行政处罚（penalty）", "penalty"),
    "first_instance": Both("一审（first_instance）", "first_instance"),
    "final": Both("生效（final）", "final"),
    "withdrawn": Both("撤下（withdrawn）", "withdrawn"),
}


def _released(context: Context) -> Iterator[tuple[Campaign, Sourced[Any], AdjudicatedCase]]:
    for campaign in context.campaigns:
        for file in campaign.cases:
            if isinstance(file.value, AdjudicatedCase):
                yield campaign, file, file.value


@rule
def what_a_stage_needs(context: Context) -> Iterator[Problem]:
    """E770, E771: a day for a judgment in effect; a day and a reason for a case taken down."""
    for _, file, case in _released(context):
        if case.stage == "final" and not (case.effective or case.effective_by):
            yield Problem("E770", file.span("stage"), id=file.id)
        if case.is_withdrawn and not (case.withdrawn_on and case.withdrawn_why):
            yield Problem("E771", file.span("stage"), id=file.id)


@rule
def what_a_stage_contradicts(context: Context) -> Iterator[Problem]:
    """E772: days of another stage. E773: a day that there is not, or that has not come."""
    days = {"effective": "final", "effective_by": "final", "withdrawn_on": "withdrawn"}
    for _, file, case in _released(context):
        for field, stage in days.items():
            if (day := getattr(case, field)) is None:
                continue
            # A case that was final and is taken down keeps the day of its judgment.
            if case.stage not in (stage, "withdrawn"):
                yield Problem(
                    "E772", file.span(field), field=field, state=_STAGES[case.stage], id=file.id
                )
            elif not _has_come(str(day), context.today):
                yield Problem("E773", file.span(field), field=field, day=str(day))


def _has_come(day: str, today: datetime.date) -> bool:
    """Whether a day, month or year is one of the calendar, and began by today."""
    try:
        written_part(day, "en")
    except ValueError:
        return False
    return day <= today.isoformat()[: len(day)]


@rule
def words_beyond_the_stage(context: Context) -> Iterator[Problem]:
    """E774: who is only accused or fined is not called guilty, and what may be appealed is not
    called final: by the case, by the materials that tell of it, and by their translations."""
    for campaign, file, case in _released(context):
        for language, said, span in _told_of(campaign, file):
            for word in not_allowed(case.stage, language, said):
                yield Problem("E774", span(word), word=word, state=_STAGES[case.stage], id=file.id)


def _told_of(
    campaign: Campaign, case: Sourced[Any]
) -> Iterator[tuple[str, str, Callable[[str], Span]]]:
    """Return everything that is said of a case: language, text, and where a part of it stands."""
    texts = [
        text
        for text in texts_of(case)
        if not text.under("source_note", "withdrawn_why", *NOT_PUBLISHED)
    ]
    texts += [
        text
        for audience in campaign.audiences
        for text in texts_of(audience)
        if text.path[0] == "materials"
        and audience.value.materials[int(text.path[1])].case == case.id
    ]
    for text in texts:
        yield campaign.campaign.value.language, text.value, text.find
        for language, catalog in campaign.catalogs.items():
            for message in catalog.of(text.value):
                yield language, message.text, partial(_line, Span(catalog.file, message.line))


def _line(span: Span, _: str) -> Span:
    """Where a translation stands; of it only the line is known."""
    return span
