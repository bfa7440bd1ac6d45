"""The strings of a value, wherever they stand in it: to look at each, or to change each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.model.fields import marks, plain
from handbill.model.text import Translatable

T = TypeVar("T")
Found = tuple[tuple[str | int, ...], str, FieldInfo | None]
"""A string: the path to it, itself, and the field that it stands in."""


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, FieldInfo, bool], ...]:
    """Name and declaration of each field that can hold strings, and whether they are text to be
    translated."""
    return tuple(
        (
            name,
            field,
            any(isinstance(one, Translatable) for one in marks(field.annotation, field, deep=True)),
        )
        for name, field in model.model_fields.items()
        if plain(field.annotation) not in (int, bool, datetime.date)
    )


def walk(
    value: object,
    *,
    translatable: bool = False,
    path: tuple[str | int, ...] = (),
    field: FieldInfo | None = None,
    is_text: bool = False,
) -> Iterator[Found]:
    """Find every string below a value, in order; names of mappings are none.

    translatable: only those that are translated. path, field, is_text: where the value stands.
    """
    if isinstance(value, str):
        if is_text or not translatable:
            yield path, value, field
        return
    inside: Iterator[tuple[str | int, Any, FieldInfo | None, bool]]
    if isinstance(value, BaseModel):
        inside = ((name, getattr(value, name), *of) for name, *of in _fields(type(value)))
    elif isinstance(value, dict):
        inside = ((name, one, field, is_text) for name, one in value.items())
    elif isinstance(value, list | tuple):
        inside = ((index, one, field, is_text) for index, one in enumerate(value))
    else:
        return
    for step, one, field, is_text in inside:
        yield from walk(
            one, translatable=translatable, path=(*path, step), field=field, is_text=is_text
        )


def rebuilt(
    value: T, change: Callable[[str], str], translatable: bool = False, is_text: bool = False
) -> T:
    """Return a value in which `change` was made to every string that `walk` finds. A part in which
    nothing changed is the same object."""
    new: Any = value
    if isinstance(value, str):
        new = change(value) if is_text or not translatable else value
    elif isinstance(value, BaseModel):
        changed = {}
        for name, _, text in _fields(type(value)):
            old = getattr(value, name)
            inner = rebuilt(old, change, translatable, text)
            if inner is not old:
                changed[name] = inner
        new = value.model_copy(update=changed) if changed else value
    elif isinstance(value, list | tuple):
        items = [rebuilt(item, change, translatable, is_text) for item in value]
        if any(item is not old for item, old in zip(items, value, strict=True)):
            new = type(value)(items)
    elif isinstance(value, dict):
        inside = {name: rebuilt(old, change, translatable, is_text) for name, old in value.items()}
        new = inside if any(inside[name] is not old for name, old in value.items()) else value
    return new  # type: ignore[no-any-return]
