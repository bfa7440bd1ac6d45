"""The first page: the sheet as it is, what it lacks, and the way on; a new site where there is none."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.desk import Desk
from handbill.desk.drawing import Which, lacking_of, sheets, sizes
from handbill.desk.keeping import FOLDER
from handbill.problems import Severity
from handbill.resources import DEFAULT_STARTER, starters
from handbill.scaffold import new_site


def home(desk: Desk, ask: Ask) -> Response:
    """Shows the sheet and what it lacks, or offers to begin."""
    if desk.is_new():
        known = {name: titles[desk.language == "en"] for name, titles in starters().items()}
        return page(
            desk, ask, "new.html.j2", known=known, chosen=DEFAULT_STARTER, is_empty=_is_empty(desk)
        )
    found = desk.found()
    errors = sum(one.severity is Severity.ERROR for one in found)
    checked = desk.checked()
    every = list(sheets(checked)) if checked else []
    asked = ask.query.get("sheet", "").partition("/")
    which = next((one for one, _ in every if (one.campaign, one.material) == asked[::2]), None)
    which = which or (every[0][0] if every else None)
    lacking = lacking_of(checked, which) if checked and which else []
    unsaved = [name for name in desk.papers() if desk.kept.draft(name)]
    return page(
        desk,
        ask,
        "home.html.j2",
        which=which,
        every=every,
        sizes=sizes(checked, which) if checked and which else [],
        lacking=lacking,
        errors=errors,
        warnings=len(found) - errors,
        unsaved=unsaved,
        known={name: titles[desk.language == "en"] for name, titles in starters().items()},
    )


def _is_empty(desk: Desk) -> bool:
    return not any(one.name != FOLDER for one in desk.root.iterdir())


def begin(desk: Desk, ask: Ask) -> Response:
    """Writes a new site into the empty folder."""
    with desk.lock:
        if desk.is_new():
            new_site(desk.root, desk.language, ask.said("starter", DEFAULT_STARTER))
            desk.touched()
    return see("/start")


def another(desk: Desk, ask: Ask) -> Response:
    """Writes a new site into a new folder beside this one, and says where."""
    name = ask.said("name").strip()
    folder = desk.root.parent / name
    usable = name == Path(name).name and name.isprintable() and name[:1] not in ("", ".", "~")
    if not usable or any(one in name for one in '\\/:*?"<>|') or folder.exists():
        return page(desk, ask, "another.html.j2", 409, folder=None)
    with desk.lock:
        new_site(folder, desk.language, ask.said("starter", DEFAULT_STARTER))
    return page(desk, ask, "another.html.j2", folder=folder)


def language(desk: Desk, ask: Ask) -> Response:
    """Changes the language of the desk."""
    desk.language = "en" if desk.language == "zh" else "zh"
    back = ask.said("back", "/")
    return see(back if back.startswith("/") and not back.startswith("//") else "/")


def sheet(desk: Desk, ask: Ask) -> Response:
    """Hands over a sheet as its file."""
    checked = desk.checked()
    if checked is None:
        raise KeyError("sheet")
    which = Which(ask.query["campaign"], ask.query["material"], ask.query.get("size", ""))
    name, content = desk.drawer.pdf(checked, desk.loaded(), which)
    kind = "application/pdf" if name.endswith(".pdf") else "image/png"
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=told)


AREA = Area(
    "home",
    "/",
    (
        ("GET", "/", home),
        ("POST", "/new", begin),
        ("POST", "/another", another),
        ("POST", "/language", language),
        ("GET", "/sheet", sheet),
    ),
)
