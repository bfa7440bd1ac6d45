"""The environment is made, kept, mended and refused as it should, by pip and by uv."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import environment

from .conftest import Project

BUILT = "built ['build', '--strict'] paper {} True"
UV = pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not installed")


@pytest.mark.slow
@pytest.mark.parametrize("uv", [False, pytest.param(True, marks=UV)])
def test_the_life_of_an_environment(project: Project, uv: bool) -> None:
    first = project.run(uv=uv)
    assert first.returncode == 0, first.stdout + first.stderr
    assert ("uv" if uv else "pip") in first.stdout.splitlines()[1]
    assert BUILT.format("1.0") in first.stdout
    assert "python3 scripts/serve.py" in first.stdout
    assert project.installed() == {"paper", "ink"}

    again = project.run("--strict", uv=uv)
    assert again.stdout.splitlines()[0] == BUILT.format("1.0"), "nothing is installed again"

    project.lock("paper==2.0.1")
    newer = project.run(uv=uv)
    assert BUILT.format("2.0.1") in newer.stdout
    assert project.installed() == {"paper"}, "what the lock no longer names is gone"

    shutil.rmtree(project.root / ".venv" / ("Scripts" if sys.platform == "win32" else "bin"))
    assert BUILT.format("2.0.1") in project.run(uv=uv).stdout, "a broken one is made anew"

    project.root = project.root.rename(project.root.with_name("moved"))
    assert BUILT.format("2.0.1") in project.run(uv=uv).stdout, "a moved one is made anew"


@pytest.mark.slow
def test_nothing_of_the_persons_own_settings_leads_astray(project: Project) -> None:
    strange = project.wheels / "strange"
    strange.mkdir()
    (strange / "paper.py").write_text("raise SystemExit('the wrong paper')", "utf-8")
    done = project.run(
        PYTHONPATH=str(strange),
        PYTHONSAFEPATH="1",
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
    assert "does not match the hash in requirements.lock" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    project.lock("paper==1.0")
    assert BUILT.format("1.0") in project.run().stdout, "and a good lock mends it"


def made(project: Project, lock: str = environment.BUILD) -> environment.Environment:
    """An environment that looks as if it had been made."""
    found = environment.Environment(project.root)
    found.python.parent.mkdir(parents=True)
    found.python.touch()
    stamp = {
        "root": str(project.root),
        "base": sys.executable,
        "base_changed": environment._changed(Path(sys.executable)),
        "project": environment._hash(project.root / "pyproject.toml"),
        "locks": {lock: environment._hash(project.root / lock)},
        "packages": ["ink", "paper"],
    }
    found.stamp_file.write_text(json.dumps(stamp), "utf-8")
    return found


def test_a_ready_environment_costs_next_to_nothing(project: Project) -> None:
    made(project)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        code = "import environment; environment.Environment(environment.ROOT).prepare('{}')"
        subprocess.run(
            [sys.executable, "-c", code.format(environment.BUILD)],
            cwd=project.root / "scripts",
            check=True,
        )
        took.append(time.perf_counter() - began)
    assert min(took) < 0.3


@pytest.mark.parametrize("change", ["lock", "pyproject", "python", "stamp", "folder", "base"])
def test_any_change_is_noticed(project: Project, change: str) -> None:
    found = made(project)
    assert found.is_ready(environment.BUILD)
    assert not found.is_ready(environment.TEST)
    if change == "lock":
        project.lock("paper==3.0")
    elif change == "pyproject":
        (project.root / "pyproject.toml").write_text("# changed", "utf-8")
    elif change == "python":
        found.python.unlink()
    elif change == "stamp":
        found.stamp_file.write_text("{", "utf-8")
    elif change == "folder":
        found = environment.Environment(project.root.rename(project.root.with_name("moved")))
    else:
        stamp = json.loads(found.stamp_file.read_text("utf-8"))
        found.stamp_file.write_text(
            json.dumps({**stamp, "base": str(project.root / "gone")}), "utf-8"
        )
    assert not found.is_ready(environment.BUILD)


def test_line_ends_of_a_checkout_change_nothing(project: Project) -> None:
    lock = project.root / environment.BUILD
    before = environment._hash(lock)
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert environment._hash(lock) == before


def failing(project: Project, monkeypatch: pytest.MonkeyPatch, said: str) -> environment.Trouble:
    """What is told when every program that is called ends with these words."""
    monkeypatch.setenv("HANDBILL_NO_UV", "1")
    monkeypatch.setattr(
        environment,
        "_quietly",
        lambda command, folder=None: subprocess.CompletedProcess(command, 1, stdout=said),
    )
    with pytest.raises(environment.Trouble) as caught:
        environment.Environment(project.root).prepare(environment.BUILD)
    return caught.value


def test_a_python_without_venv(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "The virtual environment was not created successfully because ensurepip is not available"
    assert "sudo apt install python3-venv" in str(failing(project, monkeypatch, said))
    assert not (project.root / ".venv").exists()


def test_a_full_disk(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_free_mb", lambda folder: 17)
    trouble = failing(project, monkeypatch, "")
    assert trouble.code == "disk_full"
    assert "17 MB" in str(trouble)


def test_a_disk_that_fills_up_on_the_way(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    left = iter([5000, 3])
    monkeypatch.setattr(environment, "_free_mb", lambda folder: next(left))
    said = "Error: Command '['python', '-m', 'ensurepip']' returned non-zero exit status 1."
    trouble = failing(project, monkeypatch, said)
    assert trouble.code == "disk_full"
    assert "3 MB" in str(trouble)


def test_a_stamp_that_cannot_be_written(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(made: environment.Environment, lock: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(environment.Environment, "_make", full)
    assert failing(project, monkeypatch, "").code == "disk_full"


def test_a_failure_that_nobody_knows(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    trouble = failing(project, monkeypatch, "Segmentation fault")
    assert str(trouble).endswith("  Segmentation fault")


def test_a_folder_that_may_not_be_written(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "may_write", lambda folder: False)
    assert failing(project, monkeypatch, "").code == "folder_read_only"


def test_a_missing_lock(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.root / environment.BUILD).unlink()
    assert failing(project, monkeypatch, "").code == "lock_missing"


def test_a_broken_build_is_passed_on(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("PIP_TARGET", "/nowhere")
    monkeypatch.setenv("PIP_INDEX_URL", "mirror")
    code = (
        "import os; print(sorted(n for n in os.environ if n.startswith(('PYTHONP', 'PIP_'))));"
        "raise SystemExit(7)"
    )
    assert environment.call([sys.executable, "-c", code]) == 7
    assert capfd.readouterr().out.strip() == "['PIP_INDEX_URL', 'PIP_USER']"


def test_trouble_ends_a_script_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def main() -> int:
        raise environment.Trouble("lock_missing", path="{odd} name")

    assert environment.guarded(main) == 2
    assert "缺少文件 {odd} name" in capsys.readouterr().err
