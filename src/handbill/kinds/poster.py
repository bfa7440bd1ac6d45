"""poster: one picture, one sentence, one action, the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.text import Line, described


class Poster(MaterialBase):
    """A poster."""

    kind: Literal["poster"] = described("种类", "Kind")
    headline: list[Line] = described(
        "大标题；一行一项，先说遇到什么，再说怎么做",
        "Headline, a line an item: what is met, then what to do",
        min_length=2,
        max_length=3,
        example=["先别敲门", "打个电话"],
    )
    sentence: Line = described("一句话", "The sentence in the panel")
    signals: list[Line] = described("三个信号", "Three signals", min_length=3, max_length=3)


def _copy(poster: Poster, edition: Voice) -> dict[str, Any]:
    return {"headline": poster.headline, "sentence": poster.sentence, "signals": poster.signals}


def _transcript(poster: Poster, edition: Voice) -> list[str]:
    return [
        edition.sentence(poster.headline),
        poster.sentence,
        *poster.signals,
        *edition.action_lines(),
    ]


def _measure(poster: Poster) -> Iterator[Measured]:
    for index, line in enumerate(poster.headline):
        yield Measured("headline", ("headline", index), line)
    yield Measured("sentence", ("sentence",), poster.sentence)
    for index, line in enumerate(poster.signals):
        yield Measured("signal", ("signals", index), line)


KIND = Kind("poster", Poster, _copy, _transcript, _measure, group="wall")
