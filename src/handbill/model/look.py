"""Palettes, and the names that palettes and kinds have."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbill.model.campaign import Colour
from handbill.model.text import Model
from handbill.problems.code import Both

TONES = ("field", "dark", "light", "second", "ink", "paper", "red")
Percent = Annotated[float, Field(ge=0, le=100)]


class Tone(Model):
    """One colour. rgb: #RRGGBB for screens and office printers. cmyk: cyan, magenta, yellow and
    black in percent, for the print shop."""

    rgb: Colour
    cmyk: tuple[Percent, Percent, Percent, Percent]


class Look(Model):
    """A palette: a field in three tones, a second colour, and ink, paper and signal red."""

    title: Both
    field: Tone
    dark: Tone
    light: Tone
    second: Tone
    ink: Tone
    paper: Tone
    red: Tone

    def cmyk(self) -> dict[str, list[float]]:
        """Tone → cyan, magenta, yellow and black in percent, as press editions read it."""
        return {name: list(getattr(self, name).cmyk) for name in TONES}

    def rgb(self) -> dict[str, str]:
        """Tone → #RRGGBB, as the sheets and the site read it."""
        return {name: getattr(self, name).rgb for name in TONES}
