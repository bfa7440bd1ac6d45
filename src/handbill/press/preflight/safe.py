"""The safe area: nothing to be read or scanned is near to the trim."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.press.preflight.bleed import EDGES
from handbill.press.preflight.finished import Page
from handbill.press.preflight.paint import Edges
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Both, Problem

ROUNDING_MM = 0.3
"""Ink of a character that reaches so far over is not told."""


@fault
def text_and_codes_away_from_the_trim(context: Context) -> Iterator[Problem]:
    """E814: the text and the code nearest to the trim of each page."""
    needed = context.expected.safe
    for page in context.pages:
        things = [
            (Both(f"“{line.text[:16]}”", f"“{line.text[:16]}”"), line.edges)
            for line in context.lines(page)
        ]
        codes = [(Both("二维码", "the QR code"), code.edges) for code in page.codes]
        for group in (things, codes):
            near = [(*_nearest(page, edges), what) for what, edges in group if page.shows(edges)]
            if not near:
                continue
            distance, edge, what = min(near, key=lambda one: one[0])
            apart = context.real_mm(page, distance)
            if apart < needed - ROUNDING_MM:
                yield Problem(
                    "E814",
                    page.span,
                    what=what,
                    edge=EDGES[edge],
                    distance=f"{max(apart, 0):.1f}",
                    needed=f"{needed:g}",
                )


def _nearest(page: Page, edges: Edges) -> tuple[float, str]:
    left, bottom, right, top = page.trim
    return min(
        (edges[0] - left, "left"),
        (edges[1] - bottom, "bottom"),
        (right - edges[2], "right"),
        (top - edges[3], "top"),
    )
