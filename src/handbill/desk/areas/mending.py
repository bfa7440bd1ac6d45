"""All problems, each leading to the field that it is mended in."""

from __future__ import annotations

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page
from handbill.desk.areas.contents import address_in
from handbill.desk.desk import Desk
from handbill.desk.findings import told


def mending(desk: Desk, ask: Ask) -> Response:
    """Lists the problems: those that must be mended, then those to look at."""
    problems = desk.found()
    named = {one.span.file for one in problems if one.span}
    parts = {name: desk.opened(name) for name in desk.papers() if name in named}
    listed = []
    for problem in problems:
        part = parts.get(problem.span.file) if problem.span else None
        one = told(problem, part.document if part else None, desk.language)
        listed.append((one, address_in(part, one.path) if part else ""))
    errors = [one for one in listed if one[0].is_error]
    warnings = [one for one in listed if not one[0].is_error]
    return page(desk, ask, "problems.html.j2", errors=errors, warnings=warnings)


AREA = Area("problems", "/problems", (("GET", "/problems", mending),))
