"""Lesson plans, scripts and display lines: pages, time bars to scale, and the longest copy."""

from __future__ import annotations

import math
from typing import Any

import pymupdf
import pytest
from sample_sheets import COPY, KINDS, Document, Sheet, spans_of, words_of

from handbill.kinds.ticker import full_width
from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer

MM = 72 / 25.4
HAN = "防范传销先停一停查清楚再决定" * 60


def of(kind: str, budget: str) -> str:
    found = KINDS[kind].budget(budget)
    assert found
    return HAN[: found.characters]


def step(minutes: int, characters: int) -> dict[str, Any]:
    return {
        "title": of("lesson", "steps.title"),
        "minutes": minutes,
        "teacher": [HAN[:characters]],
        "pupils": "两人一组。",
    }


def longest_lesson() -> dict[str, Any]:
    handout = {
        "title": of("lesson", "handout.title"),
        "lead": of("lesson", "handout.lead"),
        "questions": [of("lesson", "handout.questions")] * 6,
        "checks": [of("lesson", "handout.checks")] * 6,
        "closing": of("lesson", "handout.closing"),
    }
    return {
        "heading": of("lesson", "heading"),
        "steps": [step(5, 150)] * 8,
        "minutes": 40,
        "goals": [HAN[:20]] * 4,
        "preparation": [HAN[:20]] * 5,
        "extension": HAN[:60],
        "handout": handout,
    }


def longest_broadcast() -> dict[str, Any]:
    return {
        **COPY["script"]["broadcast"],
        "greeting": of("script", "broadcast.greeting"),
        "key": of("script", "broadcast.key"),
        "closing": of("script", "broadcast.closing"),
        "paragraphs": [HAN[:140]] * 4,
    }


def shot(seconds: int = 10) -> dict[str, Any]:
    return {
        "framing": of("script", "shots.framing"),
        "picture": of("script", "shots.picture"),
        "speech": of("script", "shots.speech"),
        "caption": of("script", "shots.caption"),
        "seconds": seconds,
    }


def lines(count: int, length: int) -> list[dict[str, Any]]:
    return [
        {"text": full_width(HAN[: length - 5] + "12315"), "characters": length, "seconds": 7}
    ] * count


FITS: list[tuple[str, dict[str, Any], int]] = [
    ("lesson", longest_lesson(), 4),
    ("script", {"broadcast": longest_broadcast()}, 3),
    ("script", {"broadcast": None, "shots": [shot()] * 16}, 3),
    ("script", {"broadcast": None, "shots": [{**shot(), "speech": None, "caption": None}]}, 1),
    (
        "ticker",
        {"lines": lines(6, 28), "hours": of("ticker", "hours"), "heading": of("ticker", "heading")},
        1,
    ),
]


@pytest.mark.parametrize(("kind", "copy", "most"), FITS)
def test_the_longest_copy_fits(
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    kind: str,
    copy: dict[str, Any],
    most: int,
) -> None:
    one = sheet(
        kind,
        copy=copy,
        label="防范传销 · 进企业",
        specimen={"word": "样张", "note": "样张：发布单位、网址未填写，请勿张贴"},
    )
    with pymupdf.open(stream=renderer.pdf(kind, document(kind, one), 0), filetype="pdf") as pdf:
        assert len(pdf) <= most
        for page in pdf:
            for block in page.get_text("dict")["blocks"]:
                for line in block["lines"]:
                    for span in line["spans"]:
                        if span["size"] > 100:
                            continue  # the word across a specimen
                        left, _, right, foot = (edge / MM for edge in span["bbox"])
                        assert left > 10
                        assert right < 200
                        assert foot < 290


