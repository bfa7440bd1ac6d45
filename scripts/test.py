"""Checks the code: lint and layout (ruff), types (mypy, strict), tests (pytest).

Use: python3 scripts/test.py [options of pytest]

All of them run even when one of them fails. The exit code is 0 only when all are well. In CI the
share of lines that the tests run is printed; what runs in processes of their own is not counted.
"""

import json
import os
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

COVERAGE = environment.ROOT / "build" / "coverage.json"
# The tracer is there before pytest, which has no assertion of it to rewrite.
TRACED = ["-m", "slipcover", "-m", "pytest", "-W", "ignore::pytest.PytestAssertRewriteWarning"]


def print_coverage() -> None:
    """Prints the share of lines that the tests ran, and the files where it is least."""
    found = json.loads(COVERAGE.read_text(encoding="utf-8"))
    files = {name: file["summary"]["percent_covered"] for name, file in found["files"].items()}
    print(f"coverage: {found['summary']['percent_covered']:.1f} % of lines; the least:")
    for name in sorted(files, key=lambda name: files[name])[:10]:
        print(f"  {files[name]:5.1f} %  {name}")


def main() -> int:
    """Runs the checks, then the tests; returns pytest's exit code, or 1 when a check failed."""
    python = environment.prepare(environment.TEST)
    failed = []
    for name, command in CHECKS.items():
        passed = environment.call([python, "-m", *command]) == 0
        print(f"{name}: {'ok' if passed else 'FAILED'}", flush=True)
        if not passed:
            failed.append(name)
    in_ci = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    COVERAGE.parent.mkdir(exist_ok=True)
    COVERAGE.unlink(missing_ok=True)
    command = TRACED if in_ci else ["-m", "pytest"]
    code = environment.call([python, *command, *sys.argv[1:]])
    if COVERAGE.is_file():
        print_coverage()
    if failed:  # after pytest's last line, so that nobody takes that line for the whole result
        print("没有通过 / failed:", ", ".join(failed))
    return code or int(bool(failed))


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
