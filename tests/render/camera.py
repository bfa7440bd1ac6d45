"""Photographs for tests, drawn here, with all that a camera writes beside its pixels."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress

import pikepdf
from PIL import Image, ImageCms, ImageDraw

PLANTED = b"PLANTED-7431"
"""Stands in every part of a file that is not its pixels."""
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F
LATITUDE = (48.0, 51.0, 29.0)


def scene(width: int, height: int) -> Image.Image:
    """A sky over a ground, red at the left edge, green at the right, a face in the middle."""
    picture = Image.new("RGB", (width, height), "#88B4D8")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 0.7, width, height), fill="#97825A")
    draw.rectangle((0, 0, width * 0.05, height), fill="#FF0000")
    draw.rectangle((width * 0.95, 0, width, height), fill="#00FF00")
    radius, middle = height * 0.1, (width / 2, height * 0.45)
    draw.circle(middle, radius, fill="#D2AA8C")
    for side in (-1, 1):
        draw.circle(
            (middle[0] + side * radius * 0.4, middle[1] - radius * 0.2),
            radius * 0.12,
            fill="#201414",
        )
    return picture


def photograph(width: int = 1200, height: int = 900, orientation: int = 1) -> bytes:
    """A JPEG as a camera writes it: where it was taken, by whom, with a comment, and behind its end
    the depth that a phone has measured."""
    picture = scene(width, height)
    turns = {6: Image.Transpose.ROTATE_90, 3: Image.Transpose.ROTATE_180}
    if orientation in turns:
        picture = picture.transpose(turns[orientation])
    told = Image.Exif()
    told[MAKER] = PLANTED.decode()
    told[ORIENTATION] = orientation
    told.get_ifd(GPS)[2] = LATITUDE
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=90, exif=told, comment=PLANTED, icc_profile=profile)
    return made.getvalue() + PLANTED


def layers(content: bytes) -> Iterator[bytes]:
    """Every stretch of bytes in a file: of a zip each member, of a PDF each stream, packed and
    unpacked, of a page or a drawing what stands in it as base64."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from layers(archive.read(name))
    elif content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            for thing in document.objects:
                if isinstance(thing, pikepdf.Stream):
                    yield from layers(thing.read_raw_bytes())
                    with suppress(pikepdf.PdfError):
                        yield from layers(thing.read_bytes())
    else:
        for found in re.findall(rb"base64,([A-Za-z0-9+/=\s]+)", content):
            yield from layers(base64.b64decode(found))
