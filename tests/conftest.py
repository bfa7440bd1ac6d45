"""In continuous integration a browser test must run: one that is skipped fails."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest

SKIPPED = "skipped, but in CI every browser test must run: "


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turns a skip into a failure that still says why it was skipped."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = SKIPPED + reason


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, Any, pytest.TestReport]:
    """Fails a skipped test that is marked `browser`."""
    report: pytest.TestReport = yield
    expected = hasattr(report, "wasxfail")
    if report.skipped and not expected and _in_ci() and item.get_closest_marker("browser"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, Any, pytest.CollectReport]:
    """Fails a module that skips itself whole: its marks cannot be seen, its tests would be lost."""
    report: pytest.CollectReport = yield
    if report.skipped and _in_ci():
        _fail(report)
    return report
