"""Text types: what may stand in a field."""

import datetime
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

import handbill.load.files  # noqa: F401  (all models are made)
from handbill.model.telephone import Telephone
from handbill.model.text import Date, Line, Model, Slug, Url


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
        (
            Date,
            ["2026-11-24", " 2026-11-24 ", "1800-01-01", "2100-12-31", datetime.date(2026, 11, 24)],
            [
                "2026-13-01",
                "2026/11/24",
                "",
                "一",
                "0206-11-24",
                "1799-12-31",
                "2101-01-01",
                datetime.date.min,
                datetime.date.max,
            ],
        ),
        (
            Telephone,
            [
                "110",
                "12315",
                "027 8000 0000".replace(" ", "-"),
                "400-0000000",
                "116117",
                "+44 20 7946 0000",
                "(800) 222-1222",
            ],
            ["11", "1234567890123456", "转 2", "110/119", "++110", "(0)(1)(2)(3"],
        ),
        (Line, ["甲", " 甲 "], ["", "  ", "甲\n乙"]),
    ],
)
def test_what_is_accepted(kind, good, bad):
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []


def dated_models():
    """Every model of what is read that has a day, with the field's name."""
    waiting = [Model]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        yield from (
            (model, name, field)
            for name, field in model.model_fields.items()
            if "datetime.date" in str(field.annotation)
        )


def test_no_field_takes_a_day_outside_of_a_human_range():
    found = list(dated_models())
    assert len({model for model, _, _ in found}) > 8
    for model, name, field in found:
        kind = Annotated[field.annotation, *field.metadata, None]
        for day in ("0206-11-24", "9999-12-31", datetime.date.min):
            with pytest.raises(ValidationError) as caught:
                TypeAdapter(kind).validate_python(day)
            assert "day" in {one["type"] for one in caught.value.errors()}, (model, name)
