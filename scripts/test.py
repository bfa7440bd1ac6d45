"""Checks the code: lint and layout (ruff), types (mypy, strict), tests (pytest).

Use: python3 scripts/test.py [options of pytest]

All of them run even when one of them fails. The exit code is 0 only when all are well. The whole
suite runs on every core; tests named by a path or -k run in one process, which starts sooner.
In CI the share of lines that the tests run is printed; what runs in processes of their own is not
counted.
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

EVERY_CORE = ["-n", "auto", "--maxprocesses", "8", "--dist", "loadscope", "--no-loadscope-reorder"]
"""A module stays in one process, for the sake of what its tests share; the slowest come first."""
WHOLE = {"-q", "-qq", "-v", "-vv", "-x", "-l", "--quiet", "--verbose", "--exitfirst"}
"""Options with which it is still the whole suite that runs."""

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


def workers(options: list[str]) -> list[str]:
    """Returns the options that spread the tests over the cores; none where few are asked for."""
    whole = all(one in WHOLE or one.startswith("--durations") for one in options)
    return EVERY_CORE if whole and (os.cpu_count() or 1) > 1 else []


def main() -> int:
    """Runs the checks beside the tests; returns pytest's exit code, or 1 when a check failed."""
    python = environment.prepare(environment.TEST)
    checks = {name: environment.begin([python, "-m", *command]) for name, command in CHECKS.items()}
    in_ci = os.environ.get("CI", "").lower() not in {"", "0", "false"}
    COVERAGE.parent.mkdir(exist_ok=True)
    COVERAGE.unlink(missing_ok=True)
    command = TRACED if in_ci else ["-m", "pytest"]
    options = sys.argv[1:]
    code = environment.call([python, *command, *workers(options), *options])
    if COVERAGE.is_file():
        print_coverage()
    failed = []
    for name, program in checks.items():
        said, _ = program.communicate()
        print(f"{said}{name}: {'FAILED' if program.returncode else 'ok'}", flush=True)
        if program.returncode:
            failed.append(name)
    if failed:  # as the last line, so that nobody takes pytest's for the whole result
        print("没有通过 / failed:", ", ".join(failed))
    return code or int(bool(failed))


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
