"""Pictures for lists: light, opaque, the same each time."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from handbill.render.pictures import with_palette


def drawn() -> bytes:
    """A PNG with smooth edges: a disc on a clear ground."""
    picture = Image.new("RGBA", (400, 400), (255, 255, 255, 255))
    for size in range(0, 200, 2):
        ImageDraw.Draw(picture).ellipse(
            (size, size, 399 - size, 399 - size), fill=(size, 255 - size, size // 2, 255)
        )
    finished = io.BytesIO()
    picture.save(finished, "PNG")
    return finished.getvalue()


def test_a_palette_makes_a_picture_lighter_and_keeps_its_size() -> None:
    before = drawn()
    after = with_palette(before, 16)
    assert len(after) < len(before)
    with Image.open(io.BytesIO(after)) as picture:
        assert picture.size == (400, 400) and picture.mode == "P"
        assert len(picture.convert("RGB").getcolors(256) or []) <= 16
    assert with_palette(before, 16) == after
