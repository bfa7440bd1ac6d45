"""Every text of a file with its path, and what kind of text it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.problems import Span


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands. path: into the file; the names of fields are its strings."""

    file: Sourced[Any]
    path: Path
    value: str

    def find(self, part: str) -> Span:
        """Where `part` stands in it."""
        return self.file.find(part, *self.path)

    def under(self, *fields: str) -> bool:
        """Whether the text stands in one of these fields, at any depth."""
        return any(step in fields for step in self.path)


def texts_of(file: Sourced[Any]) -> Iterator[Text]:
    """Every text of a file that people read; addresses (https://…) are not texts."""
    for path, value in file.strings:
        if "://" not in value or " " in value or len(value) > 300:
            yield Text(file, path, value)
