"""The arithmetic of recruiting, for every number of recruits: against a person-by-person count,
and what holds whatever the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.compose.growth import (
    MARKS,
    collapse,
    growth,
    in_words,
    mark_size,
    number_units,
    shortened,
)
from handbill.words import words

RECRUITS = st.integers(2, 6)
FEES = st.integers(1, 1_000_000)
SHARES = st.lists(st.integers(1, 100), min_size=1, max_size=5).filter(lambda all_: sum(all_) <= 100)


def person_by_person(recruits: int, shares: list[int], people: int) -> tuple[list[int], list[int]]:
    """People of each round, and how many of them got less than 100 percent of a fee back: the
    n-th person's recruiter is found, and each payment is handed up one by one."""
    percent = [0] * people
    rounds = [0] * people
    for person in range(1, people):
        above = (person - 1) // recruits
        rounds[person] = rounds[above] + 1
        for share in shares:
            percent[above] += share
            if above == 0:
                break
            above = (above - 1) // recruits
    came = [rounds.count(number) for number in range(rounds[-1] + 1)]
    short = [
        sum(percent[person] < 100 for person in range(1, people) if rounds[person] == number)
        for number in range(rounds[-1] + 1)
    ]
    return came, short


@given(RECRUITS, SHARES, st.integers(10, 700))
def test_it_counts_as_one_counts_person_by_person(
    recruits: int, shares: list[int], people: int
) -> None:
    done = collapse(recruits, 100, shares, people)
    came, short = person_by_person(recruits, shares, people)
    assert [level.people for level in done.levels if level.people] == came
    assert [level.short for level in done.levels if level.people] == short


@given(RECRUITS, FEES, SHARES, st.integers(10, 10_000_000))
def test_whatever_the_numbers(recruits: int, fee: int, shares: list[int], people: int) -> None:
    done = collapse(recruits, fee, shares, people)
    *full, last = done.levels
    # Everyone is somewhere, and only the last round has empty seats: it cannot be filled.
    assert sum(level.people for level in done.levels) == people
    assert all(level.people == level.seats for level in full) and last.people < last.seats
    # Money goes from hand to hand: as much comes out as went in, and each pays one fee.
    assert sum(level.received for level in done.levels) == done.paid == fee * done.payers
    assert all(level.received >= 0 for level in done.levels)
    # The last round is paid by nobody; who is paid must have people below.
    assert last.received == 0 and last.short == last.people
    assert all(0 <= level.short <= level.people for level in done.levels)
    assert done.short >= done.payers * (recruits - 1) // recruits - 1, "most are out of pocket"


@given(RECRUITS, st.integers(1, 25))
def test_a_full_last_round_is_more_than_all_others_together(recruits: int, rounds: int) -> None:
    everyone = sum(recruits**number for number in range(rounds + 1))
    assert recruits**rounds * recruits > everyone * (recruits - 1)
    assert recruits**rounds * 2 > everyone


@pytest.mark.parametrize("fee", [1, 999, 1_000_000])
def test_who_is_out_of_pocket_does_not_depend_on_the_fee(fee: int) -> None:
    assert [level.short for level in collapse(3, fee, [40, 20, 10], 2000).levels] == [
        0,
        0,
        0,
        0,
        0,
        0,
        427,
        907,
    ]


def test_the_example_of_the_campaign() -> None:
    done = collapse(3, 1000, [40, 20, 10], 2000)
    assert [level.people for level in done.levels] == [1, 3, 9, 27, 81, 243, 729, 907]
    assert done.levels[-1].seats == 2187
    assert (done.payers, done.short, done.short_percent) == (1999, 1334, 66)
    # A person of the first round: 3 at 40, 9 at 20 and 27 at 10 percent of 1,000 yuan.
    assert done.levels[1].received == 3 * (3 * 400 + 9 * 200 + 27 * 100)


def test_a_town_that_is_exactly_full_finds_nobody_for_the_next_round() -> None:
    last = collapse(3, 1000, [40], 1 + 3 + 9).levels[-1]
    assert (last.number, last.seats, last.people, last.short) == (3, 27, 0, 0)


def test_the_rounds_that_everyone_quotes() -> None:
    assert growth(3).level(10) == 59_049
    assert in_words(growth(3).level(20), words("zh-CN")) == "34.8亿多"
    assert in_words(6**20, words("zh-CN")) == "3,656.1万亿多"
    assert in_words(6**20, words("en")) == "over 3,656.1 trillion"


@given(st.integers(1, 10**10))
def test_the_largest_row_is_drawn_with_a_bearable_number_of_marks(seats: int) -> None:
    size = mark_size(seats)
    assert -(-seats // size) <= MARKS
    assert size == 1 or seats * 5 > MARKS * size, "no coarser than need be"
    assert str(size).rstrip("0") in {"1", "2", "5"}


@pytest.mark.parametrize(
    ("number", "language", "text"),
    [
        (0, "zh-CN", "0"),
        (99_999, "zh-CN", "99,999"),
        (100_000, "zh-CN", "10万"),
        (2_187_999, "zh-CN", "218.7万"),
        (150_003_100, "zh-CN", "1.5亿"),
        (999_999, "en", "999,999"),
        (2_187_999, "en", "2.18 m"),
        (1_999_999_999, "en", "1.99 bn"),
    ],
)
def test_large_numbers_are_cut_off_and_never_rounded_up(
    number: int, language: str, text: str
) -> None:
    assert shortened(number, number_units(words(language))) == text
