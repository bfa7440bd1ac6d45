"""Page boxes of a print file, in points from the lower left corner of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handbill.model.units import PT


@dataclass(frozen=True)
class Box:
    """A rectangle: left, bottom, right, top in points."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> Box:
        """Returns the same rectangle with `by` points more on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


@dataclass(frozen=True)
class PageBoxes:
    """What ISO 32000 calls MediaBox, BleedBox and TrimBox."""

    media: Box
    bleed: Box
    trim: Box


def drawn_mm(size: Mapping[str, Any]) -> tuple[float, float, float]:
    """Width, height and bleed in mm as drawn: a banner at scale 0.1 is drawn at 1:10."""
    scale = size["scale"]
    return size["width"] * scale, size["height"] * scale, size["bleed"] * scale


def page_boxes(size: Mapping[str, Any], media_width: float, media_height: float) -> PageBoxes:
    """Boxes of a page of `media_width` × `media_height` points whose trim is `size`, in the middle.

    size: `width`, `height`, `bleed` in mm at full size, and `scale`. Raises ValueError when trim
    and bleed do not fit the page.
    """
    width, height, bleed = (length * PT for length in drawn_mm(size))
    left, bottom = (media_width - width) / 2, (media_height - height) / 2
    trim = Box(left, bottom, left + width, bottom + height)
    boxes = PageBoxes(Box(0.0, 0.0, media_width, media_height), trim.grown(bleed), trim)
    if min(boxes.bleed.left, boxes.bleed.bottom) < -0.01:
        raise ValueError(
            f"page of {media_width:.2f} × {media_height:.2f} pt is too small for its trim and bleed"
        )
    return boxes
