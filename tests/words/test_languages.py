"""What belongs to a language, in more than one."""

import datetime

import pytest

from handbill.words.languages import (
    direction,
    has_cells,
    has_spaces,
    is_chinese,
    is_simplified,
    letters,
    plural,
    script_of,
    written_day,
    written_part,
)

DAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("zh-CN", "2026年11月24日", "2026年11月"),
        ("zh-Hant", "2026年11月24日", "2026年11月"),
        ("ja", "2026年11月24日", "2026年11月"),
        ("ko", "2026년 11월 24일", "2026년 11월"),
        ("en", "24 November 2026", "November 2026"),
        ("en-GB", "24 November 2026", "November 2026"),
        ("fr", "24 novembre 2026", "novembre 2026"),
        ("de", "24. November 2026", "November 2026"),
        ("ar", "24 نوفمبر 2026", "نوفمبر 2026"),
        ("hi", "24 नवंबर 2026", "नवंबर 2026"),
        ("nan", "24 November 2026", "November 2026"),  # of which CLDR has a name alone
    ],
)
def test_days_are_written_as_the_language_writes_them(language, day, month):
    assert written_day(DAY, language) == day
    assert written_part("2026-11", language) == month


@pytest.mark.parametrize(
    ("language", "script", "written", "cells", "spaces"),
    [
        ("zh-CN", "Hans", "ltr", True, False),
        ("zh-Hant", "Hant", "ltr", True, False),
        ("yue", "Hant", "ltr", True, False),
        ("ja", "Jpan", "ltr", True, False),
        ("ko", "Kore", "ltr", True, False),
        ("ii", "Yiii", "ltr", True, False),
        ("en", "Latn", "ltr", False, True),
        ("za", "Latn", "ltr", False, True),
        ("ar", "Arab", "rtl", False, True),
        ("ug", "Arab", "rtl", False, True),
        ("he", "Hebr", "rtl", False, True),
        ("hi", "Deva", "ltr", False, True),
        ("th", "Thai", "ltr", False, False),
        ("bo", "Tibt", "ltr", False, False),
        ("xx", "", "ltr", False, True),
    ],
)
def test_how_a_language_is_set(language, script, written, cells, spaces):
    assert script_of(language) == script
    assert direction(language) == written
    assert (has_cells(language), has_spaces(language)) == (cells, spaces)


def test_chinese_is_told_by_its_script():
    assert [is_simplified(one) for one in ("zh", "zh-SG", "zh-HK", "zh-Hant", "ja")] == [
        *(True, True, False, False, False)
    ]
    assert is_chinese("yue")
    assert not is_chinese("ja")


@pytest.mark.parametrize(
    ("text", "count"),
    [("先问", 2), ("naïve", 5), ("nai\u0308ve", 5), ("أولًا", 4), ("می\u200cخواهم", 7), ("क्‍ष", 2)],
)
def test_marks_over_others_take_no_room(text, count):
    assert letters(text) == count


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("zh-Hant", ["other"] * 4),
        ("ja", ["other"] * 4),
        ("en-GB", ["one", "other", "other", "other"]),
        ("fr", ["one", "other", "other", "other"]),
        ("ar", ["one", "two", "few", "many"]),
        ("ru", ["one", "few", "few", "many"]),
    ],
)
def test_counts_take_the_plural_forms_of_the_language(language, forms):
    assert [plural(language, count) for count in (1, 2, 3, 11)] == forms
