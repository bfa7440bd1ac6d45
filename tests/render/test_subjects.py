"""The subject of a picture is whole in every crop, wherever on the canvas it stands."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pymupdf
import pytest
from PIL import Image, ImageChops, ImageColor
from sample_sheets import COPY, KINDS, MOMENT, TEMPLATES, Document, Sheet
from test_social import COPY as SOCIAL
from test_social import data_of

from handbill.compose.artifacts import TILE
from handbill.load.templates import (
    SUBJECT_FOOT,
    SUBJECT_RIGHT,
    SUBJECT_TOP,
    SUBJECT_WIDTH,
    load_looks,
    picture_names,
    shows_picture,
)
from handbill.render.typst import SheetRenderer

HIGH = SUBJECT_FOOT - SUBJECT_TOP
ART = """\
#import "parts-still.typ": slab
#let subject = ({x}, {y}, {width}, {height})
#let picture(u, look, riser: true) = slab(u, rgb("#ff00ff"), ..subject)
"""
CORNERS = "(-6, 34), (78, 34), (78, 94), (-6, 94)"
PICTURED = [kind for kind in sorted(COPY) if shows_picture(TEMPLATES / kind)]


def test_what_shows_pictures() -> None:
    assert PICTURED == ["board", "card", "leaflet", "notice", "poster", "rollup"]


def with_art(tmp_path: Path, art: str) -> Path:
    """The templates with a picture `box`."""
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (templates / "art/box.typ").write_text(art, "utf-8")
    return templates


def with_box(tmp_path: Path, x: int) -> Path:
    """The templates with a picture whose subject is as large as it may be, its left edge at `x`."""
    box = {"x": x, "y": SUBJECT_TOP, "width": SUBJECT_WIDTH, "height": HIGH}
    return with_art(tmp_path, ART.format(**box))


@pytest.mark.parametrize("x", [0, 14, SUBJECT_RIGHT - SUBJECT_WIDTH])
@pytest.mark.parametrize("kind", PICTURED)
def test_the_subject_is_whole(
    tmp_path: Path, document: Document, sheet: Sheet, kind: str, x: int
) -> None:
    templates = with_box(tmp_path, x)
    assert "box" in picture_names(templates)
    renderer = SheetRenderer(templates)
    for size in {min(KINDS[kind].sizes), max(KINDS[kind].sizes)}:
        data = document(kind, sheet(kind, picture="box"), size=size)
        [png, *_] = renderer.png(kind, data, 36)
        assert shape_of(png) == pytest.approx(SUBJECT_WIDTH / HIGH, rel=0.06), size


def shape_of(png: bytes) -> float:
    """Width by height of what is seen of the subject."""
    with Image.open(io.BytesIO(png)) as drawn:
        red, green, blue = drawn.convert("RGB").split()
    magenta = ImageChops.darker(red, ImageChops.darker(ImageChops.invert(green), blue))
    left, top, right, foot = magenta.point(lambda one: 255 * (one > 200)).getbbox()
    return float((right - left) / (foot - top))


CARD = {
    "zh": {"title": "几样凑在一起，马上说一声", "lead": "觉得不对，就告诉派出所，自己不动手。" * 3},
    "en": {
        "title": "Register first, then hand over the key",
        "lead": "Register before you let; if it feels wrong, tell the police; do not step in. " * 2,
    },
}


@pytest.mark.parametrize("x", [0, SUBJECT_RIGHT - SUBJECT_WIDTH])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_subject_is_whole_on_previews_of_links(
    tmp_path: Path, sheet: Sheet, language: str, x: int
) -> None:
    """However long title and lead are, which stand above it."""
    templates = with_box(tmp_path, x)
    one = sheet("poster", lang=language, picture="box") | CARD[language]
    numbers = [{"number": "110", "words": "遇险报警"}]
    aside = {"kind": "list", "title": "一", "items": ["二", "三"]}
    one |= {"kind": "social-card", "numbers": numbers, "aside": aside, "quotes": []}
    one |= {"tag": None, "publisher": None, "look": load_looks().by_name["schools"].rgb()}
    size = {"name": "preview", "width": 120, "height": 63, "bleed": 0, "scale": 1, "marks": False}
    data = {"edition": "screen", "size": {**size, "safe": 0}, "sheets": [one]}
    [png] = SheetRenderer(templates).png("social-card/card", data, 127)
    assert shape_of(png) == pytest.approx(SUBJECT_WIDTH / HIGH, rel=0.06)


def test_the_subject_is_whole_on_pictures_of_pages() -> None:
    """The window that pages show of a picture."""
    left, top, width, height = TILE
    assert left <= 0
    assert left + width >= SUBJECT_RIGHT
    assert top <= SUBJECT_TOP
    assert top + height >= SUBJECT_FOOT


@pytest.mark.parametrize("x", [0, SUBJECT_RIGHT - SUBJECT_WIDTH])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_subject_is_whole_on_pictures_for_phones(
    tmp_path: Path, sheet: Sheet, language: str, x: int
) -> None:
    """With a local number, too, which takes of their height."""
    templates = with_box(tmp_path, x)
    renderer = SheetRenderer(templates)
    contact = {"label": "居委会", "field": "contact_1", "number": "027-8123 4567"}
    english = {
        "headline": ["Pressed to pay?", "Talk at home."],
        "sentence": "Ring your family first.",
    }
    copy = {**SOCIAL, **(english if language == "en" else {}), "contacts": [contact]}
    for size in ("1080x1080", "900x383", "1080x1920", "long"):
        data = data_of(sheet, size, copy, lang=language, picture="box", offices=1)
        [png] = renderer.png("social", data, 72)
        assert shape_of(png) == pytest.approx(SUBJECT_WIDTH / HIGH, rel=0.06), size


@pytest.mark.parametrize("kind", ["poster", "rollup", "1080x1080", "1080x1920"])
def test_nothing_shows_between_picture_panel_and_paper(
    tmp_path: Path, document: Document, sheet: Sheet, kind: str
) -> None:
    """Down the margin below a picture that goes on past its canvas there are its colour, the panel's,
    the paper's, and mixtures of neighbours where an edge falls within a pixel."""
    art = ART.format(x=-6, y=34, width=84, height=60)
    # A curve: renderers set the edges of plain rectangles on whole pixels.
    art = art.replace("slab(u, ", "cut(u, ").replace("..subject", CORNERS).replace("slab", "cut")
    renderer = SheetRenderer(with_art(tmp_path, art))
    contact = {"label": "居委会", "field": "contact_1", "number": "027-8123 4567"}
    if kind in KINDS:
        data = document(kind, sheet(kind, picture="box"), size=min(KINDS[kind].sizes))
        with pymupdf.open(stream=renderer.pdf(kind, data, MOMENT), filetype="pdf") as opened:
            drawn = [opened[0].get_pixmap(dpi=dpi).tobytes("png") for dpi in (36, 53, 86)]
    else:
        copy = {**SOCIAL, "contacts": [contact]}
        data = data_of(sheet, kind, copy, picture="box", offices=1)
        drawn = [renderer.png("social", data, ppi)[0] for ppi in (41, 72)]
    look = data["sheets"][0]["look"]
    assert [between(png, look) for png in drawn] == [[]] * len(drawn)


def between(png: bytes, look: dict[str, str]) -> list[tuple[int, ...]]:
    """Colours of the left margin that are of none of what meets there."""
    magenta, panel, paper = (
        ImageColor.getrgb(tone) for tone in ("#ff00ff", look["second"], look["paper"])
    )
    with Image.open(io.BytesIO(png)) as drawn:
        margin = drawn.convert("RGB").crop((1, 0, 2, drawn.height))
    column = [margin.getpixel((0, y)) for y in range(margin.height)]
    (picture, *_), (second, *_), (*_, last) = (
        [y for y, colour in enumerate(column) if within(colour, tone, tone)]
        for tone in (magenta, panel, paper)
    )
    return [colour for colour in column[picture:second] if not within(colour, magenta, panel)] + [
        colour for colour in column[second:last] if not within(colour, panel, paper)
    ]


def within(colour: tuple[int, ...], one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a colour lies between two, by each of its parts."""
    return all(
        min(a, b) - 2 <= part <= max(a, b) + 2
        for part, a, b in zip(colour, one, other, strict=True)
    )
