"""The command `impose`: a material or anybody's PDF, laid out on the paper there is."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from handbill import cli
from handbill.scaffold import new_site

MM = 72 / 25.4


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter's site."""
    folder = tmp_path_factory.mktemp("small") / "site"
    new_site(folder, "zh")
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, where the command is typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pdf(width: float, height: float, pages: int = 1) -> bytes:
    """Blank pages of this size in mm."""
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(width * MM, height * MM))
        made = io.BytesIO()
        document.save(made)
    return made.getvalue()


def pages_of(file: Path) -> list[tuple[int, int]]:
    """Sizes of pages in mm."""
    with pikepdf.open(file) as document:
        return [
            (round(float(page.mediabox[2]) / MM), round(float(page.mediabox[3]) / MM))
            for page in document.pages
        ]


@pytest.mark.parametrize(
    ("options", "name", "pages"),
    [
        (
            ["schools-poster", "--size", "A3", "--tile", "A4"],
            "schools-poster-A3-tiles-4xA4.pdf",
            [(210, 297)] * 5,
        ),
        (["schools-card", "--up", "A4"], "schools-card-A6-4up-A4.pdf", [(210, 297)] * 2),
        (["schools-card", "--booklet", "A4"], "schools-card-A6-booklet-A4.pdf", [(297, 210)] * 2),
    ],
)
def test_a_material_by_its_id(
    site: Path,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    name: str,
    pages: list[tuple[int, int]],
) -> None:
    assert cli.main(["impose", *options, "-f", str(site / "mkdocs.yml")]) == cli.EXIT_OK
    assert capsys.readouterr().out.strip() == name
    assert [file.name for file in here.iterdir()] == [name]
    assert pages_of(here / name) == pages


def test_the_plan_says_how_to_glue(site: Path, here: Path) -> None:
    assert (
        cli.main(
            [
                "impose",
                "schools-poster",
                "--size",
                "A3",
                "--tile",
                "A4",
                "-o",
                "x.pdf",
                "-f",
                str(site / "mkdocs.yml"),
            ]
        )
        == cli.EXIT_OK
    )
    with pymupdf.open(here / "x.pdf") as document:
        plan, *tiles = ("".join(page.get_text().split()) for page in document)
    assert "297×420毫米，用A4纸4张拼成：2行2列" in plan
    assert "10毫米的重叠" in plan
    for number, tile in zip(("A1", "A2", "B1", "B2"), tiles, strict=True):
        assert number in plan
        assert number in tile


@pytest.mark.parametrize(("language", "said"), [("zh", "先拼行"), ("en", "Rows first")])
def test_anybodys_pdf_needs_no_site(here: Path, language: str, said: str) -> None:
    (here / "theirs.pdf").write_bytes(pdf(500, 400))
    assert cli.main(["impose", "theirs.pdf", "--tile", "A3", "--lang", language]) == cli.EXIT_OK
    [made] = here.glob("theirs-tiles-*.pdf")
    assert pages_of(made)[0] == (210, 297)
    with pymupdf.open(made) as document:
        plan = document[0].get_text()
    assert said in plan
    assert "theirs" in plan


def test_a_drawing_at_a_scale_is_enlarged(here: Path) -> None:
    (here / "x-1to10.pdf").write_bytes(pdf(60, 40))
    (here / "y.pdf").write_bytes(pdf(60, 40))
    assert cli.main(["impose", "x-1to10.pdf", "--tile", "A4", "-o", "x.out.pdf"]) == cli.EXIT_OK
    assert (
        cli.main(["impose", "y.pdf", "--scale", "1:10", "--tile", "A4", "-o", "y.out.pdf"])
        == cli.EXIT_OK
    )
    assert len(pages_of(here / "x.out.pdf")) == len(pages_of(here / "y.out.pdf")) == 1 + 4 * 2


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (None, ["--tile", "A4"], ("没有这个文件", "there is no such file")),
        (b"not a pdf", ["--tile", "A4"], ("不是 PDF", "is no PDF")),
        (pdf(100, 100, pages=0), ["--booklet", "A4"], ("一页也没有", "it has no page")),
        (pdf(400, 400), ["--up", "A4"], ("400 × 400 毫米，比纸大", "larger than the paper")),
        (
            pdf(400, 400),
            ["--tile", "A4", "--overlap", "150"],
            ("重叠 150 毫米", "overlap of 150 mm"),
        ),
        (
            pdf(400, 400),
            ["--tile", "A4", "--scale", "1:1000"],
            ("请看 --scale", "is --scale right"),
        ),
        (pdf(400, 400), ["--tile", "A4", "-o", "x.pdf"], ("这是原稿", "that is the original")),
    ],
)
def test_what_cannot_be_laid_out_is_said_in_both_languages(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    options: list[str],
    said: tuple[str, str],
) -> None:
    if content is not None:
        (here / "x.pdf").write_bytes(content)
    before = list(here.iterdir())
    for language, words in zip(("zh", "en"), said, strict=True):
        assert cli.main(["impose", "x.pdf", *options, "--lang", language]) == cli.EXIT_PROBLEMS
        told = capsys.readouterr().err
        assert words in told
        assert "Traceback" not in told
    assert list(here.iterdir()) == before


def test_a_locked_pdf_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pikepdf.open(io.BytesIO(pdf(100, 100))) as document:
        document.save(here / "x.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert cli.main(["impose", "x.pdf", "--up", "A4", "--lang", "zh"]) == cli.EXIT_PROBLEMS
    assert "打开要密码" in capsys.readouterr().err


def test_a_size_is_for_materials(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["impose", "x.pdf", "--up", "A4", "--size", "A5"]) == cli.EXIT_USAGE
    assert "--size" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--tile", "--up", "--booklet"])
@pytest.mark.parametrize("fault", ["flat", "box", "unit"])
def test_a_damaged_page_is_told_of(
    here: Path, capsys: pytest.CaptureFixture[str], fault: str, option: str
) -> None:
    with pikepdf.open(io.BytesIO(pdf(100, 100))) as document:
        page = document.pages[0].obj
        if fault == "flat":
            page.MediaBox = pikepdf.Array([0, 0, 0, 0])
        elif fault == "box":
            page.TrimBox = pikepdf.Name("/None")
        else:
            page.UserUnit = 0
        document.save(here / "x.pdf")
    done = cli.main(["impose", "x.pdf", option, "A4", "-o", "y.pdf"])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if done != cli.EXIT_OK:
        assert any(code in said for code in ("E722", "E723", "E831"))
        assert not (here / "y.pdf").exists()
    else:
        assert pages_of(here / "y.pdf")
