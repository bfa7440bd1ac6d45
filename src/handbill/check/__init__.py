"""Rules across files, one small registered function each. See `registry`."""

from __future__ import annotations

# Each module registers its rules when it is imported.
from handbill.check import (  # noqa: F401
    budgets,
    characters,
    claims,
    copy,
    dates,
    ids,
    places,
    punctuation,
    recalls,
    reckoning,
    references,
    sources,
    spoken,
    strips,
    translations,
    wording,
)
from handbill.check.registry import RULES, Context, Rule, check_collection, rule

__all__ = ["RULES", "Context", "Rule", "check_collection", "rule"]
