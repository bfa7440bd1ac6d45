"""A folding proof: the faces of a leaflet, read back from its PDF, lie right once it is folded."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pymupdf
import pytest
from sample_sheets import COPY, KINDS, MOMENT, Document, Sheet

from handbill.render.typst import SheetRenderer

MM = 25.4 / 72
SIZES = tuple(KINDS["leaflet"].sizes)
COVER, BACK, FLAP = "工作好找", "电话与地点", "先做一个小自测"
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
    return read(renderer, document, request.param)


def read(renderer: SheetRenderer, document: Document, size: str) -> Leaf:
    """A leaflet of the sample copy, from its press PDF."""
    pdf = renderer.pdf("leaflet", document("leaflet", size=size, edition="press"), MOMENT)
    marks = fold_marks(pdf)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        pages = []
        for page in opened:
            corner = page.trimbox.x0
            lines = [
                line
                for block in page.get_text("rawdict")["blocks"]
                for line in block.get("lines", ())
            ]
            pages.append(
                [
                    (text_of(line), (ink_start(line) - corner) * MM, (ink_end(line) - corner) * MM)
                    for line in lines
                    if page.trimbox.y0 < line["bbox"][1] < page.trimbox.y1
                ]
            )
    width = KINDS["leaflet"].sizes[size].width
    first, second = marks[0]
    assert marks[1] == pytest.approx([width - second, width - first], abs=0.01)
    return Leaf((first, second - first, width - second), (pages[0], pages[1]))


def text_of(line: dict[str, Any]) -> str:
    return "".join(one["c"] for span in line["spans"] for one in span["chars"])


def ink_start(line: dict[str, Any]) -> float:
    """Left edge of a line in pt. A bracket that opens has ink in its right half alone."""
    span = line["spans"][0]
    first = span["chars"][0]
    return float(
        first["bbox"][2] - 0.5 * span["size"] if first["c"] in "《（“" else line["bbox"][0]
    )


def ink_end(line: dict[str, Any]) -> float:
    """Right edge of a line in pt. A mark at its end has ink in its left half alone."""
    span = line["spans"][-1]
    last = span["chars"][-1]
    return float(
        last["bbox"][0] + 0.5 * span["size"]
        if last["c"] in "，。；：、！？）》”"
        else line["bbox"][2]
    )


def fold_marks(pdf: bytes) -> list[list[float]]:
    """Places of the dashed vertical lines outside the trim, by page, in mm from its left."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened, pymupdf.open(stream=pdf, filetype="pdf") as drawn:
        for page, shapes in zip(opened.pages, drawn, strict=True):
            corner = float(page.trimbox[0])
            dashed = [
                shape
                for shape in shapes.get_drawings()
                if shape.get("dashes", "[] 0") not in ("", "[] 0")
            ]
            found.append(
                sorted(
                    {
                        round((shape["rect"].x0 - corner) * MM, 2)
                        for shape in dashed
                        if shape["rect"].width < 1 and shape["rect"].height > 3
                    }
                )
            )
    return found


def test_the_flap_is_narrower_and_the_others_are_equal(leaf: Leaf) -> None:
    flap, back, cover = leaf.faces
    assert back == pytest.approx(cover, abs=0.01)
    assert 1 <= cover - flap <= 3.01


def test_faces_lie_where_the_folds_bring_them(leaf: Leaf) -> None:
    """As it lies in the hand: the outer side from the left, then the inner one."""
    names = {
        (0, COVER): "C",
        (0, BACK): "B",
        (0, FLAP): "F",
        (1, LEFT): "1",
        (1, MIDDLE): "2",
        (1, RIGHT): "3",
    }
    drawn = [["?"] * 3, ["?"] * 3]
    for (page, text), name in names.items():
        drawn[page][leaf.face_of(page, text)] = name
    assert ["|".join(row) for row in drawn] == ["F|B|C", "1|2|3"]
    # Turned over along the upright edge, the cover has the first inner face behind it, and the
    # flap the third: opened like a book, one reads cover, 1 and flap, then 1, 2, 3.
    behind = {drawn[0][2 - place]: drawn[1][place] for place in range(3)}
    assert behind == {"C": "1", "B": "2", "F": "3"}


def closed(leaf: Leaf, step: float) -> str:
    """The folded leaflet seen from above, `step` mm a character, a side of paper a row, the upper
    one first: # where it bears text, . where not, blank where there is no paper.

    Places are counted from the cover fold, on which the closed leaflet opens. With the inner side
    up, the right face is folded over the middle one, then the left face over both.
    """
    left, middle, right = leaf.widths(1)
    whole = left + middle + right
    columns = round(max(leaf.faces) / step)

    def side(page: int, face: int) -> str:
        widths = leaf.widths(page)
        start = sum(widths[:face])
        row = []
        for column in range(columns):
            low, high = column * step, (column + 1) * step
            # Where this strip of the closed leaflet was on the flat inner side.
            if face_inside(page, face) == 0:
                low, high = left - high, left - low
            elif face_inside(page, face) == 1:
                low, high = left + low, left + high
            else:
                low, high = whole - right + middle - high, whole - right + middle - low
            if page == 0:
                low, high = whole - high, whole - low
            paper = low >= start - step / 2 and high <= start + widths[face] + step / 2
            text = any(
                right_edge > low and left_edge < high
                for word, left_edge, right_edge in leaf.words[page]
                if word.strip() and start <= (left_edge + right_edge) / 2 < start + widths[face]
            )
            row.append("#" if paper and text else "." if paper else " ")
        return "".join(row)

    def face_inside(page: int, face: int) -> int:
        return face if page == 1 else 2 - face

    sides = [("C", 0, 2), ("1", 1, 0), ("F", 0, 0), ("3", 1, 2), ("2", 1, 1), ("B", 0, 1)]
    return "\n".join(f"{name} {side(page, face)}".rstrip() for name, page, face in sides)


