"""What of a sheet is filled in for a place: where it stands, and what it is set in."""

from __future__ import annotations

import json
from dataclasses import dataclass

BLANK_FIELD = "blank"
"""Name of what is filled in by hand by those who sign, and is no field of a place."""


@dataclass(frozen=True)
class SheetField:
    """A blank of a sheet, or a text of its place in which another may stand.

    name: of the field of a place: name, publisher, signature (the publisher where none is given),
    date, contacts.<role>.number; BLANK_FIELD for what people write themselves. label: the words
    beside it, "" where there are none. value: what stands there, None where it is a blank. page: 1
    is the first. x, y: the left upper corner in mm of the drawing from that of the page (of an
    edition without bleed, its trim); height goes down to the rule, baseline is that of the text.
    fonts: families in the order in which they are tried, in small letters. size: in pt. colour:
    #rrggbb. align: where the text stands in its width, by the side that lines begin at. direction:
    ltr or rtl.
    """

    name: str
    label: str
    value: str | None
    page: int
    x: float
    y: float
    width: float
    height: float
    baseline: float
    size: float
    fonts: tuple[str, ...]
    weight: int
    colour: str
    align: str
    direction: str


def read_fields(content: str | bytes) -> tuple[SheetField, ...]:
    """Returns the fields of a drawing, in the order in which they stand in it, from the JSON that
    Typst has made of its records (`field-record` of templates/sheet/type.typ)."""
    return tuple(SheetField(**{**one, "fonts": tuple(one["fonts"])}) for one in json.loads(content))
