"""Punctuation of campaigns in Chinese, as GB/T 15834—2011 has it; in the traditional script with its
own quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.check.texts import Text, texts_of
from handbill.problems import Problem
from handbill.words.languages import is_chinese, quotation_marks

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3007"
_AROUND = f"[{_HAN}”’》）]"
_HALF = re.compile(
    f"(?<={_AROUND})[,;:!?](?=[{_HAN}“‘《（]|$)|(?<={_AROUND})\\.(?=[{_HAN}“‘《]|$)"
    f"|(?<=[{_HAN}])\\((?=[{_HAN}])|(?<=[{_HAN}])\\)"
)
_QUOTE = re.compile(
    f"(?<=[{_HAN}，。：；、])[\"'](?=[{_HAN}])|(?<=[{_HAN}])[\"'](?=[{_HAN}，。：；、]|$)"
    f"|^[\"'](?=[{_HAN}])"
)
_DOTS = re.compile(
    f"(?<=[{_HAN}])(?:\\.{{2,}}|。{{2,}}|…(?!…)(?<!……))|(?<=[{_HAN}])-{{2,}}(?=[{_HAN}])"
)
_MAILBOX = re.compile(r"mailto:\S+|[A-Za-z0-9._+-]+@\S+", re.IGNORECASE)
_FULL = dict(zip(",;:!?.()", "，；：！？。（）", strict=True))


def _chinese(context: Context) -> Iterator[tuple[Text, str]]:
    """Every text of campaigns in Chinese but for patterns, with its language, and those of places
    where all campaigns are; rules look for marks beside Han characters only."""
    spoken = [one.campaign.value.language for one in context.campaigns]
    for campaign, language in zip(context.campaigns, spoken, strict=True):
        for file in campaign.files() if is_chinese(language) else ():
            for text in texts_of(file):
                if not text.under("refuted"):
                    yield text, language
    if spoken and all(map(is_chinese, spoken)):
        yield from ((text, spoken[0]) for text in texts_of(context.collection.places))


def _once(text: Text, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The first match of each different mark, with a character before it to find it by; the dots of
    a mailbox at a Chinese domain are none."""
    seen = set()
    boxes = [one.span() for one in _MAILBOX.finditer(text.value)] if "@" in text.value else []
    for match in pattern.finditer(text.value):
        inside = any(start <= match.start() < end for start, end in boxes)
        if not inside and match[0] not in seen:
            seen.add(match[0])
            yield match


def _problem(code: str, text: Text, match: re.Match[str], instead: str) -> Problem:
    """Points at the mark: found by its neighbours, since the mark alone may stand before."""
    start = max(0, match.start() - 3)
    context = text.value[start : match.end()]
    span = text.find(context)
    if span.end_column - span.column == len(context):
        at = span.column + match.start() - start
        span = type(span)(span.file, span.line, at, at + len(match[0]))
    return Problem(code, span, found=match[0], instead=instead)


@rule
def half_width_marks(context: Context) -> Iterator[Problem]:
    """W401: a half-width mark beside Han characters."""
    for text, _ in _chinese(context):
        for match in _once(text, _HALF):
            yield _problem("W401", text, match, _FULL[match[0]])


@rule
def straight_quotes(context: Context) -> Iterator[Problem]:
    """W402: a straight quote beside Han characters."""
    for text, language in _chinese(context):
        for match in _once(text, _QUOTE):
            yield _problem("W402", text, match, quotation_marks(language))


@rule
def ellipses_and_dashes(context: Context) -> Iterator[Problem]:
    """W403: dots for an ellipsis, hyphens for a dash."""
    for text, _ in _chinese(context):
        for match in _once(text, _DOTS):
            yield _problem("W403", text, match, "——" if "-" in match[0] else "……")
