"""letter: an open letter, and the letter to parents with a reply slip to tear off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.text import Line, Model, Prose, Slug, described


class LetterPart(Model):
    """A heading with its paragraphs; the opening has no heading."""

    heading: Line | None = described("小标题", "Heading", default=None)
    text: Prose = described("正文；空一行分段", "Text; an empty line parts paragraphs")


class SlipField(Model):
    """A field of the reply slip. No identity number, no telephone: see the fact sheet."""

    label: Line = described("名称", "Label", example="班级")
    type: Literal["line", "date"] = described(
        "形式", "A line to write on, or a date", default="line"
    )


class ReplySlip(Model):
    """The slip below the cut line."""

    title: Line = described("标题", "Title", example="回执")
    note: Line = described("怎么交、怎么用", "How it is returned and used")
    statement: Line = described("一句话", "The sentence that is signed")
    tick: Line | None = described("可打勾的一项", "A box to tick", default=None)
    fields: list[SlipField] = described("要填的", "Fields", min_length=1, max_length=6)


class Letter(MaterialBase):
    """A letter."""

    kind: Literal["letter"] = described("种类", "Kind")
    heading: Line = described(
        "信的标题；居中", "Title of the letter, centred", example="致家长的一封信"
    )
    salutation: Line = described(
        "称呼；末尾用冒号", "Salutation, with a colon", example="尊敬的家长："
    )
    parts: list[LetterPart] = described("正文", "Body", min_length=1, max_length=7)
    contacts: list[Slug] = described(
        "留空的电话", "Local contacts with room to write", default_factory=list, max_length=3
    )
    slip: ReplySlip | None = described("回执", "Reply slip", default=None)


def _copy(letter: Letter, edition: Voice) -> dict[str, Any]:
    return {
        "heading": letter.heading,
        "salutation": letter.salutation,
        "parts": [
            {"heading": part.heading, "paragraphs": paragraphs(part.text)} for part in letter.parts
        ],
        "signature": edition.place.signature,
        "date": edition.written_date(),
        "contacts": edition.contacts(letter.contacts),
        "slip": letter.slip.model_dump() if letter.slip else None,
    }


def _transcript(letter: Letter, edition: Voice) -> list[str]:
    lines = [letter.heading, letter.salutation]
    for part in letter.parts:
        if part.heading:
            lines.append(part.heading)
        lines += paragraphs(part.text)
    lines += [
        edition.place.signature,
        edition.written_date(),
        *edition.action_lines(),
        *edition.contact_lines(letter.contacts),
    ]
    if letter.slip:
        lines += [letter.slip.title, letter.slip.note, letter.slip.statement]
        lines += [letter.slip.tick] if letter.slip.tick else []
        lines += [edition.pair(field.label) for field in letter.slip.fields]
    return lines


def _measure(letter: Letter) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), letter.heading)
    body = "".join(part.text for part in letter.parts)
    yield Measured("body_with_slip" if letter.slip else "body", ("parts",), body)


KIND = Kind("letter", Letter, _copy, _transcript, _measure)
