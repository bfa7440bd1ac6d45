"""HTML of an editable document → DOCX, with the styles that a word processor lists.

The templates (`templates/<kind>/docx.html.j2`) write plain HTML: h1 to h3, p, ul, ol, table, dl,
strong, em, br, hr. A class says what a paragraph is where its element does not: `text` (indented as
Chinese prose is), `end` (a signature), `lead`, `note`. `dl` is a form: each dt a label, each dd a
field to type into, two in a row where both have the class `half`. `footer` goes to the foot of
every page, `header` to its head.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import docx
import lxml.html
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from handbill.render.open_xml import EAST, LATIN, Typeface, packed, set_properties, typeface_of
from handbill.words.languages import direction, script_of

MARGIN_MM = 25.0
"""At every edge, where a document names none; GB/T 9704 has more at the head, which a letter of one page
lacks."""
BODY_PT = 12.0
SIZES = {"Title": 1.75, "Heading 1": 1.25, "Heading 2": 1.1, "Heading 3": 1.0, "Subtitle": 1.0}
"""Of the styles of headings, in body sizes."""
ROW_MM = 11.0
"""Height of the rows of a form: a hand can write in them, too."""
NOTE = 0.8
"""Of notes, header and footer, in body sizes."""
TWO_CHARACTERS = "200"
"""Indent of the first line, in hundredths of a character."""
TOGETHER = 8
"""Rows of a table that is not parted over pages."""
TICK = "☐ "
LEADING, HEADING, CELL = (1.7, 1.4), (1.5, 1.2), (1.4, 1.15)
"""Distance of lines: of Han in sizes of the type, of other scripts in heights of the font's lines."""
BESIDE_WORDS = 108
"""What tables of the template leave free beside the words of a cell, in twentieths of a point."""
WRITE_IN = "\u3000" * 8
"""What stands underlined where something is to be typed or written."""
_ALIGN = {"end": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}


def word_document(html: str, language: str, moment: datetime.datetime) -> bytes:
    """Return the DOCX of an HTML page.

    html: of a docx.html.j2; `data-width` and `data-height` of its body are the paper in mm,
    `data-margin` its margins, `data-pt` the size of its text. language: a tag, for spelling, type
    and direction. moment: the date inside the file; the same input gives the same bytes.
    """
    page = lxml.html.document_fromstring(html)
    body = page.body
    writer = _Writer(docx.Document(), language, float(body.get("data-pt") or BODY_PT))
    margin = float(body.get("data-margin") or MARGIN_MM)
    writer.set_paper(float(body.get("data-width")), float(body.get("data-height")), margin)
    for element in body:
        writer.block(element)
    title = page.findtext(".//title") or ""
    set_properties(writer.document.core_properties, page, title, language, moment)
    package = writer.document.part.package
    return packed(package, package.rels, moment)


