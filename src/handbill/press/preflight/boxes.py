"""Page boxes: one inside the other, the same on every page, with a bleed for the print shop."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.press.preflight.finished import Page
from handbill.press.preflight.paint import Edges
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Problem

ROUNDING_MM = 0.05
"""What programs differ by when they write the same box."""
SIZE_MM = 0.5


def _over(inner: Edges, outer: Edges) -> float:
    """How far one box reaches out of the other."""
    return max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])


@fault
def boxes_inside_each_other(context: Context) -> Iterator[Problem]:
    """E803: TrimBox inside BleedBox, both inside MediaBox."""
    for page in context.pages:
        stated = {**page.stated, "MediaBox": page.media}
        for inner, outer in (
            ("TrimBox", "BleedBox"),
            ("BleedBox", "MediaBox"),
            ("TrimBox", "MediaBox"),
        ):
            if inner not in stated or outer not in stated:
                continue
            over = _over(stated[inner], stated[outer]) * page.unit
            if over > ROUNDING_MM:
                yield Problem("E803", page.span, inner=inner, outer=outer, over=f"{over:.1f}")
                break


@fault
def trim_is_stated(context: Context) -> Iterator[Problem]:
    """W803: a print-shop edition states its TrimBox."""
    if context.expected.edition == "press":
        for page in context.pages:
            if "TrimBox" not in page.stated:
                yield Problem("W803", page.span)


@fault
def pages_of_one_size(context: Context) -> Iterator[Problem]:
    """E804: every page has the trim of the first, upright or turned."""
    first = _size(context, context.pages[0])
    for page in context.pages[1:]:
        size = _size(context, page)
        if any(
            abs(one - other) > SIZE_MM
            for one, other in zip(sorted(size), sorted(first), strict=True)
        ):
            yield Problem(
                "E804",
                page.span,
                size=f"{size[0]:.0f} × {size[1]:.0f}",
                first_size=f"{first[0]:.0f} × {first[1]:.0f}",
            )


def _size(context: Context, page: Page) -> tuple[float, float]:
    left, bottom, right, top = page.trim
    return context.real_mm(page, right - left), context.real_mm(page, top - bottom)


@fault
def bleed_is_wide_enough(context: Context) -> Iterator[Problem]:
    """E805: a print-shop edition bleeds on every side."""
    needed = context.expected.bleed
    for page in context.pages:
        least = min(
            a - b
            for a, b in (
                (page.trim[0], page.bleed[0]),
                (page.trim[1], page.bleed[1]),
                (page.bleed[2], page.trim[2]),
                (page.bleed[3], page.trim[3]),
            )
        )
        bleed = context.real_mm(page, least)
        if bleed < needed - ROUNDING_MM / context.expected.scale:
            yield Problem("E805", page.span, bleed=f"{max(bleed, 0):.1f}", needed=f"{needed:g}")
