"""The rules of dignity and law: each says what it looks for, why, and shows what it tells apart.

Nothing here belongs to one subject; what only one campaign knows stands in its `wording`.
"""

from __future__ import annotations

from dataclasses import dataclass

from handbill.check.lint.speech import Mode
from handbill.problems import Both


@dataclass(frozen=True)
class Say:
    """What a rule looks for in one language. patterns: see `patterns`. caught, passes: a sentence
    that it finds, and one that looks alike and is left alone. unless: a regular expression of what a
    sentence is about that the rule is not meant for."""

    patterns: tuple[str, ...]
    caught: str
    passes: str
    unless: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule. code: of its problem, which is its family. why: the reason that the problem gives."""

    id: str
    code: str
    mode: Mode
    why: Both
    zh: Say
    en: Say

    def say(self, language: str) -> Say:
        """Return what it looks for in a language, zh or en."""
        return self.zh if language == "zh" else self.en
