"""The models as an editor shows them: which model a value has, and its fields in their order."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.kinds.base import MaterialBase
from handbill.model.case import AdjudicatedCase, Case, Scenario
from handbill.model.fields import bounds, marks, members, plain, tag_of

_OWN_BEFORE: dict[type[BaseModel], str] = {MaterialBase: "claims", Case: "pattern"}
"""Base of several models → the field that their own fields stand before."""
_AFTER: dict[type[BaseModel], dict[str, str]] = {
    AdjudicatedCase: {
        "name": "title",
        "money": "pattern",
        "background": "actions",
        "mark": "order",
        "editor_note": "mark",
    },
    Scenario: {"right": "tells", "status": "order"},
}
"""Fields that are read after another than the one they are declared after."""


def model_of(annotation: Any, data: dict[str, Any]) -> type[BaseModel] | None:
    """Returns the model of a mapping; None where its keys are free, or its kind is not known."""
    models = members(annotation)
    if len(models) < 2:
        return models[0] if models else None
    return next(
        (
            one
            for one in models
            if (tag := tag_of(one))[0] and str(data.get(tag[0], "")).strip() == tag[1]
        ),
        None,
    )


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Returns the fields of a model in the order they are written and asked for."""
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
    if tag := tag_of(model)[0]:
        names.remove(tag)
        names.insert(0, tag)
    return {name: fields[name] for name in names}


def longest(field: FieldInfo | None, annotation: Any) -> int:
    """Items that a list may have; 0 where nothing is said."""
    annotation = plain(annotation)
    if get_origin(annotation) is tuple:
        return len(get_args(annotation))
    if get_origin(annotation) is not list or field is None:
        return 0
    return int(bounds(field.metadata).get("max_length", 0))


def is_marked(annotation: Any, field: FieldInfo | None, mark: type) -> bool:
    """Returns whether a type is one of those that carry a mark of `model.text`, such as
    LongText."""
    return any(isinstance(one, mark) for one in marks(annotation, field))
