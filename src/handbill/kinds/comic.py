"""comic: a strip of four panels, or a board of eight made of two strips."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from handbill.kinds.base import Kind
from handbill.kinds.voice import Voice
from handbill.model.strip import Panel, Strip


def drawn(identifier: str, strip: Strip, say: Mapping[str, str]) -> dict[str, Any]:
    """A strip as panel.typ reads it: every default filled in, who speaks, the beat's name; what the
    site has drawn in a file of its own is called by folder and name."""
    beats = say["beats"].split("|")
    made = strip.model_dump(exclude={"case"})
    ids = {name: f"person-{index}" for index, name in enumerate(strip.cast)}
    made["cast"] = {ids[name]: person for name, person in made["cast"].items()}

    def drawn_by(name: str | None) -> str | None:
        return f"{strip.own[name]}/{name}" if name and name in strip.own else name

    made["emblem"] = drawn_by(strip.emblem)
    for number, panel in enumerate(made["panels"]):
        panel["beat"] = beats[number]
        panel["scene"] = drawn_by(panel["scene"])
        for prop in panel["props"]:
            prop["name"] = drawn_by(prop["name"])
        for figure in panel["figures"]:
            figure["speaking"] = figure["who"] in strip.speakers(number)
            figure["who"] = ids[figure["who"]]
        for balloon in panel["balloons"]:
            balloon["who"] = ids.get(balloon["who"], balloon["who"])
    return {"id": identifier, **made}


def _told(strip: Strip, panel: Panel, beat: str, say: Mapping[str, str]) -> list[str]:
    """A panel in words: its caption, what is seen, then who says what, in order."""
    said = [
        say["sends" if balloon.message else "says"].format(
            who=strip.called(balloon.who), text=say["join"].join(balloon.lines)
        )
        for balloon in panel.balloons
    ]
    return [
        say["says"].format(who=beat, text=say["join"].join(panel.caption)),
        say["seen"].format(picture=panel.alt),
        *said,
    ]


class Comic(Kind):
    """Draws strips, which stand in files of their own."""

    needs: ClassVar[Mapping[str, str]] = {"strips": "strips", "headline": "line?"}

    def data(self, material: Any, voice: Voice) -> dict[str, Any]:
        """Returns the copy, with each strip as it is drawn."""
        return {
            "strips": [drawn(name, voice.strips[name], voice.words) for name in material.strips],
            "headline": material.headline,
            "fiction": voice.words["fiction"],
            "fiction_notice": voice.campaign.fiction_notice,
            "contacts": voice.contacts(self.contacts_of(material)),
        }

    def transcript_of(self, material: Any, voice: Voice) -> list[str]:
        """Returns the story in words, panel by panel."""
        lines = [material.headline] if material.headline else []
        for name in material.strips:
            strip = voice.strips[name]
            lines.append(strip.title)
            for panel, beat in zip(strip.panels, voice.words["beats"].split("|"), strict=True):
                lines += _told(strip, panel, beat, voice.words)
        local = voice.contact_lines(self.contacts_of(material))
        return [*lines, voice.campaign.fiction_notice, *voice.action_lines(), *local]
