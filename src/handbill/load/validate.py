"""Data → typed models. Every error of pydantic becomes a problem of ours, at its line and column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from handbill.load import hints
from handbill.load.fields import Position, label, locate
from handbill.load.files import FILES, PLACES
from handbill.load.fullwidth import bullet, halfwidth, key_problem
from handbill.load.marks import Path
from handbill.load.yaml_source import MOST, Document, describe, uncounted
from handbill.model.fields import known_names
from handbill.model.place import LEVEL_WORDS, Place
from handbill.problems import Both, Problem, ProblemsFound, Span
from handbill.words.tags import likely_country, likely_language

ERROR_TYPES = {
    "missing": "E202",
    "extra_forbidden": "E201",
    "unexpected_keyword_argument": "E201",
    "string_type": "E203",
    "list_type": "E204",
    "tuple_type": "E204",
    "model_type": "E205",
    "dataclass_type": "E205",
    "model_attributes_type": "E205",
    "dict_type": "E205",
    "int_parsing": "E212",
    "int_type": "E212",
    "int_parsing_size": "E212",
    "int_from_float": "E212",
    "float_parsing": "E219",
    "float_type": "E219",
    "finite_number": "E219",
    "bool_parsing": "E213",
    "bool_type": "E213",
    "literal_error": "E214",
    "union_tag_invalid": "E214",
    "union_tag_not_found": "E215",
    "too_short": "E216",
    "too_long": "E217",
    "greater_than_equal": "E218",
    "less_than_equal": "E218",
    "greater_than": "E218",
    "less_than": "E218",
    "string_pattern_mismatch": "E219",
    "date_type": "E210",
    "date_parsing": "E210",
    "date_from_datetime_parsing": "E210",
    "date_from_datetime_inexact": "E210",
    "empty": "E206",
    "one-line": "E207",
    "slug": "E208",
    "url": "E209",
    "date": "E210",
    "day": "E218",
    "telephone": "E211",
    "hotline": "E408",
    "language": "E220",
    "country": "E221",
    "deceptive": "E160",
    "spreadsheet": "E161",
    "version": "E219",
}
"""Error types of pydantic, then those of `model.text` and `model.place` → code. A type that is not
there becomes E219, a value not written as its field asks; a test holds the table to the models."""
_OF_TEXT = tuple(f"E{number}" for number in (*range(206, 215), 220, 221, 160, 161, 408))

_WRONG_SHAPE = ("E203", "E204", "E205", "E212", "E213", "E210", "E214", "E219")
_TYPED = ("E208", "E210", "E211", "E212", "E213", "E214", "E219", "E220", "E221")


_SINGLY = 3
"""Up to so many missing fields of one thing are told one by one."""

_ADAPTERS: dict[int, tuple[TypeAdapter[Any], Any]] = {}


def adapter(annotation: Any) -> TypeAdapter[Any]:
    """The validator of a file's type, made once. (Annotated types may not be hashable.)"""
    found = _ADAPTERS.get(id(annotation))
    if found is None:
        found = _ADAPTERS[id(annotation)] = (TypeAdapter(annotation), annotation)
    return found[0]


