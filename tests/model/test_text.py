"""Text types: what may stand in a field."""

import pytest
from pydantic import TypeAdapter, ValidationError

from handbill.model.place import Telephone
from handbill.model.text import Date, Line, Slug, Url


def accepts(kind, value):
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            Slug,
            ["a", "a-1", "9"],
            ["", "-a", "A", "a b", "村", "con", "nul", "a" * 64, "../a", "a\n"],
        ),
        (
            Url,
            ["https://a/", "mailto:a@b", "tel:110"],
            ["javascript:alert(1)", "//a", "a", "https://a b", "data:x", 'https://a/"x'],
        ),
        (Date, ["2026-11-24", " 2026-11-24 "], ["2026-13-01", "2026/11/24", "", "一"]),
        (
            Telephone,
            ["110", "12315", "027 8000 0000".replace(" ", "-"), "400-0000000"],
            ["11", "123456", "转 2"],
        ),
        (Line, ["甲", " 甲 "], ["", "  ", "甲\n乙"]),
    ],
)
def test_what_is_accepted(kind, good, bad):
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []
