"""A model and its data → the fields of a form, in the order that the file has them.

What a form cannot show (an unknown name, a text where a group should be) is left as it is: nothing
of the data is lost by showing it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.editing.fields import fields_of, is_marked, model_of
from handbill.editing.schema import MISSING
from handbill.kinds.base import MaterialBase
from handbill.load.marks import Path
from handbill.model.fields import bounds, members, plain, tag_of
from handbill.model.place import LEVEL_WORDS
from handbill.model.text import FormattedText, LongText, Translatable

Shape = Literal[
    "line", "long", "day", "number", "choice", "texts", "items", "pages", "group", "kept"
]
"""line, long, number, choice: a text. day: a date. texts: a list of lines. items: a list of groups,
shown here; pages: one whose items have pages of their own. kept: what cannot be shown."""
LARGE = 8
"""Fields of an item of a list from which it has a page of its own."""
MOST_CHOICES = 80
"""Things to choose from that a list shows; of more, what is typed is completed."""
_TOLD_BY = ("title", "name", "text", "term", "label", "number", "who", "heading", "caption", "id")
"""Fields that tell items of a list apart, the best first."""
_KEY = re.compile(r"[\w.-]+")
"""Free keys that the name of an input can hold."""


@dataclass(frozen=True)
class Choices:
    """What may be chosen, for fields that refer to something.

    known: name of a field → value and title of each. keys: name of a mapping with free keys → keys
    and titles.
    """

    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass
class Field:
    """One field of a form. path: in the file. items: of a list. fields: of a group, or of an item.
    cures and problems are filled in by `handbill.desk.findings`."""

    path: Path
    label: str
    shape: Shape
    help: str = ""
    example: str = ""
    value: str = ""
    required: bool = False
    choices: list[tuple[str, str]] = field(default_factory=list)
    suggested: list[tuple[str, str]] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    items: list[Field] = field(default_factory=list)
    least: int = 0
    most: int = 0
    problems: list[Any] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of its input."""
        return name_of(self.path)

    @property
    def id(self) -> str:
        """The id of its element in the page."""
        return input_id(self.name)

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.value.strip() or self.items) or any(one.filled for one in self.fields)

    @property
    def troubled(self) -> bool:
        """Whether there is a problem in it, or in what is shown in it."""
        return any(one.problems for one in self.each())

    def each(self) -> Iterator[Field]:
        """The field, and all that are shown in it."""
        yield self
        for one in (*self.fields, *self.items):
            yield from one.each()


def name_of(path: Path) -> str:
    """Returns the name of the input of a field: numbers/0/words."""
    return "/".join(map(str, path))


def input_id(name: str) -> str:
    """Returns the id of an input's element in the page, by its name."""
    return "f-" + re.sub(r"[^\w-]", "-", name)


