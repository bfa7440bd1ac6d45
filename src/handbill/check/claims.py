"""Claims: addresses that are permanent and each once, and changes with one day."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.load.walk import items
from handbill.model.text import is_slug
from handbill.problems import Problem


@rule
def addresses_of_claims(context: Context) -> Iterator[Problem]:
    """E350: the id of a claim, or of a listed word of a filter, that cannot be an address. E351:
    two claims with the same address."""
    for campaign in context.campaigns:
        seen: dict[str, str] = {}
        for claim, at in items(campaign.claims, "claims.*"):
            address, span = claim.id.lower(), at("id")
            if not is_slug(address):
                yield Problem("E350", span, id=claim.id)
            elif seen.setdefault(address, claim.id) != claim.id:
                yield Problem("E351", span, id=claim.id, other=seen[address], address=address)
        for one, at in items(campaign.filters, "filters.*"):
            for index, value in enumerate(one.values if one.list_title else ()):
                if not is_slug(value.id.lower()):
                    yield Problem("E350", at("values", index, "id"), id=value.id)


@rule
def days_of_changes(context: Context) -> Iterator[Problem]:
    """E352: a change on another day than its claim applies from."""
    for campaign in context.campaigns:
        for claim, at in items(campaign.claims, "claims.*"):
            day, applies = claim.changed and claim.changed.on, claim.applies_from
            if day and applies and day != applies:
                yield Problem("E352", at("changed", "on"), day=day, applies=applies)
