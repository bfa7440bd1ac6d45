"""Sheets with any number of steps and numbers: nothing is set over anything else, leaves the safe
area or comes near the code, in Han script and in one that parts words by spaces."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from sample_sheets import MOMENT, make_document, make_sheet

from handbill.press.preflight import Wanted, examine
from handbill.render.typst import SheetRenderer

TODAY = datetime.date(2026, 11, 24)
ENGLISH: dict[str, Any] = {
    "lang": "en",
    "label": "Stay safe · at home",
    "numbers": [
        {"number": "110", "words": ["In danger?", "Call police"]},
        {"number": "12315", "words": ["Complain", "or report"]},
    ],
    "qr": {"url": "https://handbill.example.org/m/sample", "caption": "Cases, numbers"},
    "imprint": ["Published by Example Office", "version 1.0", "valid until 2027-11-30"],
}
STEPS = {
    "zh": ["不上楼", "不飞线", "不过夜", "不改装", "不堵门"],
    "en": ["Not inside", "No bare wire", "Not at night", "No rebuilds", "No blocks"],
}
DEVICES = ["palm", "lens", "handset", "speech", "door"]
POSTER = {
    "headline": ["Before you charge", "look at the cable"],
    "sentence": "A damaged cable can burn.",
    "signals": ["Warm plug", "Bare wire", "Odd smell"],
}


def sheet(kind: str, language: str, **more: Any) -> dict[str, Any]:
    if language == "zh":
        return make_sheet(kind, **more)
    return make_sheet(kind, copy=POSTER, **{**ENGLISH, **more})


def findings(pdf: bytes, folder: Path) -> list[str]:
    """What preflight and overlapping lines of text say."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    problems = examine(file, file.name, Wanted(), TODAY)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        over = [text for page in opened for text in overlaps(page)]
    return [f"{one.code} {one.text('en')}" for one in problems] + over


def overlaps(page: pymupdf.Page) -> list[str]:
    """Pairs of lines whose ink may touch: their boxes, without what ascends and descends, meet."""
    lines = [
        (pymupdf.Rect(span["bbox"]), span["text"], span["size"], span["origin"][1])
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    ]
    inner = [
        (pymupdf.Rect(box.x0 + 0.05 * size, low - 0.6 * size, box.x1 - 0.05 * size, low), text)
        for box, text, size, low in lines
    ]
    return [
        f"{one} over {other}"
        for i, (box, one) in enumerate(inner)
        for other_box, other in inner[i + 1 :]
        if box.intersects(other_box)
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("form", ["order", "list", "prohibitions"])
@pytest.mark.parametrize(
    ("kind", "size", "language"),
    [("poster", "A4", "zh"), ("poster", "A1", "en"), ("card", "A6", "zh"), ("letter", "A4", "zh")],
)
def test_steps_in_every_number(
    renderer: SheetRenderer,
    tmp_path: Path,
    kind: str,
    size: str,
    language: str,
    form: str,
    count: int,
) -> None:
    steps = STEPS[language][:count]
    one = sheet(kind, language, action=steps, action_form=form, devices=DEVICES[:count])
    pdf = renderer.pdf(kind, make_document(kind, one, size=size), MOMENT)
    assert findings(pdf, tmp_path) == []
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        words = " ".join(" ".join(page.get_text().split()) for page in opened)
    assert all(step in words for step in steps)


NUMBERS = ["0800 123 456", "02079460123", "110"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("steps", [1, 5])
def test_numbers_of_three_to_eleven_digits(
    renderer: SheetRenderer, tmp_path: Path, language: str, count: int, steps: int
) -> None:
    words = ["投诉", "举报"] if language == "zh" else ["Call", "day and night"]
    numbers = [{"number": one, "words": words} for one in NUMBERS[:count]]
    one = sheet("poster", language, numbers=numbers, action=STEPS[language][:steps])
    pdf = renderer.pdf("poster", make_document("poster", one, size="A4"), MOMENT)
    assert findings(pdf, tmp_path) == []


SIGNALS = {
    "zh": ["要先交钱", "要拉人头", "层层返利", "说不清楚", "催着签字"],
    "en": ["Hot plug", "Bare wire", "Odd smell", "Sparks", "Smoke"],
}


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize(
    ("kind", "size", "language"),
    [
        ("poster", "A4", "zh"),
        ("poster", "A4", "en"),
        ("poster", "A1", "zh"),
        ("poster", "A1", "en"),
        ("rollup", "600x1600", "zh"),
        ("rollup", "800x2000", "zh"),
        ("leaflet", "A4", "zh"),
        ("leaflet", "285x210", "zh"),
    ],
)
def test_signals_from_two_to_five(
    renderer: SheetRenderer, tmp_path: Path, kind: str, size: str, language: str, count: int
) -> None:
    signals = SIGNALS[language][:count]
    copy = {**(POSTER if language == "en" else {}), "signals": signals}
    more = ENGLISH if language == "en" else {}
    one = make_sheet(kind, copy=copy, **more)
    pdf = renderer.pdf(kind, make_document(kind, one, size=size), MOMENT)
    assert findings(pdf, tmp_path) == []


@pytest.mark.parametrize(
    ("kind", "size"),
    [("board", "900x1200"), ("board", "2400x1200"), ("board", "1200x900"), ("card", "A6")],
)
def test_two_signals_with_texts(
    renderer: SheetRenderer, tmp_path: Path, kind: str, size: str
) -> None:
    signals = make_sheet(kind)["copy"]["signals"][:2]
    one = make_sheet(kind, copy={"signals": signals})
    pdf = renderer.pdf(kind, make_document(kind, one, size=size), MOMENT)
    assert findings(pdf, tmp_path) == []
