"""sign: a warning sign on a wall: two lines, one large word, the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.text import Line, described


class Sign(MaterialBase):
    """A warning sign."""

    kind: Literal["sign"] = described("种类", "Kind")
    headline: list[Line] = described(
        "遇到什么；一行一项",
        "What is met, a line an item",
        min_length=2,
        max_length=2,
        example=["要先交钱", "还要拉人"],
    )
    word: Line = described("最大的一个词；怎么做", "The largest word: what to do", example="停一停")


def _copy(sign: Sign, edition: Voice) -> dict[str, Any]:
    return {"headline": sign.headline, "word": sign.word}


def _transcript(sign: Sign, edition: Voice) -> list[str]:
    return [edition.sentence(sign.headline), edition.sentence([sign.word]), *edition.number_lines()]


def _measure(sign: Sign) -> Iterator[Measured]:
    for index, line in enumerate(sign.headline):
        yield Measured("headline", ("headline", index), line)
    yield Measured("word", ("word",), sign.word)


KIND = Kind("sign", Sign, _copy, _transcript, _measure, group="wall")
