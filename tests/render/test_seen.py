"""What a picture warns with, or points at, is seen in grey, too: it lies against what is lighter or
darker than it by 3:1."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
import yaml
from PIL import Image, ImageChops, ImageFilter
from sample_sheets import TEMPLATES

from handbill.load.templates import load_looks
from handbill.model.look import contrast
from handbill.render.typst import SheetRenderer

OWN = Path(__file__).parents[2] / "campaigns/anti-pyramid-selling/templates"
LOOKS = load_looks().by_name
PX = 8
"""Pixels of a u."""
BESIDE = 3
"""Where what lies about a shape is looked at, in pixels from its edge."""
LEAST = 3.0
"""Contrast of what is no text (WCAG 2.2, 1.4.11)."""
WHOLE = (0, 0, 72, 72.4)
SEEN = {
    "communities": ("red", WHOLE, 0.7),
    "elders": ("red", WHOLE, 0.7),
    "online": ("red", WHOLE, 0.8),
    "schools": ("red", WHOLE, 0.95),
    "villages": ("red", WHOLE, 0.95),
    "enterprises": ("paper", (42, 37, 21, 18), 0.5),
}
"""What must be seen, by picture: its tone, where it is on the canvas (x, y, width, height), and the
part of its edge that lies against what makes it seen, but for the hand that holds it."""
SKIN = {
    tone["rgb"].upper()
    for tones in yaml.safe_load((TEMPLATES / "art/people/tones.yml").read_text("utf-8")).values()
    for tone in tones.values()
}


def drawn(renderer: SheetRenderer, name: str) -> Image.Image:
    """A picture as a screen shows it, PX to the u."""
    svg = renderer.picture_svg(name, LOOKS[name].rgb(), WHOLE)
    with pymupdf.open(stream=svg, filetype="svg") as opened:
        page = opened[0]
        scale = PX * WHOLE[2] / page.rect.width
        png = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False).tobytes("png")
    return Image.open(io.BytesIO(png)).convert("RGB")


def of_tone(picture: Image.Image, tone: str) -> Image.Image:
    """Where a picture has a tone #RRGGBB: 255, else 0."""
    apart = ImageChops.difference(picture, Image.new("RGB", picture.size, tone)).split()
    most = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2])
    return most.point(lambda one: 255 if one < 8 else 0)


def about(picture: Image.Image, shape: Image.Image) -> Iterator[tuple[int, str]]:
    """Colours close about a shape, each after how many pixels have it."""
    near = shape.filter(ImageFilter.MaxFilter(2 * BESIDE - 1))
    ring = ImageChops.subtract(shape.filter(ImageFilter.MaxFilter(2 * BESIDE + 1)), near)
    none = (1, 2, 3)
    seen = Image.composite(picture, Image.new("RGB", picture.size, none), ring)
    for count, colour in seen.getcolors(seen.width * seen.height) or ():
        if colour != none:
            yield count, "#{:02X}{:02X}{:02X}".format(*colour)


@pytest.mark.parametrize("name", SEEN)
def test_what_must_be_seen_is_seen_in_grey(renderer: SheetRenderer, name: str) -> None:
    tone_name, (x, y, width, height), part = SEEN[name]
    tone = LOOKS[name].rgb()[tone_name]
    picture = drawn(renderer, name)
    window = Image.new("L", picture.size)
    window.paste(255, tuple(round(PX * one) for one in (x, y, x + width, y + height)))
    shape = ImageChops.multiply(of_tone(picture, tone), window)
    assert shape.histogram()[255] > 4 * PX * PX
    found = [(count, colour) for count, colour in about(picture, shape) if colour not in SKIN]
    clear = sum(count for count, colour in found if contrast(tone, colour) >= LEAST)
    assert clear / sum(count for count, _ in found) >= part
