"""Logos of those who publish stand near the publisher on every sheet that has room for them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from PIL import Image as Pixels
from PIL import ImageDraw
from sample_sheets import COPY, KINDS, TEMPLATES, Document, Sheet

from handbill.compose.sheets import LOGO_MM, logo_height
from handbill.load.images import Image
from handbill.press.image_inks import in_inks
from handbill.render.typst import SheetRenderer

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#0b5d5e" d="M0 0h9v9z"/></svg>'
BEARING = sorted(kind for kind in COPY if KINDS[kind].logos)
MM = 72 / 25.4


def pixels(size: tuple[int, int], colour: str, mode: str = "RGB") -> bytes:
    picture = Pixels.new(mode, size, colour)
    ImageDraw.Draw(picture).rectangle((9, 9, 40, 40), fill="#ffffff")
    made = io.BytesIO()
    picture.save(made, "JPEG" if mode == "L" else "PNG")
    return made.getvalue()


LOGOS = [
    Image("svg", 9, 9, SVG),
    Image("png", 700, 200, pixels((700, 200), "#8A3500", "RGBA")),
    Image("jpg", 280, 210, pixels((280, 210), "#202020", "L")),
]
ROW = [{"image": one.name, "ratio": one.ratio, "alt": f"标志{n}"} for n, one in enumerate(LOGOS)]


@pytest.fixture(scope="module")
def bearer() -> SheetRenderer:
    return SheetRenderer(TEMPLATES, images={one.name: one for one in LOGOS})


def sizes(kind: str) -> list[str]:
    """The smallest and the largest size of a kind."""
    named = sorted(KINDS[kind].sizes, key=lambda name: KINDS[kind].sizes[name].width)
    return list(dict.fromkeys([named[0], named[-1]]))


@pytest.mark.parametrize(
    ("kind", "size"), [(kind, size) for kind in BEARING for size in sizes(kind)]
)
def test_logos_have_their_height_and_stay_clear(
    bearer: SheetRenderer, document: Document, sheet: Sheet, kind: str, size: str
) -> None:
    measures = KINDS[kind].sizes[size]
    logos = {"height": logo_height(measures), "row": ROW}
    pdf = bearer.pdf(kind, document(kind, sheet(kind, logos=logos), size=size), 0)
    found = 0
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        for page in opened:
            boxes = [pymupdf.Rect(one["bbox"]) for one in page.get_image_info()]
            boxes = [one for one in boxes if abs(one.height - logos["height"] * MM) < 0.1]
            found += len(boxes)
            texts = [pymupdf.Rect(word[:4]) for word in page.get_text("words")]
            for box in boxes:
                assert box.height >= LOGO_MM * measures.scale * MM - 0.1
                assert page.rect.contains(box)
                # Half of a text's box is room above and below its characters.
                near = pymupdf.Rect(box.x0 - 2, box.y0 - 1, box.x1 + 2, box.y1 + 1)
                inner = [
                    pymupdf.Rect(
                        one.x0, one.y0 + 0.2 * one.height, one.x1, one.y1 - 0.2 * one.height
                    )
                    for one in texts
                ]
                assert not [one for one in inner if near.intersects(one)]
                assert sum(near.intersects(other) for other in boxes) == 1
    # The third is drawn as shapes; a lesson has two papers with a foot.
    assert found in (2, 4)


@pytest.mark.parametrize("kind", BEARING)
def test_the_press_gets_inks_alone(
    bearer: SheetRenderer, document: Document, sheet: Sheet, kind: str
) -> None:
    size = sizes(kind)[0]
    logos = {"height": logo_height(KINDS[kind].sizes[size]), "row": ROW}
    one = sheet(kind, logos=logos)
    pdf = bearer.pdf(kind, document(kind, one, size=size, edition="press"), 0)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        spaces = sorted(
            str(thing.ColorSpace)
            for thing in opened.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        )
    assert "/DeviceCMYK" in spaces
    assert set(spaces) <= {"/DeviceCMYK", "/DeviceGray"}


def test_grey_is_black_ink_and_nothing_is_more_than_two_inks() -> None:
    grey = in_inks(Pixels.linear_gradient("L").convert("RGB"))
    assert grey.mode == "L"
    assert grey.tobytes() == Pixels.linear_gradient("L").tobytes()
    colours = Pixels.merge("RGB", [Pixels.linear_gradient("L").rotate(90 * n) for n in range(3)])
    inks = in_inks(colours)
    assert inks.mode == "CMYK"
    assert max(sum(inks.getpixel((x, y))) for x in range(256) for y in range(256)) <= 2 * 255


def test_a_kind_without_logos_says_why() -> None:
    for kind in KINDS:
        text = (Path(TEMPLATES) / kind / "kind.yml").read_text("utf-8")
        if not KINDS[kind].logos:
            before = text[: text.index("\nlogos: false")].splitlines()[-1]
            assert before.startswith("# "), kind
