"""What was likely meant by a value that will not do."""

import pytest

from handbill.load import hints


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2783210000", "027-83210000"),
        ("1083210000", "010-83210000"),
        ("7128321000", "0712-8321000"),
        ("(027)83210000", "027-83210000"),
        ("8.3E+07", None),
        ("83210000.0", None),
        ("83210000", None),
        ("027-83210000/83210001", None),
        ("027-83210000转801", None),
        ("12", None),
    ],
)
def test_telephones(value, meant):
    suggestion, hint = hints.telephone(value)
    assert suggestion == meant
    assert meant or hint.zh or value == "12"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2026/11/4", "2026-11-04"),
        ("2026年11月24日", "2026-11-24"),
        ("2026.11.24", "2026-11-24"),
        ("46346", "2026-11-20"),
        ("2026-11-31", None),
        ("########", None),
        ("明天", None),
    ],
)
def test_days(value, meant):
    assert hints.day(value)[0] == meant


def test_days_that_do_not_exist_say_so():
    assert "没有这一天" in hints.day("2026-11-31")[1].zh


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("先别敲门，打个电话", "[先别敲门, 打个电话]"),
        ("【C01、C11】", "[C01, C11]"),
        ("A4", "[A4]"),
        ("字" * 70, None),
        ("{place.name}", None),
        ("", None),
    ],
)
def test_lists(value, meant):
    assert hints.as_list(value) == meant


def test_yes_and_no():
    assert [hints.yes_or_no(word) for word in ("是", "No", "也许")] == ["true", "false", None]
