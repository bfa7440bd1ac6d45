"""Text types of the schema: what may stand in a field, and how blanks travel.

All copy is data, never a template. Only the placeholders of `handbill.edition.placeholders` are filled in,
and a value nobody has supplied becomes `BLANK`, which every template draws as a ruled line.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, LiteralString, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from handbill.model.address import address_fault
from handbill.model.days import FIRST_DAY, LAST_DAY, is_near
from handbill.problems import Both

BLANK = "\ue000"
"""One character of the private use area: the place of a value to be filled in by hand."""

PLACEHOLDER = re.compile(r"\{([A-Za-z][\w.-]*)\}")
"""A placeholder of copy, {place.name}; which there are is told in `handbill.edition.placeholders`."""
SLUG = re.compile(r"^[a-z0-9][a-z0-9-]{0,62}$")
_DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"com{n}" for n in range(1, 10)),
        *(f"lpt{n}" for n in range(1, 10)),
    }
)


_LOST_VALUE = re.compile(
    r"#(?:(?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN)!"
    r"|NAME\?|N/A|GETTING_DATA|#+)|Err:[0-9]{3}"
)
"""What a spreadsheet shows in place of a value: #REF!, #N/A, ######, and Err:502 of LibreOffice."""
LOST = Both(
    "这是表格软件的出错标记，原来的内容已经丢了。",
    "This is the mark of an error in a spreadsheet; the content itself is lost. ",
)


def plain_text(text: str) -> str:
    """A text for a title or an attribute, where no element can stand: a blank is a low line."""
    return text.replace(BLANK, "＿＿")


def broken(rule: LiteralString, hint: Both | None = None) -> PydanticCustomError:
    """Returns the error of a text that breaks a rule of its type; `load.validate` has the rules.
    hint: what went wrong in this case, a sentence."""
    return PydanticCustomError(rule, rule, {"hint": hint} if hint else None)


def _line(text: str) -> str:
    text = text.strip()
    if not text:
        raise broken("empty")
    if "\n" in text or "\r" in text:
        raise broken("one-line")
    if _LOST_VALUE.fullmatch(text):
        raise broken("spreadsheet", LOST)
    return text


def _prose(text: str) -> str:
    text = text.strip()
    if not text:
        raise broken("empty")
    return text


def is_slug(text: str) -> bool:
    """Whether a text can be an id: of the form of SLUG, no name that Windows keeps, and not the
    nought of an empty cell."""
    return bool(SLUG.fullmatch(text)) and text not in _DEVICES and bool(text.strip("0"))


def _slug(text: str) -> str:
    if not is_slug(text):
        raise broken("slug")
    return text


def _version(text: str) -> str:
    if not re.fullmatch(r"[^\W_][\w .+()（）/-]{0,31}", text):
        raise broken(
            "version",
            Both(
                "最多 32 个字：字母、数字、汉字和 . - + / ( )。",
                "At most 32 letters, digits, . - + / ( ). ",
            ),
        )
    return text


def _url(text: str) -> str:
    text = text.strip()
    if fault := address_fault(text):
        raise broken("deceptive" if fault.deceives else "url", fault.reason)
    return text


def _iso_date(value: Any) -> Any:
    try:
        day = (
            value
            if isinstance(value, datetime.date)
            else datetime.date.fromisoformat(str(value).strip())
        )
    except ValueError:
        raise broken("date") from None
    if not is_near(day):
        raise PydanticCustomError("day", "day", {"first": FIRST_DAY, "last": LAST_DAY})
    return day


class Translatable:
    """Marks the types whose values are translated."""


class LongText:
    """Marks the types of text that may have several paragraphs."""


class BlockText:
    """Marks the type of text that is always written below a "|": it reads evenly that way."""


class FormattedText:
    """Marks the type of text that is Markdown."""


class OneSentence:
    """Marks a list whose lines are read as one sentence."""


class Untranslated(str):
    """A text of a translation that nobody has translated yet: still in the campaign's language."""

    __slots__ = ()


Line = Annotated[str, AfterValidator(_line), Translatable()]
"""One line of plain text, not empty."""
Prose = Annotated[str, AfterValidator(_prose), Translatable(), LongText()]
"""Plain text of one or more paragraphs (a blank line parts them)."""
Paragraphs = Annotated[str, AfterValidator(_prose), Translatable(), LongText(), BlockText()]
"""Prose that is always written below a "|", however short: letters and forms."""
Markdown = Annotated[str, AfterValidator(_prose), Translatable(), LongText(), FormattedText()]
"""Markdown; its HTML passes an allow-list before it reaches a page."""
Identifier = Annotated[str, AfterValidator(_line)]
"""An id, a reference to one, a number: what stays the same in every language."""
Version = Annotated[Identifier, AfterValidator(_version)]
"""What tells one printing from another; it stands on every sheet and in its QR code."""
Note = Annotated[str, AfterValidator(_prose), LongText()]
"""A note among editors; it is not published, and so not translated."""
Slug = Annotated[str, AfterValidator(_slug)]
"""An identifier that becomes part of an address: a–z, 0–9 and hyphens, 63 characters at most."""
Url = Annotated[str, AfterValidator(_url)]
"""An address: https, http, mailto or tel."""
Date = Annotated[datetime.date, BeforeValidator(_iso_date)]
"""A calendar day, written 2026-11-24, between FIRST_DAY and LAST_DAY."""


class Model(BaseModel):
    """Base of everything read from YAML: unknown fields are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        """Editors with forms write every field; what may be left out and holds nothing is taken
        as left out: null, "", [], and a group of such."""
        if not isinstance(data, dict):
            return data
        kept = {}
        for name, value in data.items():
            field = cls.model_fields.get(name) if isinstance(name, str) else None
            value = by_number(value, field.annotation) if field else value
            if field is None or field.is_required():
                kept[name] = value
            elif holds_something(value):
                kept[name] = (
                    {key: one for key, one in value.items() if holds_something(one)}
                    if get_origin(field.annotation) is dict and isinstance(value, dict)
                    else value
                )
        return kept


def by_number(value: Any, annotation: Any) -> Any:
    """A mapping whose names are all numbers, if that is what is asked for and an editor with forms
    has made a list of it: nothing, up to the eighth place, and there the text of `8`."""
    if not isinstance(value, list) or get_origin(annotation) is not dict:
        return value
    names = get_args(get_args(annotation)[0])
    found = {str(place): one for place, one in enumerate(value) if holds_something(one)}
    return found if found and found.keys() <= set(names) else value


def holds_something(value: object) -> bool:
    """Whether there is any text or value in plain data."""
    if isinstance(value, dict):
        return any(map(holds_something, value.values()))
    if isinstance(value, list):
        return any(map(holds_something, value))
    return bool(value.strip()) if isinstance(value, str) else value is not None


def described(
    zh: str,
    en: str,
    default: Any = ...,
    *,
    example: object = None,
    missing: str | None = None,
    **settings: Any,
) -> Any:
    """A field with its help for editors: `zh` is "name；explanation", `en` the same in English.

    default: what a field has that is left out, or the type that makes it (list, dict); a field
    without one is required. missing: what an absent value means on a sheet: "blank" (a ruled line
    to fill in by hand), "specimen" (a blank, and the sheet is marked 样张 until it is set) or "omit".
    """
    extra: dict[str, Any] = {"description_en": en}
    if missing:
        extra["missing"] = missing
    settings["default_factory" if callable(default) else "default"] = default
    return Field(
        title=zh.split("；")[0],
        description=f"{zh} / {en}",
        examples=None if example is None else [example],
        json_schema_extra=extra,
        **settings,
    )
