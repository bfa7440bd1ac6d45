"""card: a know-card to keep in a pocket or on the refrigerator, two sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.campaign import Heading
from handbill.model.text import Line, Model, Slug, described


class CardBlock(Model):
    """A block of the back: a title over either rows (a word and what it means) or a text."""

    title: Line = described("标题", "Title")
    rows: list[Heading] = described(
        "几行；词和说明", "Rows: a word and its text", default_factory=list, max_length=4
    )
    text: Line | None = described("一段话", "A text", default=None)


class Card(MaterialBase):
    """A know-card."""

    kind: Literal["card"] = described("种类", "Kind")
    headline: list[Line] = described("大标题", "Headline", min_length=2, max_length=2)
    signals: list[Heading] = described("三个信号", "Three signals", min_length=3, max_length=3)
    closing: Line = described("正面最后一句", "Last line of the front")
    blocks: list[CardBlock] = described("背面", "Back", min_length=1, max_length=3)
    contacts: list[Slug] = described(
        "留空的电话", "Local contacts with room to write", default_factory=list, max_length=3
    )
    own_number: Line | None = described(
        "自己填的一行；例如 家里人", "A line for a number of one's own", default=None
    )


def _copy(card: Card, edition: Voice) -> dict[str, Any]:
    contacts = edition.contacts(card.contacts)
    if card.own_number:
        contacts.append({"label": card.own_number, "number": None})
    return {
        "headline": card.headline,
        "signals": [signal.model_dump() for signal in card.signals],
        "closing": card.closing,
        "blocks": [block.model_dump() for block in card.blocks],
        "contacts": contacts,
    }


def _transcript(card: Card, edition: Voice) -> list[str]:
    lines = [edition.sentence(card.headline)]
    lines += [edition.pair(signal.title, signal.text) for signal in card.signals]
    lines.append(card.closing)
    for block in card.blocks:
        lines.append(block.title)
        lines += [edition.pair(row.title, row.text) for row in block.rows]
        if block.text:
            lines.append(block.text)
    return lines + edition.contact_lines(card.contacts) + edition.action_lines()


def _measure(card: Card) -> Iterator[Measured]:
    for index, line in enumerate(card.headline):
        yield Measured("headline", ("headline", index), line)
    for index, signal in enumerate(card.signals):
        yield Measured("signal_title", ("signals", index, "title"), signal.title)
        yield Measured("signal_text", ("signals", index, "text"), signal.text)
    yield Measured("closing", ("closing",), card.closing)
    for number, block in enumerate(card.blocks):
        yield Measured("block_title", ("blocks", number, "title"), block.title)
        for index, row in enumerate(block.rows):
            yield Measured("row_title", ("blocks", number, "rows", index, "title"), row.title)
            yield Measured("row_text", ("blocks", number, "rows", index, "text"), row.text)
        if block.text:
            yield Measured("block_text", ("blocks", number, "text"), block.text)


KIND = Kind("card", Card, _copy, _transcript, _measure, sides=2)