def validate(document: Document, annotation: Any) -> tuple[Any, list[Problem]]:
    """The document as a value of type `annotation`, or all that keeps it from being one."""
    try:
        return adapter(annotation).validate_python(document.data), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    problems = [_problem(one, document, annotation) for one in found[:MOST]]
    return None, [*_without_echoes(problems), *uncounted(len(found), document.marks.file)]


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Leave out what another problem explains: a field that is missing because its name was
    mistyped."""
    explained = {
        (one.details.get("owner"), one.details.get("meant"))
        for one in problems
        if one.code == "E201" and one.details.get("meant")
    }
    kept = [
        one
        for one in problems
        if not (one.code == "E202" and (one.details["owner"], one.details["name"]) in explained)
    ]
    single = {(one.code, one.span, str(one.details.get("name"))): one for one in kept}
    return _gathered(list(single.values()))


def _gathered(problems: list[Problem]) -> list[Problem]:
    """Many fields that one thing lacks, as when it was only begun, are one problem."""
    lacking: dict[tuple[object, Span | None], list[Problem]] = {}
    for one in problems:
        if one.code == "E202":
            lacking.setdefault((one.details["owner"], one.span), []).append(one)
    many = {key: found for key, found in lacking.items() if len(found) > _SINGLY}
    kept = [
        one
        for one in problems
        if one.code != "E202" or (one.details["owner"], one.span) not in many
    ]
    return kept + [
        Problem(
            "E202", span, **found[0].details | {"field": [one.details["field"] for one in found]}
        )
        for (_, span), found in many.items()
    ]


def value_at(data: Any, path: Path) -> Any:
    """The value at `path` in plain data; None when the path leads nowhere."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _problem(error: ErrorDetails, document: Document, annotation: Any) -> Problem:
    place = locate(annotation, error["loc"])
    marks = document.marks
    kind = error["type"]
    context: dict[str, Any] = error.get("ctx") or {}
    code = ERROR_TYPES.get(kind, "E219")
    value = error["input"]
    name = next((step for step in reversed(place.path) if isinstance(step, str)), "")
    details: dict[str, object] = {
        "field": label(name, place.field),
        "name": name,
        "value": _shown(value),
        "owner": str(place.path[:-1]),
    }
    if code == "E201":
        return _unknown_field(place, marks.key_span(place.path), details)
    if code == "E202":
        return _missing(place, marks.span(place.path[:-1]), details)
    if place.is_key:
        # The choices of a key are in what pydantic expected: '8', '20' or '60'.
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return Problem(
            code,
            marks.key_span(place.path),
            **details
            | {"value": _shown(name), "choices": choices, "suggestion": near(name, choices)},
        )
    span = marks.span(place.path)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _union(context, place, span, document, annotation, details)
    if value is None:
        return Problem("E206", marks.key_span(place.path), **details)
    if isinstance(value, str) and (typed := _typing_habit(code, value, place, span, annotation)):
        return typed
    if isinstance(value, list | dict) and code in _OF_TEXT:
        code = "E203"
    if code == "E214":
        choices = (
            [str(one) for one in get_args(place.annotation)]
            if get_origin(place.annotation) is Literal
            else []
        )
        if name == "level" and (span.cell or span.file.endswith(".csv")):
            choices = list(LEVEL_WORDS)
        details |= {"choices": choices, "suggestion": near(str(value), choices)}
    if code in ("E203", "E204", "E205"):
        details["found"] = describe(value)
    if isinstance(value, str):
        details |= _hints(code, value, name, document, place)
    details |= {
        "least": context.get("min_length"),
        "most": context.get("max_length"),
        "count": context.get("actual_length"),
        "bound": _bound(context),
        "example": _example(place),
        **{name: context[name] for name in ("hint",) if name in context},
    }
    return Problem(code, span, **details)


def _hints(
    code: str, value: str, name: str, document: Document, place: Position
) -> dict[str, object]:
    """What was likely meant by a value, and what went wrong with it."""
    suggestion: str | None = None
    hint = hints.NOTHING
    if code == "E211":
        suggestion, hint = hints.telephone(value)
    elif code == "E408":
        suggestion, hint = hints.hotline(value)
    elif code == "E210":
        suggestion, hint = hints.day(value)
    elif code in ("E220", "E221"):
        suggestion = (likely_language if code == "E220" else likely_country)(value)
    elif code == "E213":
        suggestion = hints.yes_or_no(value)
    elif code == "E204":
        suggestion = hints.as_list(value)
    elif code == "E214" and name == "level":
        suggestion = LEVEL_WORDS.get(value)
    elif code == "E208" and name == "parent":
        found = value_at(document.data, ("places",))
        suggestion = (
            next(
                (
                    str(one.get("id"))
                    for one in found
                    if isinstance(one, dict) and one.get("name") == value and one.get("id")
                ),
                None,
            )
            if isinstance(found, list)
            else None
        )
    elif code == "E205":
        first = next(iter(getattr(place.annotation, "model_fields", ())), None)
        suggestion = f"{first}: {value}" if first and len(value) <= 40 else None
    return {"hint": hint, **({"suggestion": suggestion} if suggestion else {})}


def _missing(place: Position, span: Span, details: dict[str, object]) -> Problem:
    """A field that is not there, or an item that a list of fixed length lacks."""
    if place.path and isinstance(place.path[-1], int):
        return Problem(
            "E216", span, **details | {"least": place.path[-1] + 1, "count": place.path[-1]}
        )
    return Problem("E202", span, **details)


