"""Errors of the schema: each has a code, a place and a suggestion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from readers import readers

from handbill.load.fields import locate
from handbill.load.files import FILES
from handbill.load.kinds import load_kinds
from handbill.load.validate import ERROR_TYPES, validate
from handbill.load.yaml_source import parse
from handbill.model.case import CaseFile
from handbill.model.fields import known_names
from handbill.model.place import PlacesFile
from handbill.problems import CATALOGUE

AudienceFile = load_kinds().audience


def text_of(name):
    return readers()[f"{name}.yml"].seeds[0].decode()


def problems_in(text, annotation):
    document, problems = parse(text, "a.yml", known_names(annotation))
    if document is None:
        return problems
    value, problems = validate(document, annotation)
    assert (value is None) == bool(problems)
    return problems


@pytest.mark.parametrize("name", FILES)
def test_the_base_is_valid(name):
    assert problems_in(text_of(name), FILES[name].model_for(load_kinds())) == []


def error_types(schema, seen):
    """The error types that a pydantic core schema can give, by the kinds of schema in it."""
    given_by = {
        "str": {"string_type", "string_pattern_mismatch"},
        "int": {"int_parsing", "int_type"},
        "float": {"float_parsing", "float_type", "finite_number"},
        "bool": {"bool_parsing", "bool_type"},
        "literal": {"literal_error"},
        "list": {"list_type", "too_short", "too_long"},
        "tuple": {"tuple_type", "too_long"},
        "dict": {"dict_type"},
        "model": {"model_type"},
        "model-fields": {"missing", "extra_forbidden"},
        "tagged-union": {"union_tag_invalid", "union_tag_not_found"},
        "date": {"date_parsing"},
    }
    if isinstance(schema, dict):
        kind = schema.get("type")
        if isinstance(kind, str):
            seen |= given_by.get(kind, set())
            if kind in {"decimal", "url", "uuid", "set", "enum", "union"}:
                seen.add(kind)
        for key, value in schema.items():
            if key != "metadata":
                error_types(value, seen)
    elif isinstance(schema, list | tuple):
        for value in schema:
            error_types(value, seen)
    return seen


@pytest.mark.parametrize("name", FILES)
def test_every_error_the_models_can_give_has_a_code(name):
    assert (
        error_types(TypeAdapter(FILES[name].model_for(load_kinds())).core_schema, set())
        <= ERROR_TYPES.keys()
    )


def test_every_code_is_in_the_catalogue():
    assert {*ERROR_TYPES.values()} <= CATALOGUE.keys()


def test_a_mistyped_field_is_one_problem():
    (problem,) = problems_in(text_of("audience").replace("motto:", "mott:"), AudienceFile)
    assert (problem.code, str(problem.span)) == ("E201", "a.yml:7:1")
    assert "motto" in problem.help("en")


def test_all_problems_are_found_in_one_run():
    text = text_of("audience").replace("order: 1", "order: x").replace("[A3]", "A3")
    assert [one.code for one in problems_in(text, AudienceFile)] == ["E212", "E204"]


def test_the_path_of_a_union_has_no_tags():
    place = locate(AudienceFile, ("materials", 0, "poster", "headline", 1))
    assert place.path == ("materials", 0, "headline", 1)
    assert locate(CaseFile, ("scenario", "beats", 0, "title")).field.title == "标题"


def test_a_key_that_is_no_id_is_pointed_at():
    text = text_of("places").replace("police-station:", "派出所:")
    (problem,) = problems_in(text, PlacesFile)
    assert (problem.code, str(problem.span)) == ("E208", "a.yml:7:7")


def test_a_key_that_is_no_choice_is_told_the_choices():
    text = text_of("audience") + "\nlengths:\n  9: 先核实\n"
    (problem,) = [one for one in problems_in(text, AudienceFile) if one.code == "E214"]
    assert "8、20、60" in problem.help("zh")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("signals:\n  - title: 要交钱", "signals:\n  - title：要交钱", "E106"),
        (
            "contacts: [police-station]\nclaims: [C01]\nstory",
            "contacts:\n  1.police-station\nclaims: [C01]\nstory",
            "E130",
        ),
        ("id: demo-poster", "id: “demo-poster”", "E131"),
        ("order: 1", "order: １", None),
        ("motto: 先核实", "motto: {place.name}", "E203"),
        ("motto: 先核实", "motto: # 先核实", "E206"),
    ],
)
def test_habits_of_a_chinese_keyboard(old, new, code):
    text = text_of("audience")
    assert text.count(old) == 1
    found = [one.code for one in problems_in(text.replace(old, new), AudienceFile)]
    assert found == ([code] if code else found[:0]) or found == ["E131"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_mutated_file_ends_in_a_value_or_problems(name, data):
    lines = text_of(name).split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        action = data.draw(st.sampled_from(["drop", "twice", "cut", "indent", "put", "swap"]))
        line = lines[number]
        at = data.draw(st.integers(0, len(line)))
        lines[number : number + 1] = {
            "drop": [],
            "twice": [line, line],
            "cut": [line[:at]],
            "indent": [f"  {line}"],
            "put": [
                line[:at] + data.draw(st.sampled_from(list("：:-[]{}\"'#&*!~|０题"))) + line[at:]
            ],
            "swap": [line[at:] + line[:at]],
        }[action] or [""]
    for problem in problems_in("\n".join(lines), FILES[name].model_for(load_kinds())):
        assert problem.span.line >= 1
        for lang in ("zh", "en"):
            assert "…" not in CATALOGUE[problem.code].title.get(lang)
            assert problem.text(lang) and problem.help(lang)
