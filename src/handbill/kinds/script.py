"""script: words to be spoken: over the loudspeaker of a village, or in a short video."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from handbill.kinds.base import Fault, Kind
from handbill.kinds.reading import paragraphs
from handbill.kinds.speech import KEY_TIMES, pace, spoken, telephone_numbers
from handbill.kinds.voice import Voice
from handbill.words import counted
from handbill.words.languages import digits_in


def spoken_parts(broadcast: Any, numbers: Iterable[str], language: str) -> list[str]:
    """A broadcast as it is read, a paragraph an item, the key line as often as it is said."""
    read = [
        broadcast.greeting,
        *[broadcast.key] * KEY_TIMES,
        *paragraphs(broadcast.text),
        broadcast.closing,
    ]
    return [spoken(part, numbers, language) for part in read]


def length_in_seconds(script: Any, numbers: Iterable[str], language: str) -> int:
    """Returns the seconds that a script takes: a broadcast as it is read in a language, a video as
    its shots say."""
    if script.broadcast:
        said = pace(language)
        parts = spoken_parts(script.broadcast, numbers, language)
        return said.broadcast_seconds(sum(map(said.count, parts)))
    return sum(shot.seconds for shot in script.shots)


class Script(Kind):
    """Reads numbers digit by digit, and counts how long words take to say."""

    needs: ClassVar[Mapping[str, str]] = {
        "heading": "line",
        "seconds": "number",
        "broadcast": "group?",
        "broadcast.greeting": "line",
        "broadcast.key": "line",
        "broadcast.text": "prose",
        "broadcast.closing": "line",
        "shots": "groups?",
        "shots.framing": "line",
        "shots.picture": "line",
        "shots.speech": "line?",
        "shots.caption": "line?",
        "shots.seconds": "number",
    }

    def data(self, material: Any, voice: Voice) -> dict[str, Any]:
        """Returns the words as they are read, with how long they take."""
        numbers, say = telephone_numbers(voice), voice.words
        seconds = length_in_seconds(material, numbers, voice.language)
        said = pace(voice.language)
        made: dict[str, Any] = {
            "heading": material.heading,
            "limit": material.seconds,
            "speed": said.video,
            "broadcast": None,
            "contacts": voice.contacts(self.contacts_of(material)),
            "seconds": seconds,
            "facts": counted(
                say,
                "script_shots",
                len(material.shots),
                seconds=seconds,
                limit=material.seconds,
                speed=said.video,
            ),
            "shots": [
                {
                    **shot.model_dump(),
                    "speech": spoken(shot.speech, numbers, voice.language) if shot.speech else None,
                }
                for shot in material.shots
            ],
        }
        if material.broadcast:
            parts = spoken_parts(material.broadcast, numbers, voice.language)
            made["broadcast"] = {
                "greeting": parts[0],
                "key": parts[1],
                "times": KEY_TIMES,
                "paragraphs": parts[1 + KEY_TIMES : -1],
                "closing": parts[-1],
                "characters": sum(map(said.count, parts)),
                "speed": said.broadcast,
                "digits": digits_in(voice.language),
            }
            made["facts"] = say["script_facts"].format(
                seconds=seconds,
                characters=made["broadcast"]["characters"],
                speed=said.broadcast,
                limit=material.seconds,
            )
        return made

    def transcript_of(self, material: Any, voice: Voice) -> list[str]:
        """Returns what is said, and of a video what is seen; then the local numbers."""
        local = voice.contact_lines(self.contacts_of(material))
        return [*self._told(material, voice), *local]

    def _told(self, material: Any, voice: Voice) -> list[str]:
        numbers = telephone_numbers(voice)
        if material.broadcast:
            return [material.heading, *spoken_parts(material.broadcast, numbers, voice.language)]
        say = voice.words
        lines = [material.heading]
        for number, shot in enumerate(material.shots, 1):
            lines.append(
                say["shot"].format(
                    number=number, framing=shot.framing, seconds=shot.seconds, picture=shot.picture
                )
            )
            if shot.speech:
                lines.append(
                    say["shot_speech"].format(text=spoken(shot.speech, numbers, voice.language))
                )
            if shot.caption:
                lines.append(say["shot_caption"].format(text=shot.caption))
        return lines

    def plain(self, material: Any, voice: Voice) -> str:
        """Returns what is said as a text file."""
        return "\n\n".join(self._told(material, voice)) + "\n"

    def faults(self, material: Any, voice: Voice) -> Iterator[Fault]:
        """Yields E431 and E432: a script within its seconds, the words of each shot within it."""
        numbers = telephone_numbers(voice)
        seconds, limit = length_in_seconds(material, numbers, voice.language), material.seconds
        if seconds > limit:
            over = {"seconds": seconds, "limit": limit, "over": seconds - limit}
            yield Fault("E431", ("seconds",), over)
        said = pace(voice.language)
        for index, shot in enumerate(material.shots):
            count = said.count(spoken(shot.speech or "", numbers, voice.language))
            if said.video_seconds(count) > shot.seconds:
                yield Fault(
                    "E432",
                    ("shots", index, "speech"),
                    {
                        "count": count,
                        "needed": said.video_seconds(count),
                        "seconds": shot.seconds,
                        "room": int(shot.seconds * said.video),
                    },
                )
