"""Walks a file to the values that are asked for, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.problems import Span


def items(file: Sourced[Any] | None, pattern: str) -> Iterator[tuple[Any, Callable[..., Span]]]:
    """Yields what stands at a place of a file, `*` for every item of a list, each with a function
    that gives the span of it, or of what stands at further steps into it."""
    found: list[tuple[Path, Any]] = [((), file.value)] if file else []
    for step in pattern.split("."):
        found = [
            inner
            for path, value in found
            for inner in (
                [((*path, index), one) for index, one in enumerate(value or ())]
                if step == "*"
                else [((*path, step), getattr(value, step, None))]
            )
        ]
    for path, value in found:
        if file and value is not None:
            yield value, partial(file.span, *path)


def values(file: Sourced[Any] | None, pattern: str) -> Iterator[tuple[Any, Span]]:
    """Yields what stands at a place of a file, as `items` does, each with its span."""
    for value, at in items(file, pattern):
        yield value, at()
