"""Sheets as pictures: QR codes, the specimen mark, pictures alone, the contact sheet."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pymupdf
import pytest
import segno
import zxingcpp
from PIL import Image, ImageChops, ImageStat
from sample_sheets import ADDRESS, MOMENT, TEMPLATES, Document, Sheet, words_of

from handbill.load.fonts import FAMILIES
from handbill.load.templates import load_looks, picture_names
from handbill.problems import ProblemsFound
from handbill.render.contact_sheet import MARGIN, WIDTH, contact_sheet
from handbill.render.fonts import font_files, font_report
from handbill.render.qr import outline
from handbill.render.typst import SheetRenderer

OWN = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling/templates"
LOOK = load_looks().by_name["all"].rgb()
SPECIMEN = {"word": "样张", "note": "样张：网址未填写，请勿张贴"}


def codes(pdf: bytes, page: int, dpi: int) -> list[str]:
    """What a scanner reads from a page, drawn by a renderer that is not Typst."""
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        drawn = opened[page].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY, alpha=False)
    grey = memoryview(bytes(drawn.samples)).cast("B", (drawn.height, drawn.width))
    return [code.text for code in zxingcpp.read_barcodes(grey)]


@pytest.mark.parametrize(
    ("kind", "size", "page"),
    [("poster", "A4", 0), ("poster", "A1", 0), ("letter", "A4", 0), ("card", "A6", 1)],
)
def test_code_decodes(
    renderer: SheetRenderer, document: Document, kind: str, size: str, page: int
) -> None:
    pdf = renderer.pdf(kind, document(kind, size=size, edition="press"), MOMENT)
    assert codes(pdf, page, 60 if size == "A1" else 150) == [ADDRESS]


def test_room_for_a_code_while_there_is_no_address(
    renderer: SheetRenderer, document: Document, sheet: Sheet
) -> None:
    pdf = renderer.pdf("poster", document("poster", sheet("poster", qr=None)), MOMENT)
    assert codes(pdf, 0, 100) == []
    assert "网址待定" in words_of(pdf)


def test_the_outline_holds_every_dark_module_and_no_other() -> None:
    code = outline(ADDRESS)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code["path"])
    assert "".join(f"M{x} {y}h{n}v1h-{n}z" for x, y, n in runs) == code["path"]
    drawn = {(int(x) + i, int(y)) for x, y, n in runs for i in range(int(n))}
    made = segno.make(ADDRESS, error="m", micro=False, boost_error=True).matrix
    assert drawn == {(x, y) for y, row in enumerate(made) for x, dark in enumerate(row) if dark}
    assert code["count"] == len(made)


@pytest.mark.parametrize("kind", ["poster", "letter", "card", "banner"])
def test_specimen_is_marked_and_leaves_nothing_behind(
    renderer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    marked = renderer.pdf(kind, document(kind, sheet(kind, specimen=SPECIMEN)), MOMENT)
    clean = renderer.pdf(kind, document(kind), MOMENT)
    assert SPECIMEN["note"] in words_of(marked)
    assert "样张" not in words_of(clean)
    # So much of the first page changes that nobody posts it unaware.
    before, after = (_grey(pdf) for pdf in (clean, marked))
    changed = sum(abs(a - b) > 4 for a, b in zip(before, after, strict=True))
    assert changed > len(before) * 0.03


def _grey(pdf: bytes) -> bytes:
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        return bytes(opened[0].get_pixmap(dpi=20, colorspace=pymupdf.csGRAY, alpha=False).samples)


@pytest.mark.parametrize("name", sorted({*picture_names(TEMPLATES), *picture_names(OWN)}))
def test_picture_alone_is_a_compact_svg(renderer: SheetRenderer, name: str) -> None:
    picture = renderer.picture_svg(name, LOOK, (0, 34, 72, 38.4)).decode()
    assert picture.startswith("<svg")
    assert 'viewBox="0 0 288 153.6"' in picture
    assert "<text" not in picture
    assert len(picture) < 150_000


def test_unknown_picture(renderer: SheetRenderer) -> None:
    with pytest.raises(ProblemsFound) as caught:
        renderer.picture_svg("nowhere", LOOK)
    assert caught.value.problems[0].code == "E701"


def test_svg_and_png_have_a_page_each(renderer: SheetRenderer, document: Document) -> None:
    assert len(renderer.svg("card", document("card"))) == 2
    front, back = renderer.png("card", document("card"), 50)
    assert front != back
    assert pymupdf.Pixmap(front).width == pytest.approx(105 / 25.4 * 50, abs=1)


def test_contact_sheet_shows_every_item(renderer: SheetRenderer, document: Document) -> None:
    (poster,) = renderer.png("poster", document("poster"), 40)
    (banner,) = renderer.png("banner", document("banner"), 40)
    items = [("海报", poster), ("横幅", banner), *[("海报", poster)] * 5]
    made = contact_sheet(items)
    assert contact_sheet(items) == made
    sheet = Image.open(io.BytesIO(made)).convert("RGB")
    assert sheet.width == WIDTH
    shown = Image.open(io.BytesIO(poster)).convert("RGB")
    # Three fit beside each other, then four: the rows stand on their titles.
    one_row = Image.open(io.BytesIO(contact_sheet(items[:3])))
    assert sheet.height > one_row.height > shown.height
    seen = sheet.crop((MARGIN, MARGIN, MARGIN + shown.width, MARGIN + shown.height))
    off = ImageStat.Stat(ImageChops.difference(seen, shown)).mean
    assert max(off) < 2, "the first is not where it should be, or not in its colours"
    title = sheet.crop(
        (MARGIN, MARGIN + shown.height + 12, MARGIN + 80, MARGIN + shown.height + 40)
    )
    assert title.getextrema()[0][0] < 60, "no title"


def test_a_picture_wider_than_the_contact_sheet_is_made_to_fit() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (3 * WIDTH, 300), "red").save(drawn, "PNG")
    made = Image.open(io.BytesIO(contact_sheet([("宽", drawn.getvalue())]))).convert("RGB")
    assert made.width == WIDTH
    assert made.getpixel((WIDTH - MARGIN - 2, MARGIN + 20)) == (255, 0, 0)
    assert made.getpixel((WIDTH - MARGIN + 2, MARGIN + 20)) != (255, 0, 0)


def test_fonts_come_from_the_wheels() -> None:
    report = font_report()
    assert {found.family for found in report} == set(FAMILIES)
    assert all(found.found for found in report)
    assert font_files()


PER_U = 4
"""Pixels of a u, where a card and a poster are compared."""


@pytest.mark.parametrize(("picture", "lift"), [("villages", 0), ("families", 2.4)])
def test_card_and_poster_show_the_same_picture(
    renderer: SheetRenderer, document: Document, sheet: Sheet, picture: str, lift: float
) -> None:
    copy = {"headline": ["老乡介绍", "也问一问"]}
    front = renderer.png(
        "card",
        document("card", sheet("card", picture=picture)),
        PER_U * 72 / (105 / 72) * 25.4 / 72,
    )[0]
    poster = renderer.png(
        "poster",
        document("poster", sheet("poster", copy=copy, picture=picture)),
        PER_U * 72 / (297 / 72) * 25.4 / 72,
    )[0]
    one, other = (pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(png)) for png in (front, poster))
    # On the card the picture is smaller, about its middle and its head, and may be moved up, so that
    # the edge cuts nothing badly; on a poster to A3 it hangs lower by the signals that are left out.
    # Edges of shapes fall on other pixels: those are 4 % here.
    scale, head, lower = 0.86, 36.6, 3.7
    pairs = [
        (
            one.pixel(round(PER_U * x), round(PER_U * y))[0],
            other.pixel(
                round(PER_U * (36 + (x - 36) / scale)),
                round(PER_U * (head + (y - head) / scale + lift + lower)),
            )[0],
        )
        for x in range(8, 64)
        for y in range(38, 58)
    ]
    assert sum(abs(a - b) < 40 for a, b in pairs) > 0.95 * len(pairs)
