"""One way to change files by a form, for every page that shows one: keep, press, cure, save."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from starlette.responses import JSONResponse, Response

from handbill.desk.app import Ask, page, see
from handbill.desk.desk import Desk, Part
from handbill.desk.drawing import Which, sheet_for
from handbill.desk.findings import Told, put_at_fields, told
from handbill.desk.form import input_id
from handbill.desk.keeping import Draft
from handbill.desk.papers import SITE, digest
from handbill.desk.posted import Reindexed, moved_by, pressed, taken
from handbill.editing.comments import find_comments
from handbill.load.marks import Path
from handbill.load.validate import validate
from handbill.load.yaml_source import Document
from handbill.model.text import holds_something
from handbill.writing import write_whole

ACTS = ("add", "remove", "up", "down", "put", "today")


def way_in(text: str, data: Any) -> Path:
    """Reads the way to a field of these data, numbers/0/words: a number is a place in a list alone."""
    way: list[str | int] = []
    for one in filter(None, text.split("/")):
        number = isinstance(data, list) and re.fullmatch("[0-9]{1,6}", one)
        step: str | int = int(one) if number else one
        way.append(step)
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            data = None
    return tuple(way)


BLANKS = ("W501", "W502")
"""What says that something is not filled in. On a page that asks for it, each field says so itself."""


def look(desk: Desk, parts: Sequence[Part], but: Sequence[str] = ()) -> list[Told]:
    """Puts what the checks say at the fields of these parts; returns what their files have besides.
    but: codes that are left out."""
    found = [one for one in desk.found() if one.code not in but]
    left: list[Told] = []
    for part in parts:
        mine = [
            told(one, part.document, desk.language)
            for one in found
            if one.span and one.span.file == part.paper.name
        ]
        left += put_at_fields(part.fields, mine)
    return left


def show(
    desk: Desk,
    ask: Ask,
    template: str,
    parts: Sequence[Part],
    which: Which | None,
    but: Sequence[str] = (),
    **data: Any,
) -> Response:
    """Returns a page with a form of these parts, its problems and the sheet beside it. but: codes of
    problems that are left out."""
    torn = next((one for one in parts if one.is_torn), None)
    if torn:
        return conflict(desk, ask, torn, torn.text, torn.paper.read()[0])
    left = look(desk, parts, but)
    return page(
        desk,
        ask,
        template,
        parts=parts,
        left=left,
        which=which,
        version=digest("".join(one.state for one in parts).encode()),
        is_draft=any(one.is_draft for one in parts),
        **data,
    )


def receive(desk: Desk, ask: Ask, parts: Sequence[Part], here: str) -> Response:
    """Takes what a form of these parts sent and does what its button says. here: address of the page."""
    with desk.lock:
        act, way, value = _button(ask)
        if act == "discard":
            for part in parts:
                if part.is_draft:
                    desk.kept.keep(part.paper.name, part.text)
                desk.drop(part.paper.name)
            return see(here)
        for part in parts:
            if part.document is None:
                continue
            answer = _take(desk, ask, part, act, way, value)
            if answer is not None:
                return answer
        if ask.wants_data:
            drafts = [desk.kept.draft(one.paper.name) for one in parts]
            texts = [
                draft.text if draft else one.paper.read()[0]
                for draft, one in zip(drafts, parts, strict=True)
            ]
            return JSONResponse([digest(text.encode()) for text in texts])
        if act == "save":
            waiting = [one for one in parts if not is_ready(desk, one)]
            for part in parts:
                torn = None if part in waiting else save(desk, ask, part)
                if torn:
                    return torn
            told = "waits" if waiting else "saved"
            return see(f"{here}{'&' if '?' in here else '?'}{told}=1")
    anchor = f"#{input_id(way.partition(':')[2])}" if way else ""
    return see(here + anchor)


def _button(ask: Ask) -> tuple[str, str, str]:
    """What a button says: act, "0:way/to/field", value."""
    act, _, rest = ask.said("do", "look").partition("|")
    way, _, value = rest.partition("|")
    return act, way, value


def _take(desk: Desk, ask: Ask, part: Part, act: str, way: str, value: str) -> Response | None:
    """Takes one part of a form into its draft."""
    begun = f"{part.number}:"
    posted = {name.removeprefix(begun): text for name, text in ask.form if name.startswith(begun)}
    state = posted.pop("@state", part.state)
    document, text = part.document, part.text
    assert document is not None, "asked for parts that can be read"
    if state != part.state:
        before = desk.shown(state)
        old = part.paper.opened(before)[0] if before else None
        if before and old:
            document, text = old, before
    data = taken(document.data, part.fields, posted, find_comments(document.marks).has)
    orders: list[Reindexed] = []
    if act in ACTS and way.startswith(begun):
        here = way_in(way.removeprefix(begun), data)
        if act == "today":
            act, value = "put", desk.today.isoformat()
        data, order = pressed(data, act, here, value)
        orders.append(order)
    if act == "save":
        data, tidied = _tidied(data)
        orders += tidied
    if data == document.data:
        return None
    new = part.paper.rewritten(text, document, data, _moved(orders))
    if state != part.state and new != part.text:
        if ask.wants_data:
            return JSONResponse({"old": True}, 409)
        return conflict(desk, ask, part, new, part.text)
    desk.draft(part, new)
    return None


def _moved(orders: Sequence[Reindexed]) -> Any:
    """Where entries stand after one change of order after the other."""

    def moved(path: Path) -> Path | None:
        there: Path | None = path
        for order in orders:
            there = moved_by(order)(there) if there is not None else None
        return there

    return moved


def _tidied(data: Any) -> tuple[Any, list[Reindexed]]:
    """The data without items that were added and left empty."""
    orders: list[Reindexed] = []
    while (empty := _empty_item(data, ())) is not None:
        data, order = pressed(data, "remove", empty)
        orders.append(order)
    return data, orders


def _empty_item(data: Any, path: Path) -> Path | None:
    """The way to the first item of a list that holds nothing."""
    if isinstance(data, list):
        for number, one in enumerate(data):
            if not holds_something(one):
                return (*path, number)
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    found = (_empty_item(value, (*path, step)) for step, value in inner)
    return next((one for one in found if one is not None), None)


def is_ready(desk: Desk, part: Part) -> bool:
    """Whether a draft may be saved. What is wrong with content can be mended later; without good
    settings no command would read the site, and so no desk."""
    draft = desk.kept.draft(part.paper.name)
    if draft is None or part.paper.sort != SITE:
        return True
    document, _ = part.paper.opened(draft.text)
    return document is not None and not validate(document, part.paper.annotation)[1]


def save(desk: Desk, ask: Ask, part: Part) -> Response | None:
    """Writes the draft of a file in its place, unless somebody else has changed the file meanwhile."""
    name, draft = part.paper.name, desk.kept.draft(part.paper.name)
    if draft is None:
        return None
    disk_text, disk = part.paper.read()
    if draft.base != disk:
        return conflict(desk, ask, part, draft.text, disk_text)
    desk.kept.keep(name, disk_text)
    write_whole(part.paper.path, draft.text.encode())
    desk.kept.keep(name, draft.text)
    desk.drop(name)
    return None


def conflict(desk: Desk, ask: Ask, part: Part, mine: str, theirs: str) -> Response:
    """Keeps both texts of a file and returns the page that asks which shall hold."""
    desk.kept.keep(part.paper.name, theirs)
    version = desk.kept.keep(part.paper.name, mine)
    differing = differences(desk, part, mine, theirs)
    return page(desk, ask, "conflict.html.j2", 409, part=part, version=version, differing=differing)


def differences(desk: Desk, part: Part, mine: str, theirs: str) -> list[tuple[str, str, str]]:
    """Returns each field that differs: what it is called, and both texts."""
    sides = [_leaves(desk, part, part.paper.opened(text)[0]) for text in (mine, theirs)]
    names = list(dict.fromkeys([*sides[0], *sides[1]]))
    return [
        (name, *both)
        for name in names
        if (both := (sides[0].get(name, ""), sides[1].get(name, "")))[0] != both[1]
    ]


def _leaves(desk: Desk, part: Part, document: Document | None) -> dict[str, str]:
    """Every text of a document by the names of the fields that lead to it."""
    found: dict[str, str] = {}

    def walk(value: Any, names: tuple[str, ...]) -> None:
        if isinstance(value, dict | list):
            inner = value.items() if isinstance(value, dict) else enumerate(value, 1)
            for step, one in inner:
                walk(one, (*names, str(step)))
        elif value is not None:
            found[" › ".join(names)] = str(value).strip()

    walk(document.data if document else {}, ())
    return found


def settle(desk: Desk, ask: Ask, part: Part) -> None:
    """Does what the page of a conflict was answered with: mine becomes the draft, or it is dropped."""
    name = part.paper.name
    if ask.said("take") == "mine":
        text = desk.kept.text(name, ask.said("version"))
        if text is None:
            raise KeyError(name)
        desk.put(name, Draft(text, part.disk))
    elif part.is_torn:
        desk.drop(name)


def sheet_of(desk: Desk, parts: Sequence[Part], material: str = "") -> Which | None:
    """Returns the sheet that stands beside a form."""
    checked = desk.checked()
    return sheet_for(checked, parts[0].paper, material) if checked and parts else None
