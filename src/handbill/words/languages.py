"""Facts of languages: direction, own name, how a day is written."""

from __future__ import annotations

import datetime
from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global
from babel.dates import format_date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@cache
def _locale(language: str) -> Locale | None:
    """What Babel knows of a language; a region it has not heard of does not matter."""
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def direction(language: str) -> str:
    """rtl for a language that is written from right to left, else ltr."""
    locale = _locale(language)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


def autonym(language: str) -> str:
    """What a language calls itself: 中文, English, العربية; its tag when nobody knows."""
    locale = _locale(language)
    return (locale.get_language_name() if locale else None) or language


def open_graph_locale(language: str) -> str:
    """A language as link previews name it, with a territory: zh_CN, en_US; the tag with a low line
    where nobody knows its territory."""
    language = language.replace("-", "_")
    known = get_global("likely_subtags").get(language, "")
    if "_" in language or "_" not in known:
        return language
    parts = known.split("_")
    return f"{parts[0]}_{parts[-1]}"


def written_day(date: datetime.date, language: str) -> str:
    """2026年11月24日, or 24 November 2026; another language's own way."""
    if language.startswith("zh"):
        return f"{date.year}年{date.month}月{date.day}日"
    locale = _locale(language)
    if locale and locale.language != "en":
        return format_date(date, "long", locale)
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
