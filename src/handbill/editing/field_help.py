"""What is said of a field: how it is written and whether it must be there, in Chinese and English.
The guide and `handbill explain` say it from here."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from handbill.kinds.audience import Kinds
from handbill.kinds.base import MaterialBase
from handbill.load.files import FILES
from handbill.model.fields import bounds, members, models_in, tag_of
from handbill.model.tags import Country, Language
from handbill.model.telephone import HotlineNumber, Telephone
from handbill.model.text import Date, Line, Markdown, Paragraphs, Prose, Slug, Url
from handbill.problems.code import Both
from handbill.words import HEADINGS

_WRITTEN: list[tuple[Any, Both]] = [
    (Telephone, Both("电话", "telephone number")),
    (HotlineNumber, Both("号码，3–15 位数字", "telephone number of 3–15 digits")),
    (Language, Both("语言代码，如 zh-CN", "language tag, such as fr")),
    (Country, Both("两个大写字母，如 CN", "two capitals, such as GB")),
    (Line, Both("一行字", "a line")),
    (Prose, Both("文字，可分段", "text, in paragraphs or not")),
    (Markdown, Both("Markdown，可分段", "Markdown, in paragraphs or not")),
    (Paragraphs, Both("文字，可分段", "text, in paragraphs or not")),
    (Slug, Both("编号（a–z、0–9、-）", "identifier (a–z, 0–9, -)")),
    (Url, Both("网址", "address")),
    (Date, Both("日期，如 2026-11-24", "day, such as 2026-11-24")),
    (str, Both("一行字", "a line")),
    (int, Both("整数", "whole number")),
    (float, Both("数字", "number")),
    (bool, Both("true 或 false", "true or false")),
]
_PATTERNS = {
    r"^[0-9]{3,5}$": Both("3–5 位数字", "3–5 digits"),
    r"^[0-9]{3,6}$": Both("3–6 位数字", "3–6 digits"),
    "^#[0-9A-Fa-f]{6}$": Both("颜色，如 #10233F", "colour, such as #10233F"),
    "^0[1-9][0-9]{1,2}$": Both("0 开头的 3–4 位数字", "3–4 digits, the first a 0"),
}
_MISSING = {
    "blank": Both("可不填：印成横线", "may be left out: a line to write on"),
    "specimen": Both("不填：标“样张”", "left out: sheets are specimens"),
    "omit": Both("可不填：不印", "may be left out: not printed"),
}
REQUIRED = Both("必填", "required")
OPTIONAL = Both("可不填", "may be left out")
_LABELS = {
    "written": Both("写法", "Written"),
    "example": Both("例", "Example"),
    "below": Both("里面", "Below it"),
    "ours": Both("原来的话", "Handbill's own"),
}


def _parts(hint: Any) -> list[Any]:
    """The members of a type without None: `Line | None` gives Line."""
    origin = get_origin(hint)
    if origin is Annotated and get_origin(get_args(hint)[0]) in {Union, types.UnionType}:
        return _parts(get_args(hint)[0])
    if origin in {Union, types.UnionType}:
        return [part for part in get_args(hint) if part is not type(None)]
    return [hint]


def _range(low: Any, high: Any) -> Both:
    if low == high:
        return Both(f"{low}", f"{low}")
    if high is None:
        return Both(f"至少 {low}", f"at least {low}")
    if low is None:
        return Both(f"最多 {high}", f"at most {high}")
    return Both(f"{low}–{high}", f"{low}–{high}")


def _spread(limits: Mapping[str, Any], low: str, high: str, unit: Both) -> Both:
    """How many, after a comma; nothing where nothing is said."""
    if limits.get(low) is None and limits.get(high) is None:
        return Both("", "")
    said = _range(limits.get(low), limits.get(high))
    en = f", {said.en}{unit.en}"
    return Both(f"，{said.zh}{unit.zh}", en.removesuffix("s") if said.en.endswith(" 1") else en)


_NO_UNIT, _ITEMS = Both("", ""), Both(" 项", " items")


def written(hint: Any, limits: Mapping[str, Any], named: Callable[[Any], Both]) -> Both:
    """Returns how a value of a type is written.

    limits: its bounds, as `bounds` finds them. named: what a model is called. Raises TypeError for
    a type that has no words.
    """
    parts = _parts(hint)
    if len(parts) > 1:
        one = issubclass(parts[0], MaterialBase)
        return named(MaterialBase) if one else Both("按 type", "by its type")
    hint = parts[0]
    for known, words in _WRITTEN:
        if hint == known:
            if pattern := limits.get("pattern"):
                return _PATTERNS.get(pattern, Both(f"`{pattern}`", f"`{pattern}`"))
            spread = _spread(limits, "ge", "le", _NO_UNIT) if hint is int else _NO_UNIT
            return Both(words.zh + spread.zh, words.en + spread.en)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return named(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return written(inner[0], {**limits, **bounds(inner[1:])}, named)
    if origin is Literal:
        values = [f"`{value}`" for value in inner]
        return Both("、".join(values), ", ".join(values))
    if origin in {list, tuple}:
        item = written(inner[0], {}, named)
        if origin is tuple:
            limits = {"min_length": len(inner), "max_length": len(inner)}
        spread = _spread(limits, "min_length", "max_length", _ITEMS)
        return Both(f"列表：{item.zh}{spread.zh}", f"list: {item.en}{spread.en}")
    if origin is dict:
        item = written(inner[1], {}, named)
        return Both(f"一个编号一行，后面是{item.zh}", f"an identifier a line, each with {item.en}")
    raise TypeError(f"no words for the type {hint!r}")


def needed(field: FieldInfo) -> Both:
    """Returns whether a field must be there, and what holds where it is not."""
    extra = field.json_schema_extra
    missing = extra.get("missing") if isinstance(extra, dict) else None
    if isinstance(missing, str):
        return _MISSING[missing]
    if field.is_required():
        return REQUIRED
    if field.default is None or field.default is PydanticUndefined:
        return OPTIONAL
    shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return Both(f"可不填；默认 `{shown}`", f"may be left out; then `{shown}`")


def meaning(field: FieldInfo) -> Both:
    """Returns the help of a field; in Chinese "name；explanation"."""
    chinese, _, english = (field.description or "").partition(" / ")
    return Both(chinese, english)


def examples(field: FieldInfo) -> list[str]:
    """Returns the examples of a field, each as one line."""
    shown = [" / ".join(one) if isinstance(one, list) else one for one in field.examples or []]
    return [str(one) for one in shown]


def explain_field(path: str, kinds: Kinds, lang: str) -> str | None:
    """Returns what there is to say of a field by its path: campaign.action, poster.headline,
    audience.signals.title, words.skip; of a file or a kind alone, all its fields.

    None when there is no such field. lang: zh, or English.
    """
    first, *names = path.split(".")
    if first == "words" and len(names) == 1 and names[0] in HEADINGS:
        return f"{path}\n    {_LABELS['ours'].get(lang)}: {Both(*HEADINGS[names[0]]).get(lang)}"
    models = _models(first, kinds)
    field = hint = None
    for name in names:
        holder = next((one for one in models if name in one.model_fields), None)
        if holder is None:
            return None
        field = holder.model_fields[name]
        hint = get_type_hints(holder, include_extras=True)[name]
        models = list(models_in(hint))
    lines = [path] if field is None else list(_of_field(path, field, hint, lang))
    if models:
        lines.append(f"    {_LABELS['below'].get(lang)}:" if field else "")
        lines += _fields_of(models, lang)
    return "\n".join(lines) if field or models else None


def _models(name: str, kinds: Kinds) -> list[type[BaseModel]]:
    if name in kinds.by_name:
        return [kinds.by_name[name].model]
    return members(FILES[name].model_for(kinds)) if name in FILES else []


def _of_field(path: str, field: FieldInfo, hint: Any, lang: str) -> list[str]:
    shape = written(hint, bounds(field.metadata), lambda _: Both("几个字段", "fields"))
    lines = [
        f"{path}  ({needed(field).get(lang)})",
        f"    {meaning(field).get(lang)}",
        f"    {_LABELS['written'].get(lang)}: {shape.get(lang)}",
    ]
    return lines + [f"    {_LABELS['example'].get(lang)}: {one}" for one in examples(field)]


def _fields_of(models: list[type[BaseModel]], lang: str) -> list[str]:
    """The fields of models, those that must be there first; where several, each after its type."""
    lines = []
    for model in models:
        tag, value = tag_of(model)
        if len(models) > 1:
            lines.append(f"    {tag}: {value}")
        lines += [
            f"    {name}  ({needed(field).get(lang)})  {meaning(field).get(lang)}"
            for name, field in sorted(
                model.model_fields.items(), key=lambda one: not one[1].is_required()
            )
            if name != tag or len(models) == 1
        ]
    return lines
