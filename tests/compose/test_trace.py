"""Every sentence of a sheet with what it rests on, and what rests on a source."""

from __future__ import annotations

import datetime
import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from sites import apply, base_site

from handbill import cli, road
from handbill.compose.artifacts import Page
from handbill.compose.trace import sentences
from handbill.load.settings import read_settings
from handbill.render.pages import PageRenderer

ROOT = Path(__file__).parents[2]
COM = "campaigns/demo/communities.yml"
CLAIMS = "campaigns/demo/claims.yml"
GUIDE = (ROOT / "docs/guide/trace.md").read_text("utf-8")


def _edited(root: Path, *edits: tuple[str, str, str]) -> Path:
    base_site(root)
    apply(root, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
    return root


def _json(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> Any:
    code = cli.main([*arguments, "--json", "-f", str(root / "mkdocs.yml")])
    said = capsys.readouterr()
    assert code == 0, said.err
    return json.loads(said.out)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("先停。再问！真的吗？", ["先停。", "再问！", "真的吗？"]),
        ("他说：“别去。”我没去。", ["他说：“别去。”", "我没去。"]),
        ("{claim.C01}。打110。", ["{claim.C01}。", "打110。"]),
        ("Stop. Call 110. It costs 1.5 yuan.", ["Stop.", "Call 110.", "It costs 1.5 yuan."]),
        ("Mind this. {short.C03}. Ask.", ["Mind this.", "{short.C03}.", "Ask."]),
        ("一行\n又一行", ["一行", "又一行"]),
        ("没有句号", ["没有句号"]),
    ],
)
def test_a_text_is_parted_into_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_each_sentence_says_what_it_rests_on(tmp_path, capsys):
    root = _edited(
        tmp_path / "site",
        (
            COM,
            "    sentence: 不明白，先核实。",
            "    sentence: 依据{cite.C01}，{claim.C01}。先问家人。拨{contact.police-station}。打110。",
        ),
    )
    [found] = _json(capsys, root, "trace", "demo-poster")["traces"]
    said = {one["text"]: one for one in found["sentences"] if one["field"] == "sentence"}
    law, own, local, number = said.values()
    assert (law["sort"], law["claims"], law["said"]) == ("law", ["C01"], "placeholder")
    assert law["checked_on"] == found["claims"]["C01"]["checked_on"]
    assert found["claims"]["C01"]["source"] in found["sources"]
    assert (own["text"], own["sort"], own["checked_on"]) == ("先问家人。", "own", None)
    assert local["sort"] == "local"
    assert (number["sort"], bool(number["checked_on"])) == ("number", True)
    assert {one["line"] for one in said.values()} == {own["line"]}
    assert all(set(one) == set(own) for one in found["sentences"])


def test_the_words_of_a_claim_are_known_without_a_placeholder(tmp_path, capsys):
    root = base_site(tmp_path / "site")
    [plain] = _json(capsys, root, "affected", "C01")["affected"]
    text = plain["claims"]["C01"]["text"]
    apply(
        root,
        {"edit": [{"file": COM, "old": "sentence: 不明白，先核实。", "new": f"sentence: {text}"}]},
    )
    [found] = _json(capsys, root, "trace", "demo-poster")["traces"]
    [law] = [one for one in found["sentences"] if one["field"] == "sentence"]
    assert (law["sort"], law["claims"], law["said"]) == ("law", ["C01"], "words")


def test_a_message_rests_on_what_it_says(tmp_path, capsys):
    root = _edited(
        tmp_path / "site",
        (COM, "    sentence: 不明白，先核实。", "    sentence: '{message.60}'"),
        (COM, "materials:\n", "lengths:\n  '60': 依据{cite.C01}，先核实。\nmaterials:\n"),
    )
    [found] = _json(capsys, root, "trace", "demo-poster")["traces"]
    [law] = [one for one in found["sentences"] if one["field"] == "sentence"]
    assert (law["sort"], law["claims"]) == ("law", ["C01"])


