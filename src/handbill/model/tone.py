"""A colour, for screens and for the print shop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbill.model.text import Model, described

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""A colour, #RRGGBB."""
Percent = Annotated[float, Field(ge=0, le=100)]


class Tone(Model):
    """One colour. rgb: #RRGGBB for screens and office printers. cmyk: cyan, magenta, yellow and
    black in percent, for the print shop."""

    rgb: Colour = described(
        "屏幕和办公室打印用的颜色", "Colour of screens and office printers", example="#10233F"
    )
    cmyk: tuple[Percent, Percent, Percent, Percent] = described(
        "印刷厂用的四色，百分比", "Inks of the print shop, in percent"
    )
