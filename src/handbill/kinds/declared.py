"""A declaration becomes a kind: the type of its materials, and the class that reckons for it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import create_model

from handbill.kinds.base import Kind, MaterialBase
from handbill.kinds.comic import Comic
from handbill.kinds.lesson import Lesson
from handbill.kinds.script import Script
from handbill.kinds.ticker import Ticker
from handbill.model.campaign import Heading
from handbill.model.kind import SHAPES, CopyField, KindFile
from handbill.model.text import Line, Model, OneSentence, Paragraphs, Prose, Slug, described

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
        "形式", "A line to write on, a date, a box to tick, or several lines", default="line"
    )
    half: bool = described("只占半行", "Takes half a line", default=False)


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
    records = _Records(name, file)
    fields: dict[str, Any] = {
        "kind": (Literal[name], described("种类", "Kind")),
        **{one: records.field((one,), field) for one, field in file.fields.items()},
    }
    model: Any = create_model(
        records.name(()),
        __base__=MaterialBase,
        __doc__=f"{file.title.zh} / {file.title.en}",
        __module__=__name__,
        **fields,
    )
    values = {one: getattr(file, one) for one in KindFile.model_fields}
    kind = CLASSES.get(file.reckoning or "", Kind).model_construct(name=name, model=model, **values)
    model.declared = kind
    return kind


class _Records:
    """Makes the types of a kind's groups; those that are alike have one."""

    def __init__(self, kind: str, file: KindFile) -> None:
        self._kind = kind
        self._file = file
        self._made: dict[tuple[str, ...], type[Model]] = {}

    def name(self, path: tuple[str, ...]) -> str:
        """Returns the name of a type: table-tent, parts → TableTentParts."""
        words = "-".join((self._kind, *path)).replace("_", "-").split("-")
        return "".join(map(str.capitalize, words))

    def field(self, path: tuple[str, ...], field: CopyField) -> tuple[Any, Any]:
        """Returns the type of a field and its help, as pydantic takes them."""
        many, optional = SHAPES[field.type].many, field.optional
        item: Any = _ITEMS.get(field.type)
        default: Any = ... if not optional else list if many else None
        if field.type == "choice":
            item, default = Literal[tuple(field.choices)], field.choices[0] if optional else ...
        elif field.type == "flag":
            default = False
        elif item is None:
            item = self._record((field.like,) if field.like else path, field)
        least, most = ("min_length", "max_length") if many else ("ge", "le")
        bounds = {least: field.min, most: field.max}
        given: dict[str, Any] = {name: bound for name, bound in bounds.items() if bound is not None}
        annotation = list[item] if many else item | None if default is None else item
        if field.type == "lines" and field.transcript in ("sentence", "in_one"):
            annotation = Annotated[annotation, OneSentence()]
        said = field.help
        return annotation, described(said.zh, said.en, default, example=field.example, **given)

    def _record(self, path: tuple[str, ...], field: CopyField) -> type[Model]:
        """Returns the type of a group. path: of the group that has its fields."""
        if path not in self._made:
            inside = self._file.inside(field)
            made: dict[str, Any] = {
                one: self.field((*path, one), inner) for one, inner in inside.items()
            }
            meant = self._file.fields[field.like] if field.like else field
            self._made[path] = create_model(
                self.name(path), __base__=Model, __doc__=meant.help.en, __module__=__name__, **made
            )
        return self._made[path]
