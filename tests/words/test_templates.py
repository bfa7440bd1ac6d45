"""No template says a word of its own: all it sets comes in its data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
HAN = r"\u3007\u3400-\u9fff"
TWO_WORDS = r"[^\W\d_]{2,} +[^\W\d_]{2,}"
WORD = re.compile(rf"[{HAN}]|{TWO_WORDS}|^[A-Z][a-z]{{2,}}")
"""What people read and programs do not: Han, two words in a row, a word with a capital letter."""
NO_WORDS = re.compile(
    r"Noto .*|Escape|hb-[\w -]+|<?/?[\w']*svg .*|'?/?><path .*|.*<(path|svg) .*", re.DOTALL
)
"""Families of type, keys of the keyboard, classes, drawings."""
NEUTRAL = {"PNG", "PDF", "CC BY", "https", "http", "www", "rssboard", "org", "rss", "specification"}
ATTRIBUTES = ("alt", "aria-label", "label", "placeholder", "title")


def without_comments(text: str) -> str:
    return re.sub(r"(?m)(^|\s)//.*$", "", text)


def of_typst(text: str) -> Iterator[str]:
    """Strings and content of a Typst file."""
    code = without_comments(text)
    yield from (match[1] for match in re.finditer(r'"((?:[^"\\]|\\.)*)"', code))
    yield from re.findall(r"\[([^\[\]\"#]*[^\W\d_]{2,}[^\[\]\"]*)\]", code)


def of_script(text: str) -> Iterator[str]:
    """Strings of a script; what templates in backquotes put in is left out."""
    code = without_comments(text)
    for match in re.finditer(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', code):
        yield re.sub(r"\$\{[^}]*\}", "", match[1] or match[2] or "")


def of_page(text: str) -> Iterator[str]:
    """What a page template shows: text between tags, attributes that are read out, and Han
    characters of its expressions."""
    code = re.sub(r"\{#.*?#\}|<!--.*?-->|<(style|script)\b.*?</\1>", "", text, flags=re.DOTALL)
    yield from re.findall(rf"[{HAN}]+", code)
    plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", code, flags=re.DOTALL)
    for name in ATTRIBUTES:
        yield from re.findall(rf'\b{name}="([^"]*[^\W\d_]{{2,}}[^"]*)"', plain)
    for line in re.sub(r"<[^>]*>", "\n", plain).splitlines():
        yield from (
            one for one in re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", "", line)) if one != "lang"
        )


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (of_typst, 'text(size: 9pt, "备注")'),
        (of_typst, 'let head = "To be filled in"'),
        (of_typst, "heading[Notes on it]"),
        (of_script, 'more.textContent = "Show more";'),
        (of_script, "more.textContent = `还有${count}页`;"),
        (of_page, "<p>Notes</p>"),
        (of_page, '<img alt="A poster" src="x.png">'),
        (of_page, '{{ "备注" if x }}'),
    ],
)
def test_a_word_in_a_template_is_seen(found: object, text: str) -> None:
    assert any(map(WORD.search, found(text))) or (found is of_page and list(found(text)))  # type: ignore[operator]


def test_drawings_say_nothing_of_their_own() -> None:
    files = list(TEMPLATES.rglob("*.typ"))
    said = {
        (file.relative_to(TEMPLATES).as_posix(), one)
        for file in files
        for one in of_typst(file.read_text("utf-8"))
        if WORD.search(one) and not NO_WORDS.fullmatch(one)
    }
    assert len(files) > 50 and said == set()


def test_scripts_say_nothing_of_their_own() -> None:
    files = list(TEMPLATES.rglob("*.js"))
    said = {
        (file.name, one)
        for file in files
        for one in of_script(file.read_text("utf-8"))
        if WORD.search(one) and not NO_WORDS.fullmatch(one)
    }
    assert len(files) > 8 and said == set()


def test_pages_say_nothing_of_their_own() -> None:
    files = [
        file
        for suffix in ("*.j2", "*.html")
        for file in TEMPLATES.rglob(suffix)
        if not file.name.endswith((".css.j2", ".js.j2"))
    ]
    said = {
        (file.relative_to(TEMPLATES).as_posix(), one)
        for file in files
        for one in of_page(file.read_text("utf-8"))
        if one not in NEUTRAL | {"CC", "BY"}
    }
    assert len(files) > 40 and said == set()


def test_pages_join_words_as_their_language_does() -> None:
    files = [*TEMPLATES.rglob("*.j2")]
    assert [file.name for file in files if 'join("")' in file.read_text("utf-8")] == []
