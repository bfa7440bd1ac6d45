"""What an editor with forms does to a file, as Sveltia CMS 0.221.1 does it in a browser.

It reads YAML 1.2: 027 is the number 27, a quoted "027" a text. It writes every field that it has,
empty ones as well, without comments, without quotes, in an order of its own, and a mapping whose
names are all numbers as a list with holes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar, get_args, get_origin

import yaml
from pydantic import BaseModel

from handbill.editing.fields import fields_of, model_of
from handbill.model.fields import plain

ROOT = Path(__file__).parents[2]
SITES = (ROOT, *sorted((ROOT / "src/handbill/starter").glob("*/")))

_CORE = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
)


class Reader(yaml.SafeLoader):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


class Writer(yaml.SafeDumper):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def ignore_aliases(self, data: object) -> bool:
        return True


for _tag, _pattern, _first in _CORE:
    for _class in (Reader, Writer):
        _class.add_implicit_resolver(
            f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first
        )
Reader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(
        node.value, 8 if node.value[:2] == "0o" else 16 if node.value[:2] == "0x" else 10
    ),
)


class Quoting(Writer):
    """Puts every text into quotes."""


Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def with_every_field(value: Any, annotation: Any, empty: Any) -> Any:
    """Data with all fields of its models, in another order; what was not there is `empty`."""
    if isinstance(value, list):
        inner = get_args(plain(annotation))[0]
        return [with_every_field(one, inner, empty) for one in value]
    if not isinstance(value, dict):
        return value
    model = model_of(annotation, {str(key): one for key, one in value.items()})
    if model is None:
        inner = get_args(plain(annotation))[1]
        named = {str(key): with_every_field(one, inner, empty) for key, one in value.items()}
        return _listed(named)
    made = {}
    for name, field in reversed(fields_of(model).items()):
        if name in value:
            made[name] = with_every_field(value[name], field.annotation, empty)
        elif not field.is_required():
            made[name] = _empty(field.annotation, empty)
    return made


def _listed(named: dict[str, Any]) -> Any:
    if not all(name.isdigit() for name in named):
        return named
    return [named.get(str(place)) for place in range(max(map(int, named)) + 1)]


def _empty(annotation: Any, empty: Any) -> Any:
    """An unused field: what `empty` says for texts; lists, switches and groups have their own."""
    inner = plain(annotation)
    if inner is bool and type(None) not in get_args(annotation):
        return False
    if empty is None:
        return None
    if get_origin(inner) in (list, tuple):
        return []
    if get_origin(inner) is dict:
        return {}
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return {
            name: _empty(field.annotation, empty)
            for name, field in fields_of(inner).items()
            if plain(field.annotation) is not bool
        }
    return empty


def saved(
    text: str, annotation: Any, *, empty: Any = "", width: int = 1_000_000, quoted: bool = False
) -> str:
    """The file as the editor writes it. empty: what it writes into unused fields. width, quoted:
    where other editors fold lines, and whether they quote all."""
    data = with_every_field(yaml.load(text, Loader=Reader), annotation, empty)
    return yaml.dump(
        data, Dumper=Quoting if quoted else Writer, allow_unicode=True, sort_keys=False, width=width
    )
