"""The environment is made, kept, mended and refused as the README promises."""

from __future__ import annotations

import shutil
import sys

import pytest

import environment

from .conftest import Project

BUILT = "built ['build', '--strict'] paper {} True"


@pytest.mark.slow
def test_the_life_of_an_environment(project: Project) -> None:
    first = project.run()
    assert first.returncode == 0, first.stdout + first.stderr
    assert BUILT.format("1.0") in first.stdout
    assert "python3 scripts/serve.py" in first.stdout
    assert project.installed() == {"paper", "ink"}

    again = project.run("--strict")
    assert again.stdout.splitlines()[0] == BUILT.format("1.0"), "nothing is installed again"

    project.lock("paper==2.0.1")
    assert BUILT.format("2.0.1") in project.run().stdout
    assert project.installed() == {"paper"}, "what the lock no longer names is gone"

    shutil.rmtree(project.root / ".venv" / ("Scripts" if sys.platform == "win32" else "bin"))
    assert BUILT.format("2.0.1") in project.run().stdout, "a broken one is made anew"

    project.root = project.root.rename(project.root.with_name("moved"))
    assert BUILT.format("2.0.1") in project.run().stdout, "a moved one is made anew"


@pytest.mark.slow
def test_nothing_of_the_persons_own_settings_leads_astray(project: Project) -> None:
    strange = project.wheels / "strange"
    strange.mkdir()
    (strange / "paper.py").write_text("raise SystemExit('the wrong paper')", "utf-8")
    done = project.run(
        PYTHONPATH=str(strange),
        PYTHONIOENCODING="gbk:strict",
        PIP_TARGET=str(strange),
        PIP_DRY_RUN="1",
        PIP_USER="1",
        PIP_REQUIRE_VIRTUALENV="1",
        PIP_NO_BINARY=":all:",
        PIP_CONSTRAINT=str(strange / "missing.txt"),
        HOME="",
    )
    assert BUILT.format("1.0") in done.stdout, done.stdout + done.stderr


@pytest.mark.slow
def test_a_file_that_is_not_the_locked_one_is_refused(project: Project) -> None:
    project.lock("paper==1.0", spoilt=True)
    done = project.run()
    assert done.returncode == 2
    assert "校验值不一致" in done.stderr
    assert "does not match its hash in the lock" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    project.lock("paper==1.0")
    assert BUILT.format("1.0") in project.run().stdout, "and a good lock mends it"


def test_a_folder_where_nothing_can_be_made_is_said_without_a_traceback(project: Project) -> None:
    (project.root / ".venv").write_text("not a folder", "utf-8")
    done = project.run()
    assert done.returncode == 2
    assert "错误：" in done.stderr and "error: " in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["pyproject.toml", environment.BUILD])
def test_a_missing_file_is_named(project: Project, name: str) -> None:
    (project.root / name).unlink()
    done = project.run()
    assert done.returncode == 2
    assert name in done.stderr.splitlines()[0]


def test_line_ends_of_a_checkout_change_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "ROOT", project.root)
    lock = project.root / environment.BUILD
    before = environment._digest(environment.BUILD)
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert environment._digest(environment.BUILD) == before


SAID = {
    "The virtual environment was not created: ensurepip is not available": "python3-venv",
    "/usr/bin/python3: No module named venv": "python3-venv",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE": "hash",
    "ERROR: Could not install: [Errno 28] No space left on device": "disk is full",
    "OSError: [WinError 112] There is not enough space on the disk": "disk is full",
    "connection broken by 'NewConnectionError(': Failed to establish a new connection: "
    "[Errno 111] Connection refused')'\nERROR: No matching distribution found for x": "network",
    "Could not fetch URL: SSLError(SSLCertVerificationError(1, 'certificate'))": "network",
    "HTTPError: 407 Client Error: Proxy Authentication Required for url": "network",
    "ERROR: [Errno 2] No such file or directory: 'C:\\\\x'\nHINT: This error might have occurred "
    "since this system does not have Windows Long Path support enabled.": "too long",
    "[WinError 32] The process cannot access the file because it is in use: 'typst.pyd'": "close",
    "OSError: [Errno 30] Read-only file system: '/site'": "folder of your own",
    "Error: [Errno 13] Permission denied: '/site/.venv'": "folder of your own",
    "ERROR: No matching distribution found for typst==0.15.2": "64-bit",
    "Segmentation fault": "see the lines above",
}


@pytest.mark.parametrize("said", SAID)
def test_a_failure_is_told_with_its_cure_in_chinese_and_english(said: str) -> None:
    *shown, chinese, english = str(environment.Trouble(said)).splitlines()
    assert shown == [f"  {line}" for line in said.splitlines()]
    assert chinese.startswith("错误：")
    assert english.startswith("error: ") and english.isascii()
    assert SAID[said] in english
