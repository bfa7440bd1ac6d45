"""What a print shop's preflight would read in the PDFs."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from sample_sheets import (
    COPY,
    FIRST_SIZE,
    KINDS,
    MOMENT,
    SLIP,
    TEMPLATES,
    Document,
    Sheet,
    words_of,
)

from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer

PT_PER_MM = 72 / 25.4
SAMPLED = tuple(COPY)
PAGES = {
    **dict.fromkeys(SAMPLED, 1),
    **dict.fromkeys(("card", "checklist", "leaflet", "lesson"), 2),
}
IMPRINTS = {**dict.fromkeys(SAMPLED, 1), "lesson": 2}
FIGURES = {
    **dict.fromkeys(SAMPLED, 1),
    **dict.fromkeys(("board", "card", "notice", "poster", "rollup"), 2),
    "leaflet": 3,
    **dict.fromkeys(("banner", "script"), 0),
    "comic": 5,
}
"""Pages, imprints and figures of the sample of each kind; its code is a figure."""


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(edge) for edge in page.obj[name]]


@pytest.mark.parametrize(
    ("kind", "size"), [(kind, size) for kind in SAMPLED for size in KINDS[kind].sizes]
)
def test_boxes_are_exact(renderer: SheetRenderer, document: Document, kind: str, size: str) -> None:
    preset = KINDS[kind].sizes[size]
    width, height, bleed = (
        length * preset.scale * PT_PER_MM for length in (preset.width, preset.height, preset.bleed)
    )
    for edition in ("office", "press"):
        pdf = opened(renderer.pdf(kind, document(kind, size=size, edition=edition), MOMENT))
        for page in pdf.pages:
            media, around, trim = (box(page, f"/{name}Box") for name in ("Media", "Bleed", "Trim"))
            assert trim[2] - trim[0] == pytest.approx(width, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(height, abs=0.01)
            over = bleed if edition == "press" else 0
            assert [abs(a - b) for a, b in zip(around, trim, strict=True)] == pytest.approx(
                [over] * 4, abs=0.01
            )
            if edition == "office":
                assert media == pytest.approx(trim, abs=0.01)
            else:
                assert media[0] < around[0]
                assert media[3] > around[3]


@pytest.mark.parametrize("kind", SAMPLED)
def test_tagged_titled_in_chinese(renderer: SheetRenderer, document: Document, kind: str) -> None:
    pdf = opened(renderer.pdf(kind, document(kind), MOMENT))
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang).startswith("zh")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(pdf.pages) == PAGES[kind]
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "样例"
        assert metadata["pdfuaid:part"] == "1"


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Structure elements in reading order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        kids: Any = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [
            kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ]


@pytest.mark.parametrize("kind", SAMPLED)
def test_structure_has_one_title_and_described_figures(
    renderer: SheetRenderer, document: Document, kind: str
) -> None:
    pdf = opened(renderer.pdf(kind, document(kind), MOMENT))
    found = list(elements(pdf))
    kinds = [str(element.S) for element in found]
    assert kinds.count("/H1") == 1
    figures = [element for element in found if str(element.S) == "/Figure"]
    assert all(str(figure.get("/Alt", "")) for figure in figures)
    assert len(figures) == FIGURES[kind]


def test_structure_of_a_letter_has_headings_and_paragraphs(
    renderer: SheetRenderer, document: Document
) -> None:
    pdf = opened(renderer.pdf("letter", document("letter"), MOMENT))
    kinds = [str(element.S) for element in elements(pdf)]
    assert kinds[:7] == ["/Document", "/P", "/H1", "/P", "/P", "/H2", "/P"]


@pytest.mark.parametrize("kind", SAMPLED)
def test_fonts_are_embedded_and_subset(
    renderer: SheetRenderer, document: Document, kind: str
) -> None:
    pdf = opened(renderer.pdf(kind, document(kind, edition="press"), MOMENT))
    fonts = [
        font
        for page in pdf.pages
        for _, font in page.resources.get("/Font", pikepdf.Dictionary()).items()
    ]
    assert fonts
    for font in fonts:
        assert font.Subtype == "/Type0"
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert str(descriptor.FontName)[7] == "+"
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("poster", ["先别动身打个电话", "问清岗位地点，再说去不去。", "停一停", "110", "12315"]),
        (
            "letter",
            [
                "致居民的一封信",
                "各位居民朋友：",
                "有急事先报警。",
                "2026年11月24日",
                "027-81234567",
            ],
        ),
        (
            "card",
            [
                "老乡介绍也问一问",
                "先交几百块，说上岗以后退你。",
                "身份证件，不交别人保管",
                "家里人",
            ],
        ),
        ("banner", ["求职先核实入职不交钱", "110", "12315", "宣"]),
    ],
)
def test_text_extracts_as_written(
    renderer: SheetRenderer, document: Document, kind: str, said: list[str]
) -> None:
    text = words_of(renderer.pdf(kind, document(kind), MOMENT))
    for words in said:
        assert words in text
    assert not any("\ue000" <= character <= "\uf8ff" for character in text)


def test_place_names_outside_gb2312(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    copy = {"signature": "硚口区涢水街道办事处"}
    for kind in ("letter", "banner"):
        pdf = renderer.pdf(kind, document(kind, sheet(kind, copy=copy)), MOMENT)
        assert "硚口区涢水街道办事处" in words_of(pdf)


def test_missing_glyph_is_an_error_naming_it(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    one = sheet("poster", copy={"sentence": "别去🐉那里"})
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("poster", document("poster", one), MOMENT)
    (problem,) = caught.value.problems
    assert problem.code == "E702"
    assert problem.details["character"] == "🐉"
    assert problem.details["codepoint"] == "U+1F409"


@pytest.mark.parametrize("kind", SAMPLED)
def test_same_bytes_twice(renderer: SheetRenderer, document: Document, kind: str) -> None:
    data = document(kind, edition="press")
    first = renderer.pdf(kind, data, MOMENT)
    renderer.pdf(kind, document(kind), MOMENT)
    assert renderer.pdf(kind, data, MOMENT) == first


def test_same_bytes_in_another_process(renderer: SheetRenderer, document: Document) -> None:
    data = document("letter", edition="press")
    code = (
        "import sys, json, hashlib; from pathlib import Path;"
        "from handbill.render.typst import SheetRenderer;"
        "pdf = SheetRenderer(Path(sys.argv[1])).pdf('letter', json.load(sys.stdin), "
        f"{MOMENT}); sys.stdout.buffer.write(pdf)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, str(TEMPLATES)],
        input=json.dumps(data).encode(),
        capture_output=True,
        check=True,
    ).stdout
    assert other == renderer.pdf("letter", data, MOMENT)


@pytest.mark.parametrize("kind", SAMPLED)
def test_many_sheets_in_one_document(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    places = [f"示例{name}街道办事处" for name in "甲乙丙"]
    sheets = [sheet(kind, imprint=[f"发布：{place}", "版本 1.0"]) for place in places]
    pdf = renderer.pdf(kind, document(kind, *sheets), MOMENT)
    assert len(opened(pdf).pages) == 3 * PAGES[kind]
    text = words_of(pdf)
    assert [text.count(place) for place in places] == 3 * [IMPRINTS[kind]]
    alone = renderer.png(kind, document(kind, sheets[1]), 40)
    together = renderer.png(kind, document(kind, *sheets), 40)
    assert together[PAGES[kind] : 2 * PAGES[kind]] == alone


def test_a_letter_of_two_pages_numbers_each_sheet_anew(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    parts = [
        {"heading": f"{number}、怎么办", "text": ["先停下，再核实，和家里人商量。" * 9]}
        for number in "一二三四五"
    ]
    long = sheet("letter", copy={"parts": parts})
    pdf = renderer.pdf("letter", document("letter", long, long), MOMENT)
    assert len(opened(pdf).pages) == 4
    text = words_of(pdf)
    assert text.count("—1—") == text.count("—2—") == 2
    assert "—1—" not in words_of(renderer.pdf("letter", document("letter"), MOMENT))


def test_a_slip_has_its_fields(renderer: SheetRenderer, document: Document, sheet: Sheet) -> None:
    text = words_of(
        renderer.pdf("letter", document("letter", sheet("letter", copy={"slip": SLIP})), MOMENT)
    )
    for words in ("回执", "沿虚线剪下，交班主任。", "已约好家庭暗号", "学生姓名", "年月日"):
        assert words in text


def test_first_sizes_exist() -> None:
    assert all(size in KINDS[kind].sizes for kind, size in FIRST_SIZE.items())
