"""The table of places, as spreadsheets write it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbill.load.places_csv import read_places_csv
from handbill.load.validate import validate
from handbill.model.place import PlacesFile

ROLES = {"派出所": "police-station"}


def read(text):
    return read_places_csv(text, "places.csv", ROLES)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_and_line_ends(delimiter, end):
    rows = [
        [
            "编号",
            "name",
            "类别",
            "短信报警号码",
            "短信试发日期",
            "首接负责",
            "核对日期",
            "派出所",
            "派出所地址",
        ],
        [""] * 9,
        ["a", "甲街道", "街道", "12110", "2026/1/4", "是", "2026/1/5", "110", "演示路"],
        ["", "", ""],
    ]
    document, problems = read(end.join(delimiter.join(row) for row in rows))
    assert not problems
    assert document.data == {
        "places": [
            {
                "id": "a",
                "name": "甲街道",
                "level": "subdistrict",
                "text_message": {"number": "12110", "checked_on": "2026-01-04"},
                "first_contact_duty": "true",
                "checked_on": "2026-01-05",
                "contacts": {"police-station": {"number": "110", "address": "演示路"}},
            }
        ]
    }
    assert str(
        document.marks.span(("places", 0, "contacts", "police-station", "number"))
    ).startswith("places.csv:3:")


def test_errors_point_at_cells():
    document, _ = read("编号,名称,类别,短信报警号码\na,甲,街道,27\nb,,村,\n")
    _, problems = validate(document, PlacesFile)
    assert [(one.code, str(one.span)) for one in problems] == [
        ("E219", "places.csv:2:8"),
        ("E202", "places.csv:2:8"),
        ("E202", "places.csv:3:1"),
    ]


def test_a_quoted_cell_may_hold_commas_and_breaks():
    document, problems = read('编号,名称,类别\na,"甲,乙",村\nb,"丙\n丁",村\n')
    assert not problems
    assert [place["name"] for place in document.data["places"]] == ["甲,乙", "丙\n丁"]
    assert document.marks.span(("places", 1, "level")).line == 3


def test_a_column_twice():
    _, (problem,) = read("编号,id\na,b\n")
    assert (problem.code, str(problem.details["first"])) == ("E108", "places.csv:1:1")


def test_an_empty_table():
    assert read(" ,,\n\n")[1][0].code == "E112"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='编号名称,;\t"\n\r ab', max_size=80))
def test_any_table_ends_in_places_or_problems(text):
    document, problems = read(text)
    assert (document is None) == bool(problems)
    if document is not None:
        validate(document, PlacesFile)


@pytest.mark.parametrize("above", ["联系表,,", "基本信息,,电话", "演示,村,027"])
def test_a_title_above_the_header_is_one_problem(above):
    _, problems = read(f"{above}\n编号,名称,类别\na,甲,村\n")
    assert [(one.code, one.span.line) for one in problems] == [("E507", 1)]
    assert "2" in problems[0].help("zh")


def test_full_width_commas_between_cells():
    _, (problem,) = read("编号，名称，类别\na，甲，村\n")
    assert problem.code == "E507"
    assert "全角逗号" in problem.help("zh")


def test_spaces_and_breaks_in_headers_do_no_harm():
    document, problems = read('编 号,"名\n称",类别 \na,甲,村\n')
    assert not problems
    assert document.data["places"] == [{"id": "a", "name": "甲", "level": "village"}]


def test_the_line_that_names_the_separator_is_passed_over():
    document, problems = read("sep=;\n编号;名称;类别\na;甲;村\n")
    assert not problems
    assert document.data["places"][0]["name"] == "甲"


def test_an_open_quote_is_pointed_at_where_it_opens():
    _, (problem,) = read('编号,名称\na,"甲\nb,乙\nc,丙\n')
    assert (problem.code, str(problem.span)) == ("E506", "places.csv:2:3")


def test_a_parent_written_by_its_name_is_told_its_id():
    document, _ = read("编号,名称,类别,上级\na,甲区,区,\nb,乙街道,街道,甲区\n")
    _, (problem,) = validate(document, PlacesFile)
    assert (problem.code, problem.details["suggestion"]) == ("E208", "a")
