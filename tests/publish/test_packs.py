"""Packs hold what their spec sheet says, for any place; a sheet can be made for many places."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pikepdf
import pymupdf
import pytest

from handbill import road
from handbill.compose.artifacts import Sheet
from handbill.load.settings import read_settings

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
AUDIENCES = (
    "communities",
    "villages",
    "schools",
    "enterprises",
    "families",
    "landlords",
    "elders",
    "online",
)
PURPOSES = ("print", "office", "screen")
ALL_OF_A4 = "全部打印（A4）.pdf"


def spec_rows(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    text = archive.read("规格单.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def names_of(pack: Path) -> list[str]:
    with zipfile.ZipFile(pack) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def words_of(pdf: bytes) -> list[str]:
    """The words of each page, without white space."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return ["".join(page.get_text().split()) for page in document]


def test_there_are_three_packs_an_audience_and_nothing_else(built: Path) -> None:
    assert {file.name for file in (built / "packs").iterdir()} == {
        f"{audience}-{purpose}.zip" for audience in AUDIENCES for purpose in PURPOSES
    }


def test_names_unpack_on_windows(built: Path) -> None:
    for pack in (built / "packs").iterdir():
        for name in names_of(pack):
            assert not set(name) & set('\\:*?"<>|')
            assert not name.startswith("/") and ".." not in name


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_spec_sheet_names_every_pdf_with_its_true_size_and_checksum(
    built: Path, audience: str
) -> None:
    with zipfile.ZipFile(built / "packs" / f"{audience}-print.zip") as archive:
        names = archive.namelist()
        rows = spec_rows(archive)
        pdfs = {name: archive.read(name) for name in names if name.endswith("-press.pdf")}
        sheet, sums = archive.read("规格单.pdf"), archive.read("校验码 sha256sums.txt").decode()
        licence = archive.read("使用说明与许可.txt").decode("utf-8-sig")
    assert sorted(row["文件 file"] for row in rows) == sorted(pdfs)
    assert set(names) - set(pdfs) == {
        "规格单.csv",
        "规格单.pdf",
        "总览.png",
        "校验码 sha256sums.txt",
        "使用说明与许可.txt",
        "许可全文 LICENSES.txt",
    }
    on_paper = "".join(words_of(sheet))
    for row in rows:
        name = row["文件 file"]
        assert row["sha256"] == hashlib.sha256(pdfs[name]).hexdigest()
        assert f"{row['sha256']}  {name}\n" in sums
        assert name.rpartition("/")[2] in on_paper
        assert row["数量 count"] == ""
        assert all(
            row[column]
            for column in (
                "标题 title",
                "种类 kind",
                "纸张建议 paper",
                "工艺建议 finish",
                "有效期至 valid until",
            )
        )
        with pikepdf.open(io.BytesIO(pdfs[name])) as document:
            left, bottom, right, top = (float(edge) for edge in document.pages[0].TrimBox)
        scale = 10 if "1to10" in name else 1
        assert row["比例 scale"] == f"1:{scale}"
        width, _, height, _ = row["成品尺寸 trim"].split()
        assert (right - left) * 25.4 / 72 * scale == pytest.approx(float(width), abs=0.1 * scale)
        assert (top - bottom) * 25.4 / 72 * scale == pytest.approx(float(height), abs=0.1 * scale)
        assert row["出血 bleed"] != "0"
    with pymupdf.open(stream=sheet, filetype="pdf") as document:
        pictures = {image[0] for page in document for image in page.get_images()}
    assert len(pictures) == len({row["标题 title"] for row in rows})
    assert "CC BY 4.0" in licence
    assert "请勿张贴" in licence
    assert "联系人" in licence
    assert "许可全文" in licence


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_office_prints_one_file_that_says_what_goes_where(built: Path, audience: str) -> None:
    with zipfile.ZipFile(built / "packs" / f"{audience}-office.zip") as archive:
        names = archive.namelist()
        whole = archive.read(ALL_OF_A4)
        texts = archive.read("文字稿.txt").decode("utf-8-sig")
    assert not [name for name in names if "-press" in name or "1to10" in name]
    assert any(name.endswith("-large.pdf") for name in names) == (audience == "elders")
    cover, *others = words_of(whole)
    assert "贴在哪里" in cover
    assert "撤下日期" in cover
    assert len(others) >= 5
    with pikepdf.open(io.BytesIO(whole)) as document:
        for page in document.pages:
            sides = sorted(
                (
                    float(page.trimbox[2]) - float(page.trimbox[0]),
                    float(page.trimbox[3]) - float(page.trimbox[1]),
                )
            )
            # Whatever an office printer puts on A4: nothing smaller is left alone on a page.
            assert sides == pytest.approx([210 * 72 / 25.4, 297 * 72 / 25.4], abs=4)
    assert texts.count("# ") >= 5


