"""The editor's configuration says all that the models say, and asks nobody else for anything."""

from __future__ import annotations

import datetime
import re
from typing import Literal, get_args, get_origin

import pytest
import yaml
from form_editor import ROOT
from sites import base_site

from handbill.editing.admin import admin_files, read_package, write_admin
from handbill.editing.admin_config import admin_config, backend_of, config_text
from handbill.editing.fields import fields_of
from handbill.load.files import FILES
from handbill.load.folders import load_collection
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.fields import members, plain, tag_of
from handbill.model.place import PlacesFile
from handbill.problems import ProblemsFound

AudienceFile = load_kinds().audience

NAME = "anti-pyramid-selling"


@pytest.fixture(scope="module")
def config():
    collection, problems = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert collection, problems
    return yaml.safe_load(config_text(admin_config(collection, None)))


def collection_of(config, name):
    return next(one for one in config["collections"] if one.get("name") == name)


def files_of(config, name):
    return {one["name"]: one["fields"] for one in collection_of(config, name)["files"]}


def compare(forms, model, where):
    """Every field has a widget that fits its type; nothing else is there."""
    by_name = {form["name"]: form for form in forms}
    names = [name for name in fields_of(model) if name in by_name or not _is_tag(model, name)]
    assert list(by_name) == names, where
    for name, form in by_name.items():
        field = model.model_fields[name]
        fits(form, field.annotation, f"{where}.{name}")
        if form["widget"] != "hidden":
            assert re.search("[\u4e00-\u9fff]", form["label"]), where
            wanted = field.is_required() and form["widget"] != "boolean"
            assert form.get("required", True) is wanted, f"{where}.{name}"


def _is_tag(model, name):
    return name in ("kind", "type") and len(get_args(model.model_fields[name].annotation)) == 1


def fits(form, annotation, where):
    inner = plain(annotation)
    models = members(inner)
    widget = form["widget"]
    if widget == "hidden":
        assert form["default"] in get_args(inner)
    elif models:
        assert widget == "object"
        compare(form["fields"], models[0], where)
    elif get_origin(inner) in (list, tuple):
        item = members(get_args(inner)[0])
        assert widget in ("list", "relation", "select"), where
        if len(item) > 1:
            assert [one["name"] for one in form["types"]] == [tag_of(one)[1] for one in item]
            assert form["typeKey"] == "kind"
            for one, model in zip(form["types"], item, strict=True):
                compare(one["fields"], model, f"{where}[{one['name']}]")
        elif item:
            compare(form["fields"], item[0], where)
        else:
            assert widget != "list" or form["field"]["widget"], where
    elif get_origin(inner) is dict:
        assert widget == "object" and form["fields"], where
        for one in form["fields"]:
            fits(one, get_args(inner)[1], f"{where}.{one['name']}")
    else:
        fits_alone(form, inner, widget, where)


def fits_alone(form, inner, widget, where):
    if get_origin(inner) is Literal:
        assert [one["value"] for one in form["options"]] == list(get_args(inner)), where
    elif inner is datetime.date:
        assert (widget, form["type"], form["format"]) == ("datetime", "date", "YYYY-MM-DD")
    elif inner is bool:
        assert widget in ("boolean", "select")
    elif inner is int:
        assert (widget, form["value_type"]) == ("number", "int")
    else:
        assert widget in ("string", "text", "markdown", "relation", "select"), where


def test_every_field_of_every_file_has_its_widget(config):
    files = files_of(config, NAME)
    assert set(files) <= set(FILES) and len(files) > 6
    kinds = load_kinds(read_settings(ROOT / "mkdocs.yml"))
    for name, fields in files.items():
        compare(fields, FILES[name].model_for(kinds), name)
    compare(files_of(config, "places")["places"], PlacesFile, "places")
    for name, fields in files_of(config, f"{NAME}-comics").items():
        compare(fields, kinds.strip, name)
    for name, model in (
        ("audiences", AudienceFile),
        ("adjudicated", AdjudicatedCase),
        ("scenario", Scenario),
    ):
        compare(collection_of(config, f"{NAME}-{name}")["fields"], model, name)


