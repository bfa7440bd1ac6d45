"""Fields of the models → fields of forms, as Sveltia CMS configures them.

A form's field is a mapping: name, label and hint in Chinese, `widget` (how it is edited), and what
the widget takes. https://sveltiacms.app/en/docs/fields describes them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.editing.fields import fields_of, is_marked
from handbill.editing.schema import MISSING
from handbill.kinds.base import MaterialBase
from handbill.model.fields import bounds, marks, members, plain, tag_of
from handbill.model.place import LEVEL_WORDS
from handbill.model.text import SLUG, FormattedText, LongText

Form = dict[str, Any]
DAY = "YYYY-MM-DD"
_SUMMARIES = ("title", "text", "name", "term", "label", "who", "heading", "caption", "id")
"""Fields that tell items of a list apart, the best first."""
_BUTTONS = ["bold", "italic", "link", "bulleted-list", "numbered-list"]
_SLUG_HINT = "只用小写字母、数字和连字符"


@dataclass(frozen=True)
class Choices:
    """What a campaign has to choose from, and how its free keys are filled.

    relations: name of a field that refers to something → the settings of its relation. options: name
    of such a field → id and title of each there is. keys: name of a mapping with free keys → keys and
    titles.
    """

    relations: Mapping[str, Form] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def form_of(model: type[BaseModel], choices: Choices, *, tagged: bool = True) -> list[Form]:
    """Returns the form of a model, a field an item, in canonical order. tagged: whether the field
    that says which model it is stands in it, hidden; a list of several models writes it itself."""
    tag, kind = tag_of(model)
    forms: list[Form] = []
    for name, info in fields_of(model).items():
        if name == tag:
            forms += [{"name": name, "widget": "hidden", "default": kind}] if tagged else []
        else:
            forms.append(_field(name, info, choices))
    return forms


def _field(name: str, info: FieldInfo, choices: Choices) -> Form:
    form: Form = {"name": name, "label": info.title or name}
    if hint := _hint(info):
        form["hint"] = hint
    form |= _widget(name, info.annotation, info, choices)
    if not info.is_required() or form["widget"] == "boolean":
        form["required"] = False
    return form


def _hint(info: FieldInfo) -> str:
    """The help of a field in Chinese, with an example and what leaving it out means."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    text = (info.description or "").removesuffix(f" / {extra.get('description_en', '')}")
    parts = [text.partition("；")[2]]
    if info.examples and isinstance(info.examples[0], str):
        parts.append(f"例如：{info.examples[0]}")
    if isinstance(missing := extra.get("missing"), str):
        parts.append(MISSING[missing].partition(" / ")[0].rstrip("。"))
    return "。".join(part for part in parts if part)


def _widget(name: str, annotation: Any, info: FieldInfo | None, choices: Choices) -> Form:
    """The widget of a value and what it takes."""
    inner = plain(annotation)
    origin, arguments = get_origin(inner), get_args(inner)
    models = members(inner)
    if models:
        return _object(models, choices)
    if origin in (list, tuple):
        return _list(name, inner, info, choices)
    if origin is dict:
        return _keyed(name, arguments, choices)
    if origin is Literal:
        words = (
            {level: word for word, level in reversed(LEVEL_WORDS.items())}
            if name == "level"
            else {}
        )
        return {
            "widget": "select",
            "options": [
                {"label": words.get(str(one), str(one)), "value": str(one)} for one in arguments
            ],
        }
    if name in choices.relations:
        return {"widget": "relation", **choices.relations[name]}
    if name in choices.options:
        return {"widget": "select", "options": _options(choices.options[name])}
    return _scalar(annotation, inner, info)


