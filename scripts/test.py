"""Checks the code: lint and layout (ruff), types (mypy, strict), tests (pytest).

Use: python3 scripts/test.py [options of pytest]

All of them run even when one of them fails. The exit code is 0 only when all are well.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment

CHECKS = {
    "lint (ruff)": ["ruff", "check", "--quiet", "--output-format", "concise"],
    "layout (ruff format)": ["ruff", "format", "--check", "--quiet"],
    "types (mypy --strict)": ["mypy", "--strict", "--no-error-summary"],
}


def main() -> int:
    """Runs the checks, then the tests; returns pytest's exit code, or 1 when a check failed."""
    python = environment.prepare(environment.TEST)
    failed = []
    for name, command in CHECKS.items():
        passed = environment.call([python, "-m", *command]) == 0
        print(f"{name}: {'ok' if passed else 'FAILED'}", flush=True)
        if not passed:
            failed.append(name)
    code = environment.call([python, "-m", "pytest", *sys.argv[1:]])
    if failed:  # after pytest's last line, so that nobody takes that line for the whole result
        print("没有通过 / failed:", ", ".join(failed))
    return code or int(bool(failed))


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
