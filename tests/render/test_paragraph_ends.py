"""How lines and paragraphs end: a last line has a fifth of the measure, a number its verb before it,
and no line is squeezed for it; lines of a notice end with a clause; names of offices break where a
part of them ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pymupdf
import pytest
from sample_sheets import MOMENT, Document, Sheet

from handbill.render.typst import SheetRenderer

COPY = (
    "看见许多人同住一屋，天天集体上课，手机有人管，出门有人跟，就记下时间和门牌，告诉居委会，"
    "不要自己去找，也不要在群里说，有人被关着、有人喊救命，马上打110。"
)


def lines_of(pdf: bytes) -> list[list[dict[str, Any]]]:
    """The characters of each line of text, from the top, spaces left out."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        rows: dict[tuple[float, float], list[dict[str, Any]]] = {}
        for block in opened[0].get_text("rawdict")["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    for one in span["chars"]:
                        key = (round(one["origin"][1], 0), round(span["size"], 1))
                        if one["c"].strip():
                            rows.setdefault(key, []).append({**one, "size": span["size"]})
    return [sorted(rows[key], key=lambda one: one["origin"][0]) for key in sorted(rows)]


def paragraph(
    renderer: SheetRenderer, document: Document, one: dict[str, Any], text: str, /, **copy: Any
) -> Any:
    """The lines that set `text` on a sheet with this copy."""
    kind = one["kind"]
    made = renderer.pdf(kind, document(kind, {**one, "copy": {**one["copy"], **copy}}), MOMENT)
    rest, found = text.replace(" ", ""), []
    for line in lines_of(made):
        said = "".join(char["c"] for char in line)
        if rest and rest.startswith(said):
            found.append(line)
            rest = rest.removeprefix(said)
    assert rest == ""
    return found


def advances(line: list[dict[str, Any]], marks: str) -> Iterator[float]:
    """Room that marks within a line take, in em, other marks beside them left out."""
    for one, two in pairwise(line):
        if one["c"] in marks and two["c"] not in "，。、；：“”《》（）":
            yield (two["origin"][0] - one["origin"][0]) / one["size"]


@pytest.mark.parametrize("length", range(44, 58))
def test_a_last_line_is_no_stub_and_no_line_is_squeezed(
    renderer: SheetRenderer, document: Document, sheet: Sheet, length: int
) -> None:
    text = COPY[:length].rstrip("，、") + "，马上打110。"
    part = {**sheet("letter")["copy"]["parts"][0], "text": [text]}
    lines = paragraph(renderer, document, sheet("letter"), text, parts=[part])
    measure = max(line[-1]["bbox"][2] for line in lines) - min(line[0]["bbox"][0] for line in lines)
    last = "".join(char["c"] for char in lines[-1])
    assert lines[-1][-1]["bbox"][2] - lines[-1][0]["bbox"][0] >= 0.19 * measure, last
    assert not last.startswith("110")
    right = max(line[-1]["bbox"][2] for line in lines)
    assert all(line[-1]["bbox"][2] > right - 0.12 * measure for line in lines[:-1])
    widths = [wide for line in lines for wide in advances(line, "，")]
    assert min(widths) > 0.97 and max(widths) < 1.1


@pytest.mark.parametrize("length", range(44, 58, 3))
def test_lines_of_a_notice_end_with_a_clause(
    renderer: SheetRenderer, document: Document, sheet: Sheet, length: int
) -> None:
    text = COPY[:length].rstrip("，、") + "，马上打110。"
    lines = paragraph(renderer, document, sheet("notice"), text, text=[text])
    said = ["".join(char["c"] for char in line) for line in lines]
    assert len(said) > 1 and all(line.endswith(("，", "。")) for line in said), said
    wide = [line[-1]["bbox"][2] - line[0]["bbox"][0] for line in lines]
    assert wide[-1] >= 0.19 * max(wide)


def test_a_clause_wider_than_a_line_parts_no_number_and_no_word(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    number, word = "12345678元", "市场监管部门"
    for lead in range(18, 30, 4):
        text = "字" * lead + number + "字字" + word + "字" * 12 + "。"
        lines = paragraph(renderer, document, sheet("notice"), text, text=[text])
        said = ["".join(char["c"] for char in line) for line in lines]
        assert len(said) > 1, said
        assert all(any(kept in line for line in said) for kept in (number, word)), said


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("东西湖区打击传销工作领导小组办公室", "东西湖区打击传销工作"),
        ("武汉市东西湖区将军路街道办事处综合治理中心", "武汉市东西湖区"),
        ("示例甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", None),
    ],
)
def test_a_signature_breaks_where_a_part_of_it_ends(
    renderer: SheetRenderer, document: Document, sheet: Sheet, name: str, first: str | None
) -> None:
    one = sheet("notice")
    made = renderer.pdf(
        "notice", document("notice", {**one, "copy": {**one["copy"], "signature": name}}), MOMENT
    )
    said = ["".join(char["c"] for char in line) for line in lines_of(made)]
    [shown] = [line for line in said if line.endswith(name.removeprefix(first or ""))]
    assert (first is None) == shown.endswith(name)
    assert first is None or any(line.endswith(first) for line in said)
