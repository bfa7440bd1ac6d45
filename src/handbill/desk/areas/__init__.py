"""The areas of the desk, in the order of its menu. A new one is a module here and a line below."""

from __future__ import annotations

from handbill.desk.app import Area
from handbill.desk.areas import (
    adding,
    changes,
    contents,
    due,
    first_steps,
    home,
    making,
    mending,
    pictures,
    places,
    publishing,
    versions,
)

AREAS: tuple[Area, ...] = (
    home.AREA,
    first_steps.AREA,
    contents.AREA,
    adding.AREA,
    places.AREA,
    pictures.AREA,
    mending.AREA,
    making.AREA,
    changes.AREA,
    publishing.AREA,
    due.AREA,
    versions.AREA,
)
