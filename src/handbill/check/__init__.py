"""Rules across files, one small registered function each. See `registry`."""

from __future__ import annotations

# Each module registers its rules when it is imported.
from handbill.check import (  # noqa: F401
    actions,
    acts,
    addresses,
    answers,
    budgets,
    case_sheets,
    characters,
    claims,
    comics,
    dates,
    dignity,
    glyphs,
    ids,
    kinds,
    looks,
    notice,
    numbers,
    photos,
    placeholders,
    places,
    punctuation,
    quiz_and_why,
    recalls,
    references,
    scenes,
    sources,
    stages,
    tags,
    telephones,
    translations,
    wording,
)
from handbill.check.checked import Checked, check_site
from handbill.check.registry import RULES, Context, check_collection, rule

__all__ = ["RULES", "Checked", "Context", "check_collection", "check_site", "rule"]
