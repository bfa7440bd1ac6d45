"""Photographs of a campaign: how each is cropped, and how fine it is at its real size."""

from __future__ import annotations

from dataclasses import dataclass

from handbill.load.images import Image
from handbill.model.kind import PhotoBox, SheetSize, trade_dpi
from handbill.model.photo import Photo
from handbill.model.units import MM_PER_INCH

SHORT_SIDE = 72
"""The short side of a sheet in u."""
SCREEN_DPI = 508.0
"""Two pixels of a photograph for one of a screen, as a sheet for screens is drawn."""
Crop = tuple[float, float, float, float]
"""Left, top, right and lower edge in pixels."""


@dataclass(frozen=True)
class Photograph:
    """A photograph with what is told of it, in the language of an edition."""

    told: Photo
    image: Image

    @property
    def subject(self) -> Crop:
        """What must be seen; the middle half where nothing is said."""
        box, (width, height) = self.told.subject, (self.image.width, self.image.height)
        if box is None:
            return width / 4, height / 4, width * 3 / 4, height * 3 / 4
        left, top = box.x / 100 * width, box.y / 100 * height
        right, foot = left + box.width / 100 * width, top + box.height / 100 * height
        return left, top, min(right, width), min(foot, height)

    def pixels_per_u(self, box: PhotoBox) -> float:
        """Pixels in 1 u of a box that the photograph fills."""
        wide, high = box.width + box.left + box.right, box.height + box.foot
        return min(self.image.width / wide, self.image.height / high)

    def crop(self, box: PhotoBox) -> Crop:
        """The part that fills a box: as much as it takes, with the middle of the subject in the
        middle of what is seen, or as near to it as the photograph reaches."""
        scale = self.pixels_per_u(box)
        width, height = scale * (box.width + box.left + box.right), scale * (box.height + box.foot)
        left, top, right, foot = self.subject
        x = (left + right) / 2 - scale * (box.left + box.width / 2)
        y = (top + foot) / 2 - scale * box.height / 2
        x = max(0.0, min(x, self.image.width - width))
        y = max(0.0, min(y, self.image.height - height))
        return x, y, min(x + width, self.image.width), min(y + height, self.image.height)

    def seen(self, box: PhotoBox) -> Crop:
        """The part that is seen: the crop without what runs past the trim."""
        scale = self.pixels_per_u(box)
        left, top, right, foot = self.crop(box)
        return left + box.left * scale, top, right - box.right * scale, foot - box.foot * scale

    def is_whole(self, box: PhotoBox) -> bool:
        """Whether the subject is seen whole; true where nothing is said of one."""
        near = 0.5  # pixels
        seen, subject = self.seen(box), self.subject
        return self.told.subject is None or (
            seen[0] - near <= subject[0]
            and seen[1] - near <= subject[1]
            and subject[2] <= seen[2] + near
            and subject[3] <= seen[3] + near
        )

    def dpi(self, box: PhotoBox, short_mm: float) -> float:
        """Pixels an inch on a sheet whose short side is so long, as it is printed."""
        return self.pixels_per_u(box) * SHORT_SIDE / short_mm * MM_PER_INCH


def asked_dpi(size: SheetSize, medium: str) -> float:
    """Pixels an inch that a photograph should have on a sheet."""
    return SCREEN_DPI if medium == "screen" else trade_dpi(max(size.width, size.height))
