"""A notice is held against what answers it: by name, by audience and by kind, in each language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import apply, base_site, problems_of

from handbill import cli
from handbill.compose.coverage import PATH, coverage, coverage_pages
from handbill.compose.part import Part
from handbill.compose.sitemap import Pages, sitemap_entries
from handbill.edition.coverage import covering
from handbill.edition.edition import Edition
from handbill.edition.localise import localise_all
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.render.pages import PageRenderer

ROOT = Path(__file__).parents[2]
NOTICE = """
title: 演示通知
source: L1
parts:
  - {id: posters, title: 海报, asks: 张贴海报, kinds: [poster]}
  - {id: homes, number: 二（三）, title: 进社区, asks: 讲给居民听}
  - {id: letters, title: 公开信, asks: 发一封信}
  - {id: stories, title: 案例, asks: 讲案例}
"""
EDITS = [
    ("communities.yml", "claims: [C01]\nstory", "claims: [C01]\ncovers: [homes]\nstory"),
    ("cases/door.yml", "order: ", "covers: [stories]\norder: "),
    ("cases/notice.yml", "order: ", "covers: [stories]\norder: "),
]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Part]:
    """The flagship in each of its languages."""
    collection, problems = load_collection(read_settings(ROOT / "mkdocs.yml"))
    assert collection and not problems
    return [Part(edition, "", ()) for edition, _ in localise_all(collection, None)]


def _site(root: Path) -> Path:
    base_site(root)
    folder = "campaigns/demo/"
    edits = [{"file": folder + file, "old": old, "new": new} for file, old, new in EDITS]
    apply(root, {"edit": edits, "write": [{"file": folder + "notice.yml", "text": NOTICE}]})
    return root


def _answers(edition: Edition) -> dict[str, list[tuple[str, object]]]:
    return {
        name: [
            (use.sort.name, use.file.value.materials[use.path[1]].id if use.path else use.file.id)
            for use in found
        ]
        for name, found in covering(edition.files).items()
    }


def test_what_answers_a_part(tmp_path: Path) -> None:
    collection, _ = load_collection(read_settings(_site(tmp_path / "site") / "mkdocs.yml"))
    assert collection
    [(edition, _)] = localise_all(collection, None)
    every = [("audience", one.id) for _, one in edition.materials()]
    posters = [("audience", one.id) for _, one in edition.materials() if one.kind == "poster"]
    withdrawn = {one.id for one in edition.files.cases if one.value.is_withdrawn}
    found = _answers(edition)
    assert posters and found["posters"] == posters
    assert found["homes"] == every
    assert found["letters"] == []
    assert found["stories"] == [("case", one) for one in ("door", "notice") if one not in withdrawn]


def test_a_name_that_is_no_part_is_an_error_wherever_it_stands(tmp_path: Path) -> None:
    root = _site(tmp_path / "site")
    folder = "campaigns/demo/"
    edits = [
        ("communities.yml", "covers: [homes]", "covers: [home]"),
        ("communities.yml", "    case: door\n", "    case: door\n    covers: [lettres]\n"),
        ("cases/door.yml", "covers: [stories]", "covers: [story]"),
        ("help.yml", "    steps:", "    covers: [calls]\n    steps:"),
        ("quiz.yml", "questions:", "covers: [quiz]\nquestions:"),
        ("notice.yml", "kinds: [poster]", "kinds: [postr]"),
        ("notice.yml", "source: L1", "source: L9"),
    ]
    apply(root, {"edit": [{"file": folder + file, "old": a, "new": b} for file, a, b in edits]})
    found = {str(one.details["id"]) for one in problems_of(root) if one.code == "E303"}
    assert found == {"home", "lettres", "story", "calls", "quiz", "postr", "L9"}


def test_the_command_lists_what_the_page_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = _site(tmp_path / "site")
    assert cli.main(["coverage", "--json", "-f", str(root / "mkdocs.yml")]) == 0
    [told] = json.loads(capsys.readouterr().out)["coverage"]
    assert (told["campaign"], told["source"]) == ("demo", "L1")
    [posters, homes, letters, _] = told["parts"]
    assert (homes["number"], letters["number"]) == ("二（三）", None)
    assert not letters["materials"] and not letters["pages"]
    assert cli.main(["coverage", "--lang", "zh", "-f", str(root / "mkdocs.yml")]) == 0
    lines = capsys.readouterr().out
    assert "公开信  0 + 0\n  还没有" in lines
    assert all(one["href"] in lines and one["title"] in lines for one in posters["materials"])


def test_each_part_of_the_flagships_notice_has_a_sheet(parts: list[Part]) -> None:
    for part in parts:
        found = coverage(part)
        assert found and len(found.rows) > 15
        made = {entry.material.id: entry.translated for entry in part.entries}
        for row in found.rows:
            assert any(made[one.href.split("/")[1]] for one in row.sheets), row.part.id


def test_the_table_is_a_page_of_the_guide_and_no_page_for_citizens(parts: list[Part]) -> None:
    renderer = PageRenderer(ROOT / "templates")
    for part in parts:
        [page] = coverage_pages(part)
        assert page.path == part.prefix + PATH
        assert (page.body.front_matter or {}).get("template") is None
        assert sitemap_entries([Pages(part, [page])]) == []
        text = renderer.render(
            page.path, page.body.template, page.body.data, page.body.front_matter
        )
        shown = coverage(part)
        assert shown
        root = "../" * (part.prefix + PATH).removesuffix(".md").count("/") + "../"
        for row in shown.rows:
            for one in (*row.sheets, *row.pages):
                assert f'href="{root}{part.prefix}{one.href}"' in text
            assert row.part.asks in text
