"""Waiting for what a page does, whatever its policy and however busy the machine."""

from __future__ import annotations

import time
from typing import Any

PAUSE = 40
"""Milliseconds between two looks."""


def until(page: Any, script: str, arg: Any = None, timeout: int = 30_000) -> Any:
    """Returns what a function in a page returns as soon as that is true. timeout: milliseconds.

    `wait_for_function` of Playwright asks again by eval, which our pages forbid, so that it only ever
    works where the first answer is true. A page that is loaded anew meanwhile is asked again.
    """
    from playwright.sync_api import Error

    end, found = time.monotonic() + timeout / 1000, None
    while not found:
        assert time.monotonic() < end, f"not true yet: {script}"
        try:
            found = page.evaluate(script, arg)
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
        if not found:
            page.wait_for_timeout(PAUSE)
    return found
