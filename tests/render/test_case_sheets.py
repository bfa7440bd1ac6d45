"""Case sheets of the flagship by geometry, in both languages: how long the lines of a verdict are, how
large the picture of a wide one is, and what no line parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pymupdf
import pytest
import yaml
from sample_sheets import MOMENT, TEMPLATES, Document
from test_english_sheets import english

from handbill.compose.sheets import sheet
from handbill.edition.edition import Edition
from handbill.load.templates import load_looks
from handbill.render.typst import SheetRenderer

WIDE = "2400x1200"
AMOUNTS = r"[一二三四五六七八九十]+[万亿]?(?:元|年|个月)|[0-9][0-9.]*[万亿]?余?[元年月日人层]"
LISTED = yaml.safe_load((TEMPLATES / "sheet/words-han.yml").read_text("utf-8"))[1:]
WORDS = re.compile("|".join((AMOUNTS, *LISTED)))


def cases(edition: Edition) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case sheet by its material, as its template reads it."""
    looks = load_looks().by_name
    for audience, material in edition.materials():
        if material.declared.prints_case and edition.has(audience, material):
            one = sheet(edition, audience, material, looks)
            assert one.pop("logos") == []
            yield material.id, {**one, "look": one["look"]["rgb"]}


def lines_of(page: pymupdf.Page) -> list[tuple[str, float, pymupdf.Rect]]:
    """Text, size and place of each line, from the top."""
    return [
        (
            "".join(span["text"] for span in line["spans"]).strip(),
            line["spans"][0]["size"],
            line["bbox"],
        )
        for block in page.get_text("dict", sort=True)["blocks"]
        for line in block.get("lines", ())
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wide_case_shows_its_picture_and_sets_its_verdict_in_long_lines(
    edition: Edition, renderer: SheetRenderer, document: Document, language: str
) -> None:
    drawn = dict(cases(edition if language == "zh" else english()))
    assert len(drawn) >= 6
    for name, one in drawn.items():
        pdf = renderer.pdf("case-sheet", document("case-sheet", one, size=WIDE), MOMENT)
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            page = opened[0]
            width, height = page.rect.width, page.rect.height
            # Grounds run over the trim; what is drawn small and left of the signs is the picture.
            parts = [
                path["rect"]
                for path in page.get_drawings()
                if path["rect"].width < 0.3 * width
                and 0.3 * width < path["rect"].x0 < path["rect"].x1 < 0.6 * width
            ]
            lines = lines_of(page)
        across = max(rect.x1 for rect in parts) - min(rect.x0 for rect in parts)
        down = max(rect.y1 for rect in parts) - min(rect.y0 for rect in parts)
        assert across * down >= 0.06 * width * height, (name, across / height, down / height)
        verdict = one["copy"]["case"]["results"][0]
        # Figures, labels, numbers to dial say a part of it, too.
        figures = {text for shown in one["copy"]["case"]["figures"] for text in shown.values()}
        rows = [said for said, *_ in lines if said in verdict and said not in {"110", *figures}]
        assert rows, name
        # Lines may end early with a clause; the measure is that of the longest.
        least = 12 if language == "zh" else 24
        assert len(max(rows, key=len)) >= least, (name, rows)


@pytest.mark.parametrize("size", ["A4", "900x1200", WIDE])
def test_no_line_of_a_case_parts_an_amount_or_a_word_of_law(
    edition: Edition, renderer: SheetRenderer, document: Document, size: str
) -> None:
    for name, one in cases(edition):
        pdf = renderer.pdf("case-sheet", document("case-sheet", one, size=size), MOMENT)
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            lines = [said for said, *_ in lines_of(opened[0])]
        for text in (one["copy"]["case"]["done"], *one["copy"]["case"]["results"]):
            for word in WORDS.findall(text):
                assert any(word in line for line in lines), (name, size, word)
            # Each part of the text between two ends of lines holds its words whole.
            ends, rest = set(), text
            for line in lines:
                if rest.startswith(line):
                    rest = rest.removeprefix(line).lstrip()
                    ends.add(len(text) - len(rest))
            for found in WORDS.finditer(text):
                parted = [end for end in ends if found.start() < end < found.end()]
                assert not parted, (name, size, found.group())
