"""What people go on writing in: documents and slides with the words of the sheet, opened by another
program as by ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pptx
import pylopdf_fonts_zh_cn
import pymupdf
import pytest

from handbill.edition.edition import Audience, Edition
from handbill.kinds.base import MaterialBase

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MOST_PAGES = {
    "letter": (2, 2),
    "notice": (1, 2),
    "pledge": (1, 1),
    "form": (1, 2),
    "checklist": (1, 2),
    "script": (2, 2),
}
"""Of the flagship's sheets of a kind, in the type of a word processor: in Chinese, in English."""
WRITTEN_IN = re.compile(r"[\s\ue000＿_☐•·]+")


def solid(text: str) -> str:
    """Text without spaces, blanks and marks of lists."""
    return WRITTEN_IN.sub("", text)


def editable(edition: Edition) -> list[tuple[Audience, MaterialBase, str]]:
    return [
        (audience, material, one)
        for audience, material in edition.materials()
        for one in material.declared.editable
    ]


def words_of_document(file: Path) -> str:
    """All words of a DOCX in their order, tables in their place."""
    document = docx.Document(str(file))
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [cell.text for row in block.rows for cell in dict.fromkeys(row.cells)]
        else:
            found.append(block.text)
    return "\n".join(found)


def words_of_slides(file: Path, notes: bool = True) -> str:
    """All words of a PPTX, notes after their slide."""
    found = []
    for slide in pptx.Presentation(str(file)).slides:
        found += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        if notes and slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def test_every_word_of_the_copy_stands_in_the_file_to_edit(built: Path, edition: Edition) -> None:
    found = editable(edition)
    assert {(one.kind, suffix) for _, one, suffix in found} >= {
        (kind, "docx") for kind in (*MOST_PAGES, "lesson")
    } | {("lesson", "pptx"), ("board", "pptx")}
    for _, material, suffix in found:
        file = built / "m" / material.id / f"{material.id}.{suffix}"
        said = solid((words_of_document if suffix == "docx" else words_of_slides)(file))
        for one in material.declared.texts(material):
            elsewhere = one.name == "title" or (one.field and one.field.spoken)
            assert elsewhere or solid(one.text) in said, (file.name, one.name, one.text)


def test_a_document_is_set_in_styles_on_the_paper_of_its_sheet(built: Path) -> None:
    for name, heading in (("communities-letter", "一、"), ("schools-lesson", "目标")):
        document = docx.Document(str(built / "m" / name / f"{name}.docx"))
        styles = {part.style.name for part in document.paragraphs}
        assert {"Title", "Heading 1", "Normal"} <= styles
        [section] = document.sections
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert any(
            part.style.name == "Heading 1" and part.text.startswith(heading)
            for part in document.paragraphs
        )
        assert "有效期至" in section.footer.paragraphs[0].text
        assert "样张" in section.header.paragraphs[1].text
        assert document.core_properties.title
        assert document.core_properties.language == "zh-CN"


def test_packs_for_offices_hold_them_and_pages_lead_to_them(
    built: Path, edition: Edition, pages: dict[str, str]
) -> None:
    for audience, material, suffix in editable(edition):
        with zipfile.ZipFile(built / "packs" / f"{audience.id}-office.zip") as archive:
            office = any(material.declared.sizes[one].office for one in material.sizes)
            assert (f"可编辑/{material.id}.{suffix}" in archive.namelist()) or not office
        assert f'href="{material.id}.{suffix}" download' in pages[f"m/{material.id}/index.html"]


@pytest.fixture(scope="module")
def opened(
    built: Path, edition: Edition, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """PDFs that LibreOffice makes: of each kind the file with the most words, by name."""
    folder = tmp_path_factory.mktemp("opened")
    largest: dict[tuple[str, str], Path] = {}
    for _, material, suffix in editable(edition):
        for prefix in ("", "en/"):
            file = built / prefix / "m" / material.id / f"{material.id}.{suffix}"
            key = (f"{material.kind}-en" if prefix else material.kind, suffix)
            if file.exists() and (key not in largest or _heavier(file, largest[key])):
                largest[key] = file
    for (kind, suffix), file in largest.items():
        shutil.copy(file, folder / f"{kind}-{suffix}.{suffix}")
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(Path(pylopdf_fonts_zh_cn.__file__).parent))}</dir>"
        f"<dir>/usr/share/fonts</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        "</fontconfig>",
        encoding="utf-8",
    )
    environment = {**os.environ, "HOME": str(folder), "FONTCONFIG_FILE": str(fonts)}
    files = sorted(str(one) for one in folder.iterdir() if one.suffix in (".docx", ".pptx"))
    subprocess.run(
        [OFFICE or "", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        env=environment,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {Path(one).name: Path(one).with_suffix(".pdf") for one in files}


def _without_margins(page: pymupdf.Page, source: Path) -> str:
    """The words of a page without those at its head and foot, and without its number."""
    text = solid(page.get_text())
    if source.suffix == ".docx":
        [section] = docx.Document(str(source)).sections
        for part in (section.header, section.footer):
            margin = solid("".join(one.text for one in part.paragraphs))
            assert margin in text, (source.name, margin)
            counted = margin + str(page.number + 1)
            text = text.replace(counted if counted in text else margin, "")
    return text


def _heavier(one: Path, other: Path) -> bool:
    return one.stat().st_size > other.stat().st_size


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_another_program_opens_them_with_the_same_words(opened: dict[str, Path]) -> None:
    assert len(opened) >= 9
    for name, pdf in opened.items():
        with pymupdf.open(pdf) as document:
            shown = "".join(_without_margins(page, pdf.parent / name) for page in document)
            pages = document.page_count
        source = pdf.parent / name
        if name.endswith(".docx"):
            said = words_of_document(source)
            named = name.removesuffix("-docx.docx")
            most = MOST_PAGES.get(named.removesuffix("-en"), (4, 4))
            assert pages <= most[named.endswith("-en")], name
        else:
            said = words_of_slides(source, notes=False)
            assert pages == len(pptx.Presentation(str(source)).slides), name
        for line in filter(None, (solid(one) for one in said.splitlines())):
            assert line in shown, (name, line)
