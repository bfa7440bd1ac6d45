"""The report reads like a picture: excerpts, carets, colours, JSON and GitHub's notation."""

import json
import time

from handbill.problems import Problem, Span, ordered
from handbill.problems.lines import display_width
from handbill.problems.report import PER_FILE, render

DETAILS = {"kind": "x", "id": "C10", "known": ["C01"], "suggestion": "C01"}


def report(tmp_path, problems, **settings):
    return render(problems, root=tmp_path, **{"lang": "en", **settings})


def test_the_caret_counts_han_characters_twice(tmp_path):
    (tmp_path / "a.yml").write_text("标题: 甲乙C10丙\n", "utf-8")
    text = report(tmp_path, [Problem("E303", Span("a.yml", 1, 7, 10), **DETAILS)])
    assert text == (
        "error E303  Reference to nothing\n"
        " --> a.yml:1:7\n"
        "  |\n"
        "1 | 标题: 甲乙C10丙\n"
        "  |           ^^^ there is no x “C10”\n"
        "  = help: did you mean C01? there are: C01\n"
        "  = more about it: handbill explain E303\n\n"
    )


def test_long_lines_are_cut_around_the_fault(tmp_path):
    (tmp_path / "a.yml").write_text("text: " + "长" * 200 + "错" + "长" * 200, "utf-8")
    text = report(tmp_path, [Problem("E303", Span("a.yml", 1, 207, 208), **DETAILS)])
    source, caret = text.split("\n")[3:5]
    assert display_width(source) < 110
    assert source.startswith("1 | …") and source.endswith("…")
    assert display_width(source[: source.index("错")]) == caret.index("^")


def test_terminals_are_not_steered(tmp_path):
    (tmp_path / "a.yml").write_text("a: \x1b[31mred\n", "utf-8")
    problem = Problem("E303", Span("a.yml", 1, 4, 5), **DETAILS | {"id": "\x1b[2J"})
    assert "\x1b" not in report(tmp_path, [problem])
    assert "\x1b[1;31m" in report(tmp_path, [problem], color=True)


def test_files_that_are_gone_and_lines_beyond_the_end(tmp_path):
    (tmp_path / "a.yml").write_text("", "utf-8")
    for span in (None, Span("b.yml", 3, 1, 2), Span("a.yml", 9, 1, 2)):
        assert "“C10”" in report(tmp_path, [Problem("E303", span, **DETAILS)])


def test_problems_of_a_file_are_capped_and_counted(tmp_path):
    problems = [Problem("E303", Span("a.yml", line, 1, 2), **DETAILS) for line in range(1, 74)]
    for form in ("human", "github"):
        text = report(tmp_path, problems, format=form)
        assert text.count("“C10”") == PER_FILE
        assert "and 23 more in a.yml" in text
    assert len(json.loads(report(tmp_path, problems, format="json"))) == 73


def test_json_has_both_languages(tmp_path):
    (one,) = json.loads(report(tmp_path, [Problem("W303", None, **DETAILS)], format="json"))
    assert one["severity"] == "warning"
    assert one["line"] is None
    assert one["zh"]["title"] != one["en"]["title"]


def test_github_annotations_are_escaped(tmp_path):
    problem = Problem("E303", Span("a,b:c%.yml", 2, 3, 6), **DETAILS | {"id": "50%\n::x"})
    assert report(tmp_path, [problem], format="github") == (
        "::error file=a%2Cb%3Ac%25.yml,line=2,col=3,endColumn=6,"
        "title=E303 Reference to nothing::there is no x “50%25%0A::x”%0A"
        "help: did you mean C01? there are: C01\n"
    )


def test_no_problem_no_text(tmp_path):
    for form in ("human", "github"):
        assert report(tmp_path, [], format=form) == ""


def test_order():
    problems = [
        Problem("E303", Span("b", 1)),
        Problem("E303", Span("a", 2)),
        Problem("E303", Span("a", 1, 5)),
        Problem("E303", None),
    ]
    assert [str(one.span) for one in ordered(problems)] == ["None", "a:1:5", "a:2:1", "b:1:1"]


def test_a_line_as_long_as_a_file_is_shown_at_once(tmp_path):
    (tmp_path / "a.yml").write_text("字" * 300_000, "utf-8")
    started = time.process_time()
    said = render(
        [Problem("E104", Span("a.yml", 1, 200_000, 200_001), character="x")],
        root=tmp_path,
        lang="zh",
    )
    assert time.process_time() - started < 2
    assert max(map(len, said.split("\n"))) < 120


def test_what_is_no_text_is_not_shown(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe\xff\xff\x00\xff\xff\xff\xff")
    said = render([Problem("E103", Span("a.yml", 1, 2, 3), guess="")], root=tmp_path, lang="zh")
    assert "\ufffd" not in said


def test_errors_stand_last_where_people_read_them(tmp_path):
    problems = [Problem("E112", Span("a.yml")), Problem("W301", Span("b.yml"), day="x")]
    said = render(problems, root=tmp_path, lang="zh")
    assert said.index("W301") < said.index("E112")
    machine = render(problems, root=tmp_path, lang="zh", format="github")
    assert machine.index("E112") < machine.index("W301")
