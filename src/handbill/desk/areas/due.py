"""What runs out: sheets to take down, numbers and facts to check again."""

from __future__ import annotations

import datetime

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page
from handbill.desk.areas.contents import address_in
from handbill.desk.desk import Desk, Part
from handbill.desk.findings import place_of
from handbill.edition.expiring import WHAT, Due, expiring
from handbill.problems import ProblemsFound

_DAYS = (30, 60, 180, 365)


def due(desk: Desk, ask: Ask) -> Response:
    """Lists what is due within some days, what is past its day first."""
    asked = ask.query.get("days", "")
    days = int(asked) if asked in map(str, _DAYS) else _DAYS[1]
    loaded = desk.loaded()
    if loaded.collection is None:
        raise ProblemsFound(loaded.problems)
    found = expiring(loaded.collection, desk.today, datetime.timedelta(days=days))
    sheets: dict[tuple[str, str, datetime.date | None], list[Due]] = {}
    for one in found:
        if one.what == _SHEET:
            sheets.setdefault((one.campaign, one.id, one.day), []).append(one)
    parts: dict[str, Part] = {}
    rest = [
        (one, WHAT[one.what], _address(desk, one, parts)) for one in found if one.what != _SHEET
    ]
    return page(
        desk,
        ask,
        "due.html.j2",
        days=days,
        every=_DAYS,
        sheets=list(sheets.values()),
        rest=rest,
        today=desk.today,
    )


_SHEET = "sheet"
"""What is to be taken down, by `What`; all else is to be checked."""


def _address(desk: Desk, one: Due, parts: dict[str, Part]) -> str:
    """Where the day of a thing stands. parts: of files that have been looked at."""
    if one.span is None or one.span.file not in desk.papers():
        return ""
    if one.span.file not in parts:
        parts[one.span.file] = desk.opened(one.span.file)
    part = parts[one.span.file]
    if part.document is None:
        return ""
    return address_in(part, place_of(part.document.marks, one.span))


AREA = Area("expiring", "/due", (("GET", "/due", due),))