@dataclass(frozen=True)
class Maker:
    """Makes forms. lang: zh or en. choices: of the campaign."""

    lang: str
    choices: Choices

    def form(self, annotation: Any, data: Mapping[str, Any], at: Path = ()) -> list[Field]:
        """Returns the fields of a value: those of its model, or one for each known key."""
        model = model_of(annotation, dict(data))
        if model is None:
            return []
        tag = tag_of(model)[0]
        return [
            self._field(name, info.annotation, info, data.get(name), (*at, name))
            for name, info in fields_of(model).items()
            if name != tag
        ]

    def _field(
        self, name: str, annotation: Any, info: FieldInfo | None, value: Any, path: Path
    ) -> Field:
        inner = plain(annotation)
        made = Field(path, self._label(name, info), "line")
        if info:
            made.help, made.example = self._help(info)
            made.required = info.is_required()
        origin = get_origin(inner)
        if origin in (list, tuple):
            self._list(made, name, inner, info, value)
        elif members(inner):
            self._group(made, inner, value)
        elif origin is dict:
            self._keyed(made, name, get_args(inner)[1], value)
        elif value is not None and not isinstance(value, str):
            made.shape = "kept"
        else:
            made.value = (value or "").strip()
            self._scalar(made, name, annotation, inner, info)
        return made

    def _label(self, name: str, info: FieldInfo | None) -> str:
        if self.lang == "zh" and info and info.title:
            return info.title
        return name.replace("_", " ").replace("-", " ").capitalize()

    def _help(self, info: FieldInfo) -> tuple[str, str]:
        """The help of a field with what leaving it out means, and an example."""
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        english = str(extra.get("description_en", ""))
        chinese = (info.description or "").removesuffix(f" / {english}").partition("；")[2]
        said = [english if self.lang == "en" else chinese]
        missing = MISSING.get(str(extra.get("missing")), "")
        said.append(missing.partition(" / ")[2 * (self.lang == "en")])
        stop = ". " if self.lang == "en" else "。"
        shown = info.examples[0] if info.examples and isinstance(info.examples[0], str) else ""
        text = stop.join(one.rstrip("。.") for one in said if one)
        return (text + stop.strip() if text else ""), shown

    def _scalar(
        self, made: Field, name: str, annotation: Any, inner: Any, info: FieldInfo | None
    ) -> None:
        if get_origin(inner) is Literal:
            levels = {level: word for word, level in reversed(LEVEL_WORDS.items())}
            shown = levels if name == "level" and self.lang == "zh" else {}
            made.choices = [(str(one), shown.get(one, str(one))) for one in get_args(inner)]
        elif inner is bool:
            said = ("是", "不") if self.lang == "zh" else ("Yes", "No")
            made.choices = [("true", said[0]), ("false", said[1])]
        if made.choices:
            made.shape = "choice"
            if made.value and made.value not in dict(made.choices):
                made.choices.insert(0, (made.value, made.value))
        elif inner is datetime.date:
            made.shape = "day"
        elif inner is int:
            made.shape = "number"
        elif is_marked(annotation, info, LongText) or is_marked(annotation, info, FormattedText):
            made.shape = "long"
        known = (
            {} if is_marked(annotation, info, Translatable) else self.choices.known.get(name, {})
        )
        if not known or made.choices:
            return
        if len(known) > MOST_CHOICES:
            made.suggested = list(known.items())
            return
        made.shape = "choice"
        made.choices = [
            (one, title if title == one else f"{title}（{one}）") for one, title in known.items()
        ]
        if made.value and made.value not in known:
            made.choices.insert(0, (made.value, made.value))

    def _group(self, made: Field, annotation: Any, value: Any) -> None:
        if value is not None and not isinstance(value, dict):
            made.shape = "kept"
            return
        made.shape = "group"
        made.fields = self.form(annotation, value or {}, made.path)
        if not made.fields:
            made.shape = "kept"

    def _keyed(self, made: Field, name: str, annotation: Any, value: Any) -> None:
        known = dict(self.choices.keys.get(name, {}))
        data = value if isinstance(value, dict) else {}
        if value is not None and not isinstance(value, dict):
            made.shape = "kept"
            return
        made.shape = "group"
        for key in data:
            known.setdefault(key, key)
        for key, title in known.items():
            if _KEY.fullmatch(key):
                one = self._field(key, annotation, None, data.get(key), (*made.path, key))
                one.label = title
                made.fields.append(one)

    def _list(
        self, made: Field, name: str, annotation: Any, info: FieldInfo | None, value: Any
    ) -> None:
        inner = get_args(annotation)[0]
        models = members(inner)
        data = [] if value is None else value
        fitting = dict if models else str
        if not isinstance(data, list) or not all(
            one is None or isinstance(one, fitting) for one in data
        ):
            made.shape = "kept"
            return
        arguments = get_args(annotation)
        limits = bounds(info.metadata if info else ())
        made.least = int(limits.get("min_length", 0))
        made.most = int(limits.get("max_length", 0))
        if get_origin(annotation) is tuple:
            made.least = made.most = len(arguments)
        if len(models) > 1:
            made.choices = [
                (kind, self._kind(one, kind)) for one in models for _, kind in [tag_of(one)]
            ]
        if not models:
            made.shape = "texts"
            if get_origin(plain(inner)) in (list, tuple, dict):
                made.shape = "kept"
                return
            for number, one in enumerate(data):
                item = self._field(name, inner, None, one, (*made.path, number))
                item.label = self._item(number)
                made.items.append(item)
            return
        large = _large(models)
        made.shape = "pages" if large else "items"
        for number, one in enumerate(data):
            at = (*made.path, number)
            item = Field(at, title_of(one or {}) or self._item(number), "group")
            item.fields = [] if large else self.form(inner, one or {}, at)
            item.value = "" if not large else "·"
            made.items.append(item)

    def _item(self, number: int) -> str:
        return f"第 {number + 1} 项" if self.lang == "zh" else f"Item {number + 1}"

    def _kind(self, model: type[BaseModel], kind: str) -> str:
        return model.declared.title.get(self.lang) if issubclass(model, MaterialBase) else kind


def title_of(data: Mapping[str, Any]) -> str:
    """Returns what tells an item of a list, or a file, from others."""
    for name in _TOLD_BY:
        if isinstance(found := data.get(name), str) and found.strip():
            return found.strip()
    return ""


def inner_type(annotation: Any, data: Any, path: Path) -> tuple[Any, Any]:
    """Returns the type and the value of what lies at `path` in a file. Raises KeyError where nothing
    does."""
    for step in path:
        inner = plain(annotation)
        if isinstance(step, int):
            if not isinstance(data, list) or not 0 <= step < len(data):
                raise KeyError(step)
            annotation, data = get_args(inner)[0], data[step]
        elif get_origin(inner) is dict:
            annotation, data = get_args(inner)[1], (data or {}).get(step)
        else:
            model = model_of(inner, data if isinstance(data, dict) else {})
            if model is None or step not in model.model_fields:
                raise KeyError(step)
            annotation = model.model_fields[step].annotation
            data = data.get(step) if isinstance(data, dict) else None
    return annotation, data


def page_of(annotation: Any, data: Any, path: Path) -> Path:
    """Returns the way to the innermost item with a page of its own that `path` leads into."""
    found: Path = ()
    for length in range(1, len(path) + 1):
        try:
            holder, _ = inner_type(annotation, data, path[: length - 1])
        except KeyError:
            break
        inner = plain(holder)
        of_list = isinstance(path[length - 1], int) and get_origin(inner) in (list, tuple)
        if of_list and _large(members(get_args(inner)[0])):
            found = path[:length]
    return found


def _large(models: list[type[BaseModel]]) -> bool:
    """Whether an item of a list is more than can be shown among other fields."""
    if len(models) != 1:
        return len(models) > 1
    fields = fields_of(models[0])
    inner = [plain(one.annotation) for one in fields.values()]
    lists = [get_args(one)[0] for one in inner if get_origin(one) in (list, tuple)]
    return len(fields) > LARGE or any(members(one) for one in lists)
