"""notice: a stairwell notice from the neighbourhood, soft in tone, with its last day large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.text import Line, Prose, described
from handbill.words.languages import written_day


class Notice(MaterialBase):
    """A stairwell notice."""

    kind: Literal["notice"] = described("种类", "Kind")
    headline: list[Line] = described(
        "大标题；一行一项", "Headline, a line an item", min_length=2, max_length=2
    )
    sentence: Line = described("一句话", "The sentence in the panel")
    salutation: Line = described(
        "称呼；末尾用冒号", "Salutation, with a colon", example="各位邻居："
    )
    text: Prose = described("正文；空一行分段", "Text; an empty line parts paragraphs")


def _copy(notice: Notice, edition: Voice) -> dict[str, Any]:
    return {
        "headline": notice.headline,
        "sentence": notice.sentence,
        "salutation": notice.salutation,
        "paragraphs": paragraphs(notice.text),
        "signature": edition.place.signature,
        "date": edition.written_date(),
        "valid_until": written_day(edition.valid_until(notice), edition.language),
    }


def _transcript(notice: Notice, edition: Voice) -> list[str]:
    until = edition.words["valid_until"].format(
        date=written_day(edition.valid_until(notice), edition.language)
    )
    return [
        edition.sentence(notice.headline),
        notice.sentence,
        notice.salutation,
        *paragraphs(notice.text),
        edition.place.signature,
        edition.written_date(),
        until,
        *edition.action_lines(),
    ]


def _measure(notice: Notice) -> Iterator[Measured]:
    for index, line in enumerate(notice.headline):
        yield Measured("headline", ("headline", index), line)
    yield Measured("sentence", ("sentence",), notice.sentence)
    yield Measured("text", ("text",), notice.text)


KIND = Kind("notice", Notice, _copy, _transcript, _measure, group="wall")