def test_what_rests_on_a_source_is_exactly_what_shows_it(tmp_path, capsys):
    """Of every page of the site those, and only those, that print the claim or name it."""
    root = base_site(tmp_path / "site")
    [found] = _json(capsys, root, "affected", "L1")["affected"]
    claims = found["claims"]
    assert claims and found["sort"] == "source" and found["source"]["title"]
    checked = road.load_and_check(read_settings(root / "mkdocs.yml"), datetime.date(2026, 11, 24))
    renderer = PageRenderer(checked.templates)
    showing = set()
    for one in road.plan(checked):
        if isinstance(one.body, Page) and one.path.endswith((".md", ".html")):
            page = renderer.render(
                one.path, one.body.template, one.body.data, one.body.front_matter
            )
            text = html.unescape(re.sub(r"<[^>]+>", "", page))
            named = any(f"law/#{name}" in page for name in claims)
            if named or any(claim["text"].rstrip("。") in text for claim in claims.values()):
                path = one.path.removesuffix("index.html").removesuffix(".md")
                showing.add("" if path == "index" else path.removesuffix("/") + "/")
    assert {page["path"] for page in found["pages"]} == showing - {"materials/"}
    assert [one["id"] for one in found["materials"]] == ["demo-poster"]
    assert found["packs"] == [
        "packs/communities-print.zip",
        "packs/communities-office.zip",
        "packs/communities-screen.zip",
    ]
    assert found["places"] == ["district", "street"]
    assert found["languages"] == ["zh-CN"]


def test_a_case_carries_its_source_on_to_the_sheets_that_tell_of_it(tmp_path, capsys):
    root = _edited(tmp_path / "site", (COM, "    case: door", "    case: notice"))
    [found] = _json(capsys, root, "affected", "K1")["affected"]
    assert [one["id"] for one in found["cases"]] == ["notice"]
    assert [(one["id"], one["because"]) for one in found["materials"]] == [
        ("demo-poster", ["notice"])
    ]
    assert "cases/notice/" in {page["path"] for page in found["pages"]}


def test_a_source_that_no_longer_holds_is_no_hindrance(tmp_path, capsys):
    root = _edited(
        tmp_path / "site", ("campaigns/demo/sources.yml", "status: in_force", "status: withdrawn")
    )
    [found] = _json(capsys, root, "affected", "L1")["affected"]
    assert found["source"]["status"] == "withdrawn" and found["materials"]


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    root = base_site(tmp_path / "site")
    shutil.copytree(root / "campaigns/demo", root / "campaigns/second")
    return root


def test_an_id_of_several_campaigns_is_told_for_each(twice, capsys):
    for arguments, name in ((("trace", "demo-poster"), "traces"), (("affected", "L1"), "affected")):
        both = _json(capsys, twice, *arguments)[name]
        assert [one["campaign"] for one in both] == ["demo", "second"]
        [one] = _json(capsys, twice, *arguments, "--campaign", "second")[name]
        assert one["campaign"] == "second"
    assert both[1]["pages"][0]["path"].startswith("second/")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("trace", "demo-postr"), "demo-poster"),
        (("trace", "demo-poster", "--language", "zh-c"), "zh-CN"),
        (("trace", "demo-poster", "--place", "distric"), "district"),
        (("trace", "demo-poster", "--campaign", "dem"), "demo"),
        (("affected", "L11"), "L1"),
        (("affected", "notise"), "notice"),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest(tmp_path, capsys, arguments, meant):
    root = base_site(tmp_path / "site")
    assert cli.main([*arguments, "--lang", "en", "-f", str(root / "mkdocs.yml")]) == 1
    said = capsys.readouterr().err
    assert "E712" in said and f"did you mean {meant}" in said


def test_people_read_that_a_sentence_is_not_law(tmp_path, capsys):
    root = base_site(tmp_path / "site")
    arguments = ["trace", "demo-poster", "--lang", "en", "-f", str(root / "mkdocs.yml")]
    assert cli.main(arguments) == 0
    said = capsys.readouterr().out
    assert "the campaign's own words, not law" in said
    assert "grounds that it names and does not print" in said
    assert cli.main(["affected", "C01", "--lang", "en", "-f", str(root / "mkdocs.yml")]) == 0
    assert "demo-poster" in capsys.readouterr().out


def test_every_name_of_the_json_is_documented(tmp_path, capsys):
    root = base_site(tmp_path / "site")
    made = [
        _json(capsys, root, "trace", "demo-poster"),
        _json(capsys, root, "affected", "L1"),
        _json(capsys, root, "affected", "K1"),
    ]

    def names(value: Any, free: bool = False) -> set[str]:
        if isinstance(value, dict):
            inner = [names(one, name in ("claims", "sources")) for name, one in value.items()]
            return set().union(*inner, () if free else value)
        return set().union(*map(names, value)) if isinstance(value, list) else set()

    for name in names(made):
        assert f"`{name}`" in GUIDE or f'"{name}"' in GUIDE, name