class _Writer:
    """Writes blocks at the end of a document."""

    def __init__(self, document: Document, language: str, points: float) -> None:
        self.document = document
        self._rtl = direction(language) == "rtl"
        self._indents = script_of(language) in ("Hans", "Hant")
        self._fixed = script_of(language) in EAST
        self._points = points
        self._lists = 0
        self._on_new_page = False
        self._set_styles(language)

    def set_paper(self, width: float, height: float, margin: float) -> None:
        """Set the paper and its margins, mm."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.top_margin = section.bottom_margin = Mm(margin)
        section.left_margin = section.right_margin = Mm(margin)
        section.header_distance = section.footer_distance = Mm(margin / 2)
        if self._rtl:
            section._sectPr.append(OxmlElement("w:bidi"))

    def _set_styles(self, language: str) -> None:
        styles, face = self.document.styles, typeface_of(language)
        defaults = styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
        spoken = defaults.find(qn("w:lang"))
        # Between Latin letters and digits, too, a program breaks lines as their language does.
        of_latin = LATIN if script_of(language) in EAST else language
        for part, tag in (("val", of_latin), ("eastAsia", language), ("bidi", language)):
            spoken.set(qn(f"w:{part}"), tag)
        _set_fonts(defaults, face, face.text)
        normal = styles["Normal"]
        normal.font.size = Pt(self._points)
        _set_fonts(normal.element.get_or_add_rPr(), face, face.text)
        normal.paragraph_format.space_after = Pt(self._points * 0.4)
        normal.paragraph_format.line_spacing = self._leading(self._points, LEADING)
        for name, factor in {**SIZES, "Header": NOTE, "Footer": NOTE, "Caption": NOTE}.items():
            style = styles[name]
            style.font.size = Pt(round(self._points * factor * 2) / 2)
            style.paragraph_format.line_spacing = self._leading(style.font.size.pt, HEADING)
            style.font.color.rgb = None
            style.font.italic = False
            style.font.bold = name in SIZES and name != "Subtitle"
            family = face.text if name in ("Header", "Footer", "Caption", "Subtitle") else face.head
            _set_fonts(style.element.get_or_add_rPr(), face, family)
        title = styles["Title"]
        title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for border in title.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break
        for name in ("Heading 1", "Heading 2"):
            styles[name].paragraph_format.space_before = Pt(self._points * 0.8)
            styles[name].paragraph_format.keep_with_next = True

    def _leading(self, points: float, leading: tuple[float, float]) -> Any:
        """Distance of lines. Fonts of Han differ by half in the height that they say of themselves, so
        that the same words would take one page or two; there it is fixed, as offices do."""
        return Pt(round(points * leading[0] * 2) / 2) if self._fixed else leading[1]

    def block(self, element: Any) -> None:
        """Write one element at the end."""
        match element.tag:
            case "h1":
                self._paragraph(element, "Title")
            case "h2" | "h3":
                self._paragraph(element, f"Heading {int(element.tag[1]) - 1}")
            case "p":
                self._paragraph(element, *_style_of(element))
            case "ul" | "ol":
                self._list(element)
            case "table":
                self._table(element)
            case "dl":
                self._form(element)
            case "hr":
                self._break()
            case "header" | "footer":
                self._margin(element)
            case "section" | "article" | "div":
                for child in element:
                    self.block(child)
            case str():
                raise ValueError(f"<{element.tag}> has no place in a document")

    def _break(self) -> None:
        """Begin a page with what comes next, or with the room below a table: a break that is a
        paragraph of its own would leave a page empty after one that is full."""
        last = self.document.paragraphs[-1:]
        before = last[0]._p.getprevious() if last else None
        if before is not None and before.tag == qn("w:tbl"):
            last[0].paragraph_format.page_break_before = True
        else:
            self._on_new_page = True

    def _paragraph(self, element: Any, style: str, align: str = "", to: Any = None) -> Paragraph:
        paragraph: Paragraph = (to or self.document).add_paragraph(style=style)
        self._direct(paragraph)
        if self._on_new_page:
            paragraph.paragraph_format.page_break_before = True
            self._on_new_page = False
        if align in _ALIGN:
            paragraph.alignment = _ALIGN[align]
        if "text" in _classes(element) and self._indents:
            indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
            indent.set(qn("w:firstLineChars"), TWO_CHARACTERS)
            # LibreOffice reads this one, in twentieths of a point.
            indent.set(qn("w:firstLine"), str(round(2 * self._points * 20)))
        self._runs(paragraph, element)
        return paragraph

    def _direct(self, paragraph: Paragraph) -> None:
        if self._rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))

    def _runs(
        self, paragraph: Paragraph, element: Any, bold: bool = False, em: bool = False
    ) -> None:
        self._run(paragraph, element.text, bold, em)
        for child in element:
            if child.tag == "br":
                paragraph.add_run().add_break()
            elif "hb-blank" in _classes(child):
                paragraph.add_run(WRITE_IN).underline = True
            elif isinstance(child.tag, str):
                strong, slanted = child.tag == "strong", child.tag == "em"
                self._runs(paragraph, child, bold or strong, em or slanted)
            self._run(paragraph, child.tail, bold, em)

    def _run(self, paragraph: Paragraph, text: str | None, bold: bool, em: bool) -> None:
        said = " ".join((text or "").split("\n"))
        if not said.strip(" "):
            said = " " if said and paragraph.runs and text and "\n" not in text else ""
        if said:
            run = paragraph.add_run(said)
            run.bold, run.italic = bold or None, em or None
            run.font.rtl = self._rtl or None

    def _list(self, element: Any) -> None:
        ticked = "tick" in _classes(element)
        numbered = element.tag == "ol"
        style = "Normal" if ticked else "List Number" if numbered else "List Bullet"
        number = self._numbering() if numbered else None
        for item in element.iter("li"):
            paragraph = self.document.add_paragraph(TICK if ticked else "", style=style)
            self._direct(paragraph)
            self._runs(paragraph, item)
            if number is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number
            for _ in range(int(element.get("data-lines") or 0)):
                self._rule_to_write_on()

    def _numbering(self) -> int:
        """A list that begins with one: Word would go on counting from the list before."""
        numbering = self.document.part.numbering_part.element
        first = self.document.styles["List Number"].element.pPr.numPr.numId.val
        abstract = next(one for one in numbering.num_lst if one.numId == first).abstractNumId.val
        made = numbering.add_num(abstract)
        made.add_lvlOverride(0).add_startOverride(1)
        return int(made.numId)

    def _rule_to_write_on(self) -> None:
        paragraph = self.document.add_paragraph()
        borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808080")):
            rule.set(qn(f"w:{name}"), value)
        borders.append(rule)
        paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:jc")

    def _table(self, element: Any) -> None:
        rows = list(element.iter("tr"))
        columns = max(len(row) for row in rows)
        table = self._grid(len(rows), columns, [float(x) for x in _shares(element, columns)])
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, said in zip(row.cells, cells, strict=False):
                self._cell(cell, said, said.tag == "th")
            if all(one.tag == "th" for one in cells):
                heading = OxmlElement("w:tblHeader")
                row._tr.get_or_add_trPr().append(heading)
        self._close(table)

    def _form(self, element: Any) -> None:
        """A table to type into: label, field, label, field."""
        pairs = list(zip(element.iter("dt"), element.iter("dd"), strict=True))
        rows: list[list[tuple[Any, Any]]] = []
        for pair in pairs:
            half = "half" in _classes(pair[1])
            if half and rows and len(rows[-1]) == 1 and "half" in _classes(rows[-1][0][1]):
                rows[-1].append(pair)
            else:
                rows.append([pair])
        table = self._grid(len(rows), 4, [22, 28, 22, 28])
        for row, found in zip(table.rows, rows, strict=True):
            cells = [row.cells[0], row.cells[1], row.cells[2], row.cells[3]]
            if len(found) == 1:
                cells[1].merge(cells[3])
            row.height = Mm(ROW_MM)
            said = [part for pair in found for part in pair]
            for cell, part in zip(cells, said, strict=False):
                self._cell(cell, part, part.tag == "dt")
        self._close(table)

    def _cell(self, cell: Any, said: Any, bold: bool) -> None:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = self._leading(self._points, CELL)
        self._direct(paragraph)
        self._runs(paragraph, said, bold)

    def _close(self, table: Table) -> None:
        """Keep the rows whole, a short table on one page, and room below it."""
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for row in table.rows[:-1] if len(table.rows) <= TOGETHER else ():
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        below = self.document.add_paragraph()
        below.paragraph_format.space_after = Pt(0)
        below.paragraph_format.line_spacing = 0.6

    def _grid(self, rows: int, columns: int, shares: list[float]) -> Table:
        section = self.document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
        table: Table = self.document.add_table(rows, columns, style="Table Grid")
        table.autofit = False
        # Else its first rule stands left of the text by what is free beside a cell's words.
        indent = OxmlElement("w:tblInd")
        indent.set(qn("w:w"), str(BESIDE_WORDS))
        indent.set(qn("w:type"), "dxa")
        table._tblPr.insert_element_before(indent, "w:tblLayout", "w:tblLook")
        if self._rtl:
            table._tblPr.append(OxmlElement("w:bidiVisual"))
        for column, share in zip(table.columns, shares, strict=True):
            width = round(room * share / sum(shares))
            column.width = width
            for cell in column.cells:
                cell.width = width
        return table

    def _margin(self, element: Any) -> None:
        section = self.document.sections[0]
        part = section.header if element.tag == "header" else section.footer
        for index, child in enumerate(element):
            first = part.paragraphs[0]
            paragraph = part.add_paragraph(style=first.style) if index else first
            self._direct(paragraph)
            self._runs(paragraph, child)
        if element.tag == "footer":
            self._page_number(part.add_paragraph(style=part.paragraphs[0].style))

    def _page_number(self, paragraph: Paragraph) -> None:
        """The number of the page at the end of a line of its own, as a field that the program counts."""
        self._direct(paragraph)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run()
        for kind, said in (("begin", ""), ("", "PAGE"), ("end", "")):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            part.text = said or None
            run._r.append(part)


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _style_of(element: Any) -> tuple[str, str]:
    """The style and the alignment of a paragraph, by its class."""
    classes = _classes(element)
    style = "Caption" if "note" in classes else "Subtitle" if "lead" in classes else "Normal"
    return style, next(iter(classes & _ALIGN.keys()), "")


def _shares(element: Any, columns: int) -> Iterable[float]:
    """Widths of columns in relation to one another, from `data-columns`."""
    given = (element.get("data-columns") or "").split()
    return [float(one) for one in given] if len(given) == columns else [1.0] * columns


def _set_fonts(properties: Any, face: Typeface, family: Mapping[str, str]) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for part, font in family.items():
        fonts.set(qn(f"w:{part}"), font)
