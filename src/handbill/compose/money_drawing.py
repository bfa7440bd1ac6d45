"""How the money of a case moves, as a drawing: many who pay, what is between, the few it goes to.

Pure geometry in the units of a view box. The drawing counts nobody: it shows that many pay and few
are paid, and the words beside it say who.
"""

from __future__ import annotations

from dataclasses import dataclass

PAYERS, PAID = 9, 2
ACROSS, DOWN = (120, 170), (84, 300)
"""Length of a stream from end to end and the breadth over which it spreads: from left to right, and
from top to bottom."""
_HEAD = 13.0


@dataclass(frozen=True)
class Streams:
    """Curves as SVG path data; the last point of each is where the money arrives.

    width, height: of the view box. heads: tips of arrows, as path data.
    """

    width: int
    height: int
    curves: tuple[str, ...]
    heads: tuple[str, ...]


def _spread(count: int, size: float) -> list[float]:
    """`count` places at equal distances over `size`, half a distance from either end."""
    return [size * (index + 0.5) / count for index in range(count)]


def _curve(start: float, end: float, length: float, down: bool) -> str:
    """A curve that sets out and arrives straight on."""
    points = [(0.0, start), (length * 0.55, start), (length * 0.4, end), (length, end)]
    if down:
        points = [(y, x) for x, y in points]
    first, *others = (f"{x:g} {y:g}" for x, y in points)
    return f"M{first}C{' '.join(others)}"


def _head(tip: float, at: float, size: float, down: bool) -> str:
    """An arrow's head with its tip at `tip` along the stream."""
    points = [(tip - size, at - size * 0.8), (tip, at), (tip - size, at + size * 0.8)]
    if down:
        points = [(y, x) for x, y in points]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"


def streams(sources: int, sinks: int, *, down: bool) -> Streams:
    """From `sources` places to `sinks` places, one of which is a single point.

    down: from top to bottom, for a narrow screen; else from left to right.
    """
    length, breadth = DOWN if down else ACROSS
    starts = _spread(sources, breadth) if sources > 1 else [breadth / 2] * sinks
    ends = [breadth / 2] * sources if sources > 1 else _spread(sinks, breadth)
    curves = tuple(
        _curve(start, end, length - _HEAD + 1, down)
        for start, end in zip(starts, ends, strict=True)
    )
    heads = tuple(_head(length, end, _HEAD, down) for end in dict.fromkeys(ends))
    width, height = (breadth, length) if down else (length, breadth)
    return Streams(width, height, curves, heads)


def money_drawing() -> dict[str, Streams | int]:
    """Both streams of the figure, for wide and for narrow screens."""
    return {
        "payers": PAYERS,
        "paid": PAID,
        "in_across": streams(PAYERS, 1, down=False),
        "in_down": streams(PAYERS, 1, down=True),
        "out_across": streams(1, PAID, down=False),
        "out_down": streams(1, PAID, down=True),
    }
