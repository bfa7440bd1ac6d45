"""Sites that are wrong in one way: the small valid site in base/, changed as a fixture says.

fixtures/<CODE>/change.toml holds any of these, which are done in this order,
    [[edit]]    file, old, new             replace the one occurrence of `old`
    [[write]]   file, text, times          write a file; the text repeated
    [[encode]]  file, encoding             save a UTF-8 file anew in another encoding
    [[copy]]    folder, to
    [[rename]]  file, to
    [[remove]]  file
    [[folder]]  path                       make a folder
    [[link]]    file, target               make a symbolic link; relative to the site's root
    [[pipe]]    file                       make a pipe, on systems that have them as files
    [[pdf]]     file, of                   draw the PDF of a code (see faulty.py)
    [[workbook]] file, rows, merged, formulas   write a workbook; merged: ranges; formulas: cell →
                                           formula and the result that is saved
    [[held]]    file                       hold its lock, as another process would
and says how the problem is provoked, if not by loading and checking:
    run = ["explain", "E999"]              arguments of the command line
    before = ["sheet", "a-poster"]         a run before that one, which ends well
    stops = false                          it is a warning: the command ends well
    repository = true                      the site's folder is a repository of Git
    served = true                          a small finished site runs, wrong as served.py has it for the
                                           code; "{address}" in `run` is where
    locks = false                          the disk knows no locks
    environment = {NAME = "value"}         set while it runs
    [patch]  "module.NAME" = …             a constant of the program, set while it runs
Whatever else lies in the fixture's folder, but for expected.txt, is copied over the site.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import faulty
import xlsxwriter

from handbill import road
from handbill.load.settings import read_settings
from handbill.problems import Problem, ProblemsFound
from handbill.writing import take

HERE = Path(__file__).parent
BASE = HERE / "base"
FIXTURES = HERE / "fixtures"
TODAY = datetime.date(2026, 11, 24)


def change_of(code: str) -> dict[str, Any]:
    return tomllib.loads((FIXTURES / code / "change.toml").read_text("utf-8"))


def base_site(root: Path) -> Path:
    shutil.copytree(BASE, root)
    return root


def broken_site(root: Path, code: str) -> dict[str, Any]:
    """Makes the site of a fixture at `root` and returns the fixture's change."""
    base_site(root)
    change = change_of(code)
    for file in (FIXTURES / code).rglob("*"):
        inside = file.relative_to(FIXTURES / code)
        if file.is_file() and inside.as_posix() not in ("change.toml", "expected.txt"):
            (root / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, root / inside)
    apply(root, change)
    return change


def apply(root: Path, change: dict[str, Any]) -> None:
    if change.get("repository"):
        subprocess.run(["git", "init", "--quiet", root], check=True)
    _change(root, change)
    for one in change.get("workbook", ()):
        workbook(root / one["file"], one["rows"], one.get("merged", ()), one.get("formulas", {}))


def _change(root: Path, change: dict[str, Any]) -> None:
    for one in change.get("edit", ()):
        file = root / one["file"]
        text = file.read_text("utf-8")
        assert text.count(one["old"]) == 1, f"{one['file']} holds {one['old']!r} other than once"
        file.write_text(text.replace(one["old"], one["new"]), "utf-8", newline="")
    for one in change.get("write", ()):
        file = root / one["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one["text"] * one.get("times", 1), "utf-8", newline="")
    for one in change.get("encode", ()):
        file = root / one["file"]
        file.write_bytes(file.read_text("utf-8").encode(one["encoding"]))
    for one in change.get("copy", ()):
        shutil.copytree(root / one["folder"], root / one["to"])
    for one in change.get("rename", ()):
        (root / one["file"]).rename(root / one["to"])
    for one in change.get("remove", ()):
        (root / one["file"]).unlink()
    for one in change.get("folder", ()):
        (root / one["path"]).mkdir(parents=True)
    for one in change.get("link", ()):
        (root / one["file"]).symlink_to(root / one["target"])
    for one in change.get("pipe", ()):
        os.mkfifo(root / one["file"])
    for one in change.get("pdf", ()):
        faulty.make(one["of"], root / one["file"])
    for one in change.get("held", ()):
        (root / one["file"]).parent.mkdir(parents=True, exist_ok=True)
        assert take(os.open(root / one["file"], os.O_RDWR | os.O_CREAT))


def workbook(
    file: Path,
    rows: Sequence[Sequence[object]],
    merged: Sequence[str] = (),
    formulas: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    sheet: str = "名单",
) -> Path:
    """Write a workbook of one sheet. formulas: cell → formula and the result that is saved."""
    file.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(file))
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    for where in merged:
        page.merge_range(where, "合并")
    for cell, (formula, result) in formulas.items():
        page.write_formula(cell, formula, None, result)
    book.close()
    return file


def problems_of(root: Path, today: datetime.date = TODAY) -> list[Problem]:
    """All that loading and checking say of a site."""
    try:
        settings = read_settings(root / "mkdocs.yml")
        return list(road.load_and_check(settings, today).problems)
    except ProblemsFound as found:
        return found.problems
