"""Which languages and countries there are, as CLDR knows them, and which was likely meant."""

from __future__ import annotations

from functools import cache

from babel.core import Locale, get_global

from handbill.model.tags import cased
from handbill.problems import Both

_NOT_ONE = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for several countries, for none, or for pseudo-locales."""
_ENGLISH, _CHINESE = Locale("en"), Locale("zh")


def is_language(tag: str) -> bool:
    """Tells whether CLDR knows the language of a tag, its script and its country; variants and what
    follows x it need not know."""
    language, *rest = tag.partition("-x-")[0].split("-")
    return language in _ENGLISH.languages and all(
        part in (_ENGLISH.scripts if len(part) == 4 else _ENGLISH.territories)
        for part in rest
        if len(part) < 4 or (len(part) == 4 and part.isalpha())
    )


def is_country(code: str) -> bool:
    """Tells whether a code is that of one country or territory."""
    return len(code) == 2 and code in _ENGLISH.territories and code not in _NOT_ONE


def country_name(code: str) -> Both:
    """Returns what a country is called in Chinese and in English."""
    english = _ENGLISH.territories[code]
    return Both(_CHINESE.territories.get(code, english), english)


@cache
def _languages() -> dict[str, str]:
    """What languages are called in English and in Chinese, with their tags."""
    return {
        name.casefold(): tag.replace("_", "-")
        for locale in (_CHINESE, _ENGLISH)
        for tag, name in locale.languages.items()
    }


@cache
def _countries() -> dict[str, str]:
    """What countries are called in English and in Chinese, with their codes."""
    return {
        name.casefold(): code
        for locale in (_CHINESE, _ENGLISH)
        for code, name in locale.territories.items()
        if is_country(code)
    }


def likely_language(text: str) -> str | None:
    """Returns the tag that was likely meant: zh-CN for zh_cn, fr for French or 法语."""
    language, *rest = (cased(text.strip().replace("_", "-")) or "").split("-")
    alias = get_global("language_aliases").get(language, language).replace("_", "-")
    meant = "-".join((alias, *rest))
    return meant if is_language(meant) else _languages().get(text.strip().casefold())


def likely_country(text: str) -> str | None:
    """Returns the code that was likely meant: GB for gb, UK, United Kingdom or 英国."""
    code = text.strip().upper()
    code = get_global("territory_aliases").get(code, [code])[0]
    return code if is_country(code) else _countries().get(text.strip().casefold())
