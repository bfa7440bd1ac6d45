"""comic: a strip of four panels, or a board of eight made of two strips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.strip import Panel, Strip
from handbill.model.text import Line, Slug, described


class Comic(MaterialBase):
    """A comic."""

    kind: Literal["comic"] = described("种类", "Kind")
    strips: list[Slug] = described(
        "漫画编号；一则四格，两则八格",
        "Ids of strips: one makes four panels, two a board of eight",
        min_length=1,
        max_length=2,
    )
    headline: Line | None = described(
        "八格的大标题；不超过 9 个字", "Headline over two strips", default=None
    )


def _copy(comic: Comic, edition: Voice) -> dict[str, Any]:
    return {
        "strips": [drawn(name, edition.strips[name], edition.words) for name in comic.strips],
        "headline": comic.headline,
        "fiction": edition.words["fiction"],
        "fiction_notice": edition.campaign.fiction_notice,
    }


def drawn(identifier: str, strip: Strip, say: Mapping[str, str]) -> dict[str, Any]:
    """A strip as panel.typ reads it: every default filled in, who speaks, the beat's name."""
    beats = say["beats"].split("|")
    made = strip.model_dump(exclude={"case"})
    for number, panel in enumerate(made["panels"]):
        panel["beat"] = beats[number]
        for figure in panel["figures"]:
            figure["speaking"] = figure["who"] in strip.speakers(number)
    return {"id": identifier, **made}


def _told(panel: Panel, beat: str, say: Mapping[str, str]) -> list[str]:
    """A panel in words: its caption, what is seen, then who says what, in order."""
    said = [
        say["sends" if balloon.message else "says"].format(
            who=balloon.who, text=say["join"].join(balloon.lines)
        )
        for balloon in panel.balloons
    ]
    return [
        say["says"].format(who=beat, text=say["join"].join(panel.caption)),
        say["seen"].format(picture=panel.alt),
        *said,
    ]


def _transcript(comic: Comic, edition: Voice) -> list[str]:
    lines = [comic.headline] if comic.headline else []
    for name in comic.strips:
        strip = edition.strips[name]
        lines.append(strip.title)
        for panel, beat in zip(strip.panels, edition.words["beats"].split("|"), strict=True):
            lines += _told(panel, beat, edition.words)
    return [*lines, edition.campaign.fiction_notice, *edition.action_lines()]


def _measure(comic: Comic) -> Iterator[Measured]:
    # The words of strips stand in files of their own; check.strips measures them there.
    if comic.headline:
        yield Measured("title", ("headline",), comic.headline)


KIND = Kind("comic", Comic, _copy, _transcript, _measure, group="wall")
