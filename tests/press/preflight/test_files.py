"""Files that Handbill has not made, files that are no PDFs, many files, and the command."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import faulty
import pikepdf
import pytest

from handbill import cli
from handbill.press.preflight import Wanted, built_files, examine, preflight
from handbill.press.preflight.expected import expected_of
from handbill.press.preflight.finished import opened
from handbill.press.ticket import JobTicket
from handbill.problems import ProblemsFound

TODAY = datetime.date.fromisoformat(faulty.TODAY)


def foreign(
    tmp_path: Path,
    width: float = 210,
    height: float = 297,
    rotate: int = 0,
    content: bytes = b"BT /F 9 Tf 20 20 Td (hello) Tj ET",
) -> Path:
    """A page as an old office program writes it: no TrimBox, no ticket, a font that is not there."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(width * faulty.MM, height * faulty.MM))
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            F=pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
    )
    page.Contents = pikepdf.Stream(document, content)
    if rotate:
        page.Rotate = rotate
    file = tmp_path / f"foreign{rotate}.pdf"
    document.save(file)
    return file


def codes(file: Path, **wanted: object) -> set[str]:
    found = examine(file, file.name, Wanted(**wanted), TODAY)  # type: ignore[arg-type]
    return {problem.code for problem in found}


def test_a_foreign_file_is_an_office_sheet_read_in_the_hand(tmp_path: Path) -> None:
    file = foreign(tmp_path)
    assert codes(file) == {"E807"}
    assert codes(file, edition="press") == {"E805", "E807", "W803"}
    assert codes(file, read_from_m=2.0) == {"E807", "E809"}
    assert codes(file, safe=10.0) == {"E807", "E814"}


@pytest.mark.parametrize(
    ("width", "height", "distance", "safe"),
    [
        (105, 148, 0.35, 5),
        (297, 420, 1.0, 10),
        (420, 594, 2.0, 10),
        (900, 1200, 1.5, 30),
        (800, 2000, 3.0, 30),
        (5000, 700, 20.0, 30),
    ],
)
def test_what_is_not_stated_follows_from_the_size(
    tmp_path: Path, width: float, height: float, distance: float, safe: float
) -> None:
    with opened(foreign(tmp_path, width, height), "foreign.pdf") as finished:
        expected = expected_of(finished, Wanted())
    assert (expected.edition, expected.read_from_m, expected.safe) == ("office", distance, safe)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_measured_as_written(tmp_path: Path, rotate: int) -> None:
    file = foreign(tmp_path, rotate=rotate, content=b"BT /F 12 Tf 5 300 Td (hello) Tj ET")
    found = examine(file, file.name, Wanted(), TODAY)
    [near] = [problem for problem in found if problem.code == "E814"]
    assert "left" in near.text("en") and "2.0 mm" in near.text("en")


def test_a_cropped_page_and_other_units(tmp_path: Path) -> None:
    file = foreign(tmp_path)
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        document.pages[0].obj.CropBox = pikepdf.Array([10, 10, 500, 700])
        document.pages[0].obj.UserUnit = 10
        document.save(file)
    with opened(file, file.name) as finished:
        page = finished.pages[0]
        assert page.trim == (10, 10, 500, 700)
        assert page.characters[0].text == "h"
        assert page.characters[0].x == pytest.approx(20, abs=0.1)
        assert page.unit == pytest.approx(3.5278, abs=0.001)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "E801"), (b"%PDF-1.7\n", "E801"), (b"PK\x03\x04 a word processor's file", "E801")],
)
def test_what_is_no_pdf(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(content)
    assert codes(file) == {code}


def test_what_is_not_there(tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere.pdf") == {"E102"}
    [folder] = examine(tmp_path, tmp_path.name, Wanted(), TODAY)
    assert folder.code == "E102"
    assert "文件夹" in folder.text("zh")


def test_a_file_that_was_cut_off_is_not_taken_for_whole(tmp_path: Path) -> None:
    file = foreign(tmp_path)
    file.write_bytes(file.read_bytes()[:-60])
    assert codes(file) == {"E801"}


def test_a_page_without_an_area(tmp_path: Path) -> None:
    file = foreign(tmp_path)
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        document.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 0, 0])
        document.save(file)
    assert codes(file) == {"E831"}


def test_a_malformed_file_is_told_once(tmp_path: Path) -> None:
    file = foreign(tmp_path)
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        document.pages[0].Resources.Font.F = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, DescendantFonts=pikepdf.Array([])
        )
        document.save(file)
    found = examine(file, file.name, Wanted(), TODAY)
    assert [problem.code for problem in found].count("E801") == 1


def test_a_form_that_draws_itself_ends(tmp_path: Path) -> None:
    file = foreign(tmp_path)
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        form = document.make_stream(
            b"/Self Do 0 0 1 rg 0 0 9 9 re f",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 9, 9],
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=form))
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Self=form)
        document.pages[0].Contents = document.make_stream(b"/Self Do")
        document.save(file)
    assert codes(file) == {"E832"}


