"""Long addresses in justified Chinese break, so that no line before them is torn apart."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pymupdf
import pytest
from sample_sheets import Document, Sheet

from handbill.render.typst import SheetRenderer

ADDRESSES = [
    "fangfanchuanxiaobangongshi2026@shifanshichangjianguanju.gov.cn",
    "https://www.shifan-shichang-jianguanju.gov.cn/xuanchuan/2026/fangfan_chuanxiao.html?id=1",
    "shifanshichangjianguanjuxuanchuanbangongshi",
]
WORDS = "有疑问请写信到我们的邮箱"
HAN = re.compile("[\u4e00-\u9fff]")


def widest_gap(page: pymupdf.Page) -> float:
    """The widest room between two Han characters side by side in the text, which the foot with its
    steps and numbers is no part of, in em."""
    widest = 0.0
    lines: dict[float, list[tuple[float, float, float, str]]] = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for one in span["chars"]:
                    x0, _, x1, _ = one["bbox"]
                    row = lines.setdefault(round(one["origin"][1], 1), [])
                    row.append((x0, x1, span["size"], one["c"]))
    height = page.rect.height
    for y, row in lines.items():
        if not 0.15 * height < y < 0.66 * height:
            continue
        row.sort()
        for (_, end, size, one), (start, _, _, other) in pairwise(row):
            if HAN.match(one) and HAN.match(other):
                widest = max(widest, (start - end) / size)
    return widest


def letter(document: Document, sheet: Sheet, kind: str, text: str) -> dict[str, Any]:
    data = document(kind, sheet(kind, numbers=[{"number": "110", "words": ["遇险", "报警"]}]))
    copy = data["sheets"][0]["copy"]
    if kind == "letter":
        copy["parts"] = [{"heading": None, "text": [text]}]
        copy["contacts"] = []
    else:
        copy["text"] = [text]
    return data


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("kind", ["letter", "notice"])
@pytest.mark.parametrize("before", range(0, 12, 3))
def test_no_line_is_torn(
    address: str, kind: str, before: int, renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    text = f"{WORDS[before:]}{WORDS}：{address}，我们三个工作日内答复。"
    with pymupdf.open(
        stream=renderer.pdf(kind, letter(document, sheet, kind, text), 0), filetype="pdf"
    ) as drawn:
        page = drawn[0]
        assert widest_gap(page) < 0.6
        said = re.sub(r"\s", "", page.get_text())
    assert address in said  # it is copied without a mark of its own


def test_short_words_stay_whole(renderer: SheetRenderer, document: Document, sheet: Sheet) -> None:
    """What goes on a line of its own at worst: an English word, a file's name."""
    text = f"{WORDS}{WORDS}，是 Telecommunications 公司，见 a-b.txt。"
    with pymupdf.open(
        stream=renderer.pdf("letter", letter(document, sheet, "letter", text), 0), filetype="pdf"
    ) as drawn:
        said = drawn[0].get_text()
    assert "Telecommunications" in said
    assert "a-b.txt" in said
