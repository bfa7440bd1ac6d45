"""QR codes: read from the picture, as a phone would, with room around them."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from handbill.press.preflight.finished import Code, Page
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Both, Problem

Box = tuple[int, int, int, int]

QUIET = 4.0
"""Modules that stay free around a code (ISO/IEC 18004)."""
ROUNDING = 0.5
PIXELS = 6.0
"""Pixels a module, in the picture its surroundings are looked at in."""


@fault
def codes_can_be_read(context: Context) -> Iterator[Problem]:
    """E815: every code that is found is read, and as many as the file says it has."""
    expected = context.finished.named_codes(context.expected.ticket)
    read = sum(code.text is not None for page in context.pages for code in page.codes)
    # Where Handbill says what is on the sheet and all of it is read, the rest is a drawing.
    complete = context.expected.ticket and read >= expected
    for page in context.pages:
        if not complete and any(code.text is None for code in page.codes):
            yield Problem(
                "E815",
                page.span,
                what=Both(
                    "这里有一个二维码的样子，但解不出来",
                    "there is what looks like a QR code, and it cannot be decoded",
                ),
            )
    if read < expected:
        yield Problem(
            "E815",
            context.pages[0].span,
            what=Both(
                f"文件里应该有 {expected} 个二维码，解出来 {read} 个",
                f"the file shall have {expected} QR code(s); {read} can be read",
            ),
        )


@fault
def codes_have_room(context: Context) -> Iterator[Problem]:
    """E816: four modules around a code are as light as the code's ground."""
    for page in context.pages:
        for code in page.codes:
            if code.text is None or not code.module:
                continue
            free = _free(page, code)
            if free < QUIET - ROUNDING:
                yield Problem("E816", page.span, free=f"{free:.1f}", needed=f"{QUIET:g}")


def _free(page: Page, code: Code) -> float:
    """Modules around the code that are free of anything dark, QUIET at most."""
    room = (QUIET + 3) * code.module
    left, bottom, right, top = code.edges
    raster = page.raster(
        (left - room, bottom - room, right + room, top + room), PIXELS / code.module, gray=True
    )
    x0, y0 = raster.pixel(left, top)
    x1, y1 = raster.pixel(right, bottom)
    box = (round(x0), round(y0), round(x1), round(y1))
    darkest, lightest = raster.image.crop(box).getextrema()
    # A gray picture has one band, whose extrema are numbers.
    middle = (float(darkest) + float(lightest)) / 2  # type: ignore[arg-type]
    dark = raster.image.point(lambda value: 255 if value < middle else 0)
    box = _exact(dark, box)
    dark.paste(0, box)
    for free in range(round(QUIET * PIXELS)):
        if dark.crop(_grown(box, free + 1)).getbbox():
            return free / PIXELS
    return QUIET


def _exact(dark: Image.Image, box: Box) -> Box:
    """The box of a code to the pixel: from well inside, each side moves outwards to the first line
    of pixels that is all light. The decoder is off by half a module."""
    far = round(1.5 * PIXELS)
    left, top, right, bottom = _grown(box, -far)
    for _ in range(2 * far):
        left -= bool(dark.crop((left - 1, top, left, bottom)).getbbox())
        right += bool(dark.crop((right, top, right + 1, bottom)).getbbox())
        top -= bool(dark.crop((left, top - 1, right, top)).getbbox())
        bottom += bool(dark.crop((left, bottom, right, bottom + 1)).getbbox())
    return left, top, right, bottom


def _grown(box: Box, by: int) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
