"""Claims: addresses that are permanent and each once, and changes with one day."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.model.text import is_slug
from handbill.problems import Problem


@rule
def addresses_of_claims(context: Context) -> Iterator[Problem]:
    """E350: the id of a claim or a disguise that cannot be an address. E351: two claims with the
    same address."""
    for campaign in context.campaigns:
        seen: dict[str, str] = {}
        for index, claim in enumerate(campaign.claims.value.claims):
            address, span = claim.id.lower(), campaign.claims.span("claims", index, "id")
            if not is_slug(address):
                yield Problem("E350", span, id=claim.id)
            elif seen.setdefault(address, claim.id) != claim.id:
                yield Problem("E351", span, id=claim.id, other=seen[address], address=address)
        kept = campaign.disguises
        for index, disguise in enumerate(kept.value.disguises if kept else ()):
            if kept and not is_slug(disguise.id.lower()):
                yield Problem("E350", kept.span("disguises", index, "id"), id=disguise.id)


@rule
def days_of_changes(context: Context) -> Iterator[Problem]:
    """E352: a change on another day than its claim applies from."""
    for campaign in context.campaigns:
        for index, claim in enumerate(campaign.claims.value.claims):
            if claim.changed and claim.applies_from and claim.changed.on != claim.applies_from:
                yield Problem(
                    "E352",
                    campaign.claims.span("claims", index, "changed", "on"),
                    day=claim.changed.on,
                    applies=claim.applies_from,
                )
