"""Findings that an office lets stand: each silences one finding of one text, and is told itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from handbill.load.files import Campaign
from handbill.load.sourced import Sourced
from handbill.model.reviewed import Review, ReviewedFile
from handbill.problems import Problem

_BY_CODE = ("E601", "E602", "E611")
"""Codes that are rules of their own; of others a finding names its rule."""


def digest(text: str) -> str:
    """Return what stands for a long text in reviewed.yml."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()[:16]


def settled(campaigns: Iterable[Campaign], problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems without those that were reviewed; N634 for each review that holds, W633 for
    one whose text has changed or is gone."""
    reviews = [
        (campaign.reviewed, number, one)
        for campaign in campaigns
        if campaign.reviewed
        for number, one in enumerate(campaign.reviewed.value.reviewed)
    ]
    used: set[tuple[str, int]] = set()
    for problem in problems:
        fits = [(file.file, number) for file, number, one in reviews if _fits(one, problem)]
        used.update(fits)
        if not fits:
            yield problem
    yield from (_told(file, number, one, used) for file, number, one in reviews)


def _fits(review: Review, problem: Problem) -> bool:
    rule = problem.code if problem.code in _BY_CODE else problem.details.get("rule")
    whole = problem.details.get("whole")
    if review.rule != rule or not isinstance(whole, str):
        return False
    if review.text.startswith("sha256:"):
        return review.text == digest(whole)
    found = problem.details.get("found", problem.details.get("word", ""))
    sentence, text = _even(review.text), _even(whole)
    return sentence in text and _even(str(found)) in sentence


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _told(
    file: Sourced[ReviewedFile], number: int, review: Review, used: set[tuple[str, int]]
) -> Problem:
    span = file.span("reviewed", number, "text")
    if (file.file, number) not in used:
        return Problem("W633", span, rule=review.rule, text=review.text)
    return Problem("N634", span, rule=review.rule, text=review.text, who=review.who, on=review.on)
