"""Images of a print-shop edition: their RGB made into inks.

No profile of a paper is guessed at. The reckoning is the plain one of PDF, with all grey in black
ink: neutral pixels are black alone, and no pixel has more than 200 % of ink.
"""

from __future__ import annotations

import io

import pikepdf
from PIL import Image, ImageChops

QUALITY = 92
"""Of a photograph that comes as JPEG."""


def into_inks(document: pikepdf.Pdf) -> None:
    """Changes every RGB image of a document into black or CMYK, and takes the profile from
    every grey one; their masks stay."""
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            picture = pikepdf.PdfImage(thing)
            if picture.mode in ("RGB", "P"):
                _write(thing, picture.as_pil_image().convert("RGB"))
            elif picture.mode == "L":
                thing["/ColorSpace"] = pikepdf.Name.DeviceGray


def _write(stream: pikepdf.Stream, picture: Image.Image) -> None:
    jpeg = stream.get("/Filter") == "/DCTDecode"
    inks = in_inks(picture)
    for name in ("/Decode", "/DecodeParms"):
        if name in stream:
            del stream[name]
    stream["/ColorSpace"] = pikepdf.Name("/DeviceGray" if inks.mode == "L" else "/DeviceCMYK")
    stream["/BitsPerComponent"] = 8
    if not jpeg:
        stream.write(inks.tobytes())
        return
    made = io.BytesIO()
    inks.save(made, "JPEG", quality=QUALITY, subsampling=0)
    if inks.mode == "CMYK":  # Pillow turns them over, as Adobe does
        stream["/Decode"] = [1, 0] * 4
    stream.write(made.getvalue(), filter=pikepdf.Name.DCTDecode)


def in_inks(picture: Image.Image) -> Image.Image:
    """Returns an RGB image in CMYK, or in grey where it has no colour."""
    cyan, magenta, yellow = (ImageChops.invert(one) for one in picture.split())
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    inks = [ImageChops.subtract(one, black) for one in (cyan, magenta, yellow)]
    if not any(one.getextrema()[1] for one in inks):
        return ImageChops.invert(black)
    return Image.merge("CMYK", (*inks, black))
