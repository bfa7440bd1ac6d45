"""The models as an editor shows them: which model a value has, and its fields in their order."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.kinds.base import MaterialBase
from handbill.load.fields import members, plain
from handbill.model.case import AdjudicatedCase, Case, Scenario

_OWN_BEFORE: dict[type[BaseModel], str] = {MaterialBase: "claims", Case: "tricks"}
"""Base of several models → the field that their own fields stand before."""
_AFTER: dict[type[BaseModel], dict[str, str]] = {
    AdjudicatedCase: {
        "name": "title",
        "money": "tricks",
        "background": "actions",
        "mark": "status",
        "editor_note": "mark",
    },
    Scenario: {"right": "tells"},
}
"""Fields that are read after another than the one they are declared after."""


def tag_field(model: type[BaseModel]) -> str | None:
    """The field that says which model of several a value has: `kind` of materials, `type` of
    cases."""
    return next(
        (
            name
            for name in ("kind", "type")
            if name in model.model_fields
            and len(get_args(model.model_fields[name].annotation)) == 1
            and get_origin(model.model_fields[name].annotation) is Literal
        ),
        None,
    )


def tag_of(model: type[BaseModel]) -> str:
    """What that field says in this model."""
    name = tag_field(model)
    return str(get_args(model.model_fields[name].annotation)[0]) if name else ""


def model_of(annotation: Any, data: dict[str, Any]) -> type[BaseModel] | None:
    """The model of a mapping; None where its keys are free, or its kind is not known."""
    models = members(annotation)
    if len(models) < 2:
        return models[0] if models else None
    return next(
        (
            one
            for one in models
            if (name := tag_field(one)) and str(data.get(name, "")).strip() == tag_of(one)
        ),
        None,
    )


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model in the order they are written and asked for."""
    fields = model.model_fields
    names = list(fields)
    for base, before in _OWN_BEFORE.items():
        if issubclass(model, base) and model is not base:
            own = [name for name in names if name not in base.model_fields]
            shared = [name for name in names if name in base.model_fields]
            at = shared.index(before)
            names = [*shared[:at], *own, *shared[at:]]
    for name, after in _AFTER.get(model, {}).items():
        names.remove(name)
        names.insert(names.index(after) + 1, name)
    if tag := tag_field(model):
        names.remove(tag)
        names.insert(0, tag)
    return {name: fields[name] for name in names}


def limits(field: FieldInfo | None) -> dict[str, Any]:
    """The bounds that a field's declaration sets: min_length, max_length, ge, le, pattern."""
    found: dict[str, Any] = {}
    for mark in field.metadata if field else ():
        for name in ("min_length", "max_length", "ge", "le", "pattern"):
            if (value := getattr(mark, name, None)) is not None:
                found[name] = value
    return found


def longest(field: FieldInfo | None, annotation: Any) -> int:
    """Items that a list may have; 0 where nothing is said."""
    annotation = plain(annotation)
    if get_origin(annotation) is tuple:
        return len(get_args(annotation))
    return int(limits(field).get("max_length", 0)) if get_origin(annotation) is list else 0


def is_marked(annotation: Any, field: FieldInfo | None, mark: type) -> bool:
    """Whether a type is one of those that carry a mark of `model.text`, such as LongText."""
    return any(
        isinstance(one, mark)
        for one in (*(field.metadata if field else ()), *_metadata(annotation))
    )


def _metadata(annotation: Any) -> list[Any]:
    own = list(getattr(annotation, "__metadata__", ()))
    if get_origin(annotation) in (list, dict, tuple):
        return own
    return own + [mark for part in get_args(annotation) for mark in _metadata(part)]
