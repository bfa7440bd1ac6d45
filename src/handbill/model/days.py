"""The days that a campaign can speak of: a slip of the keyboard (0206, 9999) is outside of them."""

from __future__ import annotations

import datetime

FIRST_DAY, LAST_DAY = datetime.date(1800, 1, 1), datetime.date(2100, 12, 31)
"""The oldest law that is still cited is younger, and no sheet is valid for longer. Whatever is
reckoned from such a day, a month or a hundred years on, is a day of the calendar."""


def is_near(day: datetime.date) -> bool:
    """Returns whether a day is one that a campaign can speak of."""
    return FIRST_DAY <= day <= LAST_DAY