def test_a_large_print_edition_is_larger_than_all_that_is_offered(built: Path) -> None:
    large = [file for file in built.glob("m/*/*.pdf") if file.stem.endswith("-large")]
    assert large
    for file in large:
        assert not file.with_stem(file.stem.removesuffix("-large")).exists(), file.name


def test_who_prints_a_whole_pack_has_no_sheet_twice(built: Path) -> None:
    with zipfile.ZipFile(built / "packs/elders-office.zip") as archive:
        assert any(name.startswith("card/") and "-large" in name for name in archive.namelist())
        others = words_of(archive.read(ALL_OF_A4))[1:]
    assert len(set(others)) == len(others)
    assert sum("听课送礼" in page and "交钱养老" in page for page in others) == 1, "the card"


def test_signs_are_cut_into_tiles_and_cards_lie_several_on_a_page(built: Path) -> None:
    def pages(audience: str) -> list[str]:
        with zipfile.ZipFile(built / "packs" / f"{audience}-office.zip") as archive:
            return words_of(archive.read(ALL_OF_A4))

    plan = next(page for page in pages("communities") if "每格一张" in page)
    assert "300×400毫米，用A4纸4张" in plan
    cards = [page for page in pages("families") if page.count("遇险") >= 4]
    assert len(cards) >= 1


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_screen_pack_has_pictures_and_texts(built: Path, audience: str) -> None:
    names = names_of(built / "packs" / f"{audience}-screen.zip")
    assert not [name for name in names if name.endswith(".pdf")]
    assert [name for name in names if name.startswith("preview/")]
    assert "文字稿.txt" in names
    social = [name for name in names if name.startswith("social/")]
    assert not social or [name for name in names if name.startswith("text/")]


def test_the_files_of_a_pack_are_those_of_the_site(built: Path) -> None:
    site = {file.name: file.read_bytes() for file in built.glob("m/*/*")}
    papers = {"规格单.pdf", "总览.png", ALL_OF_A4}
    for pack in (built / "packs").iterdir():
        with zipfile.ZipFile(pack) as archive:
            for name in archive.namelist():
                if name.endswith((".pdf", ".png")) and name not in papers:
                    assert archive.read(name) == site[name.rsplit("/", 1)[1]]


def test_a_page_says_how_large_its_packs_are(built: Path) -> None:
    page = (built / "schools" / "index.html").read_text("utf-8")
    for purpose in PURPOSES:
        size = (built / "packs" / f"schools-{purpose}.zip").stat().st_size
        _, _, after = page.partition(f"packs/schools-{purpose}.zip")
        assert f"{size / 1e6:.1f} MB" in after[:300]


