"""The canonical form of a campaign file: one way to write it, by hand or by a form.

Fields in the order of the model; two spaces an indent; ids and short lists on one line; long texts
below a "|"; quotes only where a reader of YAML would not give the text back. Comments stay with
the field they stand at.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.editing.comments import Comments, Moved, find_comments
from handbill.editing.fields import fields_of, is_marked, longest, model_of
from handbill.load.marks import Path
from handbill.load.validate import adapter
from handbill.load.yaml_source import Document, parse, read_scalar
from handbill.model.fields import plain
from handbill.model.strip import Balloon, Person, Prop, StripFigure
from handbill.model.text import BlockText, FormattedText, LongText, by_number, holds_something
from handbill.problems.lines import display_width

WIDTH = 100
"""Columns of a list on one line, at most; a Han character takes two."""
LONG = 80
"""Characters of a text of one paragraph that stays behind its field's name."""
SHORT_LIST = 5
"""Items of a list that goes on one line if the model allows no more."""
_STEP = 2
_ROUNDS = 4
"""How often a file is written until it stays: a comment that stood inside a list, or too far to the
right, may come to rest in the second round only."""
_ONE_LINE: tuple[type[BaseModel], ...] = (Balloon, Person, Prop, StripFigure)
"""What is written on one line each, like a stage direction."""
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")

# What readers of YAML 1.2 take for a number, true, false or null, and would write back otherwise:
# 027 as 27, 1.0 as 1. The editor is such a reader; ours leaves every text as it is.
_TYPED = re.compile(
    r"[-+]?(?:[0-9]+|\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?"
    r"|0x[0-9a-fA-F]+|0o[0-7]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|true|True|TRUE|false|False|FALSE|null|Null|NULL|~"
)
_KEPT = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9]|true|false")


class ChangedMeaning(ValueError):
    """What was written would not be read as what it was written from."""


def canonical(document: Document, annotation: Any, modeline: str) -> str:
    """Returns the file in canonical form.

    annotation: type of the file. modeline: its first line, without a line end. Raises ChangedMeaning
    when the result would be read as something else, or lacks a comment.
    """
    said, comments = meaning(document.data, annotation), find_comments(document.marks).all()
    text = ""
    for _ in range(_ROUNDS):
        comments_now = find_comments(document.marks)
        before, text = text, _written(document.data, comments_now, annotation, modeline)
        if text == before:
            return text
        again, _problems = parse(text, document.marks.file)
        if (
            again is None
            or meaning(again.data, annotation) != said
            or find_comments(again.marks).all() != comments
        ):
            raise ChangedMeaning
        document = again
    raise ChangedMeaning


def with_contents(
    document: Document, data: Any, annotation: Any, modeline: str, moved: Moved
) -> str:
    """Returns a file with other contents in canonical form; comments go with what they speak of.

    moved: where an entry of the document stands in `data`, None where it is gone, with its comments.
    Raises ChangedMeaning as `canonical`.
    """
    comments = find_comments(document.marks).moved(moved)
    again, _problems = parse(_written(data, comments, annotation, modeline), document.marks.file)
    if again is None or meaning(again.data, annotation) != meaning(data, annotation):
        raise ChangedMeaning
    return canonical(again, annotation, modeline)


def _written(data: Any, comments: Comments, annotation: Any, modeline: str) -> str:
    """Returns the file written once."""
    lines = [modeline, *_Writer(comments).mapping(data, annotation, (), 0), *comments.below[()]]
    return "\n".join(lines) + "\n"


def loses_type(text: str) -> bool:
    """Returns whether other readers of YAML would give a text back changed if it had no quotes:
    027."""
    return bool(_TYPED.fullmatch(text)) and not _KEPT.fullmatch(text)


def meaning(data: Any, annotation: Any) -> Any:
    """Returns what a file says: its model when it is valid, else its data; without what says
    nothing."""
    try:
        return adapter(annotation).validate_python(data)
    except ValueError:
        return _essence(data)


