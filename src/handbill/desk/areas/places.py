"""The table of places: the workbook to fill in, and what importing one would change, before it does."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.responses import JSONResponse, Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.desk import Desk
from handbill.desk.keeping import FOLDER, own_folder
from handbill.desk.papers import digest
from handbill.editing.places_import import Change, Import, read_import, write_import
from handbill.editing.places_template import write_template
from handbill.load.collection import Collection
from handbill.load.files import PLACES
from handbill.load.workbook import SUFFIXES
from handbill.problems import Problem, ProblemsFound
from handbill.writing import write_whole

SHOWN = 100
"""Changes of one sort that a page lists."""
SORTS = ("added", "changed", "moved", "missing")
_TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TAKEN = "places-table"


def places(desk: Desk, ask: Ask) -> Response:
    """Lists the places, and what the table that was handed in would change."""
    collection = _collection(desk)
    ready, problems = _ready(desk, collection)
    changes: dict[str, list[Change]] = {}
    for one in ready.changes if ready else ():
        changes.setdefault(one.sort, []).append(one)
    listed = collection.places.value.places
    return page(
        desk,
        ask,
        "places.html.j2",
        ready=ready,
        key=_key(ready) if ready else "",
        problems=[_told(one, desk.language) for one in problems],
        changes=[(sort, changes[sort]) for sort in SORTS if sort in changes],
        shown=SHOWN,
        listed=listed[:SHOWN],
        count=len(listed),
        taken=_taken(desk) is not None,
        suffixes=",".join((*SUFFIXES, ".csv")),
    )


def table(desk: Desk, ask: Ask) -> Response:
    """Gives the workbook to fill in, with the places that there are when it is asked for so."""
    name = "places.xlsx" if desk.language == "en" else "地区.xlsx"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        filled = bool(ask.query.get("filled"))
        write_template(_collection(desk), file, desk.language, filled=filled)
        content = file.read_bytes()
    shown = {"Content-Disposition": 'attachment; filename="places.xlsx"'}
    return Response(content, media_type=_TABLE, headers=shown)


def take_in(desk: Desk, ask: Ask) -> Response:
    """Takes a table in. It changes nothing yet."""
    suffix = Path(ask.query.get("name", "")).suffix.lower()
    if suffix not in (*SUFFIXES, ".csv") or not ask.body:
        return JSONResponse({}, 415)
    with desk.lock:
        _forget(desk)
        write_whole(own_folder(desk.root) / f"{_TAKEN}{suffix}", ask.body)
    return JSONResponse({"address": "/places"})


def write(desk: Desk, ask: Ask) -> Response:
    """Does what the page has shown, or lets go of the table."""
    with desk.lock:
        if ask.said("do") == "write":
            ready, _ = _ready(desk, _collection(desk))
            if ready is None or _key(ready) != ask.said("ready"):
                return see("/places")  # something has changed: what would be done is shown anew
            desk.set_table_aside(ready.target)
            write_import(ready)
            desk.touched()
        _forget(desk)
    return see("/places?saved=1" if ask.said("do") == "write" else "/places")


def _collection(desk: Desk) -> Collection:
    loaded = desk.loaded()
    if loaded.collection is None:
        raise ProblemsFound(loaded.problems)
    return loaded.collection


def _ready(desk: Desk, collection: Collection) -> tuple[Import | None, list[Problem]]:
    """What importing the table would do, with its warnings, or what is wrong with it."""
    file = _taken(desk)
    if file is None:
        return None, []
    target = collection.settings.campaigns_dir / PLACES / f"{PLACES}.csv"
    try:
        ready = read_import(collection, [file], target, desk.today)
    except ProblemsFound as found:
        return None, list(found.problems)
    return ready, list(ready.warnings)


def _key(ready: Import) -> str:
    return digest(ready.text.encode())


def _told(problem: Problem, language: str) -> tuple[str, str, str]:
    """Where a fault stands in the table, what it is, what to do."""
    where = problem.span.cell if problem.span else ""
    return where, problem.text(language), problem.help(language)


def _taken(desk: Desk) -> Path | None:
    return next((desk.root / FOLDER).glob(f"{_TAKEN}.*"), None)


def _forget(desk: Desk) -> None:
    for file in (desk.root / FOLDER).glob(f"{_TAKEN}.*"):
        file.unlink()


AREA = Area(
    "places_area",
    "/places",
    (
        ("GET", "/places", places),
        ("GET", "/places/table", table),
        ("POST", "/places/take", take_in),
        ("POST", "/places", write),
    ),
    ("/places/take",),
)
