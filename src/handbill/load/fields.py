"""Walks the models: which field stands at a place, which names are known there."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.load.marks import Path
from handbill.problems import Both


@dataclass(frozen=True)
class Place:
    """Where a validation error points.

    path: into the data, without the tags pydantic puts into its `loc`. owner: the model whose
    field it is, and None where there is none (items of lists). field: None for an unknown name.
    annotation: type of the value there. is_key: whether a mapping's key is meant, not its value.
    """

    path: Path
    owner: type[BaseModel] | None
    field: FieldInfo | None
    annotation: Any
    is_key: bool = False


def plain(annotation: Any) -> Any:
    """A type without Annotated and without `| None`."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        members = [one for one in get_args(annotation) if one is not type(None)]
        if len(members) == 1:
            return plain(members[0])
    return annotation


def members(annotation: Any) -> list[type[BaseModel]]:
    """The models of a union of models, or the model itself; none for any other type."""
    annotation = plain(annotation)
    candidates = (
        get_args(annotation)
        if get_origin(annotation) in (Union, types.UnionType)
        else (annotation,)
    )
    return [one for one in candidates if isinstance(one, type) and issubclass(one, BaseModel)]


def _tags(model: type[BaseModel]) -> set[object]:
    return {
        value
        for field in model.model_fields.values()
        if get_origin(field.annotation) is Literal
        for value in get_args(field.annotation)
    }


def locate(annotation: Any, loc: tuple[int | str, ...]) -> Place:
    """The place that a pydantic `loc` means in a value of type `annotation`."""
    path: list[str | int] = []
    owner: type[BaseModel] | None = None
    field: FieldInfo | None = None
    is_key = False
    for element in loc:
        annotation = plain(annotation)
        models = members(annotation)
        if len(models) > 1 and any(element in _tags(one) for one in models):
            annotation = next(one for one in models if element in _tags(one))
            continue
        if element == "[key]":
            is_key = True
            continue
        path.append(element)
        owner, field = None, None
        origin, arguments = get_origin(annotation), get_args(annotation)
        if models:
            owner = models[0]
            field = owner.model_fields.get(str(element))
            annotation = field.annotation if field else Any
        elif origin is list:
            annotation = arguments[0]
        elif origin is dict:
            annotation = arguments[1]
        elif origin is tuple and isinstance(element, int) and element < len(arguments):
            annotation = arguments[element]
        else:
            annotation = Any
    return Place(tuple(path), owner, field, plain(annotation), is_key)


@cache
def known_names(annotation: Any) -> frozenset[str]:
    """Every field name that can stand anywhere in a value of this type."""
    names: set[str] = set()
    seen: set[object] = set()
    waiting: list[Any] = [annotation]
    while waiting:
        one = plain(waiting.pop())
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in seen:
                seen.add(one)
                names |= one.model_fields.keys()
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += [inner for inner in typing.get_args(one) if not isinstance(inner, str)]
    return frozenset(names)


def label(name: object, field: FieldInfo | None) -> Both:
    """A field with its meaning: title（标题） / title (Title on pages)."""
    if field is None or not field.title:
        return Both(str(name), str(name))
    english = (
        field.json_schema_extra.get("description_en", "")
        if isinstance(field.json_schema_extra, dict)
        else ""
    )
    return Both(f"{name}（{field.title}）", f"{name} ({english})" if english else str(name))
