"""social: pictures for phones at exact pixels, with an alternative text and a caption to copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.campaign import Heading
from handbill.model.text import Line, Prose, described


class Social(MaterialBase):
    """Pictures for messengers and articles: head image, square, story and long image."""

    kind: Literal["social"] = described("种类", "Kind")
    headline: list[Line] = described(
        "大标题；一行一项", "Headline, a line an item", min_length=2, max_length=2
    )
    sentence: Line = described("一句话", "The sentence in the panel")
    signals: list[Line] = described("三个信号", "Three signals", min_length=3, max_length=3)
    points_title: Line = described("长图小标题", "Title of the points of the long image")
    points: list[Heading] = described(
        "长图要点；标题和说明", "Points of the long image", min_length=3, max_length=6
    )
    article: Line = described("文章标题；22字以内", "Title of the article, 22 characters at most")
    caption: Prose = described("转发时的话；可以复制", "Caption to copy")


def _copy(social: Social, edition: Voice) -> dict[str, Any]:
    return {
        "headline": social.headline,
        "sentence": social.sentence,
        "signals": social.signals,
        "points_title": social.points_title,
        "points": [point.model_dump() for point in social.points],
    }


def _transcript(social: Social, edition: Voice) -> list[str]:
    return [
        edition.sentence(social.headline),
        social.sentence,
        *social.signals,
        social.points_title,
        *(edition.pair(point.title, point.text) for point in social.points),
        *edition.action_lines(),
        social.article,
        *paragraphs(social.caption),
    ]


def _measure(social: Social) -> Iterator[Measured]:
    for index, line in enumerate(social.headline):
        yield Measured("headline", ("headline", index), line)
    yield Measured("sentence", ("sentence",), social.sentence)
    for index, line in enumerate(social.signals):
        yield Measured("signal", ("signals", index), line)
    yield Measured("points_title", ("points_title",), social.points_title)
    for index, point in enumerate(social.points):
        yield Measured("point_title", ("points", index, "title"), point.title)
        yield Measured("point_text", ("points", index, "text"), point.text)
    yield Measured("article", ("article",), social.article)
    yield Measured("caption", ("caption",), social.caption)


def _plain(social: Social, edition: Voice) -> str:
    return "\n\n".join([social.article, *paragraphs(social.caption)]) + "\n"


KIND = Kind("social", Social, _copy, _transcript, _measure, plain=_plain, group="screen")
