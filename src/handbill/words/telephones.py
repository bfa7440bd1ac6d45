"""Telephone numbers as they are dialled in a country, by the tables of Google's libphonenumber.

A number must be as long as numbers of its country are, and be written as it is dialled: with the
nought or other prefix that the country has, or with + and the code of a country. Whether a range is
in use, tables that grow old cannot say for certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from handbill.model.telephone import digits, split_extension

SHORT = 6
"""Up to so many digits a number is a short one of its country, such as 110, 3919 or 116117."""
FORMS = {
    "CN": re.compile(
        "[0-9]{3,5}|1[12][0-9]{4}|9[56][0-9]{4}"
        "|0[0-9]{2,3}[2-9][0-9]{6,7}|1[3-9][0-9]{9}|[48]00[0-9]{7}"
    )
}
"""How numbers of a country are dialled in it, where that is stricter than their length."""
WITHOUT_OWN_CODE = frozenset({"CN"})
"""Countries in which a number is not printed with + and the country's own code: fixed telephones of
China cannot dial it."""

Fault = Literal["length", "local", "prefix", "brackets", "own code"]
"""length: no number of the country has so many digits. local: the area code is missing. prefix:
what stands before the area code is missing, or too much. brackets: the country writes none. own
code: see WITHOUT_OWN_CODE."""


_TYPES = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "voip", "uan")
"""Types of numbers that a country may write otherwise than others."""


@dataclass(frozen=True)
class Reading:
    """What a number is in a country. meant: the number as the country writes it, where it is one.
    mobile: whether it is a mobile telephone's for certain. known: whether its range is."""

    country: str
    fault: Fault | None = None
    meant: str | None = None
    mobile: bool = False
    known: bool = True


def read(number: str, countries: Sequence[str]) -> Reading:
    """Returns what a number is in the first of the countries; in the first of the others that is
    known to have it, where that one does not. countries: codes of ISO 3166, one at least."""
    first = _read(number, countries[0])
    if first.fault is None and first.known:
        return first
    others = (_read(number, one) for one in countries[1:])
    return next((one for one in others if one.fault is None and one.known), first)


def is_short(number: str) -> bool:
    """Tells whether a number is a short one, which only its country knows."""
    main, _ = split_extension(number)
    return not main.startswith("+") and len(digits(main)) <= SHORT


def is_area_code(number: str, countries: Sequence[str]) -> bool:
    """Tells whether a number is an area code alone, which nobody answers: 010, 027."""
    short = number[0] == "0" and len(number) < SHORT
    return short and not any(phonenumbers.is_emergency_number(number, one) for one in countries)


def is_noughts(number: str, countries: Sequence[str]) -> bool:
    """Tells whether a number is noughts alone and none of the countries has it: Australia has 000."""
    if digits(number).strip("0"):
        return False
    return not any(phonenumbers.is_emergency_number(number.strip(), one) for one in countries)


def form_of(country: str) -> dict[str, object]:
    """Returns what a page can check numbers of a country by: patterns, digits without the prefix,
    the prefix and the code of the country; nothing of one that has no numbers of its own.

    bare: patterns of numbers that are written without the prefix in a country that writes it before
    others, None in one that does not. brackets: whether the country writes any.
    """
    found = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    if found is None or found.general_desc is None:
        return {}
    strict = FORMS.get(country)
    bare, prefixed, brackets = [], False, False
    for name in _TYPES:
        numbers = getattr(found, name)
        if numbers is None or not numbers.example_number:
            continue
        example = phonenumbers.parse(f"+{found.country_code}{numbers.example_number}")
        written = phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)
        brackets = brackets or "(" in written
        if digits(written) == phonenumbers.national_significant_number(example):
            bare.append(numbers.national_number_pattern)
        else:
            prefixed = prefixed or name in ("fixed_line", "mobile")
    return {
        "forms": strict.pattern if strict else "",
        "lengths": list(found.general_desc.possible_length),
        "prefix": found.national_prefix or "",
        "code": str(found.country_code),
        "mobile": found.mobile.national_number_pattern if found.mobile else "",
        "all": found.general_desc.national_number_pattern if prefixed and not strict else "",
        "bare": "|".join(bare) if prefixed and not strict else None,
        "brackets": brackets,
    }


def _read(number: str, country: str) -> Reading:
    main, extension = split_extension(number)
    strict = None if main.startswith("+") else FORMS.get(country)
    if is_short(number):
        wrong = extension or (strict and not strict.fullmatch(digits(main)))
        return Reading(country, "length" if wrong else None)
    if country not in phonenumbers.SUPPORTED_REGIONS:
        return Reading(country, known=False)  # an island without numbers of its own
    try:
        parsed = phonenumbers.parse(main, country)
    except phonenumbers.NumberParseException:
        return Reading(country, "length")
    home = phonenumbers.country_code_for_region(country)
    abroad = main.startswith("+") or parsed.country_code != home  # 0044 … is dialled abroad, too
    form = PhoneNumberFormat.INTERNATIONAL if abroad else PhoneNumberFormat.NATIONAL
    written = phonenumbers.format_number(parsed, form)
    known = phonenumbers.is_valid_number(parsed)
    if strict and not strict.fullmatch(digits(written)):
        known = False
    meant = written + number[len(main) :] if known else None
    if strict and not known and not strict.fullmatch(digits(main)):
        return Reading(country, "local")
    if fault := _fault(parsed, main, written, country, known):
        return Reading(country, fault, meant)
    mobile = phonenumbers.number_type(parsed) == PhoneNumberType.MOBILE
    return Reading(country, None, meant, mobile, known)


def _fault(parsed: PhoneNumber, main: str, written: str, country: str, known: bool) -> Fault | None:
    """What keeps a number from being one. written: as its country writes it, or as others do where
    it stands with +. known: whether its range is."""
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return "local"
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return "length"
    if "(" in main and "(" not in written:
        return "brackets"
    dialled = {digits(written)}
    if main.startswith("+"):
        home = phonenumbers.country_code_for_region(country)
        if country in WITHOUT_OWN_CODE and parsed.country_code == home:
            return "own code"
    elif digits(written) == phonenumbers.national_significant_number(parsed):
        # A prefix that the country writes for other numbers may stand here, too: 1-800-222-1222.
        prefix = phonenumbers.ndd_prefix_for_region(country, strip_non_digits=True) or ""
        dialled |= {prefix + digits(written)}
    return "prefix" if known and digits(main) not in dialled else None
