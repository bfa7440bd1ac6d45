"""Colour spaces, as far as a print shop asks: is it RGB, and how much ink is it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pikepdf

Family = Literal["gray", "rgb", "cmyk", "plates", "pattern", "unknown"]


@dataclass(frozen=True)
class Space:
    """A colour space. name: as the PDF calls it. count: parts of a colour. plates: names of the
    inks of a Separation or DeviceN space. table: the base of an Indexed space."""

    family: Family
    name: str
    count: int
    plates: tuple[str, ...] = ()
    table: Space | None = None

    @property
    def first(self) -> tuple[float, ...]:
        """The colour a space begins with."""
        if self.family == "cmyk" and self.table is None:
            return (0.0, 0.0, 0.0, 1.0)
        return (1.0 if self.family == "plates" else 0.0,) * self.count

    def is_rgb(self) -> bool:
        """Returns whether its colours are mixed of red, green and blue light."""
        return self.family == "rgb" or (self.table is not None and self.table.is_rgb())

    def ink(self, parts: tuple[float, ...]) -> float | None:
        """Total ink in percent; None where that cannot be told (RGB, Indexed, patterns)."""
        if self.table is not None or len(parts) != self.count:
            return None
        if self.family == "gray":
            return 100 * (1 - parts[0])
        if self.family == "cmyk":
            return 100 * sum(parts)
        if self.family == "plates":
            # "All" is for marks on every plate and "None" for no plate.
            return 100 * sum(
                part
                for part, plate in zip(parts, self.plates, strict=False)
                if plate not in ("/All", "/None")
            )
        return None


DEVICE: dict[str, Space] = {
    "/DeviceGray": Space("gray", "DeviceGray", 1),
    "/DeviceRGB": Space("rgb", "DeviceRGB", 3),
    "/DeviceCMYK": Space("cmyk", "DeviceCMYK", 4),
    "/CalGray": Space("gray", "CalGray", 1),
    "/CalRGB": Space("rgb", "CalRGB", 3),
    "/Lab": Space("unknown", "Lab", 3),
    "/Pattern": Space("pattern", "Pattern", 0),
    # Abbreviations of inline images.
    "/G": Space("gray", "DeviceGray", 1),
    "/RGB": Space("rgb", "DeviceRGB", 3),
    "/CMYK": Space("cmyk", "DeviceCMYK", 4),
}
_UNKNOWN = Space("unknown", "?", 0)
_ICC: dict[int, Family] = {1: "gray", 3: "rgb", 4: "cmyk"}


def space_of(value: Any, resources: Any) -> Space:
    """Returns the space that a name or array of a PDF stands for."""
    if isinstance(value, pikepdf.Name):
        if str(value) in DEVICE:
            return DEVICE[str(value)]
        named = resources.get("/ColorSpace", {}).get(value)
        return _UNKNOWN if named is None else space_of(named, {})
    if not isinstance(value, pikepdf.Array) or not len(value):
        return _UNKNOWN
    kind = str(value[0])
    if kind == "/ICCBased":
        count = int(value[1].get("/N", 0))
        return Space(_ICC.get(count, "unknown"), f"ICCBased, {count}", count)
    if kind in ("/Indexed", "/I"):
        return Space("unknown", "Indexed", 1, table=space_of(value[1], resources))
    if kind == "/Separation":
        return Space("plates", f"Separation {value[1]}", 1, (str(value[1]),))
    if kind == "/DeviceN":
        plates = tuple(str(one) for one in value[1])
        return Space("plates", "DeviceN", len(plates), plates)
    return DEVICE.get(kind, _UNKNOWN)
