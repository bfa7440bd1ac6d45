"""The length of copy as a sheet sets it: what budgets are counted in."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handbill.kinds.base import characters

WIDE = st.text(st.sampled_from("防范传销，。“”‘’—…·１（"), max_size=30)
NARROW = st.text(st.sampled_from("aZ09 ,.-'"), max_size=30)
COPY = st.text(st.sampled_from("防范传销，。“”—…·aZ09 ,.-"), max_size=30)


@given(WIDE)
def test_a_han_character_and_a_full_width_mark_are_one_each(text: str) -> None:
    assert characters(text) == len(text)


@given(NARROW)
@example("")
@example("a")
def test_letters_and_digits_are_half_each_and_a_half_is_filled_up(text: str) -> None:
    assert characters(text) == -(-len(text) // 2)


@given(COPY, COPY)
def test_two_texts_together_are_as_long_as_each_but_for_a_half(one: str, other: str) -> None:
    apart = characters(one) + characters(other)
    assert characters(one + other) in (apart, apart - 1)
    assert characters(one + other) == characters(other + one)


@given(COPY, COPY)
def test_more_copy_is_never_shorter(text: str, more: str) -> None:
    assert characters(text) <= characters(text + more) <= characters(text) + len(more)


@given(WIDE, WIDE)
def test_whole_characters_add_up_exactly(one: str, other: str) -> None:
    assert characters(one + other) == characters(one) + characters(other)


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("先停一停", 4),
        ("請打電話", 4),
        ("電話する", 4),
        ("전화하세요", 5),
        ("Ask first", 5),
        ("Demandez d’abord", 9),
        ("اسأل أولًا", 5),
        ("اسأل أولا", 5),
        ("पहले पूछें", 3),
        ("ถามก่อน", 3),
    ],
)
def test_letters_take_half_the_room_of_a_character_and_accents_none(text: str, room: int) -> None:
    assert characters(text) == room
