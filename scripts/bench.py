"""Measures Handbill side by side with what it stands on, and prints ratios.

Use: python3 scripts/bench.py [--quick] [--json FILE] [names of benches]

Every bench takes both sides in turn in one run, so that a busy machine slows both; what counts is
the ratio of the medians. WeasyPrint is compared with when it is installed (see
`requirements-bench.lock`); it needs Pango from the system. `paint` opens pages in the system's
Chromium, with Playwright from `requirements-test.lock`. `local`, `memory`, `number` and `cases`
measure sites of many places or cases, `preview` how soon an edit is seen, `jobs` a print run of
`--places` by two processes, for which two cores must be free; they take minutes, and run only when
they are named; `--site-places` and `--site-cases` set other sizes.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment


def main() -> int:
    """Prepares the environment, then runs the benches in it; returns their exit code."""
    python = environment.prepare(environment.BENCH)
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    if not names or "paint" in names:
        python = environment.prepare(environment.TEST)
    return environment.call(
        [python, str(environment.ROOT / "scripts" / "measure.py"), *sys.argv[1:]]
    )


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
