"""Type size against the distance a sheet is read from.

The frame of a Han character, H, at the distance D: H = D/300 is the least that can be read and
H = D/250 what should be kept. What is read from near by, whatever the distance, is measured in
points: the imprint, the running head, the signature, and the caption of a code, which is read at
the distance the code is scanned from, ten times its side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill.model.units import MM_PER_PT
from handbill.press.preflight.finished import Line, Page, is_part
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Both, Problem

LEAST, WANTED = 300, 250
LEAST_PT, WANTED_PT = 5.0, 6.0
ROUNDING = 0.985
"""A size that is missed by less than that is rounding."""

IMPRINT = re.compile(
    r"发布|版本|印制|印刷|有效期|来源|审图号|published|publisher|printed|version|validuntil|source",
    re.IGNORECASE,
)
"""What an imprint says of itself, for files that do not tell which of their texts is one."""
AROUND_A_CODE = 0.5
"""How far from a code its caption may be, in sides of the code."""


@fault
def characters_can_be_read(context: Context) -> Iterator[Problem]:
    """E809, W809: the smallest line a page has, of each of the two."""
    for page in context.pages:
        worst: dict[str, tuple[float, Line, float, bool]] = {}
        for line in context.lines(page):
            height = context.real_mm(page, line.size)
            near = _near(context, page, line)
            least, wanted = (
                (LEAST_PT * MM_PER_PT, WANTED_PT * MM_PER_PT)
                if near
                else _needed(context.expected.read_from_m)
            )
            code, needed = ("E809", least) if height < least * ROUNDING else ("W809", wanted)
            if height < needed * ROUNDING and (
                code not in worst or height / needed < worst[code][0]
            ):
                worst[code] = (height / needed, line, needed, near)
        for code, (_, line, needed, near) in worst.items():
            if code == "W809" and "E809" in worst:
                continue
            yield Problem(
                "E809" if code == "E809" else "W809",
                page.span,
                words=line.text[:16],
                height=f"{context.real_mm(page, line.size):.1f}",
                needed=f"{needed:.1f}",
                distance=_distance(context.expected.read_from_m, near),
            )


def _needed(distance: float) -> tuple[float, float]:
    """The least height and the one to be kept at a distance in metres, in mm; in the hand no text
    may be smaller than what is read from near by."""
    return (
        max(1000 * distance / LEAST, LEAST_PT * MM_PER_PT),
        max(1000 * distance / WANTED, WANTED_PT * MM_PER_PT),
    )


def _distance(metres: float, near: bool) -> Both:
    if near:
        return Both("近处看", "read from near by it")
    return Both(f"从 {metres:g} 米处看", f"read from {metres:g} m it")


def _near(context: Context, page: Page, line: Line) -> bool:
    stated = context.expected.near
    if any(is_part(line.text, text) or text in line.text for text in stated) or (
        not stated and IMPRINT.search(line.text)
    ):
        return True
    left, bottom, right, top = line.edges
    for code in page.codes:
        side = code.edges[2] - code.edges[0]
        around = AROUND_A_CODE * side
        distance = 10 * context.real_mm(page, side) / 1000
        if (
            code.edges[0] - around < left
            and right < code.edges[2] + around
            and code.edges[1] - around < bottom
            and top < code.edges[3] + around
            and context.real_mm(page, line.size) >= _needed(distance)[1] * ROUNDING
        ):
            return True
    return False
