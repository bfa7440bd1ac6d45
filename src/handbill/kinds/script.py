"""script: words to be spoken: over the loudspeaker of a village, or in a short video."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured
from handbill.model.text import Line, Model, Prose, described

if TYPE_CHECKING:
    from handbill.localise import Edition


class Broadcast(Model):
    """A loudspeaker script."""

    greeting: Line = described("问候", "Greeting", example="乡亲们好！")
    key: Line = described("关键一句；念三遍", "The line that is read three times")
    text: Prose = described("正文；空一行分段，一段念完停一停", "Text; a pause after each paragraph")
    closing: Line = described("最后一句", "Last sentence")


class Shot(Model):
    """A shot of a short video."""

    framing: Line = described("景别", "Framing", example="近景")
    picture: Line = described("画面", "What is seen")
    speech: Line | None = described("台词", "What is said", default=None)
    caption: Line | None = described("字幕", "Caption", default=None)
    seconds: int = described("秒", "Seconds", ge=1, le=20)


class Script(MaterialBase):
    """A script: either a broadcast or shots."""

    kind: Literal["script"] = described("种类", "Kind")
    heading: Line = described("标题", "Title")
    broadcast: Broadcast | None = described("广播稿", "Loudspeaker script", default=None)
    shots: list[Shot] = described("分镜头", "Shots of a short video", default_factory=list,
                                  max_length=16)
    seconds: int = described("总秒数；按每分钟170字念，或者各镜头之和", "Length in seconds at most",
                             ge=10, le=300)


def _copy(script: Script, edition: Edition) -> dict[str, Any]:
    raise NotImplementedError


def _transcript(script: Script, edition: Edition) -> list[str]:
    raise NotImplementedError


def _measure(script: Script) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), script.heading)
    if script.broadcast:
        yield Measured("greeting", ("broadcast", "greeting"), script.broadcast.greeting)
        yield Measured("key", ("broadcast", "key"), script.broadcast.key)
    for index, shot in enumerate(script.shots):
        yield Measured("shot_picture", ("shots", index, "picture"), shot.picture)
        if shot.speech:
            yield Measured("speech", ("shots", index, "speech"), shot.speech)
        if shot.caption:
            yield Measured("caption", ("shots", index, "caption"), shot.caption)


KIND = Kind("script", Script, _copy, _transcript, _measure)
