"""Images: pixels enough at full size."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.model.kind import trade_dpi
from handbill.model.units import MM_PER_INCH
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Problem

FLAT = 2
"""An image of so few pixels is a plain field."""
ROUNDING = 0.98


@fault
def images_fine_enough(context: Context) -> Iterator[Problem]:
    """E810, W810: the coarsest image of a page."""
    for page in context.pages:
        left, bottom, right, top = page.trim
        longest = context.real_mm(page, max(right - left, top - bottom))
        needed = trade_dpi(longest)
        coarsest = min(
            (
                min(
                    MM_PER_INCH * image.columns / context.real_mm(page, image.wide),
                    MM_PER_INCH * image.rows / context.real_mm(page, image.high),
                )
                for image in page.paint.images
                if min(image.columns, image.rows) > FLAT and min(image.wide, image.high) > 0
            ),
            default=float(needed),
        )
        if coarsest < needed * ROUNDING:
            yield Problem(
                "E810" if coarsest < needed / 2 else "W810",
                page.span,
                dpi=f"{coarsest:.0f}",
                needed=needed,
            )
