"""Lessons, scripts and display lines: minutes that add up, words that can be said and read in time.

Copy is looked at as it is filled in for the default place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.kinds.audience import AudienceFile
from handbill.kinds.base import MaterialBase, Path
from handbill.kinds.lesson import Lesson
from handbill.kinds.script import Script, length_in_seconds
from handbill.kinds.speech import VIDEO_SPEED, spoken, syllables, telephone_numbers, video_seconds
from handbill.kinds.ticker import Ticker, full_width
from handbill.load.sourced import Sourced
from handbill.problems import Both, Problem

LEAST, MOST = 12, 28
"""Characters of a line on a display; more than MOST is a matter of the preset's budget (E402)."""
_LETTERS = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
_CHAIN = re.compile(r"[，。、；：！？…—,.;:!?·～~]{2,}")

M = TypeVar("M", bound=MaterialBase)


def _materials(
    context: Context, model: type[M]
) -> Iterator[tuple[Edition, Sourced[AudienceFile], Path, M]]:
    """Every material of a kind with its edition, its file and its path in it."""
    for campaign, edition in context.editions:
        for file, audience in zip(campaign.audiences, edition.audiences, strict=True):
            for index, material in enumerate(audience.file.materials):
                if isinstance(material, model):
                    yield edition, file, ("materials", index), material


@rule
def lesson_adds_up(context: Context) -> Iterator[Problem]:
    """E430: the minutes of the steps are those of the lesson."""
    for _, file, path, lesson in _materials(context, Lesson):
        total = sum(step.minutes for step in lesson.steps)
        if total != lesson.minutes:
            yield Problem("E430", file.span(*path, "minutes"), sum=total, minutes=lesson.minutes)


@rule
def script_is_one_thing(context: Context) -> Iterator[Problem]:
    """E433: a broadcast or shots, not both and not neither."""
    for _, file, path, script in _materials(context, Script):
        if script.broadcast and script.shots:
            yield Problem(
                "E433",
                file.span(*path, "shots"),
                found=Both("既有 broadcast 又有 shots", "it has both broadcast and shots"),
            )
        elif not script.broadcast and not script.shots:
            yield Problem(
                "E433",
                file.span(*path),
                found=Both("没有 broadcast，也没有 shots", "it has neither broadcast nor shots"),
            )


@rule
def script_in_time(context: Context) -> Iterator[Problem]:
    """E431, E432: a script within its seconds, the words of each shot within the shot."""
    for edition, file, path, script in _materials(context, Script):
        numbers = telephone_numbers(edition)
        seconds = length_in_seconds(script, numbers)
        if seconds > script.seconds:
            yield Problem(
                "E431",
                file.span(*path, "seconds"),
                seconds=seconds,
                limit=script.seconds,
                over=seconds - script.seconds,
            )
        for index, shot in enumerate(script.shots):
            count = syllables(spoken(shot.speech or "", numbers))
            if video_seconds(count) > shot.seconds:
                yield Problem(
                    "E432",
                    file.span(*path, "shots", index, "speech"),
                    count=count,
                    needed=video_seconds(count),
                    seconds=shot.seconds,
                    room=shot.seconds * VIDEO_SPEED,
                )


@rule
def script_can_be_said(context: Context) -> Iterator[Problem]:
    """E434: no Latin letters in what is said."""
    for _, file, path, script in _materials(context, Script):
        said: list[tuple[Path, str]] = [
            (("shots", index, "speech"), shot.speech)
            for index, shot in enumerate(script.shots)
            if shot.speech
        ]
        if script.broadcast:
            said += [
                (("broadcast", name), getattr(script.broadcast, name))
                for name in ("greeting", "key", "text", "closing")
            ]
        for inside, text in said:
            for match in _LETTERS.finditer(text):
                yield Problem("E434", file.find(match[0], *path, *inside), found=match[0])


@rule
def display_lines(context: Context) -> Iterator[Problem]:
    """W430, W431, W432: lines long enough to be read, without chains of marks, the number last."""
    for edition, file, path, ticker in _materials(context, Ticker):
        numbers = telephone_numbers(edition)
        for index, line in enumerate(ticker.lines):
            place = (*path, "lines", index)
            count = len(full_width(line))
            if count < LEAST:
                yield Problem("W430", file.span(*place), count=count, least=LEAST, most=MOST)
            for match in _CHAIN.finditer(line):
                yield Problem("W431", file.find(match[0], *place), found=match[0])
            named = [match for match in re.finditer(r"\d+(?:-\d+)*", line) if match[0] in numbers]
            if named and not line[-1].isdigit():
                yield Problem("W432", file.find(named[-1][0], *place), number=named[-1][0])
