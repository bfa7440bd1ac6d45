"""Telephone numbers of a campaign: printed as their office writes them, told apart by their digits.

What a place may give as the number of an office is `model.place.Telephone`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from handbill.model.text import broken

_GROUPED = re.compile(r"\+?[0-9]+(?:[ -][0-9]+)*")
_LEAST, _MOST = 3, 15
"""Digits of a number; ITU-T E.164 has 15 at most, with those of the country."""


def digits(number: str) -> str:
    """Returns the digits of a number, by which it is told from others: 03001232040."""
    return re.sub("[^0-9]", "", number)


def dialled(number: str) -> str:
    """Returns the address that dials a number: tel:03001232040, tel:+443001232040."""
    return "tel:" + re.sub("[^0-9+]", "", number)


def any_of(numbers: Iterable[str]) -> re.Pattern[str]:
    """Returns what finds numbers in a text, however their digits are grouped there."""
    known = sorted({digits(one) for one in numbers} - {""}, key=len, reverse=True)
    forms = "|".join("[ -]?".join(one) for one in known)
    return re.compile(rf"(?<![0-9])(?<![0-9][-])(?:{forms})(?![0-9]|-[0-9])" if forms else r"(?!)")


def is_hotline(text: str) -> bool:
    """Tells whether a text is written as `HotlineNumber` asks."""
    found = digits(text)
    return bool(_GROUPED.fullmatch(text) and _LEAST <= len(found) <= _MOST and found.strip("0"))


def _hotline(text: str) -> str:
    text = text.strip()
    if not is_hotline(text):
        raise broken("hotline")
    return text


HotlineNumber = Annotated[str, AfterValidator(_hotline)]
"""3 to 15 digits, in groups that one space or hyphen parts: 0300 123 2040, +44 300 123 2040."""
