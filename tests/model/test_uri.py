"""Machines get URIs, people the address as they would write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handbill.model.uri import readable, uri

BOTH = [
    ("https://防传销.中国/宣传/", "https://xn--dpq861og0a.xn--fiqs8s/%E5%AE%A3%E4%BC%A0/"),
    ("https://bücher.example:8443/x", "https://xn--bcher-kva.example:8443/x"),
    ("https://faß.example/", "https://xn--fa-hia.example/"),
    ("https://نامه‌ای.example/", "https://xn--mgba3gch31f060k.example/"),
    ("mailto:help@防传销.中国", "mailto:help@xn--dpq861og0a.xn--fiqs8s"),
    ("https://a.example/?q=钱#段落", "https://a.example/?q=%E9%92%B1#%E6%AE%B5%E8%90%BD"),
]


@pytest.mark.parametrize(("shown", "machine"), BOTH)
def test_both_forms_lead_to_each_other(shown: str, machine: str) -> None:
    assert uri(shown) == uri(machine) == machine
    assert readable(machine) == readable(shown) == shown


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov.cn/zhengce/content_5574.htm?id=1&x=%2F#a(b)",
        "https://a.example/100%25/~x/@y;z,w!$'*",
        "http://[2001:db8::1]:8080/x",
        "tel:+8602783210000",
        "mailto:a.b+c@example.org?subject=x%20y",
        "https://xn--a.example/",  # no label of IDNA
        "",
    ],
)
def test_an_address_of_ascii_stays(address: str) -> None:
    assert uri(address) == readable(address) == address


@pytest.mark.parametrize(
    ("machine", "shown"),
    [
        ("https://a.example/%E2%80%8B%E2%80%AE", "https://a.example/%E2%80%8B%E2%80%AE"),
        ("https://a.example/%E3%80%80", "https://a.example/%E3%80%80"),
        ("https://a.example/%ff%2F%3F%20", "https://a.example/%ff%2F%3F%20"),
        ("https://a.example/%E5%AE%A3%2F", "https://a.example/宣%2F"),
    ],
)
def test_what_cannot_be_seen_is_not_shown(machine: str, shown: str) -> None:
    assert readable(machine) == shown


def test_a_percent_sign_that_escapes_nothing_is_one() -> None:
    assert uri("https://a.example/100%") == "https://a.example/100%25"


@given(some.text(max_size=40))
def test_any_text_ends_as_ascii_and_stays_so(text: str) -> None:
    once = uri(f"https://a.example/{text}")
    assert once.isascii()
    assert uri(once) == once
