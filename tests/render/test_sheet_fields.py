"""Where sheets are filled in for a place: each record of a drawing lies where its rule or its text
does."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from sample_sheets import BLANK, COPY, MOMENT, TEMPLATES, Document, Sheet
from test_right_to_left import arabic

from handbill.compose.artifacts import Artifact
from handbill.compose.artifacts import Sheet as Drawing
from handbill.model.sheet_field import SheetField, read_fields
from handbill.model.units import MM_PER_PT
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.render.typst import SheetRenderer

IMPRINT = [f"发布：{BLANK}", "版本 1.0", "有效期至 2027-11-30"]
WITH_CONTACTS = ("card", "leaflet", "letter")


def rules(page: pymupdf.Page) -> list[tuple[float, float, float]]:
    """Each level line of a page: where it begins, how long it is, how low it lies; in mm."""
    return [
        (min(a.x, b.x) * MM_PER_PT, abs(b.x - a.x) * MM_PER_PT, a.y * MM_PER_PT)
        for drawing in page.get_drawings()
        for sort, *ends in drawing["items"]
        if sort == "l"
        for a, b in [ends]
        if abs(a.y - b.y) < 0.01
    ]


def unruled(pdf: bytes, fields: Iterable[SheetField]) -> list[SheetField]:
    """The blanks under which no rule of their length lies."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        drawn = [rules(page) for page in opened]
    return [
        one
        for one in fields
        if one.value is None
        and not any(
            abs(x - one.x) < 0.1
            and abs(long - one.width) < 0.1
            and one.baseline < y < one.baseline + 0.25 * one.size
            for x, long, y in drawn[one.page - 1]
        )
    ]


def shown(pdf: bytes, field: SheetField) -> str:
    """What a PDF shows where a field lies."""
    box = (field.x - 0.3, field.y, field.x + field.width + 0.3, field.y + field.height)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return str(opened[field.page - 1].get_textbox([one / MM_PER_PT for one in box]))


@pytest.mark.parametrize("kind", sorted(COPY))
def test_each_blank_is_told_where_its_rule_lies(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    data = document(kind, sheet(kind, imprint=IMPRINT))
    pdf = renderer.pdf(kind, data, MOMENT)
    fields = read_fields(renderer.fields(kind, data))
    names = {one.name for one in fields}
    assert "publisher" in names
    assert unruled(pdf, fields) == []
    assert all(one.fonts and one.colour[0] == "#" for one in fields)
    assert {"signature", "date"} <= names or kind not in ("letter", "notice")
    assert any(name.startswith("contacts.") for name in names) or kind not in WITH_CONTACTS
    for one in fields:
        if one.value:  # a PDF reader sees room between digits and Han as a space
            assert one.value in shown(pdf, one).replace(" ", "")
    # A rule of another length under it, or none, is found out.
    assert unruled(pdf, [replace(one, width=one.width + 1) for one in fields[:1]]) or not fields


def test_a_sheet_from_right_to_left_is_told_from_its_left_edge(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    data = arabic(document, sheet, "letter", imprint=IMPRINT)
    fields = read_fields(renderer.fields("letter", data))
    assert unruled(renderer.pdf("letter", data, MOMENT), fields) == []
    assert {one.direction for one in fields} == {"rtl"}
    assert any(one.name == "contacts.committee.number" for one in fields)


def test_fields_are_a_drawing_that_is_kept(
    tmp_path: Path, document: Document, sheet: Sheet
) -> None:
    data: dict[str, Any] = document("letter", sheet("letter", imprint=IMPRINT))
    cache = RenderCache(tmp_path)
    moment = datetime.datetime.fromtimestamp(MOMENT, datetime.UTC)
    renderer = Renderer(TEMPLATES, moment, cache, {})
    artifacts = [
        Artifact("a.svg", Drawing("letter", data, "svg")),
        Artifact("a.json", Drawing("letter", data, "fields")),
    ]
    first, second = ({one.path: it for one, it in renderer.render(artifacts)} for _ in "ab")
    assert first == second and cache.drawn == 2
    assert [one.name for one in read_fields(first["a.json"])][:2] == ["signature", "date"]
