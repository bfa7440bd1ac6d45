"""What continuous integration promises: an honest exit code, and no browser test left out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = ROOT / ".ci" / "run"
BROWSER_TEST = """
import pytest

@pytest.mark.browser
def test_page():
    pytest.skip("no browser")

def test_other():
    pytest.skip("not here")
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
    pytester.makeini("[pytest]\nmarkers =\n  browser: a test in a browser\n")
    pytester.makepyfile(module)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider")


def test_in_ci_a_skipped_browser_test_fails(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    result = run(pytester, BROWSER_TEST)
    result.assert_outcomes(failed=1, skipped=1)
    result.stdout.fnmatch_lines(["*in CI every browser test must run*no browser*"])


def test_in_ci_a_module_that_skips_itself_fails(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    assert run(pytester, SKIPPED_MODULE).ret != 0


def test_elsewhere_a_skip_is_a_skip(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    run(pytester, BROWSER_TEST).assert_outcomes(skipped=2)
    run(pytester, SKIPPED_MODULE).assert_outcomes(skipped=1)
