"""HTML of an editable file becomes what its elements say, in any language, the same each time."""

from __future__ import annotations

import datetime
import io
from typing import Any

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from pptx.oxml.ns import qn as qn_pptx

from handbill.render.slides import LEAST_PT, TITLES_PT, slides
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


@pytest.mark.parametrize(("language", "fixed"), [("zh-CN", True), ("ja", True), ("en", False)])
def test_lines_of_han_stand_apart_by_a_fixed_distance(language: str, fixed: bool) -> None:
    """What a font of Han says of its height differs by half: the same letter took one page or two."""
    document = made("<h1>题</h1><p>字</p><table><tr><td>110</td></tr></table>", language)
    for name in ("Normal", "Title", "Heading 1", "Footer", "Caption"):
        style = document.styles[name]
        spacing = style.paragraph_format.line_spacing
        assert isinstance(spacing, Length) == fixed, name
        assert not fixed or spacing.pt >= 1.35 * style.font.size.pt, "no line cuts another"
    [cell] = document.tables[0].rows[0].cells
    assert isinstance(cell.paragraphs[0].paragraph_format.line_spacing, Length) == fixed


def test_tables_begin_where_the_text_does_and_the_page_has_its_number() -> None:
    document = made("<table><tr><td>110</td></tr></table><footer><p>有效期至</p></footer>")
    table, section = document.tables[0], document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(column.width for column in table.columns) - room) < Mm(0.1)
    left = table.style.element.find(f".//{qn('w:tblCellMar')}/{qn('w:left')}").get(qn("w:w"))
    assert table._tblPr.find(qn("w:tblInd")).get(qn("w:w")) == left
    said, number = section.footer.paragraphs
    assert said.text == "有效期至" and "PAGE" in number._p.xml and "PAGE" not in said._p.xml


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


def test_titles_stand_in_one_line_in_a_band_of_the_masters() -> None:
    show = shown(
        "<section class='title'><h1>题</h1><p>甲</p></section><section><h2>题</h2></section>"
        "<section><h2>停得早、说得早，依法可以从轻，也可以问律师，不收钱</h2></section>"
    )
    title = next(iter(show.slide_master.placeholders))
    assert (title.left, title.top, title.width) == (0, 0, show.slide_width)
    assert title._element.spPr.find(f"{qn_pptx('a:solidFill')}/*").get("val") == "accent1"
    sizes = [one.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt for one in show.slides]
    assert sizes[1] == TITLES_PT[0] > sizes[2] >= TITLES_PT[-1]


def test_what_the_speaker_says_is_in_the_notes_alone() -> None:
    show = shown("<section><h2>题</h2><p>看的</p><aside><p>说的</p></aside></section>")
    [slide] = show.slides
    assert "说的" not in slide.placeholders[1].text_frame.text
    assert slide.notes_slide.notes_text_frame.text == "说的"
