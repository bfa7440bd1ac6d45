"""The longest copy that a preset allows fits the sheet at every size; a little more is refused."""

from __future__ import annotations

from typing import Any

import pytest
from sample_sheets import COPY, KINDS, Document, Sheet

from handbill.problems import ProblemsFound
from handbill.render.typst import SheetRenderer

PRESETS = {
    kind: KINDS[kind]
    for kind in ("sign", "board", "rollup", "notice", "leaflet", "pledge", "checklist")
}


def longest(kind: str, budget: str) -> str:
    """A text as long as a budget of a kind allows, of the widest characters."""
    found = PRESETS[kind].budget(budget)
    assert found is not None
    return ("防范传销先停一停查清楚再决定" * 60)[: found.characters]


def rows(kind: str, title: str, text: str, count: int) -> list[dict[str, Any]]:
    return [{"title": longest(kind, title), "text": longest(kind, text)}] * count


def module(**more: Any) -> dict[str, Any]:
    return {
        "title": longest("board", "modules.title"),
        "lead": longest("board", "modules.lead"),
        "rows": [],
        "text": [],
        "source": longest("board", "modules.source"),
        **more,
    }


def full_copy(kind: str) -> dict[str, Any]:
    """The copy of a kind with every measured text as long as its budget."""

    def of(budget: str) -> str:
        return longest(kind, budget)

    if kind == "sign":
        return {"headline": [of("headline")] * 2, "word": of("word")}
    if kind == "board":
        table = module(rows=rows(kind, "modules.rows.title", "modules.rows.text", 5))
        text = module(text=[of("modules.text")])
        return {
            "headline": [of("headline")] * 2,
            "closing": of("closing"),
            "signals": rows(kind, "signals.title", "signals.text", 3),
            "modules": [table, text, text, table],
        }
    if kind == "rollup":
        return {
            "headline": [of("headline")] * 3,
            "sentence": of("sentence"),
            "signals": [of("signals")] * 3,
            "questions_title": of("questions_title"),
            "questions": [of("questions")] * 4,
            "closing": of("closing"),
            "note": of("note"),
        }
    if kind == "notice":
        return {"headline": [of("headline")] * 2, "sentence": of("sentence"), "text": [of("text")]}
    if kind == "leaflet":
        block = {
            "title": None,
            "text": [],
            "rows": [],
            "checks": [],
            "source": None,
            "tint": False,
            "fiction": False,
        }
        table = {
            "title": of("inside.title"),
            "blocks": [
                {
                    **block,
                    "rows": rows(kind, "inside.blocks.rows.title", "inside.blocks.rows.text", 8),
                }
            ],
        }
        checks = {
            "title": of("inside.title"),
            "blocks": [{**block, "checks": [of("inside.blocks.checks")] * 10}],
        }
        return {
            "headline": [of("headline")] * 2,
            "sentence": [of("sentence")] * 2,
            "signals": [of("signals")] * 3,
            "inside": [table] * 3,
            "flap": checks,
            "quiet": of("quiet"),
        }
    if kind == "pledge":
        whole = of("body")
        part = len(whole) // 8
        return {
            "heading": of("heading"),
            "opening": whole[:part],
            "closing": whole[-part:],
            "promises": [whole[part * n : part * (n + 1)] for n in range(1, 7)],
            "note": of("note"),
        }
    groups = [{"title": of("groups.title"), "items": [of("groups.items")] * 5}] * 5
    return {"heading": of("heading"), "groups": groups, "note": of("note")}


CASES = [(kind, size) for kind, preset in PRESETS.items() for size in preset.sizes]


@pytest.mark.parametrize(("kind", "size"), CASES)
def test_the_longest_copy_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, size: str
) -> None:
    assert renderer.pdf(kind, document(kind, sheet(kind, copy=full_copy(kind)), size=size), 0)


@pytest.mark.parametrize(
    ("kind", "block", "copy"),
    [
        ("sign", "headline", {"headline": ["要先交钱才行", "还要拉人"]}),
        ("board", "closing", {"closing": "一" * 31}),
        (
            "board",
            "row-text",
            {"modules": [module(rows=[{"title": "一" * 4, "text": "一" * 27}])] * 4},
        ),
        ("board", "modules", {"modules": [module(text=["一二三四五六。" * 60])] * 4}),
        ("rollup", "question", {"questions": ["一" * 19] * 4}),
        ("rollup", "closing", {"closing": "一" * 21}),
        ("notice", "text", {"text": ["先停一停，问清楚。" * 40]}),
        ("notice", "sentence", {"sentence": "一" * 26}),
        ("leaflet", "signal", {"signals": ["一" * 12] * 3}),
        ("leaflet", "sentence", {"sentence": ["一" * 18]}),
        ("pledge", "body", {"promises": ["我不参加、不介绍、不提供场所。" * 20] * 8}),
        ("checklist", "item", {"groups": [{"title": "组织", "items": ["一" * 50] * 6}] * 8}),
    ],
)
def test_what_does_not_fit_is_refused(
    renderer: SheetRenderer,
    document: Document,
    sheet: Sheet,
    kind: str,
    block: str,
    copy: dict[str, Any],
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.pdf(kind, document(kind, sheet(kind, copy={**COPY[kind], **copy})), 0)
    [problem] = caught.value.problems
    assert (problem.code, problem.details["block"]) == ("E707", block)


@pytest.mark.parametrize("count", [4, 6])
def test_the_longest_reply_slip_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, count: int
) -> None:
    """The line is shared by the statement and what is ticked."""
    rooms = KINDS["letter"].rooms

    def of(budget: str) -> str:
        return ("防范传销先停一停" * 9)[: rooms[budget].characters]

    line = of("slip_line")
    for tick in (None, line[:9]):
        slip = {
            "title": of("slip.title"),
            "note": of("slip.note"),
            "statement": line if tick is None else line[9:],
            "tick": tick,
            "fields": [{"label": of("slip.fields.label"), "type": "line"}] * count,
        }
        one = sheet("letter", copy={"slip": slip})
        assert renderer.pdf("letter", document("letter", one), 0)


@pytest.mark.parametrize(
    ("kind", "size"),
    [(kind, size) for kind in COPY if KINDS[kind].shared for size in KINDS[kind].sizes],
)
def test_the_longest_caption_of_a_code_fits(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, size: str
) -> None:
    room = KINDS[kind].shared["qr_caption"]
    caption = "、".join(["防范传销先停一停查清楚再"[: room.characters]] * (room.lines or 1))
    caption = caption if room.lines else ("防范传销先停一停查清楚再决定" * 2)[: room.characters]
    one = sheet(kind, qr={"url": "https://handbill.example.org/p/x/", "caption": caption})
    assert renderer.svg(kind, document(kind, one, size=size))