def test_every_kind_of_material_can_be_added(config):
    fields = collection_of(config, f"{NAME}-audiences")["fields"]
    materials = next(one for one in fields if one["name"] == "materials")
    assert {one["name"] for one in materials["types"]} == set(load_kinds().by_name)


def test_relations_lead_to_fields_that_are_there(config):
    def relations(forms):
        for form in forms:
            if form["widget"] == "relation":
                yield form
            yield from relations(form.get("fields", []))
            for one in form.get("types", []):
                yield from relations(one["fields"])

    found = 0
    for collection in config["collections"]:
        for forms in [
            collection.get("fields", []),
            *(one["fields"] for one in collection.get("files", [])),
        ]:
            for one in relations(forms):
                target = files_of(config, one["collection"])[one["file"]]
                for step in one["value_field"].replace(".*", "").split("."):
                    target = next(form for form in target if form["name"] == step).get("fields", [])
                found += 1
    assert found > 30


def test_the_files_it_names_are_there(config):
    for collection in config["collections"]:
        for one in collection.get("files", []):
            assert (ROOT / one["file"]).is_file()
        if "folder" in collection:
            assert (ROOT / collection["folder"]).is_dir()


def test_the_page_asks_nobody_else(tmp_path):
    settings = read_settings(base_site(tmp_path / "site") / "mkdocs.yml")
    collection, _ = load_collection(settings)
    files = admin_files(settings, collection, public=False)
    page = files["index.html"]
    assert "noindex" in page and "https:" not in page
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == [
        "config.yml",
        "offline.js",
        "sveltia-cms.js",
    ]
    assert "*" not in files["config.yml"].replace(".*", "")  # no aliases, which the editor limits
    with pytest.raises(ProblemsFound) as found:
        admin_files(settings, collection, public=True)
    assert found.value.problems[0].code == "E730"


@pytest.mark.parametrize(
    ("address", "backend"),
    [
        ("https://github.com/a/b", {"name": "github", "repo": "a/b"}),
        ("https://gitlab.com/a/b/c.git", {"name": "gitlab", "repo": "a/b/c"}),
        (
            "https://codeberg.org/a/b/",
            {
                "name": "gitea",
                "repo": "a/b",
                "base_url": "https://codeberg.org",
                "api_root": "https://codeberg.org/api/v1",
            },
        ),
        ("https://example.org/a/b", None),
        ("", None),
        (None, None),
        ("https://github.com/a", None),
    ],
)
def test_the_repository_is_that_of_mkdocs_yml(address, backend):
    assert backend_of(address) == backend


def test_only_the_package_that_was_tried_is_taken(tmp_path):
    (tmp_path / "other.tgz").write_bytes(b"other")
    for file in ("other.tgz", "nowhere.tgz"):
        with pytest.raises(ProblemsFound) as found:
            read_package(tmp_path / file)
        assert found.value.problems[0].code == "E732"


def test_the_command_says_what_to_do_next(tmp_path):
    root = base_site(tmp_path / "site")
    said = list(write_admin(read_settings(root / "mkdocs.yml"), root / "admin", None, "zh"))
    assert any("npm pack @sveltia/cms@" in line for line in said)
    assert any("handbill fmt" in line for line in said)
    assert {path.name for path in (root / "admin").iterdir()} == {
        "config.yml",
        "index.html",
        "offline.js",
    }


def test_it_is_published_only_when_asked_for(tmp_path, handbill):
    root = base_site(tmp_path / "site")
    (root / "admin").mkdir()
    (root / "admin" / "sveltia-cms.js").write_text("0", "utf-8")
    assert handbill(root, "materialise", "build/off").returncode == 0
    assert not (root / "build" / "off" / "docs" / "admin").exists()
    file = root / "mkdocs.yml"
    text = file.read_text("utf-8").replace("  - handbill\n", "  - handbill:\n      admin: true\n")
    file.write_text("repo_url: https://github.com/-/-\n" + text, "utf-8")
    done = handbill(root, "build")
    assert done.returncode == 0, done.stderr
    published = root / "site" / "admin"
    assert {path.name for path in published.iterdir()} == {
        "config.yml",
        "index.html",
        "offline.js",
        "sveltia-cms.js",
    }
    assert "https://api.github.com" in (published / "index.html").read_text("utf-8")
    assert "admin" not in (root / "site" / "sitemap.xml").read_text("utf-8")
