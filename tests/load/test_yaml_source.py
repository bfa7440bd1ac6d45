"""The YAML reader: what is read stays what was typed, and nothing ends in a traceback."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handbill.load.text_source import LARGEST, decode
from handbill.load.yaml_source import DEEPEST, MOST, parse


def read(text, known=()):
    document, problems = parse(text, "a.yml", known)
    assert not problems
    return document


def codes(text, known=()):
    document, problems = parse(text, "a.yml", known)
    assert document is None
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "typed",
    ["no", "on", "True", "010", "12:30", "1_000", "1.0", "0x1F", "2019-05-06", "Null", "=", "<=3"],
)
def test_scalars_stay_text(typed):
    assert read(f"a: {typed}\n").data == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_only_null_is_resolved(typed):
    assert read(f"a: {typed}\n").data == {"a": None}


def test_quotes_keep_null_as_text():
    assert read("a: 'null'\nb: \"\"\n").data == {"a": "null", "b": ""}


@pytest.mark.parametrize("text", ["\ufeffa: b\n", "a: b\r\n", "# 注释\r\na: b"])
def test_byte_order_mark_and_line_ends_do_no_harm(text):
    decoded, problems = decode(text.encode(), "a.yml")
    assert not problems
    assert read(decoded).data == {"a": "b"}


def test_marks_point_at_keys_and_values():
    marks = read("a: b\n列表:\n  - x: 长\n    y: |\n      第一行\n      第二行有词\n").marks
    assert str(marks.span(("a",))) == "a.yml:1:4"
    assert str(marks.key_span(("列表",))) == "a.yml:2:1"
    assert marks.span(("列表", 0, "x")).end_column == 9
    assert str(marks.find("有词", ("列表", 0, "y"))) == "a.yml:6:10"
    assert str(marks.span(("列表", 0, "没有", 3))) == "a.yml:3:5"


def test_a_file_as_deep_as_allowed_is_read():
    nested = DEEPEST - 1
    assert read(f"a: {'[' * nested}{']' * nested}\n").data


@pytest.mark.parametrize("opening", ["[", "{", "- ", "a: ["])
def test_deep_nesting_does_not_end_the_program(opening):
    program = (
        "from handbill.load.yaml_source import parse\n"
        f"print([one.code for one in parse({opening!r} * 100_000, 'a.yml')[1]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() in {"['E105']", "['E115']", "['E118']"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\nb: 2\n", "E109"),
        ("a: *x\n", "E109"),
        ("<<: {a: 1}\n", "E109"),
        ("a: !!python/name:os.system x\n", "E110"),
        ("a: 1\n---\nb: 2\n", "E111"),
        ("---\na: 1\n...\n---\n", "E111"),
        ("", "E112"),
        ("~", "E112"),
        ("- a\n", "E113"),
        ("一段话", "E113"),
        ("? [a]\n: b\n", "E114"),
        ("~: b\n", "E114"),
        ('a: "b\n', "E116"),
        ("a: 'b\n", "E116"),
        ("a: {b: c\n", "E117"),
        ('a: "\\q"\n', "E119"),
        ("a:\n\tb: c\n", "E123"),
        ("\u3000a: b\n c: d\n", "E123"),
        ("a: `b\n", "E121"),
        ("a:\n  - b: c\n  -d: e\n    f: g\n", "E130"),
        ("a:\n  -\u3000b: c\n    d: e\n", "E130"),
        ("a: {place.name}的人\nb: c\n", "E117"),
        ('a: "b\\u202ec"\n', "E104"),
        ('a: "b\\0c"\n', "E104"),
        ('a: "b\\ue000c"\n', "E104"),
        ('"a\\u200b": b\n', "E104"),
    ],
)
def test_what_is_refused(text, code):
    assert codes(text) == [code]


def test_every_duplicate_is_reported_with_its_first():
    _, problems = parse("a: 1\nb: {c: 1, c: 2}\na: 3\n", "a.yml")
    assert [(one.code, str(one.span), str(one.details["first"])) for one in problems] == [
        ("E108", "a.yml:2:11", "a.yml:2:5"),
        ("E108", "a.yml:3:1", "a.yml:1:1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title：甲\n",
        "title：甲\nlabel: 乙\n",
        "label: 乙\ntitle：甲\norder: 1\n",
        "list:\n  - title：甲\n    label: 乙\n",
    ],
)
def test_a_full_width_colon_is_told_from_prose(text):
    assert codes(text, {"title", "label", "order", "list"}) == ["E106"]


def test_a_full_width_colon_in_prose_is_left_alone():
    assert read("label: QQ：不是字段\n", {"title", "label"}).data == {"label": "QQ：不是字段"}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
@example("\x850")
def test_any_text_ends_in_data_or_problems(text):
    document, problems = parse(text, "a.yml", {"title"})
    assert (document is None) == bool(problems)
    for problem in problems:
        assert problem.text("zh") and problem.help("en")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="-:：?[]{},#&*!|>'\"%@` \n\ta题", max_size=60))
def test_any_punctuation_ends_in_data_or_problems(text):
    document, problems = parse(text, "a.yml", {"a"})
    assert (document is None) == bool(problems)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_text_or_problems(data):
    text, problems = decode(data, "a.yml")
    assert (text is None) == bool(problems)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("标题：防范传销".encode("gbk"), "GBK"),
        ("标题: 防范".encode("utf-16"), "UTF-16"),
        ("title: abc".encode("utf-16-le"), "UTF-16"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "不是文本"),
    ],
)
def test_other_encodings_are_named(data, word):
    text, (problem,) = decode(data, "a.yml")
    assert text is None
    assert problem.code == "E103"
    assert word in problem.text("zh")


def test_the_first_byte_that_is_not_utf8_is_pointed_at():
    _, (problem,) = decode("标题: 防范\n第二: ".encode() + "传销".encode("gbk"), "a.yml")
    assert str(problem.span) == "a.yml:2:5"


def test_a_table_may_be_gb18030():
    text, problems = decode("编号,名称\na,甲".encode("gb18030"), "a.csv", chinese_codepage=True)
    assert text == "编号,名称\na,甲"
    assert not problems


@pytest.mark.parametrize(
    "character", ["\0", "\x1b", "\u200b", "\u202e", "\ue000", "\ufffd", "\u2028", "\x85"]
)
def test_unseen_characters_are_refused(character):
    _, (problem,) = decode(f"a: 甲{character}乙".encode(), "a.yml")
    assert (problem.code, problem.span.column) == ("E104", 5)


def test_a_huge_file_is_refused():
    _, (problem,) = decode(b"#" * (LARGEST + 1), "a.yml")
    assert problem.code == "E101"


@pytest.mark.parametrize("space", ["\u3000", "\u00a0"])
def test_a_space_that_is_none_does_not_part_a_name_from_its_value(space):
    assert codes(f"title:{space}标题\nlabel: 标签\n", {"title", "label"}) == ["E107"]


@pytest.mark.parametrize(
    "text", ["a: 先核实 #再决定\n", "a: [先核实 # 再\n  ]\n", "a: 先核实\t# 注\n"]
)
def test_text_lost_in_a_comment_is_told(text):
    assert [one.code for one in read(text).warnings] == ["W101"]


@pytest.mark.parametrize(
    "text",
    [
        "a: town  # 镇\n",
        "a:  # 先核实\n",
        "a: 先核实#再决定\n",
        "# 注\na: 先\n",
        "a: '先核实' # 注\n",
        "a: |\n  先 # 不是注释\n",
    ],
)
def test_notes_and_other_signs_are_left_alone(text):
    assert read(text).warnings == ()


def test_of_very_many_faults_the_first_are_told_and_the_rest_counted():
    problems = parse("a: x\n" * 2001, "a.yml")[1]
    assert [one.code for one in problems] == ["E108"] * MOST + ["E186"]
    assert problems[-1].details["count"] == 2000 - MOST
