"""Finds the field of a model that a validation error points to, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.load.marks import Path
from handbill.model.fields import members, plain, tag_of
from handbill.problems import Both


@dataclass(frozen=True)
class Position:
    """Where a validation error points.

    path: into the data, without the tags pydantic puts into its `loc`. owner: the model whose
    field it is, and None where there is none (items of lists). field: None for an unknown name.
    annotation: type of the value there. is_key: whether a mapping's key is meant, not its value.
    known: names that may stand there.
    """

    path: Path
    owner: type[BaseModel] | None
    field: FieldInfo | None
    annotation: Any
    is_key: bool = False
    known: tuple[str, ...] = ()


def locate(annotation: Any, loc: tuple[int | str, ...]) -> Position:
    """The place that a pydantic `loc` means in a value of type `annotation`."""
    path: list[str | int] = []
    owner: type[BaseModel] | None = None
    field: FieldInfo | None = None
    is_key = False
    known: tuple[str, ...] = ()
    for element in loc:
        annotation = plain(annotation)
        models = members(annotation)
        tagged = {tag_of(one)[1]: one for one in models if len(models) > 1}
        if element in tagged:
            annotation = tagged[str(element)]
            continue
        if element == "[key]":
            is_key = True
            continue
        path.append(element)
        owner, field, known = None, None, ()
        origin, arguments = get_origin(annotation), get_args(annotation)
        if models:
            owner = models[0]
            field, known = owner.model_fields.get(str(element)), tuple(owner.model_fields)
            annotation = field.annotation if field else Any
        elif origin is list:
            annotation = arguments[0]
        elif origin is dict:
            annotation = arguments[1]
        elif origin is tuple and isinstance(element, int) and element < len(arguments):
            annotation = arguments[element]
        else:
            known = tuple(getattr(annotation, "__match_args__", ()))  # of a text in two languages
            annotation = Any
    return Position(tuple(path), owner, field, plain(annotation), is_key, known)


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
