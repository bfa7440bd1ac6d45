"""Inks and lines: no RGB for the press, not too much ink, no hairlines."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf.models.image import (
    ImageDecompressionError,
    InvalidPdfImageError,
    NotExtractableError,
    UnsupportedImageTypeError,
)
from PIL import Image, ImageChops

from handbill.model.units import MM_PER_PT
from handbill.press.preflight.paint import Placed
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Both, Problem

LIMIT = 280
"""Percent that uncoated paper takes."""
ROUNDING = 1.0
SHARE = 0.001
"""Of an image's pixels that may be over the limit: noise of its compression."""
UNDECODABLE = (
    ImageDecompressionError,
    InvalidPdfImageError,
    NotExtractableError,
    UnsupportedImageTypeError,
    Image.DecompressionBombError,
    pikepdf.PdfError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What an image that no library here decodes leads to (pikepdf raises NotImplementedError for those
it does not know): its inks are not known."""
DECODE_IS_IGNORED = tuple(map(int, pikepdf.__version__.split(".")[:2])) < (10, 9)
"""By the pikepdf that Intel Macs get."""
THINNEST_MM = 0.25 * MM_PER_PT
"""A quarter of a point, 0.088 mm."""


@fault
def no_rgb_for_the_press(context: Context) -> Iterator[Problem]:
    """E812: a print-shop edition paints in inks alone; told once a page."""
    if context.expected.edition != "press":
        return
    for page in context.pages:
        rgb = [
            (tone.space, Both("颜色 ", "a colour ") if not tone.parts else _rgb(tone.parts))
            for tone in page.paint.tones
            if tone.space.is_rgb()
        ]
        rgb += [
            (image.space, Both("图片", "an image"))
            for image in page.paint.images
            if image.space is not None and image.space.is_rgb()
        ]
        for space, what in rgb[:1]:
            yield Problem("E812", page.span, what=what, space=space.name)


def _rgb(parts: tuple[float, ...]) -> Both:
    written = " ".join(f"{part:.2g}" for part in parts)
    return Both(f"颜色 {written} ", f"the colour {written}")


@fault
def ink_within_the_limit(context: Context) -> Iterator[Problem]:
    """E811: the most ink of a page, in colours and in CMYK images."""
    for page in context.pages:
        inks = [
            (tone.space.ink(tone.parts) or 0.0, _inks(tone.parts))
            for tone, on_sheet in page.paint.tones.items()
            if on_sheet and tone.space.family in ("cmyk", "plates")
        ]
        inks += [
            (_most_ink(image), Both("图片", "an image"))
            for image in page.paint.images
            if image.space is not None and image.space.family == "cmyk"
        ]
        most, what = max(inks, key=lambda one: one[0], default=(0.0, Both("", "")))
        if most > LIMIT + ROUNDING:
            yield Problem("E811", page.span, what=what, ink=f"{most:.0f}", limit=LIMIT)


def _inks(parts: tuple[float, ...]) -> Both:
    names = "CMYK" if len(parts) == 4 else "①②③④⑤⑥⑦⑧"
    written = " ".join(f"{name}{100 * part:.0f}" for name, part in zip(names, parts, strict=False))
    return Both(f"颜色 {written} ", f"the colour {written}")


def _most_ink(placed: Placed) -> float:
    """Total ink of a CMYK image in percent, its few fullest pixels left aside."""
    if placed.image is None:
        return 0.0
    try:
        image = pikepdf.PdfImage(placed.image).as_pil_image()
    except UNDECODABLE:
        return 0.0
    if image.mode != "CMYK":
        return 0.0
    filters = placed.image.get("/Filter")
    jpeg = "/DCTDecode" in (
        str(filters)
        if isinstance(filters, pikepdf.Name)
        else " ".join(str(one) for one in filters or ())
    )
    turned = [float(one) for one in placed.image.get("/Decode", ())][:2] == [1.0, 0.0]
    # Pillow takes every CMYK JPEG for one that Adobe has turned over, which only /Decode [1 0 …]
    # says; of other images pikepdf has minded it, unless it is old.
    if not turned if jpeg else turned and DECODE_IS_IGNORED:
        image = ImageChops.invert(image)
    return _fullest(image)


def _fullest(image: Image.Image) -> float:
    cyan, magenta, yellow, black = image.split()
    quarter = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    left = SHARE * image.width * image.height
    for value, count in reversed(list(enumerate(quarter.histogram()))):
        left -= count
        if left < 0:
            return 400 * value / 255
    return 0.0


@fault
def no_hairlines(context: Context) -> Iterator[Problem]:
    """E813: no line on the finished sheet is thinner than a press holds."""
    for page in context.pages:
        widths = [
            context.real_mm(page, stroke.width)
            for stroke in page.paint.strokes
            if page.shows(stroke.edges)
        ]
        thin = [width for width in widths if width < THINNEST_MM * 0.99]
        if thin:
            yield Problem(
                "E813",
                page.span,
                count=len(thin),
                width=f"{min(thin):.2f}",
                needed=f"{THINNEST_MM:.2f}",
            )
