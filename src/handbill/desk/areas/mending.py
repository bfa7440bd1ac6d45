"""All problems, each leading to the field that it is mended in."""

from __future__ import annotations

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page
from handbill.desk.areas.contents import address_of
from handbill.desk.desk import Desk, Part
from handbill.desk.findings import Told, told
from handbill.desk.form import Field, page_of


def mending(desk: Desk, ask: Ask) -> Response:
    """Lists the problems: those that must be mended, then those to look at."""
    papers = desk.papers()
    parts = {name: desk.part(0, name) for name in papers}
    found = []
    for one in desk.found():
        part = parts.get(one.span.file) if one.span else None
        found.append(told(one, part.document if part else None, desk.language))
    listed = [(one, _address(one, parts[one.file]) if one.file in parts else "") for one in found]
    errors = [one for one in listed if one[0].is_error]
    warnings = [one for one in listed if not one[0].is_error]
    return page(desk, ask, "problems.html.j2", errors=errors, warnings=warnings)


def _address(one: Told, part: Part) -> str:
    """Where a problem is mended: the page of the innermost thing that has one, at the field."""
    data = part.document.data if part.document else {}
    at = page_of(part.paper.annotation, data, one.path)
    return f"{address_of(one.file, at)}#{Field(one.path, '', 'line').id}"


AREA = Area("problems", "/problems", (("GET", "/problems", mending),))
