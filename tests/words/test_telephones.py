"""Telephone numbers as countries dial them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from handbill.model.telephone import Telephone, split_extension
from handbill.words.languages import countries
from handbill.words.telephones import is_area_code, is_noughts, read


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("110", "CN"),
        ("96110", "CN"),
        ("116114", "CN"),
        ("027-83210000", "CN"),
        ("02783210000转801", "CN"),
        ("400-123-4567", "CN"),
        ("+44 20 7946 0000", "CN"),
        ("0300 123 2040", "GB"),
        ("+44 20 7946 0000", "GB"),
        ("020 7946 0000 ext. 12", "GB"),
        ("1-800-222-1222", "US"),
        ("800.222.1222", "US"),
        ("(800) 222-1222", "US"),
        ("3919", "FR"),
        ("0 800 05 95 95", "FR"),
        ("01 40 20 50 50", "FR"),
        ("02 27357555", "EG"),
        ("011-23388000", "IN"),
        ("03-3580-3311", "JP"),
        ("2860 2345", "HK"),
        ("02-2381-5555", "TW"),
        ("8 (800) 200-01-22", "RU"),
        ("000", "AU"),
        ("116 117", "DE"),
    ],
)
def test_numbers_as_they_are_dialled(number, country):
    reading = read(number, [country])
    assert (reading.fault, reading.known) == (None, True)
    assert not is_noughts(number, [country])


@pytest.mark.parametrize(
    ("number", "country", "fault", "meant"),
    [
        ("(0712)2345678", "CN", "brackets", "0712 234 5678"),
        ("712-2345678", "CN", "prefix", "0712 234 5678"),
        ("83210000", "CN", "local", None),
        ("+86 27 8321 0000", "CN", "own code", "+86 27 8321 0000"),
        ("110转2", "CN", "length", None),
        ("300 123 2040", "GB", "prefix", "0300 123 2040"),
        ("7946 0000", "GB", "local", None),
        ("+44 (0)20 7946 0000", "GB", "brackets", "+44 20 7946 0000"),
        ("222-1222", "US", "local", None),
        ("0300 123 2040", "US", "length", None),
        ("1 40 20 50 50", "FR", "prefix", "01 40 20 50 50"),
        ("2 27357555", "EG", "prefix", "02 27357555"),
        ("11-23388000", "IN", "prefix", "011 2338 8000"),
        ("3-3580-3311", "JP", "prefix", "03-3580-3311"),
        ("+999 20 7946 0000", "GB", "length", None),
        ("0047 22 99 30 00", "FR", "prefix", "+47 22 99 30 00"),
    ],
)
def test_numbers_that_are_not(number, country, fault, meant):
    reading = read(number, [country])
    assert (reading.fault, reading.meant) == (fault, meant)


@pytest.mark.parametrize(
    ("number", "country", "mobile"),
    [
        ("130 0000 0000", "CN", True),
        ("+86 130 0000 0000", "GB", True),
        ("07400 123456", "GB", True),
        ("06 12 34 56 78", "FR", True),
        ("010 12345678", "EG", True),
        ("090-1234-5678", "JP", True),
        ("1-800-222-1222", "US", False),
        ("212-555-0100", "US", False),  # nobody can tell there
        ("027-83210000", "CN", False),
    ],
)
def test_mobile_numbers(number, country, mobile):
    assert read(number, [country]).mobile is mobile


def test_a_range_that_nobody_is_known_to_have():
    assert not read("0571-8123456", ["CN"]).known
    assert not read("0999 123 4567", ["GB"]).known


@pytest.mark.parametrize(
    ("language", "first", "also"),
    [
        ("zh-CN", "CN", None),
        ("zh", "CN", "SG"),
        ("zh-Hant", "TW", "HK"),
        ("en", "US", "GB"),
        ("en-GB", "GB", None),
        ("fr", "FR", "CI"),
        ("ar", "EG", "MA"),
        ("hi", "IN", None),
        ("ja", "JP", None),
        ("sr-Latn-RS", "RS", None),
        ("xx", "US", None),
    ],
)
def test_where_a_language_is_at_home(language, first, also):
    found = countries(language)
    assert found[0] == first
    assert also in found if also else len(found) >= 1


def test_a_language_without_a_country_takes_the_numbers_of_each_of_its_own():
    english = countries("en")
    for number in ("0300 123 2040", "+44 20 7946 0000", "1-800-222-1222", "1800 333 000"):
        assert read(number, english).fault is None, number
    assert read("0300 123 2040", english).country != "US"
    assert read("12 34 56 78 90 12", countries("fr")).fault == "length"


def test_noughts_and_area_codes():
    assert is_noughts("00000", ["CN"])
    assert not is_noughts("000", ["CN", "AU"])
    assert is_area_code("027", ["CN"])
    assert not is_area_code("000", ["AU"])
    assert not is_area_code("0712-2345678", ["CN"])


def test_a_country_that_the_tables_lack_is_not_guessed_at():
    assert read("12 345 678", ["AQ"]).fault is None
    assert read("12 345 678", ["US", "AQ"]).fault is not None


@given(
    st.text("0123456789 +().-", min_size=3, max_size=18),
    st.sampled_from(["", "转8", " ext. 12", "x3"]),
    st.sampled_from(["CN", "GB", "US", "FR", "EG", "IN", "JP", "TW", "RU", "IT", "BR", "AQ"]),
)
def test_what_is_meant_is_a_number_of_the_country(text, extension, country):
    try:
        number = TypeAdapter(Telephone).validate_python(text + extension)
    except ValidationError:
        return
    reading = read(number, [country])
    if reading.meant and reading.fault not in ("own code", None):
        assert TypeAdapter(Telephone).validate_python(reading.meant) == reading.meant
        assert read(reading.meant, [country]).fault in (None, "own code")


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("027-83210000转801", ("027-83210000", "801")),
        ("020 7946 0000 x12", ("020 7946 0000", "12")),
        ("01 40 20 50 50 poste 7", ("01 40 20 50 50", "7")),
        ("020 7946 0000", ("020 7946 0000", "")),
    ],
)
def test_extensions(number, parts):
    assert split_extension(number) == parts
