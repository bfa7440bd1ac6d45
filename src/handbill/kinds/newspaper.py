"""newspaper: the frame of a pupils' hand-made paper, in lines to colour and fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.campaign import Heading
from handbill.model.text import Line, described


class Newspaper(MaterialBase):
    """A hand-made paper to fill in."""

    kind: Literal["newspaper"] = described("种类", "Kind")
    heading: Line = described("报头；空心字", "Masthead, in outline characters", example="识骗小报")
    frames: list[Heading] = described(
        "栏目；标题和提示",
        "Frames: a title and a hint of what to write or draw",
        min_length=3,
        max_length=5,
    )
    motto: Line = described("花边里的一句话", "Sentence in the ribbon")


def _copy(paper: Newspaper, edition: Voice) -> dict[str, Any]:
    return {
        "heading": paper.heading,
        "motto": paper.motto,
        "frames": [frame.model_dump() for frame in paper.frames],
    }


def _transcript(paper: Newspaper, edition: Voice) -> list[str]:
    return [
        paper.heading,
        paper.motto,
        *(edition.pair(frame.title, frame.text) for frame in paper.frames),
        *edition.number_lines(),
    ]


def _measure(paper: Newspaper) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), paper.heading)
    yield Measured("motto", ("motto",), paper.motto)
    for index, frame in enumerate(paper.frames):
        yield Measured("frame_title", ("frames", index, "title"), frame.title)
        yield Measured("frame_text", ("frames", index, "text"), frame.text)


KIND = Kind("newspaper", Newspaper, _copy, _transcript, _measure, group="desk")
