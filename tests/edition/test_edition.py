"""What an edition says of days: which is the last, and when it is over."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from editions import saying
from hypothesis import given
from hypothesis import strategies as st

from handbill.edition.edition import Edition

LAST = datetime.date(2027, 11, 30)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))


@pytest.mark.parametrize(("days_later", "past"), [(-1, False), (0, False), (1, True)])
def test_the_last_valid_day_is_valid(edition: Edition, days_later: int, past: bool) -> None:
    made = replace(edition, today=LAST + datetime.timedelta(days=days_later))
    assert made.is_past(LAST) is past


def test_nothing_is_past_where_no_day_is_known(edition: Edition) -> None:
    assert not replace(edition, today=None).is_past(datetime.date(1949, 10, 1))


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_the_earliest_of_campaign_place_and_material_takes_a_sheet_down(
    edition: Edition,
    materials: datetime.date | None,
    places: datetime.date | None,
    campaigns: datetime.date,
) -> None:
    _, material = next(edition.materials())
    made = saying(
        edition,
        place=replace(edition.place, valid_until=places),
        campaign=edition.campaign.model_copy(update={"valid_until": campaigns}),
    )
    last = made.valid_until(material.model_copy(update={"valid_until": materials}))
    known = [day for day in (materials, places, campaigns) if day]
    assert last in known and all(last <= day for day in known)
