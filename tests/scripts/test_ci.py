"""What continuous integration promises: an honest exit code, and no test left out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = ROOT / ".ci" / "run"
SKIPPED_TESTS = """
import pytest

def test_page():
    pytest.skip("no browser")

@pytest.mark.skipif(True, reason="not here")
def test_other():
    pass

@pytest.mark.xfail
def test_known():
    assert False
"""
SKIPPED_MODULE = "import pytest\npytest.importorskip('no_such_module')\n"


def test_the_run_is_sound_bash_that_stops_at_the_first_failure() -> None:
    text = RUN.read_text("utf-8")
    assert "set -euo pipefail" in text
    commands = [line for line in text.splitlines() if line.startswith("python3")]
    # The build first: the tests take its drawings.
    assert commands == ["python3 scripts/build.py --strict", "python3 scripts/test.py"]
    subprocess.run(["bash", "-n", str(RUN)], check=True)


def test_it_runs_the_test_command_of_the_readme() -> None:
    for name in ("README.md", "README.zh.md"):
        assert "python3 scripts/test.py" in (ROOT / name).read_text("utf-8")


def run(pytester: pytest.Pytester, module: str) -> pytest.RunResult:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    pytester.makepyfile(module)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:slipcover")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a skip is a skip")
def test_in_ci_a_skipped_test_fails_and_says_why(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    result = run(pytester, SKIPPED_TESTS)
    result.assert_outcomes(failed=1, errors=1, xfailed=1)
    for reason in ("no browser", "not here"):
        result.stdout.fnmatch_lines([f"*in CI every test must run*{reason}*"])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a skip is a skip")
def test_in_ci_a_module_that_skips_itself_fails(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    assert run(pytester, SKIPPED_MODULE).ret != 0


def test_at_home_a_skip_is_a_skip(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    run(pytester, SKIPPED_TESTS).assert_outcomes(skipped=2, xfailed=1)
    run(pytester, SKIPPED_MODULE).assert_outcomes(skipped=1)
