"""A declaration becomes a kind: the type of its materials, and the class that reckons for it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import create_model

from handbill.kinds.base import Kind, MaterialBase
from handbill.kinds.comic import Comic
from handbill.kinds.lesson import Lesson
from handbill.kinds.script import Script
from handbill.kinds.ticker import Ticker
from handbill.model.campaign import Heading
from handbill.model.kind import SHAPES, CopyField, KindFile
from handbill.model.text import Line, Model, Paragraphs, Prose, Slug, described

CLASSES: dict[str, type[Kind]] = {
    "comic": Comic,
    "lesson": Lesson,
    "script": Script,
    "ticker": Ticker,
}
"""Classes that a declaration may name as its `reckoning`."""


class FormField(Model):
    """A field to fill in by hand. No identity number: see the fact sheet."""

    label: Line = described("名称", "Label", example="房屋地址")
    type: Literal["line", "date", "tick", "lines"] = described(
        "形式", "A line to write on, a date, a box to tick, or several lines", "line"
    )
    half: bool = described("只占半行", "Takes half a line", False)


_ITEMS: dict[str, Any] = {
    "line": Line,
    "lines": Line,
    "prose": Prose,
    "paragraphs": Paragraphs,
    "headings": Heading,
    "blanks": FormField,
    "number": int,
    "flag": bool,
    "contacts": Slug,
    "strips": Slug,
}
"""Type of a field → type of its value, or of the items of its list."""


def kind_of(name: str, file: KindFile) -> Kind:
    """Returns the kind that a declaration without faults declares; name: of its folder."""
    groups: dict[str, type[Model]] = {}
    fields = {one: _field(name, (one,), field, file, groups) for one, field in file.fields.items()}
    own: dict[str, Any] = {"kind": (Literal[name], described("种类", "Kind"))}
    model: Any = create_model(  # type: ignore[call-overload]
        _class_name(name),
        __base__=MaterialBase,
        __doc__=f"{file.title.zh} / {file.title.en}",
        __module__=__name__,
        **own,
        **fields,
    )
    values = {one: getattr(file, one) for one in KindFile.model_fields}
    kind = CLASSES.get(file.reckoning or "", Kind).model_construct(name=name, model=model, **values)
    model.declared = kind
    return kind


def _class_name(*parts: str) -> str:
    """table-tent, parts → TableTentParts."""
    return "".join(
        word.capitalize() for part in parts for word in part.replace("_", "-").split("-")
    )


def _field(
    kind: str,
    path: tuple[str, ...],
    field: CopyField,
    file: KindFile,
    groups: dict[str, type[Model]],
) -> tuple[Any, Any]:
    """Returns the type of a field and its help, as pydantic takes them. groups: types made for the
    kind so far, by name: groups that are alike share one."""
    many, optional = SHAPES[field.type].many, field.optional
    item: Any = _ITEMS.get(field.type)
    if field.type == "choice":
        item = Literal[tuple(field.choices)]
    elif item is None:
        item = _record(kind, (field.like,) if field.like else path, field, file, groups)
    default: Any = ...
    if field.type == "flag":
        default = False
    elif many and optional:
        default = list
    elif optional:
        default = field.choices[0] if field.type == "choice" else None
    least, most = ("min_length", "max_length") if many else ("ge", "le")
    bounds = {least: field.min, most: field.max}
    settings: dict[str, Any] = {name: bound for name, bound in bounds.items() if bound is not None}
    annotation = list[item] if many else item
    if optional and not many and field.type not in ("choice", "flag"):
        annotation = annotation | None
    zh, en = field.help.zh, field.help.en
    return annotation, described(zh, en, default, example=field.example, **settings)


def _record(
    kind: str,
    path: tuple[str, ...],
    field: CopyField,
    file: KindFile,
    groups: dict[str, type[Model]],
) -> type[Model]:
    """Returns the type of a group."""
    name = _class_name(kind, *path)
    if name not in groups:
        inside = file.inside(field).items()
        made = {one: _field(kind, (*path, one), inner, file, groups) for one, inner in inside}
        meant = file.fields[field.like] if field.like else field
        groups[name] = create_model(  # type: ignore[call-overload]
            name, __base__=Model, __doc__=meant.help.en, __module__=__name__, **made
        )
    return groups[name]
