"""Declared copy as sheets, screen readers and rules read it: one way for every kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill.kinds.printed_case import case_data, case_lines
from handbill.kinds.voice import Voice
from handbill.model.kind import CopyField, KindFile, Reading
from handbill.words.languages import written_day

Path = tuple[str | int, ...]
Fields = Mapping[str, CopyField]

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


def full_width(line: str) -> str:
    """Returns a line as a display of 16 or 24 dots takes it: digits, letters and marks full-width,
    so that every character is one cell."""
    return line.translate(_WIDE)


def paragraphs(text: str) -> list[str]:
    """Returns the paragraphs of plain text, each on one line; an empty line parts them."""
    parts = re.split(r"\n\s*\n", text)
    return [" ".join(part.split("\n")).strip() for part in parts if part.strip()]


@dataclass(frozen=True)
class Text:
    """A stretch of the copy of a material.

    name: of its field, dotted, with the part of it that has a budget (signals.title). path: where
    it stands in the material. field: None for the material's title.
    """

    name: str
    path: Path
    text: str
    field: CopyField | None


def texts(kind: KindFile, fields: Fields, record: Any, path: Path, prefix: str) -> Iterator[Text]:
    """Yields every text of a record, in the order of its fields.

    path: of the record in the material. prefix: of the names of its fields, with the last dot.
    """
    for name, field in fields.items():
        value, here, told = getattr(record, name), (*path, name), prefix + name
        match field.type:
            case "line" | "prose" | "paragraphs" if value is not None:
                yield Text(told, here, value, field)
            case "lines":
                for index, line in enumerate(value):
                    yield Text(told, (*here, index), line, field)
            case "headings" | "blanks":
                for index, one in enumerate(value):
                    for part in ("title", "text") if field.type == "headings" else ("label",):
                        text = getattr(one, part)
                        yield Text(f"{told}.{part}", (*here, index, part), text, field)
            case "group" if value is not None:
                inner = f"{prefix}{field.like or name}."
                yield from texts(kind, kind.inside(field), value, here, inner)
            case "groups":
                inner = f"{prefix}{field.like or name}."
                for index, one in enumerate(value):
                    yield from texts(kind, kind.inside(field), one, (*here, index), inner)


def data(kind: KindFile, fields: Fields, record: Any, voice: Voice) -> dict[str, Any]:
    """Returns a record as `sheet.typ` reads it: every field by its name. A text of several
    paragraphs is a list of them, contacts have label and number."""
    made: dict[str, Any] = {}
    for name, field in fields.items():
        value = getattr(record, name)
        match field.type:
            case "prose" | "paragraphs":
                value = paragraphs(value or "")
            case "headings" | "blanks":
                value = [one.model_dump() for one in value]
            case "contacts":
                value = [one for one in voice.contacts(value) if one["number"] or not field.known]
            case "group":
                value = value and data(kind, kind.inside(field), value, voice)
            case "groups":
                value = [data(kind, kind.inside(field), one, voice) for one in value]
        made[name] = value
    return made


def lines(kind: KindFile, fields: Fields, record: Any, voice: Voice) -> list[str]:
    """Returns a record in words, a paragraph an item, in the order of its fields."""
    return [line for name in fields for line in field_lines(kind, name, fields, record, voice)]


def field_lines(kind: KindFile, name: str, fields: Fields, record: Any, voice: Voice) -> list[str]:
    """Returns one field of a record in words, as its type and its `transcript` say."""
    field, value = fields[name], getattr(record, name)
    if not value or field.transcript == "no":
        return []
    if field.transcript:
        return _read_as(field.transcript, value, record, voice)
    match field.type:
        case "line":
            return [value]
        case "lines":
            return list(value)
        case "prose" | "paragraphs":
            return paragraphs(value)
        case "headings":
            return [voice.pair(one.title, one.text) for one in value]
        case "blanks":
            return [voice.pair(one.label) for one in value]
        case "contacts":
            shown = [
                role
                for role in value
                if not field.known or any(one["number"] for one in voice.contacts([role]))
            ]
            return voice.contact_lines(shown)
        case "group" | "groups":
            inside, records = kind.inside(field), value if isinstance(value, list) else [value]
            return [line for one in records for line in lines(kind, inside, one, voice)]
    return []


def _read_as(reading: Reading, value: Any, record: Any, voice: Voice) -> list[str]:
    """Returns a value in words, as a declaration says that it is read."""
    match reading:
        case "sentence":
            return [voice.sentence([value] if isinstance(value, str) else value)]
        case "in_one":
            return [voice.in_one(value)]
        case "joined":
            return [voice.words["join"].join(value)]
        case "numbered":
            return [f"{number}. {line}" for number, line in enumerate(value, start=1)]
        case "titled":
            return [voice.pair(record.title, line) for line in value]
        case "label":
            return [voice.pair(value)]
        case "fiction":
            return [voice.campaign.fiction_notice]
    return []


def entry_lines(entry: str, material: Any, voice: Voice) -> list[str]:
    """Returns what the generator itself adds to a transcript, in words."""
    say, signature = voice.words, voice.place.signature
    match entry:
        case "actions":
            return voice.action_lines()
        case "numbers":
            return voice.number_lines()
        case "signature":
            return [signature]
        case "declaration":
            return [say["declared"].format(signature=signature)]
        case "date":
            return [voice.written_date()]
        case "valid_until":
            day = written_day(voice.valid_until(material), voice.language)
            return [say["valid_until"].format(date=day)]
        case "fiction_notice":
            return [voice.campaign.fiction_notice]
        case "case":
            return case_lines(material, voice)
    raise KeyError(entry)


def entry_data(entry: str, material: Any, voice: Voice) -> dict[str, Any]:
    """Returns what a sheet needs for an entry of its transcript, beside what every sheet has."""
    match entry:
        case "numbers":
            return {
                "numbers": [
                    {
                        "number": one.number,
                        "words": voice.words["join"].join(one.words),
                        "use": one.use,
                    }
                    for one in voice.campaign.numbers
                ]
            }
        case "signature" | "declaration":
            return {"signature": voice.place.signature}
        case "date":
            return {"date": voice.written_date()}
        case "valid_until":
            return {"valid_until": written_day(voice.valid_until(material), voice.language)}
        case "fiction_notice":
            return {"fiction_notice": voice.campaign.fiction_notice}
        case "case":
            return {"case": case_data(material, voice)}
    return {}
