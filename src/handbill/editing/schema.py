"""JSON Schemas of the YAML files, for completion and help in editors.

Draft 2020-12, kept to what yaml-language-server understands. Text needs no quotes in our files, so
a field of text takes numbers too; dates are text with a pattern.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from handbill.kinds.audience import Kinds
from handbill.load.files import FILES
from handbill.model.text import SLUG
from handbill.words import HEADINGS
from handbill.writing import write_whole

_TEXT = ["string", "number"]
_RULES: dict[str, dict[str, Any]] = {
    "_line": {"minLength": 1},
    "_prose": {"minLength": 1},
    "_slug": {"pattern": SLUG.pattern},
    "_url": {"pattern": "^(https?|mailto|tel):"},
    "_telephone": {"pattern": "^[0-9][0-9 -]*$"},
    "_hotline": {"pattern": r"^\+?[0-9]+([ -][0-9]+)*$"},
}
"""Validators of `model.text` and `model.place` → what a schema can say of them."""

MISSING = {
    "blank": "不填：印成空白，用笔填写。 / Not set: printed as a blank.",
    "specimen": "不填：印刷品标上“样张”。 / Not set: sheets are marked as specimens.",
    "omit": "不填：不印这一项。 / Not set: left out.",
}
"""What an absent value means, by `missing` of `described`; Chinese and English."""
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


class _Generator(GenerateJsonSchema):
    """pydantic's generator, with our text types."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": _TEXT}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        return dict(_DAY)

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        rule = _RULES.get(getattr(schema["function"]["function"], "__name__", ""), {})
        return {**self.generate_inner(schema["schema"]), **rule}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if isinstance(inner.get("type"), str | list) and "enum" not in inner:
            kinds = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
            return {**inner, "type": [*kinds, "null"]}
        return {"anyOf": [inner, {"type": "null"}]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        items = [self.generate_inner(item) for item in schema["items_schema"]]
        return {"type": "array", "items": items[0], "minItems": len(items), "maxItems": len(items)}


def _tidied(value: Any) -> Any:
    """Without what only pydantic needs; the meaning of a missing value goes into the help
    that editors show (`markdownDescription` is yaml-language-server's name for it)."""
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = dict(value)
    if isinstance(value.get("description_en"), str):
        del value["description_en"]
        if (missing := value.pop("missing", None)) is not None:
            value["markdownDescription"] = f"{value['description']}\n\n{MISSING[missing]}"
    if value.get("default", 0) is None:
        del value["default"]
    return {name: _tidied(item) for name, item in value.items()}


def schemas(kinds: Kinds) -> dict[str, dict[str, Any]]:
    """Returns the schema of every sort of file, by its name in FILES.

    kinds: what the materials of an audience may be.
    """
    made = {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_tidied(
                TypeAdapter(sort.model_for(kinds)).json_schema(
                    schema_generator=_Generator, union_format="any_of"
                )
            ),
        }
        for name, sort in FILES.items()
    }
    made["words"]["properties"]["words"] |= {
        "properties": {
            name: {"title": name, "description": " / ".join(said), "type": _TEXT}
            for name, said in HEADINGS.items()
        },
        "additionalProperties": False,
    }
    return made


def schema_text(schema: dict[str, Any]) -> str:
    """Returns a schema as it is written to its file: the same bytes every time."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path, kinds: Kinds) -> list[Path]:
    """Write <folder>/<name>.json for every file and return the paths."""
    written = []
    for name, schema in schemas(kinds).items():
        path = folder / f"{name}.json"
        write_whole(path, schema_text(schema).encode(), flush=False)
        written.append(path)
    return written
