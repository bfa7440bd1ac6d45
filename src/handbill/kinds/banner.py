"""banner: one line on cloth, in two balanced halves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from handbill.kinds.base import Kind, MaterialBase, Measured, Voice
from handbill.model.text import Line, described


class Banner(MaterialBase):
    """A street banner."""

    kind: Literal["banner"] = described("种类", "Kind")
    slogan: list[Line] = described(
        "标语；分成对称的两半",
        "Slogan, in balanced halves",
        min_length=1,
        max_length=3,
        example=["求职先核实", "入职不交钱"],
    )


def _copy(banner: Banner, edition: Voice) -> dict[str, Any]:
    return {"slogan": banner.slogan, "signature": edition.place.signature}


def _transcript(banner: Banner, edition: Voice) -> list[str]:
    declared = edition.words["declared"].format(signature=edition.place.signature)
    return [edition.in_one(banner.slogan), *edition.number_lines(), declared]


def _measure(banner: Banner) -> Iterator[Measured]:
    yield Measured("slogan", ("slogan",), "".join(banner.slogan))


KIND = Kind("banner", Banner, _copy, _transcript, _measure, group="wall")