@pytest.mark.parametrize(
    ("kind", "block", "copy"),
    [
        ("lesson", "plan", {"steps": [step(5, 700)] * 8}),
        ("lesson", "heading", {"heading": HAN[:30]}),
        (
            "lesson",
            "question",
            {"handout": {**COPY["lesson"]["handout"], "questions": [HAN[:44]] * 2}},
        ),
        ("lesson", "check", {"handout": {**COPY["lesson"]["handout"], "checks": [HAN[:44]]}}),
        ("lesson", "handout", {"handout": {**longest_lesson()["handout"], "checks": ["一"] * 12}}),
        ("script", "script", {"broadcast": {**longest_broadcast(), "paragraphs": [HAN[:200]] * 8}}),
        ("ticker", "line", {"lines": lines(3, 29)}),
        ("ticker", "hours", {"hours": HAN[:100]}),
    ],
)
def test_too_long_is_refused(
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    kind: str,
    block: str,
    copy: dict[str, Any],
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf(kind, document(kind, sheet(kind, copy=copy)), 0)
    (problem,) = caught.value.problems
    assert (problem.code, problem.details["block"]) == ("E707", block)


def bar_widths(pdf: bytes, height: float) -> list[float]:
    """Widths in mm of the filled rectangles of a height, from left to right."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        found = [
            drawing["rect"]
            for drawing in opened[0].get_drawings()
            if drawing["type"] == "f"
            and math.isclose(drawing["rect"].height / MM, height, abs_tol=0.01)
        ]
    return [rect.width / MM for rect in sorted(found, key=lambda rect: rect.x0)]


def test_the_time_bar_of_a_lesson_is_drawn_to_scale(
    renderer: SheetRenderer, document: Document
) -> None:
    minutes = [one["minutes"] for one in COPY["lesson"]["steps"]]
    widths = bar_widths(renderer.pdf("lesson", document("lesson"), 0), 9)
    assert widths == pytest.approx([174 * one / sum(minutes) for one in minutes], abs=0.02)


def test_the_time_bar_of_a_video_is_drawn_to_scale(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    seconds = [2, 4, 9]
    one = sheet("script", copy={"broadcast": None, "shots": [shot(each) for each in seconds]})
    widths = bar_widths(renderer.pdf("script", document("script", one), 0), 7.5)
    assert widths == pytest.approx([174 * each / 15 for each in seconds], abs=0.02)


def test_pages_are_numbered_and_the_hand_out_stands_alone(
    renderer: SheetRenderer, document: Document
) -> None:
    with pymupdf.open(stream=renderer.pdf("lesson", document("lesson"), 0), filetype="pdf") as pdf:
        texts = ["".join(page.get_text().split()) for page in pdf]
    handout = COPY["lesson"]["handout"]
    assert handout["title"] not in texts[0]
    assert handout["title"] in texts[1]
    assert [f"—{number}/2—" in text for number, text in enumerate(texts, 1)] == [True, True]


def test_a_broadcast_is_set_large_and_says_its_key_line_three_times(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    one = sheet("script", copy={"broadcast": longest_broadcast()})
    pdf = renderer.pdf("script", document("script", one), 0)
    assert words_of(pdf).count(of("script", "broadcast.key")) >= 3
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        sizes = [
            span["size"]
            for page in opened
            for block in page.get_text("dict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            if HAN[:8] in span["text"]
        ]
    assert sizes
    assert min(sizes) >= 18


def test_a_display_line_is_text_as_the_display_takes_it(
    renderer: SheetRenderer, document: Document
) -> None:
    text = words_of(renderer.pdf("ticker", document("ticker"), 0))
    for line in COPY["ticker"]["lines"]:
        assert line["text"] in text
        assert f"{line['characters']}个字，走完约{line['seconds']}秒" in text


def test_numbers_of_a_display_line_are_whole_on_paper(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    """The display takes digits as wide as characters; on paper they would fall apart."""
    first = COPY["ticker"]["lines"][0] | {"text": full_width("有危险打110"), "characters": 7}
    one = sheet("ticker", copy={"lines": [first]})
    assert "有危险打110" in words_of(renderer.pdf("ticker", document("ticker", one), 0))


@pytest.mark.parametrize("spoken", ["打幺幺零。", "打幺二三一五。"])
def test_a_number_spoken_digit_by_digit_stays_on_one_line(
    renderer: SheetRenderer, document: Document, sheet: Sheet, spoken: str
) -> None:
    shots = [shot() | {"speech": "旁白" + "看" * more + "，" + spoken} for more in range(8)]
    one = sheet("script", copy={"shots": shots, "broadcast": None})
    with pymupdf.open(stream=renderer.pdf("script", document("script", one), 0)) as opened:
        lines = [
            "".join(span["text"] for span in line["spans"])
            for page in opened
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
        ]
    assert sum(spoken[1:-1] in line for line in lines) == len(shots)


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ["遇险", "报警"]), ("en", ["In an", "emergency"])]
)
def test_two_lines_of_imprint_stand_clear_of_the_bar(
    renderer: SheetRenderer, document: Document, sheet: Sheet, language: str, words: list[str]
) -> None:
    imprint = ["Published by the Department of Public Health and Emergency Planning"] * 2
    numbers = [{"number": "999", "words": words}]
    one = sheet("ticker", lang=language, numbers=numbers, imprint=imprint)
    pdf = renderer.pdf("ticker", document("ticker", one), 0)
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        spans = spans_of(opened[0])
    lines = [span for span in spans if span["text"].startswith("Published")]
    assert len({round(span["origin"][1]) for span in lines}) == 2
    head = min(span["origin"][1] - 0.74 * span["size"] for span in lines)
    above = [span for span in spans if span["text"].strip() in ("999", " ".join(words), *words)]
    assert above
    foot = max(
        span["origin"][1]
        + (0.2 if span["text"].isascii() and language == "en" else 0.1)
        * span["size"]
        * (span["text"] != "999")
        for span in above
    )
    assert head - foot > 0.5 * MM
