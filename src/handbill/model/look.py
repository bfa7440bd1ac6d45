"""Palettes, and the names that palettes and kinds have."""

from __future__ import annotations

from typing import Literal

from handbill.model.text import Model
from handbill.model.tone import Tone
from handbill.problems.code import Both

CONTRAST: dict[str, tuple[tuple[str, str, float], ...]] = {
    "text": (
        ("paper", "field", 7.5),
        ("ink", "second", 8),
        ("ink", "paper", 12),
        # Headlines in the second colour: large characters.
        ("second", "field", 4.5),
        ("red", "paper", 4.5),
    ),
    "large": (("paper", "field", 6), ("second", "field", 4.5)),
    "warning": (("ink", "field", 12), ("second", "dark", 12)),
}
"""Which tone must stand out from which, and by what ratio (WCAG 2.2, 1 to 21), by what a palette is
for: copy of any size, the large characters of banners alone, black on a warning colour."""
MOST_INK = 280
"""Percent of all four inks together that paper can take."""
TONES = ("field", "dark", "light", "second", "ink", "paper", "red")
LIGHT_GROUND, DARK_GROUND = "#ffffff", "#0c1524"
"""Of the site's pages, on light and on dark screens: templates/site/styles/base.css."""


class Look(Model):
    """A palette: a field in three tones, a second colour, and ink, paper and signal red.

    suits: which of the rules of CONTRAST hold for it.
    """

    title: Both
    suits: Literal["text", "large", "warning"] = "text"
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

    def of_site(self) -> dict[str, str]:
        """Tone → #RRGGBB for the site's own headers and buttons, and the grounds of what is new:
        `soft` and, on dark screens, `soft_dark`."""
        tones = self.rgb()
        return {
            **tones,
            "soft": mixed(tones["second"], LIGHT_GROUND, 0.3),
            "soft_dark": mixed(tones["second"], DARK_GROUND, 0.2),
        }


def mixed(colour: str, ground: str, part: float) -> str:
    """Returns #RRGGBB: `part` of a colour, the rest of the ground."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part * one + (1 - part) * other):02x}" for one, other in pairs)


def luminance(colour: str) -> float:
    """Returns the relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Returns the contrast ratio of two colours #RRGGBB, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
