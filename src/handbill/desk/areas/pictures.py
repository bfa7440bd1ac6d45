"""Photographs taken in by dropping them: the file is looked over, and its entry asks for the rest."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.responses import JSONResponse, Response

from handbill.desk.app import Area, Ask, page
from handbill.desk.areas.contents import address_of
from handbill.desk.desk import Desk
from handbill.desk.form import input_id, name_of
from handbill.desk.keeping import Draft
from handbill.desk.papers import Paper, paper_of
from handbill.desk.posted import pressed
from handbill.load.files import CAMPAIGN
from handbill.load.images import read_photo
from handbill.load.kinds import load_kinds
from handbill.load.photos import LARGEST
from handbill.model.photo import PhotosFile
from handbill.problems import ProblemsFound, Span
from handbill.writing import write_whole

_FOLDER = "photos"
_KINDS = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png"}
"""How a file begins → how its name ends."""


def _campaigns(desk: Desk) -> dict[str, Path]:
    """The folders of campaigns by their ids."""
    there = [one.path.parent for one in desk.papers().values() if one.sort == CAMPAIGN]
    return {folder.name: folder for folder in there}


def pictures(desk: Desk, ask: Ask) -> Response:
    """Lists the photographs that are there, and takes others."""
    listed = []
    for name, paper in desk.papers().items():
        if paper.annotation is PhotosFile and (document := desk.opened(name).document):
            for number, one in enumerate(document.data.get("photos") or []):
                if isinstance(one, dict):
                    listed.append((one.get("id") or "", _address(name, number)))
    return page(desk, ask, "pictures.html.j2", listed=listed, campaigns=list(_campaigns(desk)))


def take_in(desk: Desk, ask: Ask) -> Response:
    """Takes a photograph in: its file, and an entry that is not saved. Answers with the form's address."""
    with desk.lock:
        folder = _campaigns(desk)[ask.query["campaign"]]
        suffix = next((end for start, end in _KINDS.items() if ask.body.startswith(start)), None)
        if suffix is None or len(ask.body) > LARGEST:
            return JSONResponse({}, 415)
        file = _free(folder / _FOLDER, ask.query.get("name", ""), suffix)
        write_whole(file, ask.body)
        try:
            read_photo(file, folder, Span(file.name), desk.root, LARGEST)
        except ProblemsFound:
            file.unlink()
            return JSONResponse({}, 415)
        paper, number = _entered(desk, folder, file)
    return JSONResponse({"address": _address(paper.name, number)})


def _address(name: str, number: int) -> str:
    """Where a photograph stands in the form of its list."""
    return f"{address_of(name)}#{input_id(name_of(('photos', number)))}"


def _free(folder: Path, name: str, suffix: str) -> Path:
    """A name of a file that is not there yet, like the one it had."""
    stem = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")[:40] or "photo"
    number, file = 1, folder / f"{stem}.{suffix}"
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}.{suffix}"
    return file


def _entered(desk: Desk, folder: Path, file: Path) -> tuple[Paper, int]:
    """Puts a photograph into the campaign's list of them, which is made where there is none."""
    settings = desk.settings()
    paper = paper_of(folder / f"{_FOLDER}.yml", settings, load_kinds(settings))
    assert paper, "a campaign may have it"
    if not paper.path.exists():
        write_whole(paper.path, f"{paper.modeline}\nphotos: []\n".encode())
        desk.touched()
    part = desk.opened(paper.name)
    if part.document is None:
        raise ProblemsFound(part.problems)
    data, _ = pressed(part.document.data, "add", ("photos",), "{}")
    data["photos"][-1] = {"id": file.stem, "file": f"{_FOLDER}/{file.name}"}
    text = paper.rewritten(part.text, part.document, data, lambda path: path)
    desk.put(paper.name, Draft(text, part.base))
    return paper, len(data["photos"]) - 1


AREA = Area(
    "pictures",
    "/pictures",
    (("GET", "/pictures", pictures), ("POST", "/pictures/take", take_in)),
    ("/pictures/take",),
)
