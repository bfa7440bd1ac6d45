"""What a problem code is: its number, its severity and everything that is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is told and passes."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Both:
    """A text in Chinese and in English."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """The English for a tag that starts with "en", else the Chinese."""
        return self.en if lang.lower().startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem.

    title: what is wrong, in general. text: what is wrong here, with `{placeholders}` that the
    problem's details fill. cure: what to do, likewise. why: the long explanation. wrong and right:
    an example that fails and its repair.
    """

    code: str
    title: Both
    text: Both
    cure: Both
    why: Both
    wrong: str
    right: str

    @property
    def severity(self) -> Severity:
        """E… is an error, W… a warning."""
        return Severity.WARNING if self.code.startswith("W") else Severity.ERROR
