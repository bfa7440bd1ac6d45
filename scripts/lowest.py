"""Runs tests and builds a new site with the lowest versions that pyproject.toml allows.

Use: python3 scripts/lowest.py [options of pytest]

A floor that nobody runs is a guess. The environment of its own, build/lowest, holds the lowest
version of every dependency of ours, and the test tools as they are locked.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment

FOLDER = environment.ROOT / "build" / "lowest"
TESTS = ["tests", "-m", "not slow and not browser"]


def main() -> int:
    """Returns the exit code of the first command that fails, else 0."""
    python = environment.prepare(environment.TEST)
    own = str(FOLDER / environment.PYTHON.relative_to(environment.FOLDER))
    uv, floors, site = [python, "-m", "uv"], str(FOLDER / "floors.txt"), FOLDER / "site of mine"
    lowest = ["--resolution", "lowest-direct", "--python", own, "--output-file", floors]
    install = [*uv, "pip", "install", "--quiet", "--python", own, "--constraint", floors]
    commands = [
        [*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(FOLDER)],
        [
            *uv,
            "pip",
            "compile",
            "--quiet",
            "--no-annotate",
            "--no-header",
            *lowest,
            "pyproject.toml",
        ],
        [*install, "--editable", ".[test,languages]"],
        [own, "-m", "handbill", "new", str(site)],
        [own, "-m", "handbill", "build", "--strict", "--config-file", str(site / "mkdocs.yml")],
        [own, "-m", "pytest", *(sys.argv[1:] or TESTS)],
    ]
    for command in commands:
        code = environment.call(command)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
