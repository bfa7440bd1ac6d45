"""HTML of an editable file becomes what its elements say, in any language, the same each time."""

from __future__ import annotations

import datetime
import io
from typing import Any

import docx
import pptx
import pytest
from docx.oxml.ns import qn

from handbill.render.slides import LEAST_PT, slides
from handbill.render.word import word_document

MOMENT = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
LOOK = {"ink": "#10233F", "field": "#0B5D5E", "red": "#D7261E"}
BLANK = '<span class="hb-blank"><span class="hb-blank-word">…</span></span>'


def made(body: str, language: str = "zh-CN") -> Any:
    html = (
        "<html><head><title>题</title></head>"
        f"<body data-width='210' data-height='297' data-pt='14'>{body}</body></html>"
    )
    first = word_document(html, language, MOMENT)
    assert word_document(html, language, MOMENT) == first
    return docx.Document(io.BytesIO(first))


def shown(body: str, language: str = "zh-CN") -> Any:
    html = f"<html><head><title>题</title></head><body>{body}</body></html>"
    first = slides(html, language, MOMENT, LOOK, {})
    assert slides(html, language, MOMENT, LOOK, {}) == first
    return pptx.Presentation(io.BytesIO(first))


def test_each_numbered_list_begins_with_one() -> None:
    document = made("<ol><li>甲</li><li>乙</li></ol><p>间</p><ol><li>丙</li></ol>")
    numbers = [
        one._p.pPr.numPr.numId.val for one in document.paragraphs if one.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_blank_is_a_ruled_run_and_nothing_is_said_in_it() -> None:
    [paragraph] = made(f"<p>电话{BLANK}。</p>").paragraphs
    [ruled] = [run for run in paragraph.runs if run.underline]
    assert ruled.text.strip() == ""
    assert paragraph.text.replace(ruled.text, "") == "电话。"


def test_a_new_page_begins_with_its_first_paragraph() -> None:
    """A break in a paragraph of its own would leave a page empty after one that is full."""
    paragraphs = made("<p>甲</p><hr><h2>回执</h2><p>乙</p>").paragraphs
    assert [one.text for one in paragraphs] == ["甲", "回执", "乙"]
    assert [bool(one.paragraph_format.page_break_before) for one in paragraphs] == [0, 1, 0]
    [below, title] = made("<table><tr><td>110</td></tr></table><hr><h2>回执</h2>").paragraphs
    assert below.paragraph_format.page_break_before and below.text == ""
    assert not title.paragraph_format.page_break_before


def test_fields_by_halves_stand_two_in_a_row() -> None:
    body = "<dl><dt>甲</dt><dd class='half'></dd><dt>乙</dt><dd class='half'></dd><dt>丙</dt><dd></dd></dl>"
    [table] = made(body).tables
    assert [len({cell._tc for cell in row.cells}) for row in table.rows] == [4, 2]


@pytest.mark.parametrize(("language", "mirrored"), [("ar", True), ("ur", True), ("en", False)])
def test_a_language_from_right_to_left_is_set_so(language: str, mirrored: bool) -> None:
    document = made("<p>one</p><table><tr><td>two</td></tr></table>", language)
    assert bool(list(document.element.iter(qn("w:bidi")))) == mirrored
    assert bool(list(document.element.iter(qn("w:bidiVisual")))) == mirrored
    show = shown("<section><h2>one</h2><ul><li>two</li></ul></section>", language)
    [slide] = show.slides
    assert (slide.placeholders[1].text_frame.paragraphs[0]._p.pPr.get("rtl") == "1") == mirrored


def test_latin_letters_in_chinese_are_no_chinese() -> None:
    spoken = next(made("<p>打12315</p>").styles.element.iter(qn("w:lang")))
    assert spoken.get(qn("w:val")) == "en-US"
    assert spoken.get(qn("w:eastAsia")) == "zh-CN"


def test_an_element_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="<video>"):
        made("<video></video>")


def test_few_lines_are_large_and_many_still_readable() -> None:
    few = shown("<section><h2>题</h2><ul><li>一句</li></ul></section>")
    many = shown(f"<section><h2>题</h2><ul>{'<li>一句很长的话，说了又说</li>' * 12}</ul></section>")
    sizes = [
        show.slides[0].placeholders[1].text_frame.paragraphs[0].runs[0].font.size.pt
        for show in (few, many)
    ]
    assert sizes[0] > sizes[1] >= LEAST_PT


def test_what_the_speaker_says_is_in_the_notes_alone() -> None:
    show = shown("<section><h2>题</h2><p>看的</p><aside><p>说的</p></aside></section>")
    [slide] = show.slides
    assert "说的" not in slide.placeholders[1].text_frame.text
    assert slide.notes_slide.notes_text_frame.text == "说的"
