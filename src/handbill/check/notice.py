"""The notice: each of its parts is answered by something."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.edition.coverage import covering
from handbill.load.walk import items
from handbill.problems import Problem


@rule
def parts_answered(context: Context) -> Iterator[Problem]:
    """W408: a part of the notice that neither a material nor a page answers."""
    for campaign in context.campaigns:
        found = covering(campaign)
        for part, at in items(campaign.notice, "parts.*"):
            if not found[part.id]:
                yield Problem("W408", at("id"), id=part.id, title=part.title)
