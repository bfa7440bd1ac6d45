"""A page that shows sheets by turns on a screen in a hall, with the numbers always in sight."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.entries import Listed
from handbill.compose.part import Part

SCREEN = "screen/"


def on_screens(entry: Listed) -> bool:
    """Whether a screen shows a sheet: what hangs on walls, but for banners, which no screen has
    room for."""
    return entry.group == "wall" and not entry.is_wide


def screen_pages(part: Part) -> Iterator[PageArtifact]:
    """The page for screens in halls; none where no sheet is for walls."""
    entries = [entry for entry in part.entries if on_screens(entry)]
    if not entries:
        return
    path = f"{part.prefix}{SCREEN}index.html"
    roles = list(part.edition.place.contacts)
    yield PageArtifact(
        path,
        Page(
            "site/screen.html.j2",
            part.data(
                path,
                part.say["screen_title"],
                "materials",
                entries=[entry for entry in entries if entry.translated],
                contacts=[one for one in part.edition.contacts(roles) if one["number"]],
            ),
        ),
    )
