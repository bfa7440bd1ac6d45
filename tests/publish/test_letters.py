"""Letters by merge: what recipients say is in the letters, and in nothing else that is written."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from python_calamine import CalamineWorkbook

from handbill import cli
from handbill.editing.recipients import COLUMNS
from handbill.scaffold import new_site

MARK = "芈鼋鼍"
"""Characters that no other file has: planted in every cell."""
ROWS = [
    ["单位", "称呼", "地址", "联系方式", "备注"],
    [f"{MARK}第一小学", f"{MARK}的老师们：", f"{MARK}路 1 号", f"{MARK}科", f"{MARK}注"],
    [f"{MARK}第二小学", "", f"{MARK}路 2 号", "", ""],
]
MATERIAL = "parents-letter"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("letters") / "site"
    new_site(root, "zh")
    return root


@pytest.fixture
def project(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site, with a home and a folder for temporary files that nobody else writes into."""
    for name in ("home", "temp"):
        (tmp_path / name).mkdir()
    for name, folder in (("HOME", "home"), ("USERPROFILE", "home"), ("XDG_CACHE_HOME", "home")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "temp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(site)
    return site


def table(file: Path, rows: list[list[str]], encoding: str = "utf-8") -> Path:
    with file.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(rows)
    return file


def letters(*words: str | Path, code: int = cli.EXIT_OK) -> None:
    assert cli.main(["letters", *map(str, words)]) == code


def texts(folder: Path) -> dict[str, str]:
    """What each file says, without spaces."""
    said = {}
    for file in sorted(folder.glob("*.pdf")):
        with pymupdf.open(file) as pages:  # type: ignore[no-untyped-call]
            said[file.name] = "".join("".join(page.get_text() for page in pages).split())
    return said


def leaks(*folders: Path) -> list[str]:
    """Files that hold a mark in their name or content, however it is encoded."""
    forms = {MARK.encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    forms |= {MARK[0].encode("unicode_escape"), MARK[0].encode("unicode_escape").upper()}
    return [
        str(file)
        for folder in folders
        for file in folder.rglob("*")
        if MARK in file.name or (file.is_file() and any(one in file.read_bytes() for one in forms))
    ]


def test_each_gets_a_letter_and_nothing_else_is_written(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = table(tmp_path / "单位.csv", ROWS, "gb18030")
    before = {one for one in project.rglob("*") if one.is_file()}
    letters(MATERIAL, file, "-o", tmp_path / "out")
    said = texts(tmp_path / "out")
    assert list(said) == [f"001-{MARK}第一小学.pdf", f"002-{MARK}第二小学.pdf"]
    first, second = said.values()
    for cell in ROWS[1][:4]:
        assert "".join(cell.split()) in first
    assert f"{MARK}注" not in first  # a column that the letter does not show
    # What is missing is a line to write on, never the words of another.
    assert f"{MARK}第二小学" in second and f"{MARK}的老师们" not in second
    assert f"{MARK}科" not in second and "尊敬的家长" not in second
    after = {one for one in project.rglob("*") if one.is_file()}
    assert after == before
    told = capsys.readouterr()
    assert "W511" in told.err and "备注" in told.err
    assert MARK not in told.out + told.err
    assert leaks(project, tmp_path / "home", tmp_path / "temp") == []
    with pikepdf.open(tmp_path / "out" / next(iter(said))) as document:
        assert "/StructTreeRoot" in document.Root and document.Root.Lang == "zh-CN"


def test_one_file_holds_all_and_other_columns_leave_the_salutation(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbill.publish.letters.IN_ONE", 2)
    rows = [["organisation"], *([f"{MARK}第{number}小学"] for number in "一二三")]
    file = table(tmp_path / "r.csv", rows)
    letters(MATERIAL, file, "-o", tmp_path / "out", "--one-file", "--language", "zh-CN")
    said = texts(tmp_path / "out")
    assert list(said) == [f"{MATERIAL}-zh-CN-1.pdf", f"{MATERIAL}-zh-CN-2.pdf"]
    assert f"{MARK}第一小学" in said[f"{MATERIAL}-zh-CN-1.pdf"]
    assert f"{MARK}第三小学" in said[f"{MATERIAL}-zh-CN-2.pdf"]
    assert said[f"{MATERIAL}-zh-CN-1.pdf"].count("尊敬的家长") == 2


@pytest.mark.parametrize("one_file", [True, False])
def test_a_letter_that_does_not_fit_is_told_by_its_row_and_the_others_are_there(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], one_file: bool
) -> None:
    rows = [["单位", "地址"], [f"{MARK}甲校", ""], [f"{MARK}乙校", MARK * 900], [f"{MARK}丙校", ""]]
    file = table(tmp_path / "r.csv", rows)
    more = ["--one-file"] if one_file else []
    letters(MATERIAL, file, "-o", tmp_path / "out", *more, code=cli.EXIT_PROBLEMS)
    told = capsys.readouterr().err
    assert "E517" in told and "r!A3" in told and "A2" not in told and MARK not in told
    said = "".join(texts(tmp_path / "out").values())
    assert f"{MARK}甲校" in said and f"{MARK}丙校" in said and f"{MARK}乙校" not in said


def test_bad_cells_are_named_and_never_shown(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ["单位", "联系方式", "编码", "姓名", "统一社会信用代码"],
        [f"{MARK}小学", "13812345678", "", "", "420102199001011234"],
        ["", f"{MARK}科", "420102199001011234", "", ""],
        ["王小明", "", "", "", ""],
        [f"{MARK}\u200b社区", "", "", "", ""],
        ["李家村", "请王女士收", "", "", ""],
    ]
    file = table(tmp_path / "r.csv", rows)
    letters(MATERIAL, file, "-o", tmp_path / "out", code=cli.EXIT_PROBLEMS)
    told = capsys.readouterr().err
    assert "E104" in told  # the text itself: before it is a table
    rows[4][0] = f"{MARK}\U0002348d社区"
    letters(MATERIAL, table(file, rows), "-o", tmp_path / "out", code=cli.EXIT_PROBLEMS)
    told += (found := capsys.readouterr().err)
    for code, cell in {
        "E511": "r!D1",
        "E512": "r!A3",
        "E513": "r!A4",
        "E514": "r!A5",
        "W512": "r!B2",
    }.items():
        assert code in found and f"r.csv {cell}\n" in found, code
    assert "r!C3" in found and "r!B6" in found and "r!E2" not in found and "r!A6" not in found
    for secret in (MARK, "13812345678", "420102199001011234", "王"):
        assert secret not in told
    assert not (tmp_path / "out").exists()
    assert leaks(project, tmp_path / "home", tmp_path / "temp") == []


@pytest.mark.parametrize("folder", ["docs/a", "site", "campaigns", "build/letters", "docs/../docs"])
def test_the_site_is_no_place_for_letters_or_lists(
    project: Path, tmp_path: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = table(tmp_path / "r.csv", ROWS)
    letters(MATERIAL, file, "-o", folder, code=cli.EXIT_PROBLEMS)
    letters(MATERIAL, Path(folder) / "r.csv", "-o", tmp_path / "out", code=cli.EXIT_PROBLEMS)
    told = capsys.readouterr().err
    assert "E515" in told and "E516" in told


@pytest.mark.skipif(sys.platform == "win32", reason="links take rights on Windows")
def test_a_link_into_the_site_is_seen_through(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project / "docs")
    file = table(tmp_path / "r.csv", ROWS)
    letters(MATERIAL, file, "-o", tmp_path / "link/new/deep", code=cli.EXIT_PROBLEMS)


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_nothing_outside_of_its_folder(
    project: Path, tmp_path: Path
) -> None:
    rows = [ROWS[0], *([f"{MARK}第{number}校", "", "", "", ""] for number in range(400))]
    file = table(tmp_path / "r.csv", rows)
    process = subprocess.Popen(
        [sys.executable, "-m", "handbill", "letters", MATERIAL, file, "-o", tmp_path / "out"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    for _ in _until(60):
        if len(list((tmp_path / "out").glob("*.pdf"))) > 2:
            break
    process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    said, _ = process.communicate(timeout=30)
    assert 2 < len(list((tmp_path / "out").glob("*.pdf"))) < 400
    assert MARK.encode() not in said
    assert leaks(project, tmp_path / "home", tmp_path / "temp") == []


def _until(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.02)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_template_is_filled_in_and_used(project: Path, tmp_path: Path, language: str) -> None:
    file = tmp_path / "t.xlsx"
    letters("--template", "-o", file, "--lang", language)
    first, second = CalamineWorkbook.from_path(file).sheet_names
    headers = list(CalamineWorkbook.from_path(file).get_sheet_by_name(first).to_python()[0])
    assert headers == list(COLUMNS if language == "zh" else COLUMNS.values())
    # Nothing is in it yet; the example of the second sheet is none of its recipients.
    letters(MATERIAL, file, "-o", tmp_path / "out", "--sheet", first, code=cli.EXIT_PROBLEMS)
    advice = CalamineWorkbook.from_path(file).get_sheet_by_name(second).to_python()
    table(tmp_path / "r.csv", [[str(one) for one in row if one] for row in advice[-2:]])
    letters(MATERIAL, tmp_path / "r.csv", "-o", tmp_path / "out")
    assert len(texts(tmp_path / "out")) == 1


def test_usage_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letters(MATERIAL, code=cli.EXIT_USAGE)
    assert "handbill letters" in capsys.readouterr().err