def _shown(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else "" if value is None else "…"


def near(word: str, known: Iterable[str]) -> str | None:
    """The name that was likely meant."""
    folded = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def require_known(
    name: str, known: Collection[str], titles: Mapping[str, str] | None = None
) -> None:
    """Raise ProblemsFound (E712) for a name of the command line that is not among the `known`.

    titles: what people call them -> the name meant, to be suggested.
    """
    if name in known:
        return
    titles = titles or {}
    raise ProblemsFound(
        [
            Problem(
                "E712",
                None,
                name=name,
                known=list(known),
                suggestion=near(name, known) or titles.get(near(name, titles) or ""),
            )
        ]
    )


def _unknown_field(place: Position, span: Span, details: dict[str, object]) -> Problem:
    name = str(details["name"])
    titles = (
        {field.title: one for one, field in place.owner.model_fields.items() if field.title}
        if place.owner
        else {}
    )
    meant = near(name, place.known) or titles.get(near(name, titles) or "")
    return Problem(
        "E201",
        span,
        **details
        | {
            "field": name,
            "known": list(place.known),
            "meant": meant,
            "suggestion": meant,
            "hint": hints.NOTHING if meant else hints.owner_of(name, _top_fields()),
        },
    )


def _top_fields() -> Iterable[tuple[str, Iterable[str]]]:
    """Each sort of file with the names of its own fields; those of places for places.yml."""
    for sort in FILES.values():
        if sort.name == PLACES:
            yield sort.pattern, Place.model_fields
        elif hasattr(sort.model, "model_fields") and sort.folder != "":
            yield sort.pattern, sort.model.model_fields


def _union(
    context: dict[str, Any],
    place: Position,
    span: Span,
    document: Document,
    annotation: Any,
    details: dict[str, object],
) -> Problem:
    """A kind or type that is not in the table, or is not given."""
    name = str(context.get("discriminator", "")).strip("'")
    here = (*place.path, name)
    tags = context.get("expected_tags")
    choices = [tag.strip().strip("'") for tag in str(tags).split(",")] if tags else []
    details |= {"field": label(name, None), "name": name, "owner": str(place.path)}
    if here not in document.marks.keys:
        return Problem("E215", span, **details)
    value = str(value_at(document.data, here) or "")
    if not value:
        return Problem("E206", document.marks.key_span(here), **details)
    return Problem(
        "E214",
        document.marks.span(here),
        **details | {"value": value, "choices": choices, "suggestion": near(value, choices)},
    )


def _typing_habit(
    code: str, value: str, place: Position, span: Span, annotation: Any
) -> Problem | None:
    """The problem behind the problem: punctuation from a Chinese input method."""
    if code in _WRONG_SHAPE and code != "E203":
        found = key_problem(value, known_names(annotation), span.file, span.line, span.column)
        if found:
            return found
    if code == "E204" and (mark := bullet(value)):
        return Problem(
            "E130", Span(span.file, span.line, span.column, span.column + len(mark)), found=mark
        )
    narrow = halfwidth(value)
    if code in _TYPED and narrow and narrow != value.strip():
        if code == "E211":
            narrow = hints.telephone(narrow)[0] or narrow
        return Problem(
            "E131",
            span,
            value=value,
            suggestion=narrow,
            field=label(place.path[-1] if place.path else "", place.field),
        )
    return None


def _bound(context: dict[str, Any]) -> Both:
    if "first" in context:
        first, last = context["first"], context["last"]
        return Both(f"在 {first} 和 {last} 之间", f"between {first} and {last}")
    for key, zh, en in (
        ("ge", "不小于", "at least"),
        ("gt", "大于", "more than"),
        ("le", "不大于", "at most"),
        ("lt", "小于", "less than"),
    ):
        if key in context:
            return Both(f"{zh} {context[key]}", f"{en} {context[key]}")
    return Both("", "")


def _example(place: Position) -> Both:
    examples = place.field.examples if place.field else None
    if not examples:
        return Both("", "")
    return Both(f"例如 {examples[0]}。", f"For example {examples[0]}.")
