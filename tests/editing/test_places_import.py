"""Tables of offices: each bad cell is named, nothing is half imported, what changes is shown first."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from python_calamine import CalamineWorkbook
from sites import BASE, TODAY, base_site, problems_of, workbook

from handbill import cli
from handbill.editing.places_import import Import, read_import, write_import
from handbill.editing.places_template import write_template
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.load.workbook import read_workbook
from handbill.problems import ProblemsFound

HEAD = ["编号", "名称", "上级", "类别", "派出所"]
Read = Callable[..., Import]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return base_site(tmp_path / "site")


@pytest.fixture
def read(root: Path) -> Read:
    def reads(*files: Path, **options: object) -> Import:
        collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
        assert collection
        target = root / "campaigns/places/places.csv"
        return read_import(collection, files, target, TODAY, **options)  # type: ignore[arg-type]

    return reads


def found(read: Read, *files: Path, **options: object) -> list[tuple[str, str]]:
    """Codes, and the cells they name."""
    with pytest.raises(ProblemsFound) as stopped:
        read(*files, **options)
    return [(one.code, one.span.cell if one.span else "") for one in stopped.value.problems]


def ods(file: Path, rows: list[list[str]], attributes: dict[tuple[int, int], str]) -> Path:
    """Write an ODS as small as it can be. attributes: of the cell in a row and column, from 1."""
    lines = ""
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            f'<table:table-cell office:value-type="string" {attributes.get((number, at), "")}>'
            f"<text:p>{escape(cell)}</text:p></table:table-cell>"
            for at, cell in enumerate(row, start=1)
        )
        lines += f"<table:table-row>{cells}</table:table-row>"
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}><office:body>'
        f'<office:spreadsheet><table:table table:name="名单">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    return file


def test_an_import_is_what_a_table_of_its_words_would_be(root: Path, read: Read) -> None:
    rows = [
        HEAD,
        ["hill-1", "山一村", "", "村", "0712-2345678"],
        ["hill-2", "山二村", "hill-1", "村", ""],
    ]
    ready = read(workbook(root / "a.xlsx", rows))
    assert (
        ready.text
        == "编号,名称,上级,类别,派出所\nhill-1,山一村,,村,0712-2345678\nhill-2,山二村,hill-1,村,\n"
    )
    assert [(one.sort, one.id) for one in ready.changes] == [
        ("added", "hill-1"),
        ("added", "hill-2"),
    ]
    assert not (root / "campaigns/places/places.csv").exists()
    write_import(ready)
    assert not [one for one in problems_of(root) if one.code[0] == "E"]


def test_a_second_import_tells_what_changes(root: Path, read: Read) -> None:
    rows = [
        HEAD,
        ["a", "甲乡", "", "乡", "0712-2345678"],
        ["b", "乙村", "a", "村", ""],
        ["c", "丙村", "a", "村", ""],
    ]
    write_import(read(workbook(root / "a.xlsx", rows)))
    again = read(root / "a.xlsx")
    assert not again.changed and not again.changes
    rows = [
        HEAD,
        ["a", "甲乡", "", "乡", "027-82345678"],
        ["b", "乙村", "", "村", ""],
        ["d", "丁村", "a", "村", ""],
    ]
    ready = read(workbook(root / "b.xlsx", rows))
    assert {one.id: (one.sort, one.fields) for one in ready.changes} == {
        "a": ("changed", (("派出所", "0712-2345678", "027-82345678"),)),
        "b": ("moved", (("上级", "a", ""),)),
        "c": ("missing", ()),
        "d": ("added", ()),
    }
    assert "丙村" in ready.text
    assert "丙村" not in read(root / "b.xlsx", swap=True).text


def test_every_bad_cell_is_named_in_one_run(root: Path, read: Read) -> None:
    file = workbook(
        root / "a.xlsx",
        [
            [*HEAD, "核对日期"],
            ["a", "甲街道", "", "街道", 12, 46346],
            ["b", "乙社区", "nobody", "社区", "", ""],
            ["b", "丙社区", "a", "小区", 1.2e15, datetime.date(2026, 11, 1).isoformat()],
            ["d", "", "a", "社区", "", ""],
            ["e", "戊社区", "", "社区", "", ""],
            ["f", "己社区", "", "社区", "", ""],
        ],
        merged=["C6:C7"],
        formulas={"B5": ("=Z1", "#REF!")},
    )
    assert {*found(read, file)} >= {
        ("E211", "名单!E2"),
        ("E210", "名单!F2"),
        ("E214", "名单!D4"),
        ("E211", "名单!E4"),
        ("E510", "名单!B5"),
        ("E509", "名单!C6"),
    }
    assert not (root / "campaigns/places/places.csv").exists()


def test_what_only_the_whole_site_knows_is_named_by_its_cell(root: Path, read: Read) -> None:
    rows = [
        HEAD,
        ["a", "甲乡", "nobody", "乡", ""],
        ["b", "乙村", "a", "村", ""],
        ["b", "丙村", "a", "村", ""],
    ]
    assert {("E501", "名单!C2"), ("E301", "名单!A4")} <= {
        *found(read, workbook(root / "a.xlsx", rows))
    }
    rows = [HEAD, ["a", "甲乡", "b", "乡", ""], ["b", "乙村", "a", "村", ""]]
    assert ("E502", "名单!C2") in found(read, workbook(root / "b.xlsx", rows))


def test_two_places_of_one_name_are_told(root: Path, read: Read) -> None:
    rows = [
        HEAD,
        ["a", "甲乡", "", "乡", ""],
        ["b", "乙村", "a", "村", ""],
        ["c", "乙村", "a", "村", ""],
    ]
    warnings = read(workbook(root / "a.xlsx", rows)).warnings
    assert [one.span.cell for one in warnings if one.code == "W161" and one.span] == ["名单!B4"]


def test_a_title_above_the_header_is_named(root: Path, read: Read) -> None:
    rows = [["联系表"], HEAD, ["a", "甲乡", "", "乡", ""]]
    assert found(read, workbook(root / "a.xlsx", rows)) == [("E507", "名单!A1")]


def test_results_of_formulas_are_told(root: Path, read: Read) -> None:
    rows = [HEAD, ["a", "", "", "乡", ""], ["b", "", "a", "村", ""]]
    formulas = {"B2": ("=A2", "甲乡"), "B3": ("=A3", "乙村")}
    ready = read(workbook(root / "a.xlsx", rows, formulas=formulas))
    assert "甲乡" in ready.text
    (warning,) = [one for one in ready.warnings if one.code == "W507"]
    assert (warning.span.cell if warning.span else "", warning.details["count"]) == ("名单!B2", 2)


def test_places_that_another_file_has_already_are_not_written_again(root: Path, read: Read) -> None:
    there = [one for one in (BASE / "campaigns/places").iterdir() if one.suffix == ".yml"]
    assert there
    collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection
    write_template(collection, root / "a.xlsx", "zh", filled=True)
    ready = read(root / "a.xlsx")
    assert not ready.changed
    assert ready.passed == ("a.xlsx 怎么填", "a.xlsx 现有地区")


def test_ods_is_read_like_xlsx(root: Path, read: Read) -> None:
    rows = [HEAD[:4], ["a", "甲乡", "", "乡"], ["b", "#REF!", "a", "村"], ["c", "丙村", "a", "村"]]
    spanned = 'table:number-columns-spanned="1" table:number-rows-spanned="2"'
    file = ods(root / "a.ods", rows, {(3, 2): 'table:formula="of:=[.#REF!]"', (3, 3): spanned})
    assert {*found(read, file)} >= {("E510", "名单!B3"), ("E509", "名单!C3")}
    ready = read(ods(root / "b.ods", [rows[0], rows[1], rows[3]], {}))
    assert [one.id for one in ready.changes] == ["a", "c"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), b"hello"])
@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_what_is_no_workbook_is_one_problem(tmp_path: Path, data: bytes, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(data)
    sheets, (problem,) = read_workbook(file, file.name)
    assert (sheets, problem.code) == ([], "E508")


def test_a_zip_that_unpacks_beyond_measure_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workbook(tmp_path / "a.xlsx", [["编号"], *[["a"]] * 500])
    monkeypatch.setattr("handbill.load.workbook.LARGEST_UNPACKED", 1_000)
    assert [one.code for one in read_workbook(file, file.name)[1]] == ["E101"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_to_fill_in(root: Path, language: str) -> None:
    collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection
    write_template(collection, root / "a.xlsx", language, filled=False)
    first = (root / "a.xlsx").read_bytes()
    book = CalamineWorkbook.from_filelike(io.BytesIO(first))
    head = book.get_sheet_by_index(0).to_python()[0]
    assert head[:4] == (HEAD[:4] if language == "zh" else ["id", "name", "parent", "level"])
    page = zipfile.ZipFile(io.BytesIO(first)).read("xl/worksheets/sheet1.xml").decode()
    assert page.count("<dataValidation ") == 3
    assert ("街道" in page) is (language == "zh")
    write_template(collection, root / "a.xlsx", language, filled=False)
    assert (root / "a.xlsx").read_bytes() == first


def test_a_filled_in_template_is_imported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert cli.main(["places", "template", "--lang", "zh"]) == cli.EXIT_OK
    head = CalamineWorkbook.from_path("地区.xlsx").get_sheet_by_index(0).to_python()[0]
    row = {"编号": "a", "名称": "甲村", "类别": "村", "首接负责": "是"}
    workbook(root / "b.xlsx", [head, [row.get(str(one), "") for one in head]])
    target = root / "campaigns/places/places.csv"
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert cli.main(["places", "import", "b.xlsx"]) == cli.EXIT_PROBLEMS
    assert not target.exists()
    assert cli.main(["places", "import", "b.xlsx", "--yes"]) == cli.EXIT_OK
    assert target.read_text("utf-8-sig") == "编号,名称,类别,首接负责\na,甲村,村,是\n"


def test_places_of_several_files_are_one_list(root: Path) -> None:
    folder = root / "campaigns/places"
    (folder / "east.csv").write_text("编号,名称,类别\ne,东村,村\n", "utf-8")
    (folder / "west.csv").write_text("编号,名称,类别,上级\nw,西村,村,nobody\n", "utf-8")
    (folder / "north.yml").write_text("places:\n  - {id: n, name: 北村, level: village}\n", "utf-8")
    said = [(one.code, str(one.span)) for one in problems_of(root) if one.code == "E501"]
    assert said == [("E501", "campaigns/places/west.csv:2:8")]
    collection, _ = load_collection(read_settings(root / "mkdocs.yml"))
    assert collection
    assert [one.id for one in collection.places.value.places][-3:] == ["n", "e", "w"]
