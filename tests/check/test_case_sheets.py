"""A sheet that prints a case says what the case says, and falls with it and with its source."""

from __future__ import annotations

import json

import pytest
from sites import apply, broken_site, problems_of

from handbill import cli

SOURCES = "campaigns/demo/sources.yml"
NOTICE = "campaigns/demo/cases/notice.yml"
GONE = "stage: withdrawn\nwithdrawn_on: 2026-11-20\nwithdrawn_why: 通报已经更正"


@pytest.fixture
def root(tmp_path):
    """A site with a sheet of the case `notice`, which is warned of for its source's year alone."""
    broken_site(tmp_path / "site", "W346")
    return tmp_path / "site"


def _edit(root, file, old, new):
    apply(root, {"edit": [{"file": file, "old": old, "new": new}]})


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
def test_a_source_that_goes_takes_the_sheet_with_it(root, status):
    released = "kind: release\n    status: released"
    _edit(root, SOURCES, released, released.replace("released", status))
    [problem] = [one for one in problems_of(root) if one.code == "E306"]
    assert problem.details["id"] == "notice"
    assert any("demo-case" in one.en for one in problem.details["reached"])
    assert cli.main(["sheet", "demo-case", "-f", str(root / "mkdocs.yml")]) != cli.EXIT_OK


def test_a_case_that_is_taken_down_takes_the_sheet_with_it(root):
    _edit(root, NOTICE, "stage: penalty", GONE)
    [problem] = [one for one in problems_of(root) if one.code == "E307"]
    assert problem.span.file == "campaigns/demo/communities.yml"
    assert cli.main(["sheet", "demo-case", "-f", str(root / "mkdocs.yml")]) != cli.EXIT_OK


def test_every_sentence_is_the_cases_own_and_is_traced_to_it(root, capsys):
    _edit(root, NOTICE, "source_note: 演示机关的通报", "source_note: 演示机关2026年10月的通报")
    _edit(root, NOTICE, "results: [处以罚款]", "results: [处以罚款3000元]")
    assert cli.main(["trace", "demo-case", "--json", "-f", str(root / "mkdocs.yml")]) == 0
    [found] = json.loads(capsys.readouterr().out)["traces"]
    said = [one for one in found["sentences"] if one["sort"] == "case"]
    lines = (root / NOTICE).read_text("utf-8").splitlines()
    assert {one["file"] for one in said} == {NOTICE}
    assert all(one["text"] in lines[one["line"] - 1] for one in said)
    texts = [one["text"] for one in said]
    assert {"有关机关通报了一件事。", "处以罚款3000元", "演示机关2026年10月的通报"} <= set(texts)
    assert {"说不清", "不让想", "要介绍别人"} <= set(texts)
