"""A released case as sheets print it: what was done, the result, what gives it away, the source.

Every word is the case's own, so that a sheet says what its page says, and goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill.kinds.voice import Voice
from handbill.model.case import AdjudicatedCase

LEAST_SIGNALS = 2
"""Steps of the pattern that a sheet needs at least: each has a signal."""


def told(case: AdjudicatedCase) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yields what a sheet prints of a case, in the order it is read: path in the case, text."""
    yield ("lead",), case.lead
    yield ("teaser",), case.teaser
    for index, figure in enumerate(case.figures):
        if figure.result:
            yield ("figures", index, "value"), figure.value
            yield ("figures", index, "label"), figure.label
    for index, line in enumerate(case.results):
        yield ("results", index), line
    for index, step in enumerate(case.pattern):
        yield ("pattern", index, "signal"), step.signal
        yield ("pattern", index, "really"), step.really
    if case.decided_by:
        yield ("decided_by",), case.decided_by
    yield ("source_note",), case.source_note


def case_data(material: Any, voice: Voice) -> dict[str, Any]:
    """Returns a material's case as `sheet.typ` reads it."""
    case = _case_of(material, voice)
    return {
        "lead": case.lead,
        "done": case.teaser,
        "stage": voice.words[f"stage_{case.stage}"],
        "figures": [{"value": one.value, "label": one.label} for one in case.figures if one.result],
        "results": case.results,
        "signals": [{"title": one.signal, "text": one.really} for one in case.pattern],
        "notes": _notes(case, voice),
    }


def case_lines(material: Any, voice: Voice) -> list[str]:
    """Returns the same in words, a paragraph an item."""
    case, say = _case_of(material, voice), voice.words
    return [
        case.lead,
        voice.pair(say["printed_done"], case.teaser),
        voice.pair(say["printed_result"], say[f"stage_{case.stage}"]),
        *(voice.pair(one.label, one.value) for one in case.figures if one.result),
        *case.results,
        voice.pair(say["printed_signals"]),
        *(voice.pair(one.signal, one.really) for one in case.pattern),
        *_notes(case, voice),
    ]


def _notes(case: AdjudicatedCase, voice: Voice) -> list[str]:
    """The small lines: who decided, where it was released, and what the sheet is not."""
    say = voice.words
    decided = [say["decided_by"].format(name=case.decided_by)] if case.decided_by else []
    return [
        *decided,
        say["source_of_case"].format(source=case.source_note),
        say["join"].join([say["signals_in_general"], voice.campaign.disclaimer]),
    ]


def _case_of(material: Any, voice: Voice) -> AdjudicatedCase:
    """The case that a material prints; rules refuse one that names none, or a scenario."""
    case = voice.cases[material.case]
    assert isinstance(case, AdjudicatedCase)
    return case
