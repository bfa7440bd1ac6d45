"""Every code of the catalogue has a site that provokes it, and says what is expected of it.

`UPDATE_EXPECTED=1 pytest tests/problems` writes expected.txt anew; read what changed.
"""

import contextlib
import errno
import os

import pytest
import served
from sites import FIXTURES, base_site, broken_site, change_of, problems_of

from handbill import cli
from handbill.problems import CATALOGUE
from handbill.problems.report import render
from handbill.publish import writer

BUILT = [code for code in CATALOGUE if code[1] in "78" or "run" in change_of(code)]
CHECKED = [code for code in CATALOGUE if code not in BUILT]


def test_the_base_site_has_no_problem(tmp_path):
    assert problems_of(base_site(tmp_path / "site")) == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_a_fixture(code):
    assert (FIXTURES / code / "change.toml").is_file()


def test_every_fixture_has_a_code():
    assert {path.name for path in FIXTURES.iterdir()} <= set(CATALOGUE)


@pytest.mark.parametrize("code", CHECKED)
def test_the_fixture_says_its_code(code, tmp_path):
    root = tmp_path / "site"
    change = broken_site(root, code)
    problems = problems_of(root)
    # A fault of a translation is told as what it leaves out.
    assert code in {one for problem in problems for one in (problem.code, problem.cause)}
    assert {problem.code for problem in problems} <= {code, *change.get("also", ())}
    said = "".join(render(problems, root=root, lang=lang) for lang in ("zh", "en"))
    assert str(tmp_path) not in said
    expected = FIXTURES / code / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(said, "utf-8", newline="")
    assert said == expected.read_text("utf-8")


@pytest.mark.parametrize("code", BUILT)
def test_the_command_says_its_code(code, tmp_path, monkeypatch, capsys):
    root = tmp_path / "site"
    change = broken_site(root, code)
    monkeypatch.chdir(root)
    for name, value in change.get("environment", {}).items():
        monkeypatch.setenv(name, value)
    for name, value in change.get("patch", {}).items():
        monkeypatch.setattr(name, value)
    if not change.get("locks", True):
        monkeypatch.setattr(writer, "take", no_locks)
    if "before" in change:
        assert cli.main(change["before"]) == cli.EXIT_OK
    ends = cli.EXIT_PROBLEMS if change.get("stops", True) else cli.EXIT_OK
    with contextlib.ExitStack() as stack:
        address = ""
        if change.get("served"):
            served.finish(root / "site")
            address = stack.enter_context(served.serving(root / "site", code))
        run = [one.replace("{address}", address) for one in change["run"]]
        assert cli.main([*run, "--lang", "zh"]) == ends
    said = capsys.readouterr().err
    assert code in said
    assert CATALOGUE[code].title.zh in said


def no_locks(handle):
    raise OSError(errno.ENOLCK, "No locks available")
