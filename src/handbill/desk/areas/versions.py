"""Earlier versions of files, and how to bring one back."""

from __future__ import annotations

import datetime
from pathlib import Path

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.desk import Desk
from handbill.desk.editing import differences
from handbill.desk.papers import site_paper, sort_title, text_of
from handbill.editing.files import schema_of
from handbill.editing.places_import import write_table
from handbill.load.files import PLACES
from handbill.writing import write_whole

SHOWN = 20
"""Versions of a file that its page lists with what differs."""


def versions(desk: Desk, ask: Ask) -> Response:
    """Lists the files that have earlier versions, or those of one."""
    papers = desk.papers()
    name = ask.query.get("file")
    if name is None:
        listed = [
            (
                name,
                sort_title(paper.sort).get(desk.language),
                paper.stem,
                found[0].when.astimezone(),
            )
            for name, paper in papers.items()
            if (found := desk.kept.versions(name))
        ]
        names = desk.kept.names()
        gone = [
            (one, versions[0].id, versions[0].when.astimezone())
            for one in names
            if one not in papers and _home(desk, one) and (versions := desk.kept.versions(one))
        ]
        tables = [
            row for one in names if (path := _table(desk, one)) for row in _rows(desk, one, path)
        ]
        return page(desk, ask, "versions.html.j2", listed=listed, gone=gone, tables=tables)
    part = desk.opened(name)
    rows = []
    for one in desk.kept.versions(name)[:SHOWN]:
        text = desk.kept.text(name, one.id)
        if text is not None and text != part.text:
            rows.append((one.id, one.when.astimezone(), differences(desk, part, text, part.text)))
    return page(desk, ask, "version.html.j2", part=part, rows=rows)


def _home(desk: Desk, name: str) -> Path | None:
    """Where a file that is gone lay; None for what is no file of a campaign."""
    settings = desk.settings()
    path = settings.root / name
    return path if schema_of(path, settings.campaigns_dir) else None


def _table(desk: Desk, name: str) -> Path | None:
    """Where a table of places lies, or lay; None for what is none."""
    settings = desk.settings()
    path = settings.root / name
    home = settings.campaigns_dir / PLACES
    return path if path.parent == home and path.suffix.casefold() == ".csv" else None


def _rows(desk: Desk, name: str, path: Path) -> list[tuple[str, str, datetime.datetime, int]]:
    """The versions of a table that are others than it is now, each with its number of places."""
    now = text_of(path.read_bytes(), name) if path.is_file() else None
    texts = [(one, desk.kept.text(name, one.id)) for one in desk.kept.versions(name)[:SHOWN]]
    return [
        (name, one.id, one.when.astimezone(), text.strip().count("\n"))
        for one, text in texts
        if text is not None and text != now
    ]


def bring_back(desk: Desk, ask: Ask) -> Response:
    """Puts a version in the place of a file; the present one is kept, and what is not saved, too."""
    with desk.lock:
        name = ask.query["file"]
        text = desk.kept.text(name, ask.said("version"))
        path, table = _home(desk, name), _table(desk, name)
        if text is None:
            raise KeyError(name)
        if table:
            desk.set_table_aside(table)
            write_table(table, text)
            desk.touched()
            return see("/versions?saved=1")
        if path and name not in desk.papers():
            write_whole(path, text.encode())
            desk.touched()
            return see("/versions?saved=1")
        part = desk.opened(name)
        desk.set_aside(part)
        write_whole(part.paper.path, text.encode())
        desk.touched()
        desk.kept.keep(name, text)
    return see(f"/versions?file={ask.query['file']}&saved=1")


def settings(desk: Desk, ask: Ask) -> Response:
    """Puts earlier settings in place of those that cannot be read, which are kept."""
    with desk.lock:
        name = desk.config.name
        text = desk.kept.text(name, ask.said("version"))
        if text is None:
            raise KeyError(name)
        desk.kept.keep(name, site_paper(desk.config).read()[0])
        desk.drop(name)
        write_whole(desk.config, text.encode())
        desk.touched()
    return see("/")


AREA = Area(
    "versions",
    "/versions",
    (
        ("GET", "/versions", versions),
        ("POST", "/versions", bring_back),
        ("POST", "/settings", settings),
    ),
)
