"""Things and places of comics that a site has drawn itself: files, and names of its strips."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from sites import base_site

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Sheet
from handbill.editing.schema import write_schemas
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings
from handbill.model.fields import plain
from handbill.model.strip import Panel, Prop, Strip
from handbill.problems import Problem, ProblemsFound
from handbill.render import Renderer
from handbill.render.cache import RenderCache
from handbill.words import words

JUG = """\
#import "/art/parts.typ": cut, slab
#let level = "table"
#let prop(u, look, lines) = {
  cut(u, look.red, (-2, -5), (2, -5), (1.5, 0), (-1.5, 0))
  slab(u, look.red, 2, -4, 0.6, 2.6)
}
"""
ROOF = """\
#import "/art/parts.typ": slab, tinted
#let table = 7
#let back(u, look, ground, label, w, h) = {
  slab(u, ground, -1, -1, w + 2, h + 2)
  slab(u, look.second, -1, h - 9, w + 2, 11)
}
#let front(u, look, label, w, h) = slab(u, look.field, -1, h - 7, w + 2, 9)
"""
STRIP = "campaigns/demo/comics/first.yml"


def add(root: Path, path: str, text: str) -> None:
    file = root / "templates/art/comic" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def change(root: Path, old: str, new: str, count: int = 1) -> None:
    file = root / STRIP
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, count), "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a thing and a place of its own, and a comic that shows them."""
    root = base_site(tmp_path / "site")
    add(root, "props/water-jug.typ", JUG)
    add(root, "sets/roof.typ", ROOF)
    change(root, "scene: doorway", "scene: roof\n    props: [{name: water-jug, at: 50}]")
    file = root / "campaigns/demo/communities.yml"
    comic = (
        "  - kind: comic\n    id: demo-comic\n    title: 漫画\n    sizes: [A4]\n"
        "    use: 贴在门口\n    strips: [first]\n    case: door\n"
    )
    file.write_text(file.read_text("utf-8") + comic, "utf-8")
    return root


def checked_site(root: Path) -> Checked:
    return road.load_and_check(read_settings(root / "mkdocs.yml"), datetime.date(2026, 11, 24))


def problems_of(root: Path) -> list[Problem]:
    try:
        return list(checked_site(root).problems)
    except ProblemsFound as found:
        return list(found.problems)


def drawn(root: Path) -> tuple[str, dict[str, Any]]:
    """The comic as SVG with its data."""
    checked = checked_site(root)
    [one] = [
        artifact
        for artifact in road.plan(checked)
        if isinstance(artifact.body, Sheet) and artifact.path == "m/demo-comic/demo-comic.svg"
    ]
    renderer = Renderer(
        checked.templates, checked.collection.moment, RenderCache(root / "cache"), words("zh-CN")
    )
    [(_, content)] = renderer.render([Artifact(one.path, one.body)])
    assert isinstance(one.body, Sheet)
    return content.decode(), dict(one.body.data)


def test_a_comic_shows_them(site: Path) -> None:
    plain_svg, _ = drawn(site)
    red = plain_svg.count('fill="#d7261e"')
    assert red >= 2
    add(site, "props/water-jug.typ", JUG.replace("look.red", "look.dark"))
    assert drawn(site)[0].count('fill="#d7261e"') == red - 2


def test_a_place_has_a_table_at_the_height_that_it_says(site: Path) -> None:
    # The jug stands on it: higher by three units where the table is.
    low, _ = drawn(site)
    add(site, "sets/roof.typ", ROOF.replace("table = 7", "table = 10"))
    assert drawn(site)[0] != low
    # Without a table it draws none, nor any of ours.
    add(site, "sets/roof.typ", ROOF.partition("#let front")[0].replace("#let table = 7\n", ""))
    assert drawn(site)[0] not in (low, "")


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [("water-jug", "water-jag", "props"), ("scene: roof", "scene: rof", "scene")],
)
def test_a_name_that_is_not_there_is_told_with_the_nearest(
    site: Path, right: str, wrong: str, field: str
) -> None:
    change(site, right, wrong)
    [problem] = [one for one in problems_of(site) if one.code == "E214"]
    assert problem.span is not None
    line = (site / STRIP).read_text("utf-8").splitlines()[problem.span.line - 1]
    assert wrong in line
    for language in ("zh", "en"):
        assert right.removeprefix("scene: ") in problem.help(language)


def test_red_in_a_thing_of_ones_own_counts(site: Path) -> None:
    add(site, "props/water-jug.typ", JUG + "#let red = true\n")
    assert "E423" not in {one.code for one in problems_of(site)}
    change(site, "[{name: water-jug, at: 50}]", "[{name: water-jug, at: 50}, {name: pins, at: 80}]")
    assert "E423" in {one.code for one in problems_of(site)}


def test_names_that_no_strip_can_call_are_told(site: Path) -> None:
    add(site, "props/Wasser Krug.typ", JUG)
    assert "E129" in {one.code for one in problems_of(site)}


def test_one_of_our_names_stands_for_ours(site: Path) -> None:
    change(site, "water-jug", "cup")
    before, _ = drawn(site)
    add(site, "props/cup.typ", JUG)
    after, data = drawn(site)
    assert before != after
    assert data["sheets"][0]["copy"]["strips"][0]["panels"][0]["props"][0]["name"] == "props/cup"


def test_editors_offer_the_names_of_the_site(site: Path, tmp_path: Path) -> None:
    kinds = load_kinds(read_settings(site / "mkdocs.yml"))
    write_schemas(tmp_path / "schema", kinds)
    schema = (tmp_path / "schema/strip.json").read_text("utf-8")
    assert '"water-jug"' in schema
    assert '"roof"' in schema
    # Those of the next site are not these.
    assert load_kinds().strip is Strip
    for model, field in ((Panel, "scene"), (Prop, "name")):
        assert not {"roof", "water-jug"} & set(
            get_args(plain(model.model_fields[field].annotation))
        )
