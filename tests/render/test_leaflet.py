"""A folding proof: the faces of a leaflet, read back from its PDF, lie right once it is folded."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pikepdf
import pymupdf
import pytest

from handbill.load.templates import load_preset
from handbill.render.typst import SheetRenderer

from .conftest import COPY, MOMENT, TEMPLATES, Document

MM = 25.4 / 72
SIZES = tuple(load_preset("leaflet", TEMPLATES).sizes)
COVER, BACK, FLAP = "鸡蛋免费", "电话与地点", "先做一个小自测"
LEFT, MIDDLE, RIGHT = (face["title"] for face in COPY["leaflet"]["inside"])
FOLD_SAFE = 5.0


@dataclass(frozen=True)
class Leaf:
    """A printed leaflet. faces: widths on the outer side from the left, mm. words: of a page, as
    text with its left and right edge in mm from the trim."""

    faces: tuple[float, float, float]
    words: tuple[list[tuple[str, float, float]], list[tuple[str, float, float]]]

    def face_of(self, page: int, text: str) -> int:
        """Which face of a page (0 is the left) holds a text."""
        [(left, right)] = [(left, right) for word, left, right in self.words[page] if text in word]
        edge = 0.0
        for number, width in enumerate(self.widths(page)):
            if left >= edge and right <= edge + width:
                return number
            edge += width
        raise AssertionError(f"{text} crosses a fold")

    def widths(self, page: int) -> tuple[float, float, float]:
        """Widths of the faces of a page; the inner side is the mirror of the outer."""
        left, middle, right = self.faces
        return self.faces if page == 0 else (right, middle, left)

    def folds(self, page: int) -> list[float]:
        """Places of the folds, mm from the left of the trim."""
        first, second, _ = self.widths(page)
        return [first, first + second]


@pytest.fixture(params=SIZES)
def leaf(request: pytest.FixtureRequest, renderer: SheetRenderer, document: Document) -> Leaf:
    size: str = request.param
    pdf = renderer.pdf("leaflet", document("leaflet", size=size, edition="press"), MOMENT)
    marks = fold_marks(pdf)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        pages = []
        for page in opened:
            corner = page.trimbox.x0
            lines = [line for block in page.get_text("dict")["blocks"]
                     for line in block.get("lines", ())]
            pages.append([("".join(span["text"] for span in line["spans"]),
                           (line["bbox"][0] - corner) * MM, (line["bbox"][2] - corner) * MM)
                          for line in lines
                          if page.trimbox.y0 < line["bbox"][1] < page.trimbox.y1])
    width = load_preset("leaflet", TEMPLATES).sizes[size].width
    first, second = marks[0]
    assert marks[1] == pytest.approx([width - second, width - first], abs=0.01)
    return Leaf((first, second - first, width - second), (pages[0], pages[1]))


def fold_marks(pdf: bytes) -> list[list[float]]:
    """Places of the dashed vertical lines outside the trim, by page, in mm from its left."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened, pymupdf.open(stream=pdf, filetype="pdf") as drawn:
        for page, shapes in zip(opened.pages, drawn, strict=True):
            corner = float(page.trimbox[0])
            dashed = [shape for shape in shapes.get_drawings()
                      if shape.get("dashes", "[] 0") not in ("", "[] 0")]
            found.append(sorted({round((shape["rect"].x0 - corner) * MM, 2) for shape in dashed
                                 if shape["rect"].width < 1 and shape["rect"].height > 3}))
    return found


def test_the_flap_is_narrower_and_the_others_are_equal(leaf: Leaf) -> None:
    flap, back, cover = leaf.faces
    assert back == pytest.approx(cover, abs=0.01)
    assert 1 <= cover - flap <= 3.01


def test_faces_lie_where_the_folds_bring_them(leaf: Leaf) -> None:
    """As it lies in the hand: the outer side from the left, then the inner one."""
    names = {(0, COVER): "C", (0, BACK): "B", (0, FLAP): "F",
             (1, LEFT): "1", (1, MIDDLE): "2", (1, RIGHT): "3"}
    drawn = [["?"] * 3, ["?"] * 3]
    for (page, text), name in names.items():
        drawn[page][leaf.face_of(page, text)] = name
    assert ["|".join(row) for row in drawn] == [
        "F|B|C",
        "1|2|3",
    ]
    # Turned over along the upright edge, the cover has the first inner face behind it, and the
    # flap the third: opened like a book, one reads cover, 1 and flap, then 1, 2, 3.
    behind = {drawn[0][2 - place]: drawn[1][place] for place in range(3)}
    assert behind == {"C": "1", "B": "2", "F": "3"}


def test_what_lies_back_to_back_is_equally_wide(leaf: Leaf) -> None:
    assert leaf.widths(1) == leaf.widths(0)[::-1]


def test_no_line_comes_near_a_fold(leaf: Leaf) -> None:
    for page in (0, 1):
        for text, left, right in leaf.words[page]:
            if not text.strip():
                continue
            for fold in leaf.folds(page):
                assert right <= fold - FOLD_SAFE + 0.6 or left >= fold + FOLD_SAFE - 0.6, text


def test_the_office_edition_has_no_marks(renderer: SheetRenderer, document: Document) -> None:
    assert fold_marks(renderer.pdf("leaflet", document("leaflet"), MOMENT)) == [[], []]


def test_a_face_that_holds_too_much_is_refused(
        renderer: SheetRenderer, document: Document, sheet: Any) -> None:
    from handbill.problems import ProblemsFound

    inside = [dict(face) for face in COPY["leaflet"]["inside"]]
    full = {**inside[0], "blocks": [*inside[0]["blocks"], *inside[0]["blocks"]]}
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("leaflet", document("leaflet", sheet("leaflet", copy={
            "inside": [full, *inside[1:]]})), MOMENT)
    [problem] = caught.value.problems
    assert problem.code == "E707" and problem.details["block"] == "face"
