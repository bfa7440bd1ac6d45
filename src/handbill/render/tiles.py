"""What a tiling says in words: drawn by Typst, put under and over the tiles by `impose`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from handbill.press.grid import Tiling
from handbill.press.imposed import plan_area

if TYPE_CHECKING:
    from handbill.render.typst import SheetRenderer


def lettering(
    sheets: SheetRenderer,
    say: Mapping[str, str],
    lang: str,
    title: str,
    paper: str,
    moment: datetime.datetime,
) -> Callable[[Tiling, float, float], bytes]:
    """Returns the plan and the numbers of a tiling onto `paper`, in the words `say` (see
    `impose.pages.Lettering`)."""

    def draw(cut: Tiling, width: float, height: float) -> bytes:
        facts = {
            "paper": paper,
            "count": len(cut.tiles),
            "rows": cut.rows,
            "columns": cut.columns,
            "overlap": f"{cut.overlap:g}",
            "width": f"{width:g}",
            "height": f"{height:g}",
        }
        return sheets.pdf(
            "impose/lettering",
            {
                "size": None,
                "sheets": [
                    {
                        "id": "tiles",
                        "title": title,
                        "lang": lang,
                        "area": plan_area(width, height),
                        "lines": [line.format(**facts) for line in say["tiles_how"].split("\n")],
                        "tiles": [{**asdict(one), "number": one.number} for one in cut.tiles],
                    }
                ],
            },
            moment,
        )

    return draw
