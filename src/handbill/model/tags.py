"""Language tags and country codes as a campaign's data has them: BCP 47 and ISO 3166. Which there
are, `handbill.words.tags` knows."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from handbill.model.text import broken
from handbill.problems import Both

_TAG = re.compile(
    "[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_FORM = Both(
    "语言在前，小写；文字或者国家在后，用减号连。",
    "The language comes first, in small letters, then a script or country behind a hyphen. ",
)


def cased(tag: str) -> str | None:
    """Returns a language tag in the case that BCP 47 recommends: language small, script with one
    capital, country in capitals. None for what is no tag; extensions (-u-) and extended subtags
    (zh-yue) are not taken."""
    if not _TAG.fullmatch(tag):
        return None
    parts = tag.lower().split("-")
    for at, part in enumerate(parts[1:], 1):
        if part == "x":
            break
        if part.isalpha():
            parts[at] = {4: part.title(), 2: part.upper()}.get(len(part), part)
    return "-".join(parts)


def is_tag(text: str) -> bool:
    """Tells whether a text is a language tag as it should be written: en, zh-TW, sr-Latn-RS."""
    return cased(text) == text


def _language(text: str) -> str:
    if not is_tag(text.strip()):
        raise broken("language", _FORM)
    return text.strip()


def _country(text: str) -> str:
    if not re.fullmatch("[A-Z]{2}", text.strip()):
        raise broken("country")
    return text.strip()


Language = Annotated[str, AfterValidator(_language)]
"""A language as a BCP 47 tag: zh-CN, en, fr-CA, zh-Hant."""
Country = Annotated[str, AfterValidator(_country)]
"""A country or territory as two capitals: CN, GB."""
