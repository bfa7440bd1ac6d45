"""What the last build changed of the sheets, before and after side by side."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page
from handbill.desk.desk import Desk
from handbill.publish.changed import changed


def changes(desk: Desk, ask: Ask) -> Response:
    """Shows each sheet that is another now, those that are new, those that are gone."""
    loaded = desk.loaded()
    titles = {
        one.id: one.title
        for campaign in (loaded.collection.campaigns if loaded.collection else ())
        for _, one in campaign.materials()
    }

    def named(paths: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(path, _name(path, titles)) for path in paths]

    found = changed(_before(desk))
    return page(
        desk,
        ask,
        "changes.html.j2",
        other=named(found.other),
        new=named(found.new),
        gone=named(found.gone),
    )


def picture(desk: Desk, ask: Ask) -> Response:
    """Gives the small picture of a sheet as it was or as it is."""
    path, found = ask.query["path"], changed(_before(desk))
    was = ask.query["side"] == "before"
    if path not in (*found.other, *(found.gone if was else found.new)):
        raise KeyError(path)
    file = (_before(desk) if was else desk.settings().site_dir) / path
    if not file.is_file():
        raise KeyError(path)
    return Response(file.read_bytes(), media_type="image/png")


def _before(desk: Desk) -> Path:
    return desk.settings().build_dir / "before"


def _name(path: str, titles: dict[str, str]) -> str:
    """The title of a sheet, with the folder of its language or campaign before it."""
    above, _, rest = f"/{path}".rpartition("/m/")
    sheet = rest.partition("/")[0]
    title, where = titles.get(sheet, sheet), above.strip("/")
    return f"{title} ({where})" if where else title


AREA = Area(
    "changes", "/changed", (("GET", "/changed", changes), ("GET", "/changed/picture", picture))
)
