"""The readers are tried by coverage, for a few seconds each time; by hand for as long as one likes."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 5
FUZZ = Path(__file__).with_name("readers.py")


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this system"
)
def test_no_reader_fails(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(FUZZ), "--seconds", str(SECONDS)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=tmp_path,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    tried = re.search(r"Done ([0-9]+) runs in", done.stderr)
    assert tried and int(tried[1]) > 100, done.stderr[-4000:]
