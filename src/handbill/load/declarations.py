"""What is wrong with a declaration of a kind, beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from handbill.kinds.base import MaterialBase, is_taken
from handbill.kinds.declared import CLASSES
from handbill.load.marks import Marks, Path
from handbill.load.validate import near
from handbill.model.kind import ENTRIES, SHAPES, SILENT, CopyField, KindFile, Shape
from handbill.model.text import Model
from handbill.problems import Both, Problem

_NEEDS = Both("要写 ", "needs ")
_REFUSES = Both("不用写 ", "takes no ")


def faults(kind: KindFile, marks: Marks) -> Iterator[Problem]:
    """Yields every fault of a declaration: E724 and E741 to E746."""
    for code, path, details in (
        *_fields(kind),
        *_named_fields(kind),
        *_reckoning(kind),
        *_sizes(kind),
    ):
        span = marks.key_span(path) if code == "E744" else marks.span(path)
        yield Problem(code, span, **details)


Fault = tuple[str, Path, dict[str, object]]


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
    if inner and field.type in ("contacts", "strips"):
        yield "type", Both("只能在最外层，不能在组里；改 ", "stands outside groups only; change ")
    yield from _misfits_of_group(kind, field, own, inner)
    yield from _misfits_of_transcript(field, shape, siblings)
    if field.min is not None and field.max is not None and field.min > field.max:
        yield "max", Both("不能小于 min；改 ", "is not less than min; change ")
    if field.type == "choice" and not field.choices:
        yield "choices", _NEEDS
    counted = shape.many or field.type == "number"
    for key, given, fits in (
        ("choices", bool(field.choices), field.type == "choice"),
        ("min", field.min is not None, counted),
        ("max", field.max is not None, counted),
        ("budget", field.budget is not None, shape.texts),
        ("budgets", bool(field.budgets), field.budgets.keys() <= set(shape.budgets)),
        ("spoken", field.spoken, shape.texts),
        ("display", field.display, field.type == "lines"),
        ("sum", field.sum is not None, field.type == "number"),
    ):
        if given and not fits:
            yield key, _REFUSES


def _misfits_of_group(
    kind: KindFile, field: CopyField, own: str, inner: bool
) -> Iterator[tuple[str, Both]]:
    record = field.type in ("group", "groups")
    if record and not field.fields and not field.like:
        yield "fields", _NEEDS
    if field.fields and (not record or field.like):
        yield "fields", _REFUSES
    if field.like:
        like = kind.fields.get(field.like)
        if not record or inner:
            yield "like", _REFUSES
        elif like is not None and (not like.fields or field.like == own):
            said = Both("要像一个写了 fields 的组；改 ", "is like a group with fields; change ")
            yield "like", said


def _misfits_of_transcript(
    field: CopyField, shape: Shape, siblings: dict[str, CopyField]
) -> Iterator[tuple[str, Both]]:
    reading, title = field.transcript, siblings.get("title")
    if reading and reading not in shape.readings:
        yield "transcript", Both(f"不能读成 {reading}；改 ", f"is not read as {reading}; change ")
    if reading == "titled" and (not title or title.type != "line" or title.optional):
        said = Both(
            "旁边要有必填的 title（line）；改 ",
            "goes with a title (line) that is required; change ",
        )
        yield "transcript", said


def _named_fields(kind: KindFile) -> Iterator[Fault]:
    """Yields E742 for a field that is named and not declared, E745 for one that nobody hears."""
    outer = list(kind.fields)
    every = [name for name, _, _ in kind.walk()]
    numbers = [name for name, _, field in kind.walk() if field.type == "number" and "." in name]

    def unknown(path: Path, name: str, known: Collection[str]) -> Iterator[Fault]:
        if name not in known:
            details: dict[str, object] = {"name": name, "known": list(known)}
            yield "E742", path, {**details, "suggestion": near(name, known)}

    def each(key: str, names: Iterable[str], known: Collection[str]) -> Iterator[Fault]:
        for index, name in enumerate(names):
            yield from unknown((key, index), name, known)

    yield from each("transcript", kind.transcript, [*outer, *ENTRIES])
    yield from each("text_file", kind.text_file, outer)
    yield from each("one_of", kind.one_of, [one for one in outer if kind.fields[one].optional])
    for name, path, field in kind.walk():
        if field.like:
            yield from unknown((*path, "like"), field.like, outer)
        if field.sum:
            yield from unknown((*path, "sum"), field.sum, numbers)
        silent = field.type in SILENT or field.transcript == "no"
        if "." not in name and not silent and name not in kind.reading_order and not kind.reckoning:
            yield "E745", path, {"name": name}
    for at, one, known in _names_of_budgets(kind, every):
        yield from unknown(at, one, known)


def _names_of_budgets(
    kind: KindFile, every: list[str]
) -> Iterator[tuple[Path, str, Collection[str]]]:
    """Yields what budgets name, with its path and what it may be."""
    for name, joint in kind.budgets.items():
        for index, one in enumerate(joint.of):
            yield ("budgets", name, "of", index), one, ["title", *every]
        if joint.when:
            yield ("budgets", name, "when"), joint.when, list(kind.fields)
    for size, declared in kind.sizes.items():
        for name in declared.budgets:
            yield ("sizes", size, "budgets", name), name, list(kind.rooms)


def _reckoning(kind: KindFile) -> Iterator[Fault]:
    """Yields E741 for a class that is not there, E746 for a field that it needs and has not."""
    if kind.reckoning is None:
        return
    if kind.reckoning not in CLASSES:
        known = list(CLASSES)
        details: dict[str, object] = {
            "name": kind.reckoning,
            "known": known,
            "suggestion": near(kind.reckoning, known),
        }
        yield "E741", ("reckoning",), details
        return
    declared = {name: field for name, _, field in kind.walk()}
    for name, wanted in CLASSES[kind.reckoning].needs.items():
        field = declared.get(name)
        if (
            field is None
            or field.type != wanted.rstrip("?")
            or (field.optional and wanted[-1] != "?")
        ):
            details = {"reckoning": kind.reckoning, "name": name, "type": wanted.rstrip("?")}
            yield "E746", ("reckoning",), details


def _sizes(kind: KindFile) -> Iterator[Fault]:
    """Yields E724 for sizes that are drawn at another scale than a PDF can have."""
    if kind.medium == "screen":
        return
    for name, size in kind.sizes.items():
        if not size.scale_is_right:
            yield (
                "E724",
                ("sizes", name),
                {
                    "size": name,
                    "scale": f"1:{1 / size.scale:g}",
                    "metres": f"{max(size.width, size.height) / 1000:g}",
                },
            )
