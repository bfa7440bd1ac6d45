"""Days at their edge: the last valid day is valid, a review is due the day after, tomorrow counts as
today where it may be tomorrow already."""

import datetime

import pytest
from sites import apply, base_site, problems_of

COM = "campaigns/demo/communities.yml"
CAMPAIGN = "campaigns/demo/campaign.yml"
CLAIMS = "campaigns/demo/claims.yml"
SOURCES = "campaigns/demo/sources.yml"
DOOR = "campaigns/demo/cases/door.yml"
PLACES = "campaigns/places/places.yml"
RECALLS = "campaigns/demo/recalls.yml"

MATERIAL = (COM, "    sizes: [A3]\n", "    sizes: [A3]\n    valid_until: 2026-12-24\n")
REWARD = (
    PLACES,
    "    publisher: 演示单位\n",
    "    publisher: 演示单位\n    reward: {text: 有奖, source: 某办法, valid_until: 2026-12-24}\n",
)
PLACE = (
    PLACES,
    "    publisher: 演示单位\n",
    "    publisher: 演示单位\n    valid_until: 2026-12-24\n",
)
SENT_TO = (
    PLACES,
    "    publisher: 演示单位\n",
    "    publisher: 演示单位\n    text_message: {number: 12110, checked_on: 2026-11-01}\n",
)
CHECKED = (
    PLACES,
    "    publisher: 演示单位\n",
    "    publisher: 演示单位\n    checked_on: 2026-11-01\n",
)


@pytest.fixture
def found(tmp_path):
    """Codes by file of the base with edits, on a day."""

    def on(day, *edits):
        root = base_site(tmp_path / day.isoformat())
        apply(root, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
        return {(one.code, one.span.file) for one in problems_of(root, day)}

    return on


@pytest.mark.parametrize(
    ("code", "file", "last", "edits"),
    [
        ("W301", CAMPAIGN, "2027-11-30", []),
        ("W301", COM, "2026-12-24", [MATERIAL]),
        ("W302", CLAIMS, "2027-05-31", []),
        ("W304", SOURCES, "2027-05-31", []),
        ("W305", CAMPAIGN, "2027-05-31", []),
        ("W305", DOOR, "2027-05-31", []),
        ("E503", PLACES, "2026-12-24", [REWARD]),
        ("W506", PLACES, "2026-12-24", [PLACE]),
        # Ninety days after the first of November.
        ("W503", PLACES, "2027-01-30", []),
        ("W503", PLACES, "2027-01-30", [CHECKED, (PLACES, "        checked_on: 2026-11-01\n", "")]),
        ("W503", PLACES, "2027-01-30", [SENT_TO, (PLACES, "        checked_on: 2026-11-01\n", "")]),
    ],
)
def test_what_has_a_last_day_is_good_on_it_and_told_the_day_after(found, code, file, last, edits):
    last = datetime.date.fromisoformat(last)
    day = datetime.timedelta(days=1)
    said = [(code, file) in found(last + ahead * day, *edits) for ahead in (-1, 0, 1)]
    assert said == [False, False, True]


@pytest.mark.parametrize(
    ("code", "file"),
    [
        ("W306", CAMPAIGN),
        ("W306", CLAIMS),
        ("W306", SOURCES),
        ("W306", DOOR),
        ("W306", PLACES),
        ("W340", RECALLS),
    ],
)
def test_what_is_said_to_be_done_tomorrow_may_be_done_and_later_not(found, code, file):
    """Everything in the base was done on the first of November, or is recalled from then on."""
    days = [datetime.date(2026, 11, 1), datetime.date(2026, 10, 31), datetime.date(2026, 10, 30)]
    assert [(code, file) in found(day) for day in days] == [False, False, True]


@pytest.mark.parametrize(
    ("file", "old", "early", "late", "fine"),
    [
        (CAMPAIGN, "issued: 2026-11-01", "issued: 2027-12-01", "issued: 2027-11-30", True),
        (COM, "    sizes: [A3]\n", "valid_until: 2026-10-31", "valid_until: 2026-11-01", False),
        (CLAIMS, "review_by: 2027-05-31", "review_by: 2026-10-31", "review_by: 2026-11-01", True),
    ],
)
def test_the_same_day_is_in_order_and_a_day_too_soon_is_not(found, file, old, early, late, fine):
    """E311: issued before valid until, checked before the review."""
    today = datetime.date(2026, 11, 1)
    for text, wrong in ((early, True), (late, False)):
        new = text if fine else f"{old}    {text}\n"
        assert (("E311", file) in found(today, (file, old, new))) is wrong, text
        today += datetime.timedelta(days=1)
