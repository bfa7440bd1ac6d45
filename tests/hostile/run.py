"""Tries every case of the corpus in this process, under limits, and prints what came of each as JSON.

python tests/hostile/run.py        with src, tests/problems, tests/model and tests/hostile on the path
"""

from __future__ import annotations

import json
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import FrameType

from corpus import Case, cases
from sites import base_site, problems_of

from handbill.problems import Severity
from handbill.problems.report import render

MEMORY = 1 << 30
"""Bytes of address space that all of them have."""
SECONDS = 10
"""What one may take at most by the clock; then it is ended."""


def limit() -> None:
    """Set the limits, where the system has them."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds")

    signal.signal(signal.SIGALRM, ring)


def tried(case: Case, root: Path) -> dict[str, object]:
    """Returns what came of one case: its outcome, the codes, the seconds of CPU."""
    base_site(root)
    case.change(root)
    began = time.process_time()
    codes: list[str] = []
    try:
        if sys.platform != "win32":
            signal.alarm(SECONDS)
        problems = problems_of(root)
        codes = sorted({one.code for one in problems})
        said = "".join(render(problems, root=root, lang=lang) for lang in ("zh", "en"))
        outcome = (
            "refused"
            if any(one.severity is Severity.ERROR for one in problems)
            else "warned"
            if problems
            else "accepted"
        )
        if len(said) > 400_000:
            outcome = f"said {len(said)} characters"
    except BaseException:
        outcome = traceback.format_exc(limit=-3)
    finally:
        if sys.platform != "win32":
            signal.alarm(0)
    return {
        "family": case.family,
        "name": case.name,
        "wanted": case.outcome,
        "outcome": outcome,
        "codes": codes,
        "seconds": round(time.process_time() - began, 2),
    }


def main() -> None:
    limit()
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases()):
            root = Path(folder, str(number))
            print(json.dumps(tried(case, root)), flush=True)
            shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