def _scalar(annotation: Any, inner: Any, info: FieldInfo | None) -> Form:
    if inner is bool:
        if type(None) in get_args(annotation):
            return {
                "widget": "select",
                "options": [{"label": "是", "value": True}, {"label": "不", "value": False}],
            }
        return {"widget": "boolean"}
    if inner is int:
        size = _size(info, ge="min", le="max")
        return {"widget": "number", "value_type": "int", **size}
    if inner is datetime.date:
        return {"widget": "datetime", "type": "date", "format": DAY}
    if is_marked(annotation, info, FormattedText):
        return {"widget": "markdown", "buttons": _BUTTONS, "editor_components": []}
    if is_marked(annotation, info, LongText):
        return {"widget": "text"}
    if pattern := _pattern(annotation, info):
        return {"widget": "string", "pattern": pattern}
    return {"widget": "string"}


def _pattern(annotation: Any, info: FieldInfo | None) -> list[str] | None:
    """The form that a text must have, and what is said when it has another."""
    found = [*marks(annotation, info)]
    if any(getattr(getattr(one, "func", None), "__name__", "") == "_slug" for one in found):
        return [SLUG.pattern, _SLUG_HINT]
    pattern = bounds(found).get("pattern")
    return [pattern, "写法不对"] if pattern else None


def _size(info: FieldInfo | None, **ours: str) -> Form:
    """The bounds of a field, by the names that the editor has for them."""
    found = bounds(info.metadata if info else ())
    return {name: found[bound] for bound, name in ours.items() if bound in found}


def _object(models: list[type[BaseModel]], choices: Choices) -> Form:
    if len(models) == 1:
        return {"widget": "object", "collapsed": "auto", "fields": form_of(models[0], choices)}
    return {"widget": "object", **_types(models, choices)}


def _types(models: list[type[BaseModel]], choices: Choices) -> Form:
    """One of several models, as a list or an object offers them."""
    return {
        "typeKey": tag_of(models[0])[0],
        "types": [
            {
                "name": kind,
                "label": one.declared.title.zh if issubclass(one, MaterialBase) else kind,
                "widget": "object",
                "summary": "{{title}}",
                "fields": form_of(one, choices, tagged=False),
            }
            for one in models
            for _, kind in [tag_of(one)]
        ],
    }


def _list(name: str, annotation: Any, info: FieldInfo | None, choices: Choices) -> Form:
    arguments = get_args(annotation)
    size = _size(info, min_length="min", max_length="max")
    if get_origin(annotation) is tuple:
        size = {"min": len(arguments), "max": len(arguments)}
    models = members(arguments[0])
    if len(models) > 1:
        return {"widget": "list", "collapsed": True, **size, **_types(models, choices)}
    if models:
        fields = form_of(models[0], choices)
        names = [one["name"] for one in fields]
        told = next((one for one in _SUMMARIES if one in names), names[0])
        return {
            "widget": "list",
            "collapsed": True,
            "summary": f"{{{{fields.{told}}}}}",
            **size,
            "fields": fields,
        }
    if name in choices.relations:
        return {"widget": "relation", "multiple": True, **size, **choices.relations[name]}
    if name in choices.options:
        return {
            "widget": "select",
            "multiple": True,
            **size,
            "options": _options(choices.options[name]),
        }
    # Not the simple list, a text area: it fails on what a reader of YAML takes for numbers.
    item = {"name": "item", "label": (info.title if info else None) or name}
    return {
        "widget": "list",
        **size,
        "field": {**item, **_scalar(arguments[0], plain(arguments[0]), None)},
    }


def _options(known: Mapping[str, str]) -> list[Form]:
    return [
        {"label": f"{title}（{one}）" if title != one else one, "value": one}
        for one, title in known.items()
    ]


def _keyed(name: str, arguments: tuple[Any, ...], choices: Choices) -> Form:
    """A mapping with free keys: a form cannot make keys, so there is one field for each known."""
    known = (
        {str(one): str(one) for one in get_args(plain(arguments[0]))}
        if get_origin(plain(arguments[0])) is Literal
        else choices.keys.get(name, {})
    )
    return {
        "widget": "object",
        "collapsed": "auto",
        "fields": [
            {
                "name": key,
                "label": title,
                **_widget(key, arguments[1], None, choices),
                "required": False,
            }
            for key, title in known.items()
        ],
    }
