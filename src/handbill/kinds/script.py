"""script: words to be spoken: over the loudspeaker of a village, or in a short video."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.kinds.speech import (
    BROADCAST_SPEED,
    KEY_TIMES,
    VIDEO_SPEED,
    broadcast_seconds,
    spoken,
    syllables,
    telephone_numbers,
)
from handbill.model.text import Line, Model, Prose, described
from handbill.words import counted
from handbill.words.languages import DIGITS_READ, base_of


class Broadcast(Model):
    """A loudspeaker script."""

    greeting: Line = described("问候", "Greeting", example="乡亲们好！")
    key: Line = described("关键一句；念三遍", "The line that is read three times")
    text: Prose = described(
        "正文；空一行分段，一段念完停一停", "Text; a pause after each paragraph"
    )
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
    shots: list[Shot] = described(
        "分镜头", "Shots of a short video", default_factory=list, max_length=16
    )
    seconds: int = described(
        "总秒数；按每分钟170字念，或者各镜头之和", "Length in seconds at most", ge=10, le=300
    )


def spoken_parts(broadcast: Broadcast, numbers: Iterable[str]) -> list[str]:
    """A broadcast as it is read, a paragraph an item, the key line as often as it is said."""
    read = [
        broadcast.greeting,
        *[broadcast.key] * KEY_TIMES,
        *paragraphs(broadcast.text),
        broadcast.closing,
    ]
    return [spoken(part, numbers) for part in read]


def length_in_seconds(script: Script, numbers: Iterable[str]) -> int:
    """Seconds that a script takes: a broadcast as it is read, a video as its shots say."""
    if script.broadcast:
        said = sum(syllables(part) for part in spoken_parts(script.broadcast, numbers))
        return broadcast_seconds(said)
    return sum(shot.seconds for shot in script.shots)


def _shot(shot: Shot, numbers: Iterable[str]) -> dict[str, Any]:
    speech = spoken(shot.speech, numbers) if shot.speech else None
    return {**shot.model_dump(), "speech": speech}


def _copy(script: Script, edition: Voice) -> dict[str, Any]:
    numbers, say = telephone_numbers(edition), edition.words
    seconds = length_in_seconds(script, numbers)
    made: dict[str, Any] = {
        "heading": script.heading,
        "limit": script.seconds,
        "speed": VIDEO_SPEED,
        "broadcast": None,
        "seconds": seconds,
        "facts": counted(
            say,
            "script_shots",
            len(script.shots),
            seconds=seconds,
            limit=script.seconds,
            speed=VIDEO_SPEED,
        ),
        "shots": [_shot(shot, numbers) for shot in script.shots],
    }
    if script.broadcast:
        parts = spoken_parts(script.broadcast, numbers)
        made["broadcast"] = {
            "greeting": parts[0],
            "key": parts[1],
            "times": KEY_TIMES,
            "paragraphs": parts[1 + KEY_TIMES : -1],
            "closing": parts[-1],
            "characters": sum(map(syllables, parts)),
            "speed": BROADCAST_SPEED,
            "digits": DIGITS_READ.get(base_of(edition.language)),
        }
        made["facts"] = say["script_facts"].format(
            seconds=seconds,
            characters=made["broadcast"]["characters"],
            speed=BROADCAST_SPEED,
            limit=script.seconds,
        )
    return made


def _transcript(script: Script, edition: Voice) -> list[str]:
    numbers = telephone_numbers(edition)
    if script.broadcast:
        return [script.heading, *spoken_parts(script.broadcast, numbers)]
    say = edition.words
    lines = [script.heading]
    for number, shot in enumerate(script.shots, 1):
        lines.append(
            say["shot"].format(
                number=number, framing=shot.framing, seconds=shot.seconds, picture=shot.picture
            )
        )
        lines += (
            [say["shot_speech"].format(text=spoken(shot.speech, numbers))] if shot.speech else []
        )
        lines += [say["shot_caption"].format(text=shot.caption)] if shot.caption else []
    return lines


def _measure(script: Script) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), script.heading)
    if script.broadcast:
        yield Measured("greeting", ("broadcast", "greeting"), script.broadcast.greeting)
        yield Measured("key", ("broadcast", "key"), script.broadcast.key)
        yield Measured("closing", ("broadcast", "closing"), script.broadcast.closing)
    for index, shot in enumerate(script.shots):
        yield Measured("framing", ("shots", index, "framing"), shot.framing)
        yield Measured("shot_picture", ("shots", index, "picture"), shot.picture)
        if shot.speech:
            yield Measured("speech", ("shots", index, "speech"), shot.speech)
        if shot.caption:
            yield Measured("caption", ("shots", index, "caption"), shot.caption)


def _plain(script: Script, edition: Voice) -> str:
    return "\n\n".join(_transcript(script, edition)) + "\n"


KIND = Kind("script", Script, _copy, _transcript, _measure, plain=_plain, group="screen")
