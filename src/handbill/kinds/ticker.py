"""ticker: lines for an LED display, as a sheet for its keeper and as plain text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar

from handbill.kinds.base import Kind
from handbill.kinds.reading import full_width
from handbill.kinds.voice import Voice
from handbill.words import counted
from handbill.words.languages import has_cells, letters

SPEED = 4
"""Han characters a second past the eye: no faster than they are spoken. The display is set to it."""
SPEED_OF_LETTERS = 9
"""The same for letters: two and more of them to a Han character's time."""


def running_seconds(line: str, speed: int = SPEED) -> int:
    """Seconds from the first character of a line to its last at `speed`, rounded up."""
    return math.ceil(letters(line) / speed)


def _lines(material: Any, voice: Voice) -> list[str]:
    return [full_width(line) if has_cells(voice.language) else line for line in material.lines]


class Ticker(Kind):
    """Counts how long lines run, and writes them as the display takes them."""

    needs: ClassVar[Mapping[str, str]] = {"lines": "lines", "hours": "line"}

    def data(self, material: Any, voice: Voice) -> dict[str, Any]:
        """Returns the lines with their length in characters and seconds."""
        say = voice.words
        speed = SPEED if has_cells(voice.language) else SPEED_OF_LETTERS
        return {
            "heading": material.title,
            "count": counted(say, "ticker_lines", len(material.lines)),
            "hours": material.hours,
            "speed": speed,
            "file": f"{material.id}.txt",
            "lines": [
                {"text": line, "characters": letters(line), "seconds": running_seconds(line, speed)}
                for line in _lines(material, voice)
            ],
            "contacts": voice.contacts(self.contacts_of(material)),
        }

    def plain(self, material: Any, voice: Voice) -> str:
        """Returns the lines, one a line."""
        return "".join(line + "\n" for line in _lines(material, voice))
