"""What a problem code is: its severity and everything that is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Severity(StrEnum):
    """An error stops the build; a warning is told and passes; a notice tells what was settled."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @classmethod
    def of(cls, code: str) -> Severity:
        """Return the severity that a code's first letter says: E201 is an error, W404 a warning, N634
        a notice."""
        return {"W": cls.WARNING, "N": cls.NOTICE}.get(code[0], cls.ERROR)


@dataclass(frozen=True, slots=True)
class Both:
    """A text in Chinese and in English; in YAML, {zh: …, en: …}."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    zh: str
    en: str

    @classmethod
    def of(cls, pair: str) -> Both:
        """Return the text written "Chinese / English". Raises TypeError unless it is two parts."""
        return cls(*pair.split(" / "))

    def get(self, lang: str) -> str:
        """Returns the Chinese for a language tag that starts with "zh", else the English."""
        return self.zh if lang.lower().startswith("zh") else self.en


class Code:
    """One kind of problem.

    title: what is wrong, in general. text: what is wrong here, with `{placeholders}` that the
    problem's details fill. cure: what to do, likewise. why: the long explanation. These four are
    written "Chinese / English". wrong and right: an example that fails and its repair. found_by:
    what finds it, and why `handbill check` cannot; written likewise, None where it does.
    """

    def __init__(
        self,
        *,
        title: str,
        text: str,
        cure: str,
        why: str,
        wrong: str,
        right: str,
        found_by: str | None = None,
    ) -> None:
        self.title, self.text, self.cure, self.why = map(Both.of, (title, text, cure, why))
        self.wrong, self.right = wrong, right
        self.found_by = None if found_by is None else Both.of(found_by)