@pytest.mark.parametrize(("bits", "filters"), [(2, None), (8, "/JPXDecode"), (8, "/DCTDecode")])
def test_an_image_that_cannot_be_decoded_is_passed_over(
    tmp_path: Path, bits: int, filters: str | None
) -> None:
    with pikepdf.open(foreign(tmp_path)) as document:
        image = pikepdf.Stream(
            document,
            bytes(64 * 64),
            Subtype=pikepdf.Name.Image,
            Width=64,
            Height=64,
            BitsPerComponent=bits,
            ColorSpace=pikepdf.Name.DeviceCMYK,
        )
        page = document.pages[0]
        page.Resources.XObject = pikepdf.Dictionary(I=image)
        page.Contents = pikepdf.Stream(document, b"q 9 0 0 9 90 90 cm /I Do Q")
        if filters:
            image.Filter = pikepdf.Name(filters)
        file = tmp_path / "image.pdf"
        document.save(file)
    assert codes(file) == set()


def test_many_files_by_several_processes(tmp_path: Path) -> None:
    good, bad = faulty.draw(), faulty.MAKERS["E813"]()
    files = []
    for number in range(14):
        files.append(tmp_path / f"{number:02}.pdf")
        files[-1].write_bytes(bad if number % 5 == 0 else good)
    done: list[int] = []
    problems = preflight(files, tmp_path, Wanted(), TODAY, done.append)
    assert [str(problem.span) for problem in problems] == [
        "00.pdf#page=1",
        "05.pdf#page=1",
        "10.pdf#page=1",
    ]
    assert done == list(range(1, 15))


def test_all_sheets_of_a_site(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        built_files(tmp_path / "site", tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["E819"]
    for name in ("m/a/a-A4.pdf", "campaign/m/b/b-A4.pdf", "guide/other.pdf"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True)
        file.write_bytes(b"")
    found = built_files(tmp_path / "site", tmp_path)
    assert [file.name for file in found] == ["b-A4.pdf", "a-A4.pdf"]


def test_a_ticket_comes_back_as_it_was_written() -> None:
    document = pikepdf.open(io.BytesIO(faulty.draw()))
    assert JobTicket.read(document) == faulty.TICKET
    for torn in ("{not json", "[]", "{}", '{"kind": "poster", "near": true}'):
        document.Root.PieceInfo.Handbill.Private = pikepdf.String(torn)
        assert JobTicket.read(document) is None
    assert JobTicket.read(pikepdf.new()) is None


def run(*arguments: str) -> int:
    return cli.main(["preflight", "--today", faulty.TODAY, "--lang", "en", *arguments])


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, code in (("small.pdf", "W809"), ("thin.pdf", "E813")):
        faulty.make(code, tmp_path / name)
    Path("good.pdf").write_bytes(faulty.draw())
    assert run("good.pdf") == cli.EXIT_OK
    assert "0 errors, 0 warnings" in capsys.readouterr().err
    assert run("small.pdf") == cli.EXIT_OK
    assert run("small.pdf", "--strict") == cli.EXIT_PROBLEMS
    capsys.readouterr()
    assert run("good.pdf", "thin.pdf") == cli.EXIT_PROBLEMS
    said = capsys.readouterr().err
    assert "error E813  Hairline\n --> thin.pdf#page=1\n" in said
    assert "handbill explain E813" in said
    assert run("thin.pdf", "--format", "json") == cli.EXIT_PROBLEMS
    [one] = json.loads(capsys.readouterr().out)
    assert (one["code"], one["file"], one["page"]) == ("E813", "thin.pdf", 1)
    run("thin.pdf", "--format", "github")
    assert capsys.readouterr().out.startswith(
        "::error file=thin.pdf,line=1,col=1,endColumn=1,title=E813 Hairline::thin.pdf#page=1: "
    )


def test_the_options_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.pdf").write_bytes(faulty.draw())
    for more, code in (
        (["--distance", "2"], "E809"),
        (["--safe", "60"], "E814"),
        (["--scale", "1:10", "--distance", "20"], "E809"),
        (["--today", "2030-01-01"], "E818"),
    ):
        assert run("good.pdf", *more) == cli.EXIT_PROBLEMS
        assert code in capsys.readouterr().err
    faulty.make("E812", tmp_path / "rgb.pdf")
    assert run("rgb.pdf", "--edition", "office") == cli.EXIT_OK
    assert run("rgb.pdf", "--edition", "press") == cli.EXIT_PROBLEMS
    capsys.readouterr()
    assert run() == run("good.pdf", "--all") == cli.EXIT_USAGE
    for wrong in (
        ["--scale", "10:1"],
        ["--scale", "x"],
        ["--safe", "-1"],
        ["--distance", "far"],
        ["--distance", "0"],
    ):
        with pytest.raises(SystemExit) as caught:
            run("good.pdf", *wrong)
        assert caught.value.code == cli.EXIT_USAGE


def test_specimens_are_told_once(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pdf" for name in "ab"]
    for file in files:
        faulty.make("W820", file)
    [problem] = preflight(files, tmp_path, Wanted(), TODAY)
    assert (problem.code, problem.span) == ("W820", None)
    assert problem.text("en").startswith("2 files")
