"""HTML of an editable document → PPTX: a slide a section, its notes from `aside`.

The templates (`templates/<kind>/pptx.html.j2`) write `section` elements. A section of the class
`title` is a title slide (h1 and p); of any other h2 is the title, ul and ol are its lines, p a line
without a mark, img a picture by its name, aside what the speaker says.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from typing import Any

import lxml.etree
import lxml.html
import pptx
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from handbill.kinds.base import characters
from handbill.render.open_xml import packed, set_properties, typeface_of
from handbill.words.languages import direction

WIDTH, HEIGHT = Inches(40 / 3), Inches(7.5)
"""16:9, as projectors and the screens of classrooms have it."""
TITLES_PT = (40, 36, 32, 28)
"""Of titles: the largest that stands in one line."""
COVER_PT, COVER_LINE_PT, LARGEST_PT, LEAST_PT = 54, 28, 44, 18
"""Of the first slide's title, of the line below that, of lines where there are few and where there are
many."""
BAND, EDGE = Inches(1.25), 91440
"""Height of the band behind a title; what a placeholder leaves free beside its text."""
ACROSS, DOWN = 11.5 * 72, 4.6 * 72
"""Room of the text of a slide, in points; a line takes 1.3 times its type."""
WRITE_IN = "＿" * 6
COVER, CONTENT, PICTURE = 0, 1, 5
"""Layouts of the template that python-pptx brings: title slide, title and content, title only."""


def slides(
    html: str,
    language: str,
    moment: datetime.datetime,
    look: Mapping[str, str],
    pictures: Mapping[str, bytes],
) -> bytes:
    """Return the PPTX of an HTML page.

    html: of a pptx.html.j2. language: a tag, for type and direction. moment: the date inside the
    file; the same input gives the same bytes. look: tone → #RRGGBB; titles stand on its `field`.
    pictures: name → PNG.
    """
    page = lxml.html.document_fromstring(html)
    deck = _Deck(pptx.Presentation(), language, look, pictures)
    for section in page.iter("section"):
        deck.slide(section)
    set_properties(
        deck.show.core_properties, page, page.findtext(".//title") or "", language, moment
    )
    package = deck.show.part.package
    return packed(package, package._rels, moment)


class _Deck:
    """Adds slides to a presentation."""

    def __init__(
        self, show: Any, language: str, look: Mapping[str, str], pictures: Mapping[str, bytes]
    ) -> None:
        self.show = show
        self._language = language
        self._rtl = direction(language) == "rtl"
        self._pictures = pictures
        self._widen()
        self._set_theme(language, look)
        self._frame()

    def _widen(self) -> None:
        """The template is 4:3: its placeholders are stretched with the slide."""
        across = WIDTH / self.show.slide_width
        down = HEIGHT / self.show.slide_height
        self.show.slide_width, self.show.slide_height = WIDTH, HEIGHT
        for holder in (self.show.slide_master, *self.show.slide_layouts):
            for shape in holder.shapes:
                if shape._element.find(".//" + qn("a:xfrm")) is not None:
                    shape.left, shape.width = (
                        round(shape.left * across),
                        round(shape.width * across),
                    )
                    shape.top, shape.height = round(shape.top * down), round(shape.height * down)

    def _set_theme(self, language: str, look: Mapping[str, str]) -> None:
        """Fonts and colours stand in the theme: who edits changes them once, for every slide."""
        face = typeface_of(language)
        part = self.show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme = lxml.etree.fromstring(part.blob)
        for scheme in ("majorFont", "minorFont"):
            fonts = theme.find(f".//{qn(f'a:{scheme}')}")
            for name, asked in (("latin", "ascii"), ("ea", "eastAsia"), ("cs", "cs")):
                fonts.find(qn(f"a:{name}")).set("typeface", face.head[asked])
        colours = theme.find(f".//{qn('a:clrScheme')}")
        for name, tone in (("dk1", "ink"), ("accent1", "field"), ("accent2", "red")):
            colour = colours.find(qn(f"a:{name}"))
            colour.clear()
            value = look[tone].lstrip("#")
            lxml.etree.SubElement(colour, qn("a:srgbClr")).set("val", value)
        part._blob = lxml.etree.tostring(theme, xml_declaration=True, encoding="UTF-8")

    def _frame(self) -> None:
        """Titles stand in a band of the campaign's colour, from edge to edge, and begin where the text
        does: once, in the master, where who edits changes it."""
        master = self.show.slide_master
        title, text, *_ = master.placeholders
        beside = text.left + Emu(EDGE)
        title.left, title.top, title.width, title.height = 0, 0, WIDTH, BAND
        fill = lxml.etree.SubElement(title._element.spPr, qn("a:solidFill"))
        lxml.etree.SubElement(fill, qn("a:schemeClr")).set("val", "accent1")
        inside = title._element.find(f".//{qn('a:bodyPr')}")
        inside.set("lIns", str(beside))
        inside.set("rIns", str(beside))
        style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
        style.set("algn", "r" if self._rtl else "l")

    def slide(self, section: Any) -> None:
        """Add one slide at the end."""
        classes = (section.get("class") or "").split()
        cover, picture = "title" in classes, section.find(".//img")
        layout = COVER if cover else CONTENT if picture is None else PICTURE
        slide = self.show.slides.add_slide(self.show.slide_layouts[layout])
        heading = section.find("h1") if cover else section.find("h2")
        points: float = COVER_PT if cover else _in_one_line(_said(heading))
        ground = MSO_THEME_COLOR.BACKGROUND_1
        frame = slide.shapes.title.text_frame
        self._write(frame, [(heading, False)], points, ground, bold=True)
        if cover:
            frame.paragraphs[0].alignment = PP_ALIGN.CENTER
            slide.background.fill.solid()
            slide.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        lines = [(one, one.tag == "li") for one in section.iter("li", "p") if not _in_notes(one)]
        if picture is not None:
            self._picture(slide, picture)
        else:
            frame = slide.placeholders[1].text_frame
            points = COVER_LINE_PT if cover else _fitting([_said(one) for one, _ in lines])
            self._write(frame, lines, points, ground if cover else None)
        notes = [one for aside in section.iter("aside") for one in aside.iter("p")]
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(_said(one) for one in notes)

    def _write(
        self,
        frame: Any,
        lines: list[tuple[Any, bool]],
        points: float,
        colour: MSO_THEME_COLOR | None,
        bold: bool = False,
    ) -> None:
        frame.auto_size, frame.word_wrap = MSO_AUTO_SIZE.NONE, True
        for index, (one, marked) in enumerate(lines):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            properties = paragraph._p.get_or_add_pPr()
            if self._rtl:
                properties.set("rtl", "1")
                properties.set("algn", "r")
            if not marked and not bold:
                properties.set("marL", "0")
                properties.set("indent", "0")
                lxml.etree.SubElement(properties, qn("a:buNone"))
            for text, strong in _runs(one):
                run = paragraph.add_run()
                run.text = text
                run.font.size = Pt(points)
                run.font.bold = bold or strong or None
                run._r.get_or_add_rPr().set("lang", self._language)
                if colour is not None:
                    run.font.color.theme_color = colour

    def _picture(self, slide: Any, picture: Any) -> None:
        content = self._pictures[picture.get("src")]
        with Image.open(io.BytesIO(content)) as image:
            ratio = image.width / image.height
        top = Inches(1.5)
        room, height = WIDTH - Inches(1), HEIGHT - top - Inches(0.3)
        width = min(room, round(height * ratio))
        height = round(width / ratio)
        shown = slide.shapes.add_picture(
            io.BytesIO(content), Emu((WIDTH - width) // 2), top, Emu(width), Emu(height)
        )
        shown._element.nvPicPr.cNvPr.set("descr", picture.get("alt") or "")


def _fitting(lines: list[str]) -> float:
    """The largest type in points at which lines fit below a title."""

    def height(points: float) -> float:
        across = ACROSS / points
        return sum(-(-max(characters(line), 1) // across) * points * 1.3 for line in lines)

    sizes = range(LARGEST_PT, LEAST_PT, -2)
    return next((one for one in sizes if height(one) <= DOWN), LEAST_PT)


def _in_one_line(title: str) -> float:
    return next((one for one in TITLES_PT if characters(title) * one <= ACROSS), TITLES_PT[-1])


def _in_notes(element: Any) -> bool:
    return any(one.tag == "aside" for one in element.iterancestors())


def _said(element: Any) -> str:
    return " ".join(element.text_content().split())


def _runs(element: Any) -> list[tuple[str, bool]]:
    """The text of a line in runs, each with whether it is strong; blanks are ruled."""
    runs = [(element.text or "", False)]
    for child in element:
        blank = "hb-blank" in (child.get("class") or "")
        runs.append((WRITE_IN if blank else child.text_content(), child.tag == "strong"))
        runs.append((child.tail or "", False))
    return [(" ".join(text.split("\n")), bold) for text, bold in runs if text.strip()]
