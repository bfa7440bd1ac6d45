"""An old Python must be told so: what it reads first must parse, and stop it in plain words."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
COMMANDS = sorted(
    path.name for path in SCRIPTS.glob("*.py") if "import python_version" in path.read_text("utf-8")
)


def statements(name: str) -> list[ast.stmt]:
    return ast.parse((SCRIPTS / name).read_text("utf-8"), feature_version=(3, 6)).body


def test_the_commands_are_there() -> None:
    assert {"build.py", "serve.py", "test.py"} <= set(COMMANDS)


@pytest.mark.parametrize("name", [*COMMANDS, "python_version.py"])
def test_it_parses_on_an_old_python(name: str) -> None:
    imported = [node for node in statements(name) if isinstance(node, ast.ImportFrom)]
    assert not [node for node in imported if node.module == "__future__"], "too new for Python 3.6"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_version_is_looked_at_before_any_module_of_ours_is_read(name: str) -> None:
    ours = {path.stem for path in SCRIPTS.glob("*.py")}
    imported = [
        alias.name
        for node in statements(name)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name in ours
    ]
    assert imported[0] == "python_version"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 14)])
def test_an_old_python_is_told_in_both_languages(name: str, version: tuple[int, ...]) -> None:
    pretend = (
        f"import sys, runpy; sys.version_info = {version}; sys.path.insert(0, {str(SCRIPTS)!r});"
        f"runpy.run_path({str(SCRIPTS / name)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", pretend], capture_output=True, encoding="utf-8"
    )
    found = ".".join(map(str, version))
    assert done.returncode == 2
    assert f"Python 是 {found}，需要 3.11" in done.stderr
    assert f"this is Python {found}; 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_console_without_chinese_still_gets_the_english() -> None:
    pretend = "import sys; sys.version_info = (3, 9, 1); import python_version"
    done = subprocess.run(
        [sys.executable, "-c", pretend],
        capture_output=True,
        encoding="ascii",
        cwd=SCRIPTS,
        env={"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: this is Python 3.9.1; 3.11 or newer is needed")
