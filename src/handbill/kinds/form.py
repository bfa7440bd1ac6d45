"""form: a form to print and fill in by hand: landlords, local offices, letters between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.text import Line, Model, Prose, described


class FormField(Model):
    """A field to fill in by hand. No identity number: see the fact sheet."""

    label: Line = described("名称", "Label", example="房屋地址")
    type: Literal["line", "date", "tick", "lines"] = described(
        "形式", "A line to write on, a date, a box to tick, or several lines", default="line"
    )
    half: bool = described("只占半行", "Takes half a line", default=False)


class FormPart(Model):
    """A part of a form: a heading over text, numbered items, and fields."""

    heading: Line | None = described("小标题", "Heading", default=None)
    text: Prose | None = described("正文；空一行分段", "Text", default=None)
    items: list[Line] = described("逐条", "Numbered items", default_factory=list, max_length=12)
    fields: list[FormField] = described("要填的", "Fields", default_factory=list, max_length=12)


class Form(MaterialBase):
    """A blank form."""

    kind: Literal["form"] = described("种类", "Kind")
    heading: Line = described("标题；居中", "Title, centred", example="房屋出租承诺书")
    salutation: Line | None = described("称呼", "Salutation", default=None)
    parts: list[FormPart] = described("内容", "Parts", min_length=1, max_length=8)
    signatures: list[FormField] = described(
        "签名处", "Where it is signed", min_length=1, max_length=6
    )
    note: Line = described("最后的小字；几份、怎么保管", "Note at the end: copies, who keeps them")


def _copy(form: Form, edition: Voice) -> dict[str, Any]:
    return {
        "heading": form.heading,
        "salutation": form.salutation,
        "parts": [
            {**part.model_dump(), "paragraphs": paragraphs(part.text or "")} for part in form.parts
        ],
        "signatures": [field.model_dump() for field in form.signatures],
        "note": form.note,
    }


def _transcript(form: Form, edition: Voice) -> list[str]:
    lines = [form.heading, *([form.salutation] if form.salutation else [])]
    for part in form.parts:
        lines += [part.heading] if part.heading else []
        lines += paragraphs(part.text or "")
        lines += [f"{number}. {text}" for number, text in enumerate(part.items, start=1)]
        lines += [edition.pair(field.label) for field in part.fields]
    return [*lines, *(edition.pair(field.label) for field in form.signatures), form.note]


def _measure(form: Form) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), form.heading)
    for number, part in enumerate(form.parts):
        for index, field in enumerate(part.fields):
            yield Measured("field_label", ("parts", number, "fields", index, "label"), field.label)
    yield Measured("note", ("note",), form.note)


KIND = Kind("form", Form, _copy, _transcript, _measure, group="desk")
