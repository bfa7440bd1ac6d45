"""The catalogue itself: complete in both languages, and printed in the guide."""

import string
from pathlib import Path

import pytest

from handbill.problems import CATALOGUE, Problem, ProblemsFound, Span, catalogue_markdown, explain

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "problems.md"


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", CATALOGUE.values(), ids=list(CATALOGUE))
def test_both_languages_say_the_same(code):
    for both in (code.title, code.text, code.cure, code.why):
        assert both.zh.strip() and both.en.strip()
        assert not both.zh.endswith("。。")
    assert names(code.text.zh) == names(code.text.en)
    assert names(code.cure.zh) == names(code.cure.en)
    assert not any("\u4e00" <= one <= "\u9fff" for one in code.title.en)
    assert code.wrong and code.right and code.wrong != code.right


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_explained(code):
    for lang in ("zh", "en"):
        text = explain(code, lang)
        assert text.startswith(code)
        assert CATALOGUE[code].why.get(lang) in text


def test_an_unknown_code_is_not_explained():
    assert explain("E000", "zh") is None


def test_the_page_of_the_guide_is_fresh():
    assert GUIDE.read_text("utf-8") == catalogue_markdown(), "run: python tools/reference.py"


def test_details_never_break_a_message():
    problem = Problem("E303", None, id="{x}" * 100)
    assert "…" in problem.text("zh")
    assert "E303" in str(ProblemsFound([problem]))
    assert str(Span("a.yml", 3, 5, 6)) == "a.yml:3:5"
