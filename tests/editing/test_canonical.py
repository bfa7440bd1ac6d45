"""The canonical form: order, quotes, comments; written twice it stays, and it keeps the meaning."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import base_site

from handbill.editing.canonical import ChangedMeaning, canonical, loses_type, meaning
from handbill.editing.comments import find_comments
from handbill.editing.files import campaign_files, format_files, schema_of, write_formatted
from handbill.load.files import FILES
from handbill.load.kinds import load_kinds
from handbill.load.settings import read_settings
from handbill.load.yaml_source import parse
from handbill.model.campaign import CampaignFile, HelpFile
from handbill.model.fields import known_names
from handbill.model.place import PlacesFile

AudienceFile = load_kinds().audience

STARTER = Path(__file__).parents[2] / "src/handbill/starter/job-seeking/campaigns"
HEAD = "# yaml-language-server: $schema=x.json"


def fmt(text, annotation=PlacesFile):
    document, problems = parse(text, "a.yml", known_names(annotation))
    assert problems == []
    made = canonical(document, annotation, HEAD)
    assert made.startswith(HEAD + "\n")
    return made.removeprefix(HEAD + "\n")


def test_fields_stand_in_the_order_of_the_model():
    assert fmt("places:\n- level: city\n  name: '武汉市'\n  id: \"wuhan\"\n") == (
        "places:\n  - id: wuhan\n    name: 武汉市\n    level: city\n"
    )


def test_unknown_fields_are_kept_behind():
    assert fmt("places:\n  - nmae: 武汉\n    id: wuhan\n") == (
        "places:\n  - id: wuhan\n    nmae: 武汉\n"
    )


def test_comments_stay_with_their_field():
    assert fmt(
        "# 全部\nplaces:\n  # 第一个\n  - level: city  # 类别\n    # 名字\n    name: 武汉市\n"
        "    id: wuhan\n    # 没有了\n# 最后\n"
    ) == (
        "# 全部\nplaces:\n  # 第一个\n  - id: wuhan\n    # 名字\n    name: 武汉市\n"
        "    level: city  # 类别\n    # 没有了\n# 最后\n"
    )


def test_comments_in_a_list_on_one_line_come_above_it():
    made = fmt("title: 社区\nclaims: [C01,  # 头一条\n  C02]\n", AudienceFile)
    assert made == "title: 社区\n# 头一条\nclaims: [C01, C02]\n"


def test_a_sharp_in_a_text_is_no_comment():
    text = 'places:\n  - id: wuhan\n    name: "武汉 # 市"\n'
    assert fmt(text) == text
    assert find_comments(parse(text, "a.yml")[0].marks).all() == []


def test_blocks_keep_their_lines_and_their_comment():
    text = 'about: |  # 用 Markdown\n  第一段。\n\n  # 不是注释\n    第二段。\nversion: "1.0"\n'
    assert fmt(text, CampaignFile) == text


def test_what_a_form_writes_of_itself_goes():
    made = fmt(
        "places:\n  - id: wuhan\n    signature: ''\n    contacts: {}\n    publisher:\n", PlacesFile
    )
    assert made == "places:\n  - id: wuhan\n    publisher:\n"
    assert fmt("situations:\n  - number: 1\n    urgent: false\n    calls: []\n", HelpFile) == (
        "situations:\n  - number: 1\n"
    )


@pytest.mark.parametrize("text", ["027", "1.0", "0x1F", "1e3", "True", "Null", ".5", "00", "+5"])
def test_what_others_read_as_a_number_has_quotes(text):
    assert loses_type(text)
    assert fmt(f"places:\n  - name: {text}\n") == f'places:\n  - name: "{text}"\n'


@pytest.mark.parametrize("text", ["110", "12:30", "2026-11-24", "no", "0.5", "C01", "-3"])
def test_what_comes_back_has_none(text):
    assert not loses_type(text)
    assert fmt(f"places:\n  - name: '{text}'\n") == f"places:\n  - name: {text}\n"


def test_a_name_that_has_no_plain_notation_is_refused():
    text = "cast:\n  ? " + "很长" * 600 + "\n  : {top: tee}\n"
    with pytest.raises(ChangedMeaning):
        fmt(text)


_TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cs", "Co", "Cn", "Cc", "Cf"],
        exclude_characters="\u2028\u2029\ufffd\u034f\u115f\u1160\u17b4"
        "\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0",
        include_characters="\n#:,[]{}&*!|>'\"%@`-? 0.5",
    ),
    max_size=40,
)
_NAME = st.sampled_from(["id", "name", "parent", "level", "contacts", "x", "027", "名字", "a: b"])
_VALUE = st.recursive(
    st.none() | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAME, inner, max_size=4),
    max_leaves=12,
)


def as_yaml(value):
    """Any data as JSON, which is YAML too."""

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "")


@given(st.dictionaries(_NAME, _VALUE, min_size=1, max_size=5), st.lists(_VALUE, max_size=3))
@settings(max_examples=150, deadline=None)
def test_it_keeps_the_meaning_and_stays(data, places):
    data = {**data, "places": places}
    document, problems = parse(as_yaml(data), "a.yml")
    if problems:
        return
    once = canonical(document, PlacesFile, HEAD)
    again, problems = parse(once, "a.yml")
    assert problems == []
    assert meaning(again.data, PlacesFile) == meaning(document.data, PlacesFile)
    assert canonical(again, PlacesFile, HEAD) == once


def test_an_entry_whose_fields_are_all_empty_stays_an_entry():
    document, problems = parse(as_yaml({"places": [{"parent": ""}, {"id": "b"}]}), "a.yml")
    assert problems == []
    assert "  - {}\n" in canonical(document, PlacesFile, HEAD)


_LINE = st.sampled_from(["# 一", "  # 二", "    # 三", "", "      # 四"])


@given(
    st.lists(st.lists(_LINE, max_size=3), min_size=9, max_size=9),
    st.lists(st.sampled_from(["", "  # 旁"]), min_size=9, max_size=9),
)
@settings(max_examples=150, deadline=None)
def test_no_comment_is_lost_wherever_it_stands(above, beside):
    lines = [
        "places:",
        "  - level: city",
        "    contacts:",
        "      b: {number: 110}",
        "      a:",
        "        number: 120",
        "    name: 武汉",
        "  - id: b",
        "title: 甲",
    ]
    text = (
        "\n".join(
            line
            for group, kept, end in zip(above, lines, beside, strict=True)
            for line in (*group, kept + end)
        )
        + "\n"
    )
    once = fmt(text)
    comments = [line for line in text.replace("  # 旁", "\n# 旁").split("\n") if "#" in line]
    assert once.count("#") == len(comments)
    assert fmt(once) == once


def test_files_are_converted_and_written_in_one_step(tmp_path):
    root = base_site(tmp_path / "site")
    file = root / "campaigns" / "demo" / "help.yml"
    text = file.read_text("utf-8")
    file.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    file.chmod(0o640)
    site = read_settings(root / "mkdocs.yml")
    (one,) = format_files(site, [file])
    assert one.changed and one.converted and not one.problems
    write_formatted(one)
    written = file.read_bytes()
    assert b"\r" not in written and "求助" in written.decode("utf-8")
    assert written.startswith(b"# yaml-language-server: $schema=../schema/help.json\n")
    assert file.stat().st_mode & 0o777 == 0o640 or os.name == "nt"
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []
    (again,) = format_files(site, [file])
    assert not again.changed


def test_every_file_of_a_site_is_known(tmp_path):
    root = base_site(tmp_path / "site")
    files = campaign_files(root / "campaigns")
    assert {schema_of(path, root / "campaigns") for path in files} >= {
        "campaign",
        "audience",
        "case",
        "strip",
        "places",
    }
    assert schema_of(root / "mkdocs.yml", root / "campaigns") is None
    assert schema_of(root / "campaigns" / "schema" / "a.yml", root / "campaigns") is None


PLACES_OF_COMMENTS = (
    lambda line, at: [f"{' ' * at}# 一", line],
    lambda line, at: [line.replace("[", f"[  # 一\n{' ' * (at + 4)}", 1)],
    lambda line, at: [f"{line}  # 一"],
    lambda line, at: [f"{' ' * at}# 一", "", f"{' ' * (at + 3)}# 二", line],
)
"""Ways to put comments at a line, `at` columns in: above, behind a bracket, beside, too far right."""


@settings(max_examples=300)
@given(st.data())
def test_wherever_a_comment_stands_the_second_round_changes_nothing(data):
    path = data.draw(st.sampled_from(campaign_files(STARTER)))
    annotation = FILES[schema_of(path, STARTER)].model_for(load_kinds())
    lines = path.read_text("utf-8").split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    put = data.draw(st.sampled_from(PLACES_OF_COMMENTS))
    lines[number : number + 1] = put(lines[number], data.draw(st.integers(0, 14)))
    document, problems = parse("\n".join(lines), "a.yml", known_names(annotation))
    if problems:
        return
    try:
        once = canonical(document, annotation, HEAD)
    except ChangedMeaning:
        return  # the file is left as it is, and that is told
    again, problems = parse(once, "a.yml", known_names(annotation))
    assert problems == []
    assert canonical(again, annotation, HEAD) == once
