"""pledge: a promise of one page to sign, for residents, firms and landlords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.kinds.form import FormField
from handbill.model.text import Line, described


class Pledge(MaterialBase):
    """A pledge."""

    kind: Literal["pledge"] = described("种类", "Kind")
    heading: Line = described("标题；居中", "Title, centred", example="居民承诺书")
    opening: Line = described("开头一句", "Opening sentence")
    promises: list[Line] = described("逐条承诺", "Numbered promises", min_length=3, max_length=8)
    closing: Line = described("结尾一句", "Closing sentence")
    signatures: list[FormField] = described(
        "签名处", "Where it is signed", min_length=1, max_length=6
    )
    note: Line = described("最后的小字", "Note at the end")


def _copy(pledge: Pledge, edition: Voice) -> dict[str, Any]:
    return {
        "heading": pledge.heading,
        "opening": pledge.opening,
        "promises": pledge.promises,
        "closing": pledge.closing,
        "note": pledge.note,
        "signatures": [field.model_dump() for field in pledge.signatures],
    }


def _transcript(pledge: Pledge, edition: Voice) -> list[str]:
    return [
        pledge.heading,
        pledge.opening,
        *(f"{number}. {text}" for number, text in enumerate(pledge.promises, start=1)),
        pledge.closing,
        *(edition.pair(field.label) for field in pledge.signatures),
        pledge.note,
        *edition.action_lines(),
    ]


def _measure(pledge: Pledge) -> Iterator[Measured]:
    yield Measured("heading", ("heading",), pledge.heading)
    yield Measured(
        "body", ("promises",), pledge.opening + "".join(pledge.promises) + pledge.closing
    )
    yield Measured("note", ("note",), pledge.note)


KIND = Kind("pledge", Pledge, _copy, _transcript, _measure, group="desk")
