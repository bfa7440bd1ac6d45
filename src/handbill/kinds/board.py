"""board: a panel of the notice board, read standing: a headline, three signals, modules of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice, paragraphs
from handbill.model.campaign import Heading
from handbill.model.text import Line, Model, Prose, described


class BoardModule(Model):
    """A module: a title over either rows (a word of four characters and what it means) or a text."""

    title: Line = described("小标题", "Title")
    rows: list[Heading] = described(
        "几行；词和说明", "Rows: a word and its text", default_factory=list, max_length=8
    )
    text: Prose | None = described("一段话", "A text", default=None)
    source: Line | None = described(
        "出处；印在模块下面", "Source, set small under the module", default=None
    )


class Board(MaterialBase):
    """A notice-board panel."""

    kind: Literal["board"] = described("种类", "Kind")
    headline: list[Line] = described(
        "大标题；一行一项",
        "Headline, a line an item",
        min_length=2,
        max_length=2,
        example=["好事上门", "先看三点"],
    )
    signals: list[Heading] = described(
        "三个信号；标题和说明", "Three signals with a text each", min_length=3, max_length=3
    )
    closing: Line = described("信号下的一句话", "Sentence under the signals")
    modules: list[BoardModule] = described("模块", "Modules", min_length=3, max_length=6)


def _copy(board: Board, edition: Voice) -> dict[str, Any]:
    return {
        "headline": board.headline,
        "signals": [one.model_dump() for one in board.signals],
        "closing": board.closing,
        "modules": [
            {**one.model_dump(), "paragraphs": paragraphs(one.text or "")} for one in board.modules
        ],
    }


def _transcript(board: Board, edition: Voice) -> list[str]:
    lines = [edition.sentence(board.headline)]
    lines += [edition.pair(signal.title, signal.text) for signal in board.signals]
    lines.append(board.closing)
    for module in board.modules:
        lines += [
            module.title,
            *(edition.pair(row.title, row.text) for row in module.rows),
            *paragraphs(module.text or ""),
        ]
        lines += [module.source] if module.source else []
    return lines + edition.action_lines()


def _measure(board: Board) -> Iterator[Measured]:
    for index, line in enumerate(board.headline):
        yield Measured("headline", ("headline", index), line)
    for index, signal in enumerate(board.signals):
        yield Measured("signal_title", ("signals", index, "title"), signal.title)
        yield Measured("signal_text", ("signals", index, "text"), signal.text)
    yield Measured("closing", ("closing",), board.closing)
    for number, module in enumerate(board.modules):
        at = ("modules", number)
        yield Measured("module_title", (*at, "title"), module.title)
        for index, row in enumerate(module.rows):
            yield Measured("row_title", (*at, "rows", index, "title"), row.title)
            yield Measured("row_text", (*at, "rows", index, "text"), row.text)
        if module.text:
            yield Measured("module_text", (*at, "text"), module.text)
        if module.source:
            yield Measured("module_source", (*at, "source"), module.source)


KIND = Kind("board", Board, _copy, _transcript, _measure, group="wall")
