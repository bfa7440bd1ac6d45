"""A typed file that remembers where every value in it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from handbill.load.marks import Marks, Path
from handbill.model.texts import walk
from handbill.problems import Span

M = TypeVar("M", covariant=True)
T = TypeVar("T")


@dataclass(frozen=True)
class Sourced(Generic[M]):
    """A file's contents with the place of every value in it.

    id: the file's stem. file: posix path relative to the site's root.
    """

    id: str
    file: str
    value: M
    marks: Marks

    def span(self, *path: str | int) -> Span:
        """Where the value at `path` stands, or the nearest value around it."""
        return self.marks.span(path)

    def key_span(self, *path: str | int) -> Span:
        """Where the name of the field at `path` stands."""
        return self.marks.key_span(path)

    def find(self, text: str, *path: str | int) -> Span:
        """Where `text` first stands inside the value at `path`; the whole value when it is folded
        or escaped so that it cannot be found."""
        return self.marks.find(text, path)

    def changed(self, value: T) -> Sourced[T]:
        """Return the file with other contents."""
        return Sourced(self.id, self.file, value, self.marks)

    @cached_property
    def strings(self) -> tuple[tuple[Path, str], ...]:
        """Every string in the file with its path; found once, though a dozen rules look at them."""
        return tuple((path, text) for path, text, _ in walk(self.value))
