"""Papers that are signed or kept: blanks on a grid, boxes drawn, a quiet foot, two pages at most."""

from __future__ import annotations

import itertools
from typing import Any

import pymupdf
import pytest
from sample_sheets import COPY, MOMENT, Document, Sheet, spans_of, words_of

from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer
from handbill.words import words

MM = 25.4 / 72
AREA = (28.0, 184.0)
"""Left and right edge of the type area of Chinese offices, mm."""
STRIP = 256.0
"""Head of the quiet strip, mm."""
KINDS = ("pledge", "form")
PART: dict[str, Any] = {"heading": None, "text": [], "items": [], "fields": []}


def rules(pdf: bytes, page: int = 0) -> list[tuple[float, float, float]]:
    """Thin level lines in ink, as (left, right, y) in mm from the head of the page."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return sorted(
            (shape["rect"].x0 * MM, shape["rect"].x1 * MM, shape["rect"].y0 * MM)
            for shape in opened[page].get_drawings()
            if shape["type"] == "s" and shape["rect"].height < 0.1 and shape["width"] < 0.8
        )


def boxes(pdf: bytes) -> list[pymupdf.Rect]:
    """Drawn boxes to tick, of every page; what the lock-up draws in the strip lies lower."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return [
            shape["rect"]
            for page in opened
            for shape in page.get_drawings()
            if shape["type"] == "s"
            and 3 < shape["rect"].width * MM < 5
            and abs(shape["rect"].width - shape["rect"].height) < 0.1
            and shape["rect"].y1 * MM < STRIP
        ]


def field(label: str, *, half: bool = False, kind: str = "line") -> dict[str, Any]:
    return {"label": label, "type": kind, "half": half}


def pages_of(pdf: bytes) -> int:
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return len(opened)


