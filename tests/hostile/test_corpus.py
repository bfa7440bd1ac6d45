"""Every hostile or clumsy input ends as it must: refused, warned of or taken as text; in time, and
within the memory that one process has for all of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CPU, CPU_OF_ALL = 4, 60
"""Seconds that one case, and all of them, may take."""


@pytest.fixture(scope="module")
def results() -> list[dict[str, object]]:
    folders = ("src", "tests/problems", "tests/model", "tests/hostile")
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/hostile/run.py")],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / one) for one in folders)},
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_case_ends_as_it_must(results: list[dict[str, object]]) -> None:
    wrong = [one for one in results if one["outcome"] != one["wanted"]]
    assert wrong == []


def test_there_are_enough_and_of_every_family(results: list[dict[str, object]]) -> None:
    families = Counter(str(one["family"]) for one in results)
    assert len(families) >= 14 and min(families.values()) >= 5, families
    names = Counter((one["family"], one["name"], one["outcome"]) for one in results)
    assert {one["outcome"] for one in results} == {"refused", "warned", "accepted"}
    assert len(names) >= 400, "cases that differ, not the same text in another field"


def test_none_takes_long(results: list[dict[str, object]]) -> None:
    slow = [one for one in results if float(str(one["seconds"])) > CPU]
    assert slow == []
    assert sum(float(str(one["seconds"])) for one in results) < CPU_OF_ALL
