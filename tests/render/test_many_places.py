"""A document of several places has the pages that each place has by itself: as seen, as read, as
tagged."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pymupdf
import pytest
from sample_sheets import MOMENT, Document, Sheet
from test_right_to_left import arabic

from handbill.press.run_file import run_file
from handbill.render.typst import SheetRenderer

PLACES = ("河东街道办事处", "溪口镇人民政府", "第三小学")


def of_places(
    document: Document, sheet: Sheet, kind: str, lang: str, edition: str
) -> list[dict[str, Any]]:
    """The documents of a sheet in some places."""
    base = arabic(document, sheet, kind)["sheets"][0] if lang == "ar" else sheet(kind, lang=lang)
    made = []
    for number, place in enumerate(PLACES):
        own = {
            **base,
            "imprint": [place if lang == "zh" else f"No {number}", *base["imprint"][1:]],
            "qr": {**base["qr"], "url": f"https://handbill.example.org/p/{number}/"},
        }
        if kind == "letter" and lang == "zh":
            own["copy"] = {**own["copy"], "signature": place}
        made.append(document(kind, own, edition=edition))
    return made


def seen(pdf: bytes) -> list[tuple[bytes, str]]:
    """Pixels and text of each page."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return [(page.get_pixmap(dpi=30).samples, page.get_text()) for page in opened]


def tags(pdf: bytes) -> list[tuple[str, str]]:
    """Kind and alternative text of each element of the structure, in order."""

    def below(element: Any) -> list[tuple[str, str]]:
        found = [(str(element.S), str(element.get("/Alt", "")))]
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found += below(kid)
        return found

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        [top] = opened.Root.StructTreeRoot.K
        return below(top)[1:]


@pytest.mark.parametrize(
    ("kind", "lang", "edition"),
    [
        ("poster", "zh", "press"),
        ("poster", "ar", "office"),
        ("letter", "zh", "office"),
        ("card", "zh", "office"),
        ("card", "ar", "press"),
        ("comic", "zh", "office"),
    ],
)
def test_many_places_are_as_each_by_itself(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str, lang: str, edition: str
) -> None:
    each = of_places(document, sheet, kind, lang, edition)
    together = {**each[0], "sheets": [one["sheets"][0] for one in each]}
    made = renderer.pdf(kind, together, MOMENT)
    starts = renderer.starts(kind, together)
    single = [renderer.pdf(kind, one, MOMENT) for one in each]
    pages = [seen(one) for one in single]
    assert seen(made) == [page for one in pages for page in one]
    assert starts == [1 + sum(map(len, pages[:number])) for number in range(len(each))]
    assert tags(made) == [tag for one in single for tag in tags(one)]
    marked, count = run_file(made, zip(PLACES, (start - 1 for start in starts), strict=True))
    assert count == sum(map(len, pages))
    assert (seen(marked), tags(marked)) == (seen(made), tags(made))
    if kind in ("poster", "comic"):
        assert marked.count(b"/Subtype /Form") and len(marked) < len(made)
    with pymupdf.open(stream=marked, filetype="pdf") as opened:
        assert [one[1:3] for one in opened.get_toc()] == [
            list(one) for one in zip(PLACES, starts, strict=True)
        ]
