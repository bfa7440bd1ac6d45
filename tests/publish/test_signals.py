"""Signals of every board that is published, at each size and in each language, by geometry."""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
import yaml

FLAGSHIP = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling"
BOARDS = [
    (material["id"], size)
    for file in sorted(FLAGSHIP.glob("*.yml"))
    for material in yaml.safe_load(file.read_text("utf-8")).get("materials", ())
    if material["kind"] == "board"
    for size in material["sizes"]
]
# In u, 1/72 of the short side: sides of squares and how far behind them words begin, on panels that
# lie across and those that stand.
SQUARES = {1.3: 2.1, 1.7: 2.8}
BETWEEN = 2


def beyond(page: pymupdf.Page) -> tuple[int, list[str]]:
    """Return the number of a board's signals, and the lines that end later than 2 u before the next
    square, or than the measure where none follows."""
    unit = min(page.rect.width, page.rect.height) / 72
    squares = sorted(
        (rect.x0 / unit, rect.y0 / unit, SQUARES[side])
        for rect in (one["rect"] for one in page.get_drawings() if len(one["items"]) == 1)
        if (side := round(rect.width / unit, 2)) in SQUARES and abs(rect.height - rect.width) < 0.1
    )
    across = len({round(x) for x, _, _ in squares}) > 1
    spans = [
        ([edge / unit for edge in span["bbox"]], span["text"].strip(), span["size"] / unit)
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
    ]
    late = []
    for (x, y, beside), following in zip(squares, [*squares[1:], None], strict=True):
        until = following[0] if across and following is not None else 999
        if not across:
            until = 0.51 * page.rect.width / unit
            right = until - 3
        elif following is not None:
            right = following[0] - BETWEEN
        else:
            right = page.rect.width / unit - 4
        own = [
            span
            for span in spans
            if x + beside - 0.35 < span[0][0] < until and -2 < span[0][3] - y < 9 and span[2] < 6
        ]
        assert len(own) >= 2, (own, x, y)
        for box, said, size in own:
            # Half of such a mark is white.
            hangs = 0.5 * size if re.search("[，、；：。]$", said) else 0
            if box[2] > right + hangs + 0.05:
                late.append(f"{said}: {box[2]:.2f} > {right:.2f}")
    return len(squares), late


def test_signals_keep_to_their_third(built: Path) -> None:
    found = []
    for material, size in BOARDS:
        for language in ("", "en/"):
            file = built / f"{language}m/{material}/{material}-{size}.pdf"
            with pymupdf.open(file) as opened:
                signals, late = beyond(opened[0])
            assert signals in (2, 3), file.name
            found += [f"{language}{file.stem}: {one}" for one in late]
    assert len(BOARDS) >= 17
    assert not found, "\n".join(found)
