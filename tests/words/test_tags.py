"""Language tags and country codes."""

import pytest

from handbill.model.tags import is_tag
from handbill.words.languages import countries
from handbill.words.tags import (
    country_name,
    is_country,
    is_language,
    likely_country,
    likely_language,
)


@pytest.mark.parametrize(
    "tag",
    [
        "zh-CN", "zh-Hant", "zh-Hant-HK", "en", "en-GB", "fr", "fr-CA", "ar", "ar-001", "hi", "ja",
        "ko", "ug", "bo", "mn-Mong-CN", "za", "ii", "yue", "sr-Latn-RS", "ca-ES-valencia",
        "de-1996", "es-419", "en-XA", "ar-XB", "en-x-plain",
    ],
)  # fmt: skip
def test_languages_that_are_known(tag):
    assert is_tag(tag)
    assert is_language(tag)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("zh_CN", "zh-CN"),
        ("ZH-cn", "zh-CN"),
        ("French", "fr"),
        ("法语", "fr"),
        ("iw", "he"),
        ("xx", None),
        ("en-QQ", None),
        ("fr-u-ca-buddhist", None),
        ("中", None),
    ],
)
def test_languages_that_are_not(text, meant):
    assert not is_tag(text) or not is_language(text)
    assert likely_language(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"), [("UK", "GB"), ("cn", "CN"), ("中国", "CN"), ("France", "FR"), ("EU", None)]
)
def test_countries_that_are_not(text, meant):
    assert not is_country(text)
    assert likely_country(text) == meant


def test_every_country_has_a_name():
    for code in countries("en") + countries("fr") + countries("zh"):
        assert country_name(code).zh and country_name(code).en


def test_files_of_translations_are_named_like_that():
    assert is_tag("en-XA")
    assert is_tag("ca-valencia")
    assert not is_tag("EN")
    assert not is_tag("notes")
