"""A table of rules: small functions that say what is wrong, registered where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from handbill.problems import Problem

C = TypeVar("C")


class Rules(list[Callable[[C], Iterator[Problem]]]):
    """Rules that look at a context, in the order of their modules. Used as a decorator it
    registers one."""

    def __call__(self, rule: Callable[[C], Iterator[Problem]]) -> Callable[[C], Iterator[Problem]]:
        """Registers a rule."""
        self.append(rule)
        return rule
