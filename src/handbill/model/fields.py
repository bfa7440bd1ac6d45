"""The types of fields: the models in them, what they are marked with, their bounds."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

_BOUNDS = ("min_length", "max_length", "ge", "gt", "le", "pattern")


def plain(annotation: Any) -> Any:
    """Return a type without Annotated and without `| None`."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        members = [one for one in get_args(annotation) if one is not type(None)]
        if len(members) == 1:
            return plain(members[0])
    return annotation


def members(annotation: Any) -> list[type[BaseModel]]:
    """Return the models of a union of models, or the model itself; none for any other type."""
    annotation = plain(annotation)
    union = get_origin(annotation) in (Union, types.UnionType)
    candidates = get_args(annotation) if union else (annotation,)
    return [one for one in candidates if isinstance(one, type) and issubclass(one, BaseModel)]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Find the models that a type names, those of its items included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from models_in(part)


@cache
def known_names(annotation: Any) -> frozenset[str]:
    """Return every field name that can stand anywhere in a value of this type."""
    seen: dict[type[BaseModel], None] = {}
    waiting = list(models_in(annotation))
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen[model] = None
            for field in model.model_fields.values():
                waiting += models_in(field.annotation)
    return frozenset(name for model in seen for name in model.model_fields)


def tag_of(model: type[BaseModel]) -> tuple[str, str]:
    """Return the field that says which model of several a value has, and what it says there:
    `kind` of materials, `type` of cases; twice "" where there is none."""
    for name in ("kind", "type"):
        field = model.model_fields.get(name)
        values = get_args(field.annotation) if field else ()
        if field and len(values) == 1 and get_origin(field.annotation) is Literal:
            return name, str(values[0])
    return "", ""


def marks(
    annotation: Any, field: FieldInfo | None = None, *, deep: bool = False
) -> Iterator[object]:
    """Find what a type and its field are marked with (Annotated); deep: the items of lists too."""
    yield from field.metadata if field else ()
    yield from getattr(annotation, "__metadata__", ())
    if deep or get_origin(annotation) not in (list, dict, tuple):
        for part in get_args(annotation):
            yield from marks(part, deep=deep)


def bounds(marks: Iterable[object]) -> dict[str, Any]:
    """Return the bounds that marks set: min_length, max_length, ge, gt, le, pattern."""
    return {
        name: value
        for mark in marks
        for one in getattr(mark, "metadata", [mark])
        for name in _BOUNDS
        if (value := getattr(one, name, None)) is not None
    }