def test_closed_it_is_as_wide_as_its_cover_and_the_flap_lies_inside(
    renderer: SheetRenderer, document: Document
) -> None:
    assert (
        closed(read(renderer, document, "A4"), 2.5)
        == """\
C ..####################################..
1 ...##################################...
F  ...#############################.......
3  ...#################################...
2 ...##################################...
B ....#################################..."""
    )


def test_what_lies_back_to_back_is_equally_wide(leaf: Leaf) -> None:
    assert leaf.widths(1) == leaf.widths(0)[::-1]


def test_no_line_comes_near_a_fold(leaf: Leaf) -> None:
    for page in (0, 1):
        for text, left, right in leaf.words[page]:
            if not text.strip():
                continue
            for fold in leaf.folds(page):
                assert right <= fold - FOLD_SAFE or left >= fold + FOLD_SAFE, text


@pytest.mark.parametrize("size", SIZES)
def test_the_printer_is_told_how_wide_it_is_closed(
    renderer: SheetRenderer, document: Document, size: str
) -> None:
    preset = KINDS["leaflet"].sizes[size]
    widest = max(read(renderer, document, size).faces)
    for words in (preset.finish.zh, preset.finish.en):
        told = re.search(r"(\d+) × (\d+) (毫米|mm when folded)", words)
        assert told and ("折后" in words or told[3] != "毫米")
        assert (int(told[1]), int(told[2])) == (pytest.approx(widest, abs=0.01), preset.height)


def filled(page: pymupdf.Page) -> Iterator[pymupdf.Rect]:
    """What is seen of every filled shape: pictures are cut."""
    clips: list[tuple[int, pymupdf.Rect]] = [(-1, page.rect)]
    for shape in page.get_drawings(extended=True):
        while clips[-1][0] >= shape["level"]:
            clips.pop()
        if shape["type"] == "clip":
            clips.append((shape["level"], shape["scissor"] & clips[-1][1]))
        elif shape["type"] == "f":
            yield shape["rect"] & clips[-1][1]


@pytest.mark.parametrize("size", SIZES)
def test_the_inside_has_a_picture_where_there_is_room(
    renderer: SheetRenderer, document: Document, sheet: Sheet, size: str
) -> None:
    """One, whole within a face and off its folds, as high as the words leave it; where they fill
    every face, none."""
    leaf = read(renderer, document, size)
    short = [
        {**face, "blocks": [{**face["blocks"][0], "tint": True}]}
        for face in COPY["leaflet"]["inside"]
    ]
    words = [{**short[0]["blocks"][0], "text": ["先停一停，查清楚再决定。" * 39], "rows": []}]
    full = [{**face, "blocks": words} for face in short]
    for inside, pictures in ((short, 1), (COPY["leaflet"]["inside"], 1), (full, 0)):
        one = sheet("leaflet", copy={"inside": inside}, picture="families")
        pdf = renderer.pdf("leaflet", document("leaflet", one, size=size), MOMENT)
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            page = opened[1]
            clips = [
                shape["scissor"]
                for shape in page.get_drawings(extended=True)
                if shape["type"] == "clip" and shape["scissor"].width * MM > 60
            ]
            boxes = {tuple(round(x * MM) for x in box) for box in clips if box != page.rect}
            edges = [0.0, *leaf.folds(1), page.rect.width * MM]
        # A wall in the picture is cut once more, for its grain.
        boxes = {box for box in boxes if box[2] - box[0] < 99}
        assert len({(x0, x1, y1) for x0, _, x1, y1 in boxes}) == pictures
        for x0, y0, x1, y1 in boxes:
            assert y1 - y0 >= 22
            assert min(abs(x - edge) for x in (x0, x1) for edge in edges) >= FOLD_SAFE - 1


@pytest.mark.parametrize("size", SIZES)
def test_a_tint_fills_a_face_or_stays_off_its_folds(
    renderer: SheetRenderer, document: Document, sheet: Sheet, size: str
) -> None:
    leaf = read(renderer, document, size)
    inside = [
        {**face, "blocks": [{**face["blocks"][0], "tint": True}]}
        for face in COPY["leaflet"]["inside"]
    ]
    pdf = renderer.pdf(
        "leaflet", document("leaflet", sheet("leaflet", copy={"inside": inside}), size=size), MOMENT
    )
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        page = opened[1]
        tints = [box for box in filled(page) if 60 < box.width * MM < 99 and box.height * MM > 15]
        edges = [0.0, *leaf.folds(1), page.rect.width * MM]
    assert len({round(tint.x0) for tint in tints}) == 3
    for tint in tints:
        assert (
            min(abs(x * MM - edge) for x in (tint.x0, tint.x1) for edge in edges)
            >= FOLD_SAFE - 0.01
        )


def test_the_office_edition_has_no_marks(renderer: SheetRenderer, document: Document) -> None:
    assert fold_marks(renderer.pdf("leaflet", document("leaflet"), MOMENT)) == [[], []]


def test_a_face_that_holds_too_much_is_refused(
    renderer: SheetRenderer, document: Document, sheet: Any
) -> None:
    from handbill.problems import ProblemsFound

    inside = [dict(face) for face in COPY["leaflet"]["inside"]]
    full = {**inside[0], "blocks": [*inside[0]["blocks"], *inside[0]["blocks"]]}
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf(
            "leaflet",
            document("leaflet", sheet("leaflet", copy={"inside": [full, *inside[1:]]})),
            MOMENT,
        )
    [problem] = caught.value.problems
    assert problem.code == "E707" and problem.details["block"] == "face"
