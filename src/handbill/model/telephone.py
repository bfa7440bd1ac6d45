"""Telephone numbers of a campaign: printed as their office writes them, told apart by their digits.

An office of a place may also have brackets, dots and an extension in its number; `words.telephones`
knows how the countries dial.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from handbill.model.text import broken

_GROUPED = re.compile(r"\+?[0-9]+(?:[ -][0-9]+)*")
_RUN = r"[0-9](?:[ \u00a0.-]{0,3}[0-9])*"
_NUMBER = re.compile(rf"(?:\+ ?)?(?:(?:{_RUN}[ .-]?)?\({_RUN}\)[ .-]?)?{_RUN}")
_EXTENSION = re.compile(
    r"[ ,;]*(?:转|轉|分机|分機|内线|内線|ext(?:n|ension)?\.?|x|poste|доб\.?|#) ?([0-9]{1,6})$",
    re.IGNORECASE,
)
_LEAST, _MOST = 3, 15
"""Digits of a number; ITU-T E.164 has 15 at most, with those of the country."""

EMERGENCY = "000"
"""The emergency number of Australia, the only one of noughts alone."""


def digits(number: str) -> str:
    """Returns the digits of a number, by which it is told from others: 03001232040."""
    return re.sub("[^0-9]", "", number)


def dialled(number: str) -> str:
    """Returns the address that dials a number: tel:03001232040, tel:02783210000;ext=801."""
    main, extension = split_extension(number)
    return "tel:" + re.sub("[^0-9+]", "", main) + (extension and f";ext={extension}")


def any_of(numbers: Iterable[str]) -> re.Pattern[str]:
    """Returns what finds numbers in a text, however their digits are grouped there."""
    found = {digits(split_extension(one)[0]) for one in numbers}
    known = sorted(found - {""}, key=len, reverse=True)
    forms = "|".join("[ -]?".join(one) for one in known)
    return re.compile(rf"(?<![0-9])(?<![0-9][-])(?:{forms})(?![0-9]|-[0-9])" if forms else r"(?!)")


def is_hotline(text: str) -> bool:
    """Tells whether a text is written as `HotlineNumber` asks."""
    found = digits(text)
    if not _GROUPED.fullmatch(text) or not _LEAST <= len(found) <= _MOST:
        return False
    return text == EMERGENCY or bool(found.strip("0"))


def _hotline(text: str) -> str:
    text = text.strip()
    if not is_hotline(text):
        raise broken("hotline")
    return text


HotlineNumber = Annotated[str, AfterValidator(_hotline)]
"""3 to 15 digits, in groups that one space or hyphen parts: 0300 123 2040, +44 300 123 2040."""


def split_extension(number: str) -> tuple[str, str]:
    """Returns a telephone number without its extension, then the digits of the extension, or
    nothing: 027-83210000转801 is 027-83210000 and 801."""
    match = _EXTENSION.search(number)
    return (number[: match.start()], match[1]) if match else (number, "")


def _telephone(text: str) -> str:
    text = text.strip()
    number, _ = split_extension(text)
    if not _NUMBER.fullmatch(number) or not _LEAST <= len(digits(number)) <= _MOST:
        raise broken("telephone")
    return text


Telephone = Annotated[str, AfterValidator(_telephone)]
"""What can be dialled somewhere: 3 to 15 digits, parted by spaces, hyphens, dots or brackets, with +
before the code of a country and an extension behind. """
