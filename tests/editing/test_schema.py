"""JSON Schemas: fresh, the same bytes every time, and within what editors understand."""

from pathlib import Path

import pytest

from handbill.editing.schema import schema_text, schemas, write_schemas
from handbill.load.files import FILES
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings

ROOT = Path(__file__).parents[2]
KINDS = load_kinds(read_settings(ROOT / "mkdocs.yml"))
COMMITTED = ROOT / "campaigns" / "schema"


def nodes(value):
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_is_fresh(name):
    committed = (COMMITTED / f"{name}.json").read_text("utf-8")
    assert committed == schema_text(schemas(KINDS)[name]), "run: handbill schema"


def test_nothing_else_is_committed():
    assert {file.stem for file in COMMITTED.glob("*.json")} == set(FILES)


def test_written_twice_it_is_the_same(tmp_path):
    first = [file.read_bytes() for file in write_schemas(tmp_path, KINDS)]
    assert first == [file.read_bytes() for file in write_schemas(tmp_path, KINDS)]
    assert all(b"\r" not in data for data in first)


@pytest.mark.parametrize("name", FILES)
def test_it_keeps_to_what_editors_understand(name):
    for node in nodes(schemas(KINDS)[name]):
        assert not node.keys() & {"prefixItems", "oneOf", "discriminator", "description_en"}
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False


@pytest.mark.parametrize("name", FILES)
def test_text_needs_no_quotes(name):
    for node in nodes(schemas(KINDS)[name]):
        kinds = node.get("type")
        if isinstance(kinds, list) and "string" in kinds and "20" not in str(node.get("pattern")):
            assert "number" in kinds or node["pattern"].startswith("^[0-9]{4}-")


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_described_in_both_languages(name):
    for node in nodes(schemas(KINDS)[name]):
        for field in node.get("properties", {}).values() if node.get("type") == "object" else ():
            assert " / " in field["description"]
            assert field["title"]


def test_kinds_are_told_apart_by_const():
    kinds = {
        node["properties"]["kind"]["const"]
        for node in schemas(KINDS)["audience"]["$defs"].values()
        if "kind" in node.get("properties", {})
    }
    assert {"poster", "letter", "card", "banner"} <= kinds
