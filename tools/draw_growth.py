"""Draws the growth of builds over places as an SVG picture, from the figures in tools/growth.json.

    python scripts/measure_site.py 10 100 1000 10000
    python tools/draw_growth.py docs/images/growth.svg

The first prints the figures; both axes are logarithmic, so that what grows with the places is a line
of one slope, and what does not is level.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

FIGURES = Path(__file__).with_name("growth.json")
WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 330, 250, 52, 40, 44
INK, LINE, GRID = "#10233f", "#d7261e", "#c9ced8"


def panel(at: float, title: str, places: list[int], values: list[float], unit: str) -> list[str]:
    """One diagram with its left edge `at`, as elements of SVG. values: one for each of places."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(places[0]), math.log10(places[-1])

    def x(count: float) -> float:
        return at + LEFT + (math.log10(count) - first) / (last - first) * (WIDTH - LEFT - 44)

    def y(value: float) -> float:
        part = (math.log10(value) - low) / max(high - low, 1)
        return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP)

    drawn = [f'<text x="{at + 8:g}" y="20" font-weight="700">{title}</text>']
    for power in range(low, high + 1):
        level = y(10**power)
        drawn += [
            f'<path d="M{x(places[0]):.1f} {level:.1f}H{x(places[-1]):.1f}" stroke="{GRID}"/>',
            f'<text x="{at + LEFT - 6:g}" y="{level + 4:.1f}" text-anchor="end">{10**power:,g}</text>',
        ]
    points = " ".join(
        f"{x(count):.1f},{y(value):.1f}" for count, value in zip(places, values, strict=True)
    )
    drawn.append(f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="2.5"/>')
    for count, value in zip(places, values, strict=True):
        drawn += [
            f'<circle cx="{x(count):.1f}" cy="{y(value):.1f}" r="4" fill="{LINE}"/>',
            f'<text x="{x(count):.1f}" y="{y(value) - 12:.1f}" text-anchor="middle">{value:g}{unit}</text>',
            f'<text x="{x(count):.1f}" y="{HEIGHT - 18}" text-anchor="middle">{count:,}</text>',
        ]
    return drawn


def picture(figures: dict[str, list[float]]) -> str:
    """The whole picture as SVG."""
    places = [int(one) for one in figures["places"]]
    elements = [
        *panel(0, "CPU seconds of a build, by places", places, figures["seconds"], " s"),
        *panel(WIDTH, "Peak memory, by places", places, figures["megabytes"], " MB"),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12" fill="{INK}" role="img">'
        "<title>Growth of a build over places</title>"
        f'<rect width="{2 * WIDTH}" height="{HEIGHT}" fill="#fff"/>{"".join(elements)}</svg>\n'
    )


if __name__ == "__main__":
    figures = json.loads(FIGURES.read_text("utf-8"))
    Path(sys.argv[1]).write_text(picture(figures), "utf-8", newline="\n")
