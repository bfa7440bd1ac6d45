"""rollup: a stand by a door: the poster above, four questions below, the foot left dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.text import Line, described


class Rollup(MaterialBase):
    """A roll-up or X stand."""

    kind: Literal["rollup"] = described("种类", "Kind")
    headline: list[Line] = described(
        "大标题；一行一项", "Headline, a line an item", min_length=2, max_length=3
    )
    sentence: Line = described("一句话", "The sentence in the panel")
    signals: list[Line] = described("三个信号", "Three signals", min_length=3, max_length=3)
    questions_title: Line = described("问题的标题", "Title of the questions")
    questions: list[Line] = described("四个问题", "Four questions", min_length=3, max_length=4)
    closing: Line = described("问题下的一句话", "Sentence under the questions")
    note: Line | None = described("最后的小字", "Small line at the end", default=None)


def _copy(rollup: Rollup, edition: Voice) -> dict[str, Any]:
    return {
        "headline": rollup.headline,
        "sentence": rollup.sentence,
        "signals": rollup.signals,
        "questions_title": rollup.questions_title,
        "questions": rollup.questions,
        "closing": rollup.closing,
        "note": rollup.note,
    }


def _transcript(rollup: Rollup, edition: Voice) -> list[str]:
    lines = [
        edition.sentence(rollup.headline),
        rollup.sentence,
        *rollup.signals,
        *edition.action_lines(),
        rollup.questions_title,
    ]
    lines += [f"{number}. {text}" for number, text in enumerate(rollup.questions, start=1)]
    return [*lines, rollup.closing, *([rollup.note] if rollup.note else [])]


def _measure(rollup: Rollup) -> Iterator[Measured]:
    for index, line in enumerate(rollup.headline):
        yield Measured("headline", ("headline", index), line)
    yield Measured("sentence", ("sentence",), rollup.sentence)
    for index, line in enumerate(rollup.signals):
        yield Measured("signal", ("signals", index), line)
    yield Measured("questions_title", ("questions_title",), rollup.questions_title)
    for index, line in enumerate(rollup.questions):
        yield Measured("question", ("questions", index), line)
    yield Measured("closing", ("closing",), rollup.closing)
    if rollup.note:
        yield Measured("note", ("note",), rollup.note)


KIND = Kind("rollup", Rollup, _copy, _transcript, _measure, group="wall")
