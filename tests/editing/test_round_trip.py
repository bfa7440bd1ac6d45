"""What an editor with forms writes loads the same, and `handbill fmt` brings the file back."""

from __future__ import annotations

from functools import cache

import pytest
import yaml
from form_editor import SITES, Reader, saved

from handbill.editing.canonical import canonical
from handbill.editing.files import campaign_files, modeline, schema_of
from handbill.kinds.audience import Length
from handbill.load.files import FILES
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings
from handbill.load.validate import validate
from handbill.load.yaml_source import parse
from handbill.model.fields import known_names
from handbill.model.text import by_number

EVERY = [
    pytest.param(path, site / "campaigns", id=f"{site.name}-{path.stem}")
    for site in SITES
    for path in campaign_files(site / "campaigns")
]


def read(text, annotation):
    document, problems = parse(text, "a.yml", known_names(annotation))
    assert problems == []
    return document


def loaded(text, annotation):
    value, problems = validate(read(text, annotation), annotation)
    assert [str(one.text("en")) for one in problems] == []
    return value


@cache
def formatted(path, campaigns):
    kinds = load_kinds(read_settings(campaigns.parent / "mkdocs.yml"))
    annotation = FILES[schema_of(path, campaigns)].model_for(kinds)
    text = path.read_text("utf-8")
    return canonical(read(text, annotation), annotation, modeline(path, campaigns)), annotation


@cache
def as_it_is(path, annotation):
    return loaded(path.read_text("utf-8"), annotation)


def without_comments(text):
    return [
        line.split("  #")[0]
        for line in text.split("\n")[1:]
        if line.strip() and not line.lstrip().startswith("#")
    ]


def test_there_are_files():
    assert len(EVERY) > 35


@pytest.mark.parametrize(("path", "campaigns"), EVERY)
@pytest.mark.parametrize(
    "how",
    [{"empty": ""}, {"empty": None}, {"width": 60}, {"quoted": True}],
    ids=["empty texts", "null", "folded", "quoted"],
)
def test_what_an_editor_writes_loads_the_same(path, campaigns, how):
    text, annotation = formatted(path, campaigns)
    written = saved(text, annotation, **how)
    assert "\n#" not in written
    assert loaded(written, annotation) == as_it_is(path, annotation)


@pytest.mark.parametrize(("path", "campaigns"), EVERY)
@pytest.mark.parametrize("empty", ["", None])
def test_fmt_brings_the_file_back(path, campaigns, empty):
    text, annotation = formatted(path, campaigns)
    written = saved(text, annotation, empty=empty)
    again = canonical(read(written, annotation), annotation, modeline(path, campaigns))
    if empty == "":
        assert without_comments(again) == without_comments(text)
    assert loaded(again, annotation) == as_it_is(path, annotation)


@pytest.mark.parametrize(("path", "campaigns"), EVERY)
def test_other_readers_of_yaml_read_the_same_texts(path, campaigns):
    """No text is lost as a number: 027 has quotes in canonical form."""
    text, annotation = formatted(path, campaigns)

    def words(value):
        if isinstance(value, dict):
            return {str(key): words(one) for key, one in value.items()}
        if isinstance(value, list):
            return [words(one) for one in value]
        return (
            str(value).lower() if isinstance(value, bool) else None if value is None else str(value)
        )

    assert words(yaml.load(text, Loader=Reader)) == read(text, annotation).data


def test_a_list_with_holes_is_a_mapping_by_numbers():
    lengths = dict[Length, str]
    assert by_number([None] * 8 + ["甲"], lengths) == {"8": "甲"}
    assert by_number(["甲", "乙"], lengths) == ["甲", "乙"]
    assert by_number(["甲"], list[str]) == ["甲"]


@pytest.mark.parametrize(("path", "campaigns"), EVERY)
def test_the_files_here_are_in_canonical_form(path, campaigns):
    assert path.read_text("utf-8") == formatted(path, campaigns)[0], "run: handbill fmt"
