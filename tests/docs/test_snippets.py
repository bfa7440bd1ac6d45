"""YAML shown in the guide parses and validates, and commands shown can be typed.

A block of YAML is marked by a comment before it: `<!-- yaml: Claim -->` a whole one,
`<!-- yaml: list of Claim -->`, `<!-- yaml: part of Claim -->` some of its fields, or
`<!-- yaml: other -->` for a file that is not a campaign's.
"""

import re
import shlex
import textwrap
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import yaml
from pydantic import TypeAdapter

from handbill.cli import command_line
from handbill.load.folders import load_collection
from handbill.load.kinds import load_kinds
from handbill.load.places_csv import read_places_csv
from handbill.load.settings import read_settings
from handbill.load.yaml_source import parse
from handbill.model import (
    answers,
    campaign,
    case,
    kind,
    law,
    notice,
    photo,
    place,
    recall,
    reviewed,
    strip,
    why,
)
from handbill.model.fields import known_names
from handbill.problems.report import render

AudienceFile = load_kinds().audience

ROOT = Path(__file__).parents[2]
TEXTS = [
    file
    for file in [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]
    if file.name != "problems.md"  # its examples are tested with the catalogue
]
MODELS = {
    name: value
    for module in (
        answers,
        campaign,
        case,
        kind,
        law,
        notice,
        photo,
        place,
        recall,
        reviewed,
        strip,
        why,
    )
    for name, value in vars(module).items()
} | {
    "AudienceFile": AudienceFile,
    "Material": get_args(AudienceFile.model_fields["materials"].annotation)[0],
}
BLOCK = re.compile(
    r"(?:<!-- (?P<mark>[a-z]+(?:: [\w .]+)?) -->\n)?```(?P<language>\w*)\n"
    r"(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def blocks(language):
    for file in TEXTS:
        text = file.read_text("utf-8")
        for match in BLOCK.finditer(text):
            if match["language"] == language:
                line = text[: match.start()].count("\n") + 1
                yield pytest.param(match["mark"] or "", match["text"], id=f"{file.stem}-{line}")


def parsed(text):
    document, problems = parse(text, "snippet.yml")
    assert not problems
    return document.data


@pytest.mark.parametrize(("mark", "text"), [*blocks("yaml")])
def test_yaml_is_valid(mark, text):
    assert mark.startswith("yaml: "), "say what the block is, in a comment before it"
    what = mark.removeprefix("yaml: ")
    if what == "other":
        assert yaml.safe_load(text)
        return
    model = MODELS[what.split(" ")[-1]]
    if what.startswith("list of "):
        items = parsed("items:\n" + textwrap.indent(text, "  "))["items"]
        TypeAdapter(list[model]).validate_python(items)
    elif what.startswith("part of "):
        hints = get_type_hints(model, include_extras=True)
        for name, value in parsed(text).items():
            TypeAdapter(hints[name]).validate_python(value)
    else:
        TypeAdapter(model).validate_python(parsed(text))


def test_the_places_table_is_valid():
    [(text,)] = [block.values[1:] for block in blocks("text") if block.values[0] == "csv"]
    roles = {"派出所": "police-station"}
    document, problems = read_places_csv(text, "places.csv", roles)
    assert not problems
    places = place.PlacesFile.model_validate(document.data).places
    assert [one.id for one in places] == ["dongxihu", "wujiashan"]
    assert places[0].publisher == "东西湖区演示办公室"
    assert places[1].level == "subdistrict"


def test_the_output_of_check_is_what_check_says(tmp_path):
    [(wrong,)] = [
        block.values[1:] for block in blocks("text") if block.values[0].startswith("wrong: ")
    ]
    [(said,)] = [
        block.values[1:] for block in blocks("text") if block.values[0].startswith("said: ")
    ]
    (tmp_path / "communities.yml").write_text(wrong, "utf-8")
    _, problems = parse(wrong, "communities.yml", known_names(AudienceFile))
    assert render(problems, root=tmp_path, lang="zh").strip() == said.strip()


def commands():
    for block in blocks("text"):
        for line in block.values[1].splitlines():
            if line.startswith("handbill ") and "[" not in line and "  " not in line:
                yield pytest.param(line, id=line)


@pytest.mark.parametrize("line", [*commands()])
def test_commands_can_be_typed(line):
    options = command_line().parse_args(shlex.split(line)[1:])
    assert callable(options.run)


@pytest.mark.parametrize("line", [one for one in commands() if "sheet " in one.values[0]])
def test_sheets_name_what_there_is(line):
    options = command_line().parse_args(shlex.split(line)[1:])
    collection, _ = load_collection(read_settings(ROOT / "mkdocs.yml"))
    materials = {
        material.id: material
        for one in collection.campaigns
        for file in one.audiences
        for material in file.value.materials
    }
    assert options.size in materials[options.material].sizes
    assert set(options.place) <= {"all", *(one.id for one in collection.places.value.places)}