def test_a_pack_for_another_place_says_that_place(
    flagship: Path, tmp_path: Path, handbill: Command
) -> None:
    done = handbill(
        flagship,
        "pack",
        "--place",
        "jinyinhu",
        "--place",
        "changqing",
        "--audience",
        "families",
        "--kind",
        "poster",
        "--edition",
        "press",
        "-o",
        str(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "families-print-changqing.zip",
        "families-print-jinyinhu.zip",
    ]
    with zipfile.ZipFile(tmp_path / "families-print-jinyinhu.zip") as archive:
        assert "金银湖街道" in archive.read("使用说明与许可.txt").decode("utf-8-sig")
        assert {row["种类 kind"] for row in spec_rows(archive)} == {"海报"}


@pytest.mark.parametrize(
    ("options", "packs"),
    [
        (
            ["--kind", "card", "--edition", "office"],
            {"families-office.zip": {"card/families-card-A5.pdf", "card/families-card-A6.pdf"}},
        ),
        (
            ["--kind", "poster", "--kind", "banner", "--size", "A3", "--edition", "press"],
            {
                "families-print.zip": {
                    f"poster/families-{name}-A3-press.pdf" for name in ("poster", "story-poster")
                }
            },
        ),
        (["--edition", "screen", "--kind", "poster"], {"families-screen.zip": set()}),
    ],
)
def test_options_hold_together(
    flagship: Path,
    tmp_path: Path,
    handbill: Command,
    options: list[str],
    packs: dict[str, set[str]],
) -> None:
    done = handbill(flagship, "pack", "--audience", "families", *options, "-o", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert {
        file.name: {name for name in names_of(file) if "/" in name and name.endswith(".pdf")}
        for file in tmp_path.iterdir()
    } == packs


@pytest.mark.parametrize(
    ("options", "unknown", "known"),
    [
        (["pack", "--place", "nowhere"], "nowhere", "jinyinhu"),
        (["pack", "--audience", "nobody"], "nobody", "communities"),
        (["sheet", "comunities-poster"], "comunities-poster", "communities-poster"),
        (["sheet", "communities-poster", "--size", "A9"], "A9", "A3"),
        (["sheet", "communities-poster", "--place", "nowhere"], "nowhere", "jinyinhu"),
    ],
)
def test_a_name_that_is_unknown_is_told_with_those_that_are_known(
    flagship: Path, tmp_path: Path, handbill: Command, options: list[str], unknown: str, known: str
) -> None:
    output = tmp_path / "output"
    done = handbill(flagship, *options, "-o", str(output))
    assert done.returncode == 1
    assert "E712" in done.stderr and unknown in done.stderr and known in done.stderr
    assert not output.exists()


def sheet_facts(file: Path) -> tuple[int, tuple[float, float], str]:
    """Pages, trim size of the first in mm, and the words of all."""
    with pikepdf.open(file) as document:
        left, bottom, right, top = (float(edge) * 25.4 / 72 for edge in document.pages[0].TrimBox)
        count = len(document.pages)
    with pymupdf.open(file) as document:
        text = "".join(page.get_text() for page in document)
    return count, (round(right - left), round(top - bottom)), text


@pytest.mark.parametrize(
    ("options", "pages", "size"),
    [
        ([], 1, (210, 297)),
        (["--size", "A3", "--place", "jinyinhu"], 1, (297, 420)),
        (["--place", "jinyinhu", "--place", "changqing"], 2, (210, 297)),
        (["--place", "all", "--edition", "press"], 13, (210, 297)),
    ],
)
def test_a_sheet_has_a_page_for_each_place(
    flagship: Path,
    tmp_path: Path,
    handbill: Command,
    options: list[str],
    pages: int,
    size: tuple[float, float],
) -> None:
    file = tmp_path / "new folder" / "sheet.pdf"
    done = handbill(flagship, "sheet", "communities-poster", *options, "-o", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(file)
    count, trim, text = sheet_facts(file)
    assert (count, trim) == (pages, size)
    assert ("出血" in text) == ("press" in options)
    assert text.count("先别敲门") == pages


def test_the_press_edition_is_larger_than_its_trim_and_names_its_place(
    flagship: Path, tmp_path: Path, handbill: Command
) -> None:
    done = handbill(
        flagship,
        "sheet",
        "communities-poster",
        "--place",
        "changqing",
        "--edition",
        "press",
        "-o",
        str(tmp_path / "x.pdf"),
    )
    assert done.returncode == 0, done.stderr
    with pikepdf.open(tmp_path / "x.pdf") as document:
        [page] = document.pages
        boxes = [
            [float(edge) for edge in page.obj[name]]
            for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        ]
    widths = [right - left for left, _, right, _ in boxes]
    assert widths[0] > widths[1] > widths[2]
    assert (widths[1] - widths[2]) * 25.4 / 72 == pytest.approx(6, abs=0.1)
    assert "changqing" in sheet_facts(tmp_path / "x.pdf")[2]


def test_without_an_output_the_file_is_named_after_material_and_size(
    flagship: Path, tmp_path: Path, handbill: Command
) -> None:
    done = handbill(tmp_path, "sheet", "families-card", "-f", str(flagship / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["families-card-A6.pdf"]


@pytest.mark.parametrize(
    ("places", "name"),
    [
        (["wujiashan"], "families-card-wujiashan-A6.pdf"),
        (["wujiashan", "changqing"], "families-card-2-places-A6.pdf"),
    ],
)
def test_the_sheets_of_two_streets_do_not_overwrite_each_other(
    flagship: Path, tmp_path: Path, handbill: Command, places: list[str], name: str
) -> None:
    options = [word for place in places for word in ("--place", place)]
    done = handbill(
        tmp_path, "sheet", "families-card", *options, "-f", str(flagship / "mkdocs.yml")
    )
    assert done.returncode == 0, done.stderr
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_every_slug_of_a_run_names_its_own_place(
    flagship: Path, tmp_path: Path, handbill: Command
) -> None:
    done = handbill(
        flagship,
        "sheet",
        "communities-poster",
        "--place",
        "changqing",
        "--place",
        "wujiashan",
        "--edition",
        "press",
        "-o",
        str(tmp_path / "x.pdf"),
    )
    assert done.returncode == 0, done.stderr
    text = sheet_facts(tmp_path / "x.pdf")[2]
    places = ["changqing", "wujiashan"]
    assert re.findall(r"communities-poster · (\S+) · A", text) == places
    assert re.findall(r"/p/([\w-]+)", text) == places


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["communities-leter"], "communities-letter"),
        (["families-card", "--place", "吴家山街道"], "wujiashan"),
        (["families-card", "--place", "Wujiashan"], "wujiashan"),
    ],
)
def test_a_name_nearly_right_is_suggested(
    flagship: Path, handbill: Command, words: list[str], meant: str
) -> None:
    done = handbill(flagship, "sheet", *words, "--lang", "zh")
    assert done.returncode == 1
    assert f"是不是想写 {meant}" in done.stderr


def test_a_posted_sheet_of_a_real_site_is_no_specimen_and_its_code_leads_there(
    tmp_path: Path, copy_project: Callable[[Path], Path]
) -> None:
    project = copy_project(tmp_path / "p")
    for name, old, new in (
        ("mkdocs.yml", "https://example.org/", "https://gongyi.example.gov.cn/warn/"),
        (
            "campaigns/places/places.yml",
            "    name: 东西湖区\n",
            "    name: 东西湖区\n    publisher: 某区宣传办公室\n",
        ),
    ):
        text = (project / name).read_text("utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new), "utf-8")
    checked = road.load_and_check(
        read_settings(project / "mkdocs.yml"), datetime.date(2026, 11, 24)
    )
    sheets = [
        one.body.data["sheets"][0]
        for one in road.plan(checked)
        if isinstance(one.body, Sheet)
        and not one.inner
        and one.path.startswith("m/")
        and "qr" in one.body.data["sheets"][0]
    ]
    assert {sheet["specimen"] for sheet in sheets if sheet["specimen"]} == set()
    assert {sheet["qr"]["url"] for sheet in sheets} == {
        f"https://gongyi.example.gov.cn/warn/p/dongxihu/?m={sheet['id']}.1.0" for sheet in sheets
    }
    assert {sheet["imprint"][-1] for sheet in sheets} == {
        "来源：gongyi.example.gov.cn/warn/p/dongxihu"
    }
    assert "发布：某区宣传办公室" in sheets[0]["imprint"]
