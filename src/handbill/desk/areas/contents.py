"""Every file as a form, and the sheet beside it."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.desk import Desk, Part
from handbill.desk.drawing import Which
from handbill.desk.editing import receive, settle, sheet_of, show, way_in
from handbill.desk.findings import by_file, told
from handbill.desk.form import input_id, name_of, page_of, title_of
from handbill.desk.papers import NEEDED, SITE, Paper, sort_title
from handbill.load.files import FILES, PLACES
from handbill.load.marks import Path
from handbill.load.validate import value_at


def contents(desk: Desk, ask: Ask) -> Response:
    """Lists the files, those of a sort together."""
    groups: dict[str, list[tuple[str, str, bool]]] = {name: [] for name in _GROUPS}
    for name, paper in desk.papers().items():
        part = desk.opened(name)
        title = title_of(part.document.data) if part.document else ""
        sort = sort_title(paper.sort).get(desk.language)
        of_many = paper.sort in FILES and FILES[paper.sort].folder is not None
        shown = (title or paper.stem) if of_many else f"{sort} · {title}" if title else sort
        groups[_group(paper)].append((name, shown, part.is_draft))
    found = [told(one, None, desk.language) for one in desk.found()]
    counts = {name: len(many) for name, many in by_file(found).items()}
    return page(desk, ask, "contents.html.j2", groups=groups, counts=counts)


_GROUPS = {
    "group_campaign": (),
    "group_audiences": ("audience",),
    "group_cases": ("case",),
    "group_comics": ("strip",),
    "group_shared": (PLACES, SITE),
}
"""Groups of files in the order of the page, with the sorts in them; the first has the rest."""


def _group(paper: Paper) -> str:
    return next(
        (name for name, sorts in _GROUPS.items() if paper.sort in sorts), next(iter(_GROUPS))
    )


def address_of(name: str, at: Path = ()) -> str:
    """Returns the address of the form of a file, or of a group in it."""
    way = quote(name_of(at), safe="")
    return f"/edit?file={quote(name, safe='')}" + (f"&at={way}" if at else "")


def address_in(part: Part, way: Path) -> str:
    """Returns the address of a field: the form of the innermost thing that has a page, at the field."""
    at = page_of(part.paper.annotation, part.document.data if part.document else {}, way)
    return f"{address_of(part.paper.name, at)}#{input_id(name_of(way))}"


_STATIONS = ("group", "items", "texts", "pages")
"""What a long form lists at its top, to go there."""


def _at(desk: Desk, ask: Ask) -> Path:
    """The group that is asked for."""
    part = desk.opened(ask.query["file"])
    return way_in(ask.query.get("at", ""), part.document.data if part.document else None)


def edit(desk: Desk, ask: Ask) -> Response:
    """Shows the form of a file, or of a group in it."""
    name, at = ask.query["file"], _at(desk, ask)
    part = desk.part(0, name, at)
    sort = sort_title(part.paper.sort).get(desk.language)
    steps = []
    for length in range(len(at) + 1):
        if length == 0 or isinstance(at[length - 1], int):
            data = value_at(part.document.data, at[:length]) if part.document else {}
            title = title_of(data) if isinstance(data, dict) else ""
            label = str(int(at[length - 1]) + 1) if length else sort
            steps.append((title or label, address_of(name, at[:length])))
    which = sheet_of(desk, [part], _material(part.document.data if part.document else {}, at))
    here = address_of(name, at)
    return show(
        desk,
        ask,
        "edit.html.j2",
        [part],
        which,
        steps=steps,
        sort=sort,
        here=here,
        stations=[one for one in part.fields if one.shape in _STATIONS and one.filled],
        removable=not at and part.paper.sort not in NEEDED,
    )


def _material(data: object, at: Path) -> str:
    """The id of the thing that a group is of, if it says one."""
    for length in range(len(at), 0, -1):
        one = value_at(data, at[:length])
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            return str(one["id"])
    return ""


def change(desk: Desk, ask: Ask) -> Response:
    """Takes the form of a file."""
    name, at = ask.query["file"], _at(desk, ask)
    return receive(desk, ask, [desk.part(0, name, at)], address_of(name, at))


def choose(desk: Desk, ask: Ask) -> Response:
    """Takes the answer to a conflict."""
    with desk.lock:
        settle(desk, ask, desk.opened(ask.query["file"]))
    return see(address_of(ask.query["file"]))


def drawing(desk: Desk, ask: Ask) -> Response:
    """Draws a sheet as it is now, with what is not saved."""
    checked = desk.checked()
    which = Which(ask.query["campaign"], ask.query["material"])
    content = desk.drawer.svg(checked, desk.loaded(), which) if checked else None
    if content is None:
        return Response(status_code=404)
    return Response(content, media_type="image/svg+xml")


AREA = Area(
    "contents",
    "/contents",
    (
        ("GET", "/contents", contents),
        ("GET", "/edit", edit),
        ("POST", "/edit", change),
        ("POST", "/choose", choose),
        ("GET", "/drawing", drawing),
    ),
)
