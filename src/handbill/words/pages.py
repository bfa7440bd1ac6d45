"""The site's own words, in Chinese and English. Campaigns bring all other copy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from handbill.words import frame, gallery, matters

_TABLE: dict[str, tuple[str, str]] = {**frame.WORDS, **matters.WORDS, **gallery.WORDS}
_NUMERALS = ("〇一二三四五六七八九十", "0 1 2 3 4 5 6 7 8 9 10")


def page_words(language: str, own: Mapping[str, str] | None = None) -> Mapping[str, Any]:
    """Every word by name for a language tag (zh-CN, en). `numerals` is a list: numerals[4] is 四.

    Words with {names} are filled by the template. own: translations of other languages, by
    "site:" and the name; what they lack is English.
    """
    column = 0 if language.startswith("zh") else 1
    words: dict[str, Any] = {name: texts[column] for name, texts in _TABLE.items()}
    words |= {
        name.removeprefix("site:"): text
        for name, text in (own or {}).items()
        if name.startswith("site:")
    }
    words["numerals"] = _NUMERALS[1].split() if column else list(_NUMERALS[0])
    return MappingProxyType(words)


def site_words() -> dict[str, tuple[str, str]]:
    """Every word in Chinese and English by name, for translators."""
    return dict(_TABLE)
