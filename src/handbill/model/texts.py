"""The texts of a model, wherever they stand in it: to translate them, or to list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from handbill.model.text import Model, Translatable

T = TypeVar("T")


def _marked(annotation: Any) -> bool:
    return any(isinstance(part, Translatable) or _marked(part) for part in get_args(annotation))


@cache
def text_fields(model: type[Model]) -> frozenset[str]:
    """Names of the fields of a model that hold text to be translated."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(one, Translatable) for one in field.metadata) or _marked(field.annotation)
    )


def texts(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Every text below a model with its path and its field (pydantic's FieldInfo)."""
    if isinstance(value, Model):
        names = text_fields(type(value))
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            if name in names:
                yield from _strings(inner, (*path, name), field)
            yield from texts(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, (*path, name))


def _strings(
    value: object, path: tuple[str | int, ...], field: Any
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    if isinstance(value, str):
        yield path, value, field
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index), field)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _strings(item, (*path, name), field)


def with_texts(value: T, change: Callable[[str], str], is_text: bool = False) -> T:
    """A copy of a model in which `change` has been made to every text."""
    made: Any
    if isinstance(value, str):
        made = change(value) if is_text else value
    elif isinstance(value, Model):
        names = text_fields(type(value))
        update = {
            name: new
            for name in type(value).model_fields
            if (new := with_texts(old := getattr(value, name), change, name in names)) is not old
        }
        made = value.model_copy(update=update) if update else value
    elif isinstance(value, list | tuple):
        items = [with_texts(item, change, is_text) for item in value]
        made = (
            value
            if all(new is old for new, old in zip(items, value, strict=True))
            else type(value)(items)
        )
    elif isinstance(value, dict):
        made = {name: with_texts(item, change, is_text) for name, item in value.items()}
    else:
        made = value
    return made  # type: ignore[no-any-return]