def test_blanks_of_a_column_start_and_end_at_one_place(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    fields = [
        field("房屋地址"),
        field("出租人", half=True),
        field("电话", half=True),
        field("承租人（签名）", half=True),
        field("住几人", half=True),
        field("备注"),
    ]
    signed = [field("出租人（签名）", half=True), field("见证人", half=True)]
    pdf = renderer.pdf(
        "form",
        document(
            "form",
            sheet("form", copy={"parts": [{**PART, "fields": fields}], "signatures": signed}),
        ),
        MOMENT,
    )
    blanks = [(left, right) for left, right, y in rules(pdf) if right - left < 150 and y < 250]
    starts = sorted({round(left, 1) for left, _ in blanks})
    ends = sorted({round(right, 1) for _, right in blanks})
    assert len(blanks) == 8
    assert len(starts) == 2 and len(ends) == 2
    assert starts[0] > AREA[0] and ends[-1] == pytest.approx(AREA[1], abs=0.1)
    # The shortest takes a telephone number written by hand.
    assert min(right - left for left, right in blanks) >= 24


def test_rows_to_write_in_are_twelve_millimetres_apart(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    fields = [field("看到什么", kind="lines"), field("哪一天", kind="date"), field("在哪里")]
    pdf = renderer.pdf(
        "form",
        document("form", sheet("form", copy={"parts": [{**PART, "fields": fields}]})),
        MOMENT,
    )
    places = sorted(
        {round(y, 1) for left, right, y in rules(pdf) if right - left < 150 and y < 140}
    )
    assert len(places) == 5
    assert [after - before for before, after in itertools.pairwise(places)] == pytest.approx(
        [12] * 4, abs=0.15
    )


def test_a_label_that_leaves_no_room_to_write_is_refused(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    copy = {"parts": [{**PART, "fields": [field("房屋所在的村组和门牌号码", half=True)]}]}
    assert renderer.pdf("form", document("form", sheet("form", copy=copy)), MOMENT)
    copy["parts"][0]["fields"][0]["label"] += "全称"
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf("form", document("form", sheet("form", copy=copy)), MOMENT)
    [problem] = caught.value.problems
    assert (problem.code, problem.details["block"]) == ("E707", "field-label")


def test_boxes_to_tick_are_drawn(renderer: SheetRenderer, document: Document, sheet: Sheet) -> None:
    ticks = [field(f"第{number}项", half=True, kind="tick") for number in range(5)]
    pdf = renderer.pdf(
        "form", document("form", sheet("form", copy={"parts": [{**PART, "fields": ticks}]})), MOMENT
    )
    assert len(boxes(pdf)) == 5
    assert not set("☐□▢") & set(words_of(pdf))


@pytest.mark.parametrize("kind", KINDS)
def test_one_page_bears_no_number_and_no_seal(
    renderer: SheetRenderer, document: Document, kind: str
) -> None:
    pdf = renderer.pdf(kind, document(kind), MOMENT)
    assert pages_of(pdf) == 1
    assert "第1页" not in words_of(pdf)


def test_a_long_form_takes_two_numbered_pages_and_no_third(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    item = "看见集体上课、手机有人管、进出有人跟，几样凑在一起，告诉派出所；有人呼救，打110。"

    def long_form(count: int) -> bytes:
        return renderer.pdf(
            "form",
            document(
                "form", sheet("form", copy={"parts": [{**PART, "items": [item] * 12}] * count})
            ),
            MOMENT,
        )

    pdf = long_form(2)
    assert pages_of(pdf) == 2
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        numbers = ["".join(page.get_text().split()) for page in opened]
    assert "第1页，共2页" in numbers[0] and "第2页，共2页" in numbers[1]
    # Code and imprint stand at the foot of the last page alone.
    assert "发布：示例街道办事处" not in numbers[0] and "发布：示例街道办事处" in numbers[1]
    with pytest.raises(ProblemsFound) as caught:
        long_form(4)
    [problem] = caught.value.problems
    assert (problem.code, problem.details["block"]) == ("E707", "body")


@pytest.mark.parametrize("kind", KINDS)
def test_text_keeps_the_type_area(renderer: SheetRenderer, document: Document, kind: str) -> None:
    with pymupdf.open(stream=renderer.pdf(kind, document(kind), MOMENT), filetype="pdf") as opened:
        for block in opened[0].get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                left, _, right, _ = (edge * MM for edge in line["bbox"])
                # A full-width mark at the end of a line may hang by its empty half.
                assert AREA[0] - 0.3 <= left and right <= AREA[1] + 2.6, line["spans"][0]["text"]


def test_a_list_of_words_and_colons_sets_the_words_bold(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    def bold(promises: list[str]) -> str:
        pdf = renderer.pdf(
            "pledge", document("pledge", sheet("pledge", copy={"promises": promises})), MOMENT
        )
        with pymupdf.open(stream=pdf, filetype="pdf") as opened:
            spans = spans_of(opened[0])
        return "".join(span["text"] for span in spans if "CJK" in span["font"])

    led = ["不参加：不交钱加入。", "先商量：先告诉家里人。", "说一声：告诉社区。"]
    assert "先商量：" in bold(led)
    assert "先商量：" not in bold([*led, "帮家里人一起算账。"])


def test_a_checklist_has_a_box_a_day_and_a_note_on_every_line(
    renderer: SheetRenderer, document: Document
) -> None:
    pdf = renderer.pdf("checklist", document("checklist"), MOMENT)
    lines = sum(len(group["items"]) for group in COPY["checklist"]["groups"])
    found = boxes(pdf)
    assert len(found) == lines
    # They stand under each other, and the room for a note ends where the table ends.
    assert max(box.x0 for box in found) - min(box.x0 for box in found) < 0.01
    assert max(right for _, right, _ in rules(pdf)) == pytest.approx(192, abs=0.1)


@pytest.mark.parametrize(
    ("language", "label", "heading", "longest"),
    [
        ("zh", "防范传销 · 进社区", "无传销社区创建工作单", 6),
        (
            "en",
            "Against pyramid selling · Into communities",
            "Checklist for a pyramid-selling-free community",
            2,
        ),
    ],
)
def test_the_ends_of_a_running_head_never_meet(
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    language: str,
    label: str,
    heading: str,
    longest: int,
) -> None:
    groups = [{"title": f"{i}", "items": [f"{i}.{j}" for j in range(7)]} for i in range(4)]

    def head(label: str) -> list[tuple[float, float, str, float]]:
        one = sheet(
            "checklist", copy={"heading": heading, "groups": groups}, lang=language, label=label
        )
        with pymupdf.open(
            stream=renderer.pdf("checklist", document("checklist", one), MOMENT), filetype="pdf"
        ) as opened:
            assert len(opened) == 2
            return sorted(
                (span["bbox"][0] * MM, span["bbox"][2] * MM, span["text"], span["size"])
                for block in opened[1].get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                if span["bbox"][3] * MM < 19 and span["text"].strip()
            )

    ends = head(label)
    assert ends[-1][2].endswith("2 / 2")
    assert ends[-1][1] == pytest.approx(192, abs=0.3)
    start = min(left for left, _, text, _ in ends if text[:4] == heading[:4])
    assert start - max(right for left, right, _, _ in ends if left < start) > 5.5
    assert min(size for *_, size in ends) >= 8
    # One line of the first page holds such a label, but not half a line of the next.
    with pytest.raises(ProblemsFound):
        head(label * longest)


@pytest.mark.parametrize("kind", [*KINDS, "checklist"])
def test_the_numbers_stay_quiet(renderer: SheetRenderer, document: Document, kind: str) -> None:
    """At the foot nothing is larger than the numbers, and they are no larger than the title."""
    with pymupdf.open(stream=renderer.pdf(kind, document(kind), MOMENT), filetype="pdf") as opened:
        pages = [spans_of(page) for page in opened]
    foot = [span for span in pages[-1] if span["bbox"][1] * MM > 256]
    largest = max(foot, key=lambda span: span["size"])
    assert largest["text"] in ("110", "12315")
    assert largest["size"] < max(span["size"] for span in pages[0]) * 0.8


def test_a_form_between_offices_has_code_and_imprint_alone(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    pdf = renderer.pdf("form", document("form", sheet("form", copy={"foot": "source"})), MOMENT)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        foot = "".join(
            span["text"] for span in spans_of(opened[-1]) if span["bbox"][1] * MM > STRIP
        )
    assert "示例街道办事处" in foot and "110" not in foot


def test_rows_that_are_signed_end_at_one_edge(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    """In English no word follows the last blank of a date."""
    signed = [
        field("Signature", half=True),
        field("Date", half=True, kind="date"),
        field("Kept by", half=True),
        field("Kept until", half=True, kind="date"),
    ]
    one = sheet("pledge", copy={"signatures": signed}, lang="en")
    one["words"] = {**one["words"], "date_parts": words("en")["date_parts"]}
    rows: dict[float, float] = {}
    for _, right, y in rules(renderer.pdf("pledge", document("pledge", one), MOMENT)):
        if y < STRIP:
            rows[round(y)] = max(right, rows.get(round(y), 0))
    assert len(rows) == 2
    assert list(rows.values()) == pytest.approx([AREA[1]] * 2, abs=0.1)


def test_a_letter_in_large_print_has_nothing_small(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    one = {**sheet("letter", copy={"sources": "法律出处：《条例》第七条。"}), "large": True}
    with pymupdf.open(
        stream=renderer.pdf("letter", document("letter", one), MOMENT), filetype="pdf"
    ) as opened:
        sizes = [span["size"] for page in opened for span in spans_of(page) if span["text"].strip()]
        text = "".join(page.get_text() for page in opened)
    assert min(sizes) > 13.9 and max(sizes) > 27
    assert sorted(sizes)[len(sizes) // 2] >= 14
    assert "法律出处" in text


def test_rows_of_a_checklist_on_two_pages_are_as_high(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    groups = [{"title": f"{i}", "items": ["一样长的一行"] * 3} for i in range(8)]
    pdf = renderer.pdf(
        "checklist", document("checklist", sheet("checklist", copy={"groups": groups})), MOMENT
    )
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        pages = [
            sorted(span["bbox"][1] * MM for span in spans_of(page) if "一样长" in span["text"])
            for page in opened
        ]
    heights = [[b - a for a, b in itertools.pairwise(page)] for page in pages]
    assert [len(page) for page in pages] == [12, 12]
    assert all(max(page) - min(page) < 0.1 for page in heights)
    assert abs(heights[0][0] - heights[1][0]) < 2
    assert pages[0][-1] > 230
