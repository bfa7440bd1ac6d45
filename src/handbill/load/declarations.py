"""What is wrong with a declaration of a kind, beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from handbill.kinds.base import MaterialBase, is_taken
from handbill.kinds.declared import CLASSES
from handbill.load.marks import Marks, Path
from handbill.load.validate import near
from handbill.model.kind import ENTRIES, SHAPES, SILENT, CopyField, KindFile
from handbill.model.text import Model
from handbill.problems import Both, Problem

_NEEDS = Both("要写 ", "needs ")
_REFUSES = Both("不用写 ", "takes no ")


def faults(kind: KindFile, marks: Marks) -> Iterator[Problem]:
    """Yields every fault of a declaration: E724 and E741 to E746."""
    for code, path, details in (
        *_fields(kind),
        *_named_fields(kind),
        *_unheard(kind),
        *_reckoning(kind),
        *_sizes(kind),
    ):
        yield Problem(code, marks.key_span(path) if code == "E744" else marks.span(path), **details)


Fault = tuple[str, Path, dict[str, Any]]


def _fields(kind: KindFile) -> Iterator[Fault]:
    """Yields E744 for names that are taken, E743 for what a type does not go with."""
    for name, path, field in kind.walk():
        inner = len(path) > 2
        own = path[-1]
        if is_taken(own, Model if inner else MaterialBase):
            yield "E744", path, {"name": own}
        siblings = kind.fields
        for step in path[1:-1:2]:
            siblings = siblings[step].fields
        for key, said in _misfits(kind, field, own, inner, siblings):
            told = Both(f"{said.zh}{key}", f"{said.en}{key}")
            yield "E743", (*path, key), {"name": name, "type": field.type, "found": told}


def _misfits(
    kind: KindFile, field: CopyField, own: str, inner: bool, siblings: dict[str, CopyField]
) -> Iterator[tuple[str, Both]]:
    """Yields keys of a field that its type needs or refuses."""
    shape = SHAPES[field.type]
    counted = shape.many or field.type == "number"
    if inner and field.type in ("contacts", "strips"):
        yield "type", Both("只能在最外层，不能在组里；改 ", "stands outside groups only; change ")
    if field.type == "choice" and not field.choices:
        yield "choices", _NEEDS
    for key, given, fits in (
        ("choices", bool(field.choices), field.type == "choice"),
        ("min", field.min is not None, counted),
        ("max", field.max is not None, counted),
        ("budget", field.budget is not None, shape.texts),
        ("budgets", bool(field.budgets), field.budgets.keys() <= set(shape.budgets)),
        ("spoken", field.spoken, shape.texts),
        ("display", field.display, field.type == "lines"),
        ("known", field.known, field.type == "contacts"),
        ("sum", field.sum is not None, field.type == "number"),
    ):
        if given and not fits:
            yield key, _REFUSES
    if field.min is not None and field.max is not None and field.min > field.max:
        yield "max", Both("不能小于 min；改 ", "is not less than min; change ")
    yield from _record(kind, field, own, inner)
    yield from _reading(field, siblings)


def _record(kind: KindFile, field: CopyField, own: str, inner: bool) -> Iterator[tuple[str, Both]]:
    """Yields what is wrong with the fields of a group, or with what only a group has."""
    record = field.type in ("group", "groups")
    if record and not field.fields and not field.like:
        yield "fields", _NEEDS
    if field.fields and (not record or field.like):
        yield "fields", _REFUSES
    if field.like and (not record or inner):
        yield "like", _REFUSES
    elif field.like in kind.fields and (field.like == own or not kind.fields[field.like].fields):
        said = Both("要像另一个写了 fields 的组；改 ", "is like another group with fields; change ")
        yield "like", said


def _reading(field: CopyField, siblings: dict[str, CopyField]) -> Iterator[tuple[str, Both]]:
    """Yields what is wrong with how the transcript is to read a field."""
    if field.transcript and field.transcript not in SHAPES[field.type].readings:
        yield (
            "transcript",
            Both(
                f"不能读成 {field.transcript}；改 ", f"is not read as {field.transcript}; change "
            ),
        )
    title = siblings.get("title")
    if field.transcript == "titled" and (not title or title.type != "line" or title.optional):
        yield (
            "transcript",
            Both(
                "旁边要有必填的 title（line）；改 ",
                "goes with a title (line) that is required; change ",
            ),
        )


def _named_fields(kind: KindFile) -> Iterator[Fault]:
    """Yields E742 for every field that is named somewhere and not declared."""
    outer = list(kind.fields)
    every = [name for name, _, _ in kind.walk()]
    numbers = [name for name, _, field in kind.walk() if field.type == "number" and "." in name]
    optional = [name for name, field in kind.fields.items() if field.optional]
    found: list[tuple[Path, str, Collection[str]]] = []
    for key, names, known in (
        ("transcript", kind.transcript, [*outer, *ENTRIES]),
        ("text_file", kind.text_file, outer),
        ("one_of", kind.one_of, optional),
    ):
        found += [((key, index), name, known) for index, name in enumerate(names)]
    for _, path, field in kind.walk():
        found += [((*path, "like"), field.like, outer)] if field.like else []
        found += [((*path, "sum"), field.sum, numbers)] if field.sum else []
    for name, joint in kind.budgets.items():
        at = ("budgets", name)
        found += [
            ((*at, "of", index), one, ["title", *every]) for index, one in enumerate(joint.of)
        ]
        found += [((*at, "when"), joint.when, outer)] if joint.when else []
    for size, sheet in kind.sizes.items():
        rooms = list(kind.rooms)
        found += [(("sizes", size, "budgets", name), name, rooms) for name in sheet.budgets]
    for place, name, choices in found:
        if name not in choices:
            details = {"name": name, "known": list(choices), "suggestion": near(name, choices)}
            yield "E742", place, details


def _unheard(kind: KindFile) -> Iterator[Fault]:
    """Yields E745 for a text of the sheet that the transcript leaves out."""
    for name, field in kind.fields.items() if not kind.reckoning else ():
        silent = field.type in SILENT or field.transcript == "no"
        if not silent and name not in kind.reading_order:
            yield "E745", ("fields", name), {"name": name}


def _reckoning(kind: KindFile) -> Iterator[Fault]:
    """Yields E741 for a class that is not there, E746 for a field that it needs and has not."""
    own = kind.reckoning
    if own is None:
        return
    if own not in CLASSES:
        known = list(CLASSES)
        yield "E741", ("reckoning",), {"name": own, "known": known, "suggestion": near(own, known)}
        return
    declared = {name: field for name, _, field in kind.walk()}
    for name, needed in CLASSES[own].needs.items():
        field, wanted = declared.get(name), needed.rstrip("?")
        if field is None or field.type != wanted or (field.optional and needed == wanted):
            yield "E746", ("reckoning",), {"reckoning": own, "name": name, "type": wanted}


def _sizes(kind: KindFile) -> Iterator[Fault]:
    """Yields E724 for sizes that are drawn at another scale than a PDF can have."""
    for name, size in kind.sizes.items() if kind.medium == "paper" else ():
        if not size.scale_is_right:
            metres = f"{max(size.width, size.height) / 1000:g}"
            scale = f"1:{1 / size.scale:g}"
            yield "E724", ("sizes", name), {"size": name, "scale": scale, "metres": metres}
