"""Palettes: templates/looks.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field

from handbill.kinds.preset import Names
from handbill.model.campaign import Colour
from handbill.model.text import Model

TONES = ("field", "dark", "light", "second", "ink", "paper", "red")
Percent = Annotated[float, Field(ge=0, le=100)]


class Tone(Model):
    """One colour. rgb: #RRGGBB for screens and office printers. cmyk: cyan, magenta, yellow and
    black in percent, for the print shop."""

    rgb: Colour
    cmyk: tuple[Percent, Percent, Percent, Percent]


class Look(Model):
    """A palette: a field in three tones, a second colour, and ink, paper and signal red."""

    title: Names
    field: Tone
    dark: Tone
    light: Tone
    second: Tone
    ink: Tone
    paper: Tone
    red: Tone

    def rgb(self) -> dict[str, str]:
        """Tone → #RRGGBB, as the sheets and the site read it."""
        return {name: getattr(self, name).rgb for name in TONES}


def load_looks(templates: Path) -> dict[str, Look]:
    """Every palette by name. Raises OSError, yaml.YAMLError or pydantic.ValidationError: the file
    is part of the templates, which are code."""
    text = (templates / "looks.yml").read_text(encoding="utf-8")
    return {name: Look.model_validate(value) for name, value in yaml.safe_load(text).items()}


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[start:start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