def _essence(data: Any) -> Any:
    if isinstance(data, dict):
        kept = {key: _essence(value) for key, value in data.items()}
        return {
            key: value for key, value in kept.items() if holds_something(value) and value != "false"
        }
    if isinstance(data, list):
        return [_essence(value) for value in data]
    return data.strip() if isinstance(data, str) else data


class _Writer:
    """Writes values as lines; what stands in `comments` is put where it belongs."""

    def __init__(self, comments: Comments) -> None:
        self.comments = comments

    def mapping(self, data: dict[str, Any], annotation: Any, path: Path, indent: int) -> list[str]:
        """Returns the fields of a mapping, each on lines of its own."""
        model = model_of(annotation, data)
        lines: list[str] = []
        for name, field, inner in _ordered(data, annotation, model):
            here = (*path, name)
            value = by_number(data[name], inner)
            if field is not None and not self.comments.has(here) and _says_nothing(value, field):
                continue
            shown = _key(name)
            lines += self._above(here, indent)
            lines += self._entry(f"{shown}:", value, inner, field, here, indent)
        return lines

    def _items(self, data: list[Any], annotation: Any, path: Path, indent: int) -> list[str]:
        arguments = get_args(plain(annotation))
        inner = arguments[0] if arguments else Any
        lines: list[str] = []
        for number, value in enumerate(data):
            here = (*path, number)
            lines += self._above(here, indent)
            if (
                isinstance(value, dict | list)
                and value
                and not self._flow(value, inner, None, here)
            ):
                beside = self.comments.beside.pop(here, [])
                rest = self._children(value, inner, here, indent + _STEP)
                while rest and (rest[0].lstrip().startswith("#") or not rest[0].strip()):
                    beside.append(rest.pop(0).strip())
                lines += [f"{' ' * indent}{one}" for one in beside if one]
                # Nothing is left of an entry whose fields are all empty.
                first, *rest = rest or ["{}" if isinstance(value, dict) else "[]"]
                lines += [f"{' ' * indent}- {first.lstrip()}", *rest]
            else:
                lines += self._entry("-", value, inner, None, here, indent)
        return lines

    def _children(self, value: Any, annotation: Any, path: Path, indent: int) -> list[str]:
        write = self.mapping if isinstance(value, dict) else self._items
        lines = write(value, annotation, path, indent)
        return lines + [f"{' ' * indent}{one}" for one in self.comments.below.get(path, [])]

    def _above(self, path: Path, indent: int) -> list[str]:
        return [f"{' ' * indent}{one}" if one else "" for one in self.comments.above.get(path, [])]

    def _entry(
        self,
        head: str,
        value: Any,
        annotation: Any,
        field: FieldInfo | None,
        path: Path,
        indent: int,
    ) -> list[str]:
        margin = " " * indent
        beside = self.comments.beside.get(path, [])
        above = [f"{margin}{one}" for one in beside[1:]]
        note = f"  {beside[0]}" if beside else ""
        if isinstance(value, dict | list):
            flow = self._flow(value, annotation, field, path)
            if flow is not None:
                above += [f"{margin}{one}" for one in self._within(path)]
                return [*above, f"{margin}{head} {flow}{note}"]
            return [
                *above,
                f"{margin}{head}{note}",
                *self._children(value, annotation, path, indent + _STEP),
            ]
        if value is None:
            return [*above, f"{margin}{head}{note}"]
        text = value.strip()
        if _below(text, annotation, field):
            block = [f"{margin}{' ' * _STEP}{line}" if line else "" for line in text.split("\n")]
            if (
                read_scalar(
                    "\n".join(
                        ["k: |", *(f" {line}" if line else "" for line in text.split("\n")), ""]
                    )
                )
                == text + "\n"
            ):
                return [*above, f"{margin}{head} |{note}", *block]
        return [*above, f"{margin}{head} {_scalar(text)}{note}"]

    def _within(self, path: Path) -> list[str]:
        """Comments inside what goes on one line; they go above it."""
        found = [
            line
            for kept in (self.comments.above, self.comments.beside, self.comments.below)
            for one in sorted(kept, key=str)
            if one[: len(path)] == path and one != path
            for line in kept[one]
            if line
        ]
        return found + [line for line in self.comments.below.get(path, []) if line]

    def _flow(
        self,
        value: dict[str, Any] | list[Any],
        annotation: Any,
        field: FieldInfo | None,
        path: Path,
    ) -> str | None:
        """A mapping or list on one line; None when it takes several."""
        if not value:
            return "{}" if isinstance(value, dict) else "[]"
        if isinstance(value, dict):
            model = model_of(annotation, value)
            # A site that draws things of its own has a model of its own, made of ours.
            short = model is not None and issubclass(model, _ONE_LINE)
            return _flow_text(value, annotation) if short else None
        if any(isinstance(one, dict | list) or one is None or "\n" in one.strip() for one in value):
            return None
        ids = all(_WORD.fullmatch(one) for one in value)
        if not ids and not 0 < longest(field, annotation) <= SHORT_LIST:
            return None
        text = _flow_text(value, annotation)
        name = next((one for one in reversed(path) if isinstance(one, str)), "")
        return text if display_width(text) + 2 * _STEP + len(name) + 2 <= WIDTH else None


