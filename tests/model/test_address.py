"""Addresses that lead where they show pass in every script; those that do not are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.check.addresses import addresses_in
from handbill.model.address import address_fault, host_fault, passes_for

SOUND = """
https://www.gov.cn/zhengce/2024-06/13/content_1.htm?a=b&c=d#e
https://WWW.GOV.CN/
https://中文.中国/
https://www.中文.com/路径?词=中
https://xn--fiqs8s/
https://bücher.example/
https://пример.рф/
https://почта.com/
https://東京タワー.jp/
https://한국.kr/
https://مثال.إختبار/
https://भारत.भारत/
https://my_site.example.com/
https://notices/
https://a.example./
https://a.example:8443/?mail=x@y.example
http://127.0.0.1:8000/
http://[::1]:80/
mailto:office@xn--fiqs8s?subject=x&body=y
tel:+86-10-12345678
tel:12315
""".split()

DECEIVES = r"""
https://www.gov.cn@evil.example/
https://user:word@evil.example/
https:\\evil.example\@gov.cn
https://www.gov.cn\.evil.example/
https://www.gоv.cn/
https://www.ɡov.cn/
https://ru-россия.com/
https://аррӏе.com/
https://xn--80ak6aa92e.com/
https://xn--a/
https://αbc.com/
https://ｗｗｗ.gov.cn/
https://www。gov。cn/
https://www．gov．cn/
https://0x7f.1/
https://2130706433/
https://256.1.1.1/
https://a.example/%0d%0aX
https://a.example/%00
tel:*%2306%23
tel:*#06#
tel:12315;ext=1
""".split()

MALFORMED = """
https://
https:///x
https:www.gov.cn
https://a:999999/
https://a:0/
https://a:/
https://a:٨٠/
https://a..b/
https://-a.example/
https://a%2eb/
https://[::1/
https://[zz]/
https://a.example/。
https://a.example/"x
{{7*7}}
{place.name}
https://a.example/{place.id}
javascript:alert(1)
JaVaScRiPt:alert(1)
data:text/html,x
file:///etc/passwd
//evil.example
www.gov.cn
ｈｔｔｐｓ://a.example/
tel:
tel:000
tel:1
tel:١١٠
mailto:x
mailto:a@b.example,c@d.example
mailto:a@b.example?bcc=c@d.example
""".split()


@pytest.mark.parametrize("address", SOUND)
def test_what_leads_where_it_shows_passes(address: str) -> None:
    assert address_fault(address) is None


@pytest.mark.parametrize("address", DECEIVES)
def test_what_shows_another_place_deceives(address: str) -> None:
    fault = address_fault(address)
    assert fault and fault.deceives


@pytest.mark.parametrize("address", [*MALFORMED, "https://a b/", "https://a.example/ x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    fault = address_fault(address)
    assert fault and not fault.deceives


@pytest.mark.parametrize(
    ("host", "part"),
    [
        ("gov.cn.evil.example", "gov.cn"),
        ("www.gov.cn-login.com", "gov.cn"),
        ("www.gov-cn.com", "gov-cn"),
        ("www.hubei.g0v.cn", "g0v.cn"),
        ("x.edu.cn.example", "edu.cn"),
        ("hubei.gov.cn", None),
        ("www.gov.uk", None),
        ("acme.ac.uk", None),
        ("ac-dc.com", None),
        ("mygov.au", None),
    ],
)
def test_a_host_that_passes_for_an_offices(host: str, part: str | None) -> None:
    assert passes_for(host) == part


@given(st.text(max_size=60))
def test_no_text_ends_in_an_exception(text: str) -> None:
    for scheme in ("", "https://", "tel:", "mailto:", "mailto:a@", "https://[", "https://a:"):
        address_fault(scheme + text)
    host_fault(text)
    passes_for(text)
    assert all(
        "://" in one or one.lower().startswith(("www.", "http")) for one in addresses_in(text)
    )


@given(st.text(st.characters(min_codepoint=0x61, max_codepoint=0x7A), min_size=1, max_size=20))
def test_plain_names_pass_and_one_foreign_letter_does_not(name: str) -> None:
    assert host_fault(f"{name}.example") is None
    assert host_fault(f"{name}о.example") is not None
