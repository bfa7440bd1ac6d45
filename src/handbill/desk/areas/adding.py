"""Files that are added and removed: audiences, cases, strips, and those that a campaign may have."""

from __future__ import annotations

import json

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.areas.contents import address_of
from handbill.desk.desk import Desk
from handbill.desk.papers import NEEDED, sort_title
from handbill.desk.posted import typed
from handbill.editing.fields import fields_of
from handbill.editing.files import modeline
from handbill.load.files import CAMPAIGN, FILES, PLACES
from handbill.load.kinds import load_kinds
from handbill.model.fields import members, tag_of
from handbill.model.text import is_slug
from handbill.writing import write_whole


def _sorts(desk: Desk) -> list[tuple[str, str]]:
    """What can be added: `campaign/sort` or `campaign/sort/type`, with what it is called."""
    there = desk.papers().values()
    campaigns = [one.path.parent for one in there if one.sort == CAMPAIGN]
    found = []
    for folder in campaigns:
        has = {one.sort for one in there if one.path.is_relative_to(folder)}
        for name, sort in FILES.items():
            if name == PLACES or (sort.folder is None and name in has):
                continue
            called = sort_title(name).get(desk.language)
            kinds = [tag_of(one)[1] for one in members(sort.model)]
            many = len(kinds) > 1
            for kind in kinds if many else [""]:
                value = "/".join(filter(None, (folder.name, name, kind)))
                shown = f"{called} ({kind})" if kind else called
                found.append((value, f"{folder.name} · {shown}" if len(campaigns) > 1 else shown))
    return found


def ask_for(desk: Desk, ask: Ask) -> Response:
    """Shows what can be added."""
    return _form(desk, ask, 200)


def _form(desk: Desk, ask: Ask, status: int) -> Response:
    return page(
        desk,
        ask,
        "adding.html.j2",
        status,
        sorts=_sorts(desk),
        chosen=ask.said("sort"),
        title=ask.said("title"),
        id=ask.said("id"),
        is_bad=status != 200,
    )


def add(desk: Desk, ask: Ask) -> Response:
    """Writes a new file with its title alone; its form says what it needs."""
    with desk.lock:
        asked = ask.said("sort")
        if asked not in dict(_sorts(desk)):
            raise KeyError(asked)
        campaign, name, kind = (*asked.split("/"), "")[:3]
        sort, settings = FILES[name], desk.settings()
        folder = settings.campaigns_dir / campaign
        if sort.folder is None:
            path = folder / sort.pattern
        else:
            stem = ask.said("id").strip()
            path = folder / sort.folder / f"{stem}.yml"
            if not is_slug(stem) or stem in FILES or path.exists():
                return _form(desk, ask, 409)
        model = next(
            one
            for one in members(sort.model_for(load_kinds(settings)))
            if not kind or tag_of(one)[1] == kind
        )
        lines = [modeline(path, settings.campaigns_dir)]
        lines += [f"{tag_of(model)[0]}: {kind}"] if kind else []
        title, fields = typed(ask.said("title")), list(fields_of(model))
        if "title" in fields:
            lines.append(f"title: {json.dumps(title, ensure_ascii=False)}" if title else "title:")
        else:
            lines.append(f"{fields[0]}:")
        write_whole(path, ("\n".join(lines) + "\n").encode())
        desk.touched()
    return see(address_of(path.relative_to(settings.root).as_posix()))


def remove(desk: Desk, ask: Ask) -> Response:
    """Removes a file that a campaign can do without; it stays among the earlier versions."""
    with desk.lock:
        part = desk.opened(ask.query["file"])
        if part.paper.sort in NEEDED:
            raise KeyError(part.paper.name)
        desk.set_aside(part)
        part.paper.path.unlink()
        desk.touched()
    return see("/contents")


AREA = Area(
    "new_file", "", (("GET", "/add", ask_for), ("POST", "/add", add), ("POST", "/remove", remove))
)