def _flow_text(value: Any, annotation: Any) -> str:
    if isinstance(value, dict):
        model = model_of(annotation, value)
        parts = [
            f"{_key(name)}: {_flow_text(value[name], inner)}".rstrip()
            for name, field, inner in _ordered(value, annotation, model)
            if field is None or not _says_nothing(value[name], field)
        ]
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        arguments = get_args(plain(annotation))
        inner = arguments[0] if arguments else Any
        return f"[{', '.join(_flow_text(one, inner) for one in value)}]"
    return "null" if value is None else _scalar(value.strip(), flow=True)


def _ordered(
    data: dict[str, Any], annotation: Any, model: type[BaseModel] | None
) -> list[tuple[str, FieldInfo | None, Any]]:
    """The fields of a mapping in canonical order, with the types of their values. Names that no
    model knows stay in their order, behind."""
    if model is None:
        inner = get_args(plain(annotation))[1] if get_origin(plain(annotation)) is dict else Any
        return [(name, None, inner) for name in data]
    fields = fields_of(model)
    return [(name, fields[name], fields[name].annotation) for name in fields if name in data] + [
        (name, None, Any) for name in data if name not in fields
    ]


def _says_nothing(value: Any, field: FieldInfo) -> bool:
    """Whether a form has only written a field because it writes every field. A name with nothing
    behind it is left: somebody means to fill it in."""
    if field.is_required() or value is None:
        return False
    if field.default is False and isinstance(value, str) and value.strip().lower() == "false":
        return True
    return not holds_something(value)


def _below(text: str, annotation: Any, field: FieldInfo | None) -> bool:
    """Whether a text goes below a "|"."""
    if "\n" in text or is_marked(annotation, field, BlockText):
        return bool(text)
    if is_marked(annotation, field, FormattedText):
        return bool(text)
    return len(text) > LONG and is_marked(annotation, field, LongText)


def _key(name: str) -> str:
    return (
        name
        if _gives_back(f"{name}: x\n", name, key=True)
        and _gives_back(f"{{{name}: x}}\n", name, key=True)
        else json.dumps(name, ensure_ascii=False)
    )


def _scalar(text: str, *, flow: bool = False) -> str:
    """A text without quotes if it is read back as itself, else in double quotes."""
    bare = (
        text
        and "\n" not in text
        and not loses_type(text)
        and _gives_back(f"[{text}, x]\n" if flow else f"k: {text}\n", text)
    )
    # What is inside braces must also end where a brace does; and other readers than ours take a
    # question mark before a comma for the sign of a name.
    if bare and flow:
        bare = not text.endswith("?") and _gives_back(f"[{{k: {text}}}]\n", text)
    return text if bare else json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=20_000)
def _gives_back(source: str, text: str, key: bool = False) -> bool:
    try:
        return read_scalar(source, key=key) == text
    except yaml.YAMLError:
        return False
