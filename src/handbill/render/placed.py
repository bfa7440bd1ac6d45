"""Faults of a drawing at their place: in the YAML, or in the PO file of its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from handbill.compose.artifacts import Artifact
from handbill.problems import Both, Problem


def placed(problems: Iterable[Problem], artifact: Artifact) -> Iterator[Problem]:
    """Yields what is wrong with an artifact, each fault where its text stands: of several texts of
    a block the longest has the worst. Sheets of a translation are named with its language."""
    ranks: Counter[str] = Counter()
    for one in sorted(problems, key=lambda one: -float(str(one.details.get("needed", 0)))):
        span, details, origin = one.span or artifact.source, one.details, artifact.origin
        if origin and not one.span:
            block, characters = str(details.get("block", "")), details.get("character", "")
            first = characters[0] if isinstance(characters, list) else str(characters)[:1]
            found = origin.of_block(block, ranks[block]) if block else None
            span = found or origin.in_translation(block, first) or span
            ranks[block] += 1
            if (language := origin.language) and "sheet" in details:
                sheet = details["sheet"]
                named = Both(f"{sheet}（{language}）", f"{sheet} ({language})")
                details = {**details, "sheet": named}
        yield Problem(one.code, span, **details)
