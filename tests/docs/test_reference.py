"""The guide says all that the code holds: fields, kinds, commands, placeholders, codes."""

import html
import re
from pathlib import Path

import pytest

import reference
from handbill.cli import command_line
from handbill.editing.schema import schemas
from handbill.edition.placeholders import PLACEHOLDERS
from handbill.load.files import FILES
from handbill.load.places_table import COLUMNS, CONTACT_COLUMNS, LEVELS
from handbill.model.fields import members, tag_of
from handbill.problems import CATALOGUE
from handbill.render.pages import FILTERS
from handbill.resources import STARTERS
from handbill.words import HEADINGS

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
FIELDS = "".join(file.read_text("utf-8") for file in sorted(GUIDE.glob("fields*.md")))


def page(name):
    return (GUIDE / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_generated_tables_are_fresh(file):
    text = file.read_text("utf-8")
    made = reference.refreshed(text, reference.tables())
    assert made == text, "run: python tools/reference.py"


def test_every_table_has_a_page():
    text = "".join(file.read_text("utf-8") for file in PAGES)
    for name in reference.tables():
        assert text.count(f"<!-- reference: {name} -->") == 1


def test_refresh_writes_only_what_changed(tmp_path):
    stale = "# 占位符\n\n<!-- reference: placeholders -->\n旧\n<!-- /reference -->\n\n手写。\n"
    (tmp_path / "a.md").write_text(stale, "utf-8")
    (tmp_path / "b.md").write_text("# 没有表\n", "utf-8")
    changed = reference.refresh(tmp_path)
    assert changed == [tmp_path / "a.md", tmp_path / "problems.md"]
    text = (tmp_path / "a.md").read_text("utf-8")
    assert text.startswith("# 占位符\n\n<!-- reference: placeholders -->\n\n| 写法 |")
    assert text.endswith("|\n\n<!-- /reference -->\n\n手写。\n")
    assert reference.refresh(tmp_path) == []


def test_an_unknown_table_is_refused():
    with pytest.raises(KeyError):
        reference.refreshed("<!-- reference: weather -->\n<!-- /reference -->\n", {})


def properties(schema):
    """Every property of a JSON Schema with its description, definitions included."""
    for part in [schema, *schema.get("$defs", {}).values()]:
        for name, inner in part.get("properties", {}).items():
            yield name, inner.get("description", "")


@pytest.mark.parametrize("name", sorted(schemas(reference.KINDS)))
def test_every_schema_field_is_documented(name):
    text = FIELDS
    for field, description in properties(schemas(reference.KINDS)[name]):
        assert f"| `{field}` |" in text
        chinese, _, english = description.partition(" / ")
        assert f"**{chinese.split('；')[0]}**" in text, field
        assert f"<br>{html.escape(english, quote=False)} |" in text, field


def test_every_nested_model_has_one_section():
    anchors = re.findall(r"\{ #(\S+) \}", FIELDS)
    assert len(anchors) == len(set(anchors)) > 60


@pytest.mark.parametrize("name", FILES)
def test_a_page_of_fields_begins_with_what_must_be_there(name):
    text = page(f"fields-{name}")
    assert f"](fields-{name}.md)" in page("fields")
    for model in members(FILES[name].model_for(reference.KINDS)):
        tag, value = tag_of(model)
        section = text.partition(f"{{ #{name}-{value} }}")[2] if tag else text
        must, _, may = section.partition("**可不填")
        may = may.partition("\n#")[0]
        for field, info in model.model_fields.items():
            assert (f"\n| `{field}` |" in must) is info.is_required(), field
            assert info.is_required() or f"\n| `{field}` |" in may, field


def test_examples_of_fields_are_the_starters():
    said = "".join(file.read_text("utf-8") for file in STARTERS.rglob("*.yml"))
    shown = re.findall(r"```yaml\n(.*?)```", FIELDS, re.DOTALL)
    assert len(shown) >= 11
    for line in "".join(shown).splitlines():
        assert line in said


def test_every_word_that_may_be_said_otherwise_is_listed():
    text = page("words")
    for name, (chinese, english) in HEADINGS.items():
        escaped = (html.escape(one, quote=False) for one in (chinese, english))
        cells = (one.replace("|", "\\|").replace("{", "&#123;") for one in escaped)
        assert text.count(f"| `{name}` | {' | '.join(cells)} |") == 1


@pytest.mark.parametrize("kind", sorted(reference.KINDS.by_name))
def test_every_kind_and_size_is_documented(kind):
    section = page("kinds").split(f"{{ #{kind} }}")[1].split("\n## ")[0]
    declared = reference.KINDS.by_name[kind]
    for name, size in declared.sizes.items():
        row = next(line for line in section.splitlines() if line.startswith(f"| `{name}` |"))
        assert f"{size.width:g} × {size.height:g}" in row
    for name, budget in declared.rooms.items():
        assert re.search(rf"\| `{name}` \| 所有 all \| {budget.characters} \|", section)


def test_every_command_and_option_is_documented():
    text = page("commands")
    sections = dict(
        re.findall(r"^## handbill (\w+) .*?\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    )
    commands = reference.subcommands(command_line())
    assert list(sections) == list(commands)
    for name, parser in commands.items():
        for action in parser._actions:
            for option in action.option_strings:
                assert option in (text if option in {"-h", "--help"} else sections[name])


def test_every_placeholder_is_documented():
    for name in PLACEHOLDERS:
        assert f"| `{{{name}}}` |" in page("placeholders")


def test_every_problem_code_is_documented():
    text = page("problems")
    for code in CATALOGUE:
        assert code in text


def test_every_column_of_the_places_table_is_documented():
    text = page("places")
    for word in [*COLUMNS, *filter(None, CONTACT_COLUMNS)]:
        assert f"`{word}`" in text
    for word, level in LEVELS.items():
        assert f"{word}（`{level}`）" in text


def test_every_filter_of_page_templates_is_documented():
    for name in FILTERS:
        assert f"| `{name}` |" in page("templates")
