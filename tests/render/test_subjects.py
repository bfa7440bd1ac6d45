"""The subject of a picture is whole in every crop, wherever on the canvas it stands."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from sample_sheets import COPY, KINDS, TEMPLATES, Document, Sheet
from test_social import COPY as SOCIAL
from test_social import data_of

from handbill.load.templates import (
    SUBJECT_FOOT,
    SUBJECT_RIGHT,
    SUBJECT_TOP,
    SUBJECT_WIDTH,
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
PICTURED = [kind for kind in sorted(COPY) if shows_picture(TEMPLATES / kind)]


def test_what_shows_pictures() -> None:
    assert PICTURED == ["board", "card", "leaflet", "notice", "poster", "rollup"]


@pytest.mark.parametrize("x", [0, 14, SUBJECT_RIGHT - SUBJECT_WIDTH])
@pytest.mark.parametrize("kind", PICTURED)
def test_the_subject_is_whole(
    tmp_path: Path, document: Document, sheet: Sheet, kind: str, x: int
) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    box = {"x": x, "y": SUBJECT_TOP, "width": SUBJECT_WIDTH, "height": HIGH}
    (templates / "art/box.typ").write_text(ART.format(**box), "utf-8")
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


@pytest.mark.parametrize("x", [0, SUBJECT_RIGHT - SUBJECT_WIDTH])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_subject_is_whole_on_pictures_for_phones(
    tmp_path: Path, sheet: Sheet, language: str, x: int
) -> None:
    """With a local number, too, which takes of their height."""
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    box = {"x": x, "y": SUBJECT_TOP, "width": SUBJECT_WIDTH, "height": HIGH}
    (templates / "art/box.typ").write_text(ART.format(**box), "utf-8")
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
