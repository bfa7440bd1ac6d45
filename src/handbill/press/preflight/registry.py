"""The table of faults, and what a fault is given to look at."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handbill.press.preflight.expected import Expected
from handbill.press.preflight.finished import Finished, Line, Page, is_part
from handbill.problems.rules import Rules


@dataclass(frozen=True)
class Context:
    """What faults are looked for in. today: the day to check for."""

    finished: Finished
    expected: Expected
    today: datetime.date

    @property
    def pages(self) -> list[Page]:
        """The pages of the file."""
        return self.finished.pages

    def lines(self, page: Page) -> list[Line]:
        """Returns the lines of the finished sheet: not the marks around it, nor the mark of a
        specimen, which goes with the sheet that may be posted."""
        return [
            line
            for line in page.lines
            if page.shows(line.edges)
            and not any(is_part(line.text, mark) for mark in self.expected.specimen)
        ]

    def real_mm(self, page: Page, length: float) -> float:
        """Returns a length of a page in mm at full size."""
        return length * page.unit / self.expected.scale

    def drawn(self, page: Page, mm: float) -> float:
        """Millimetres at full size as a length of the page."""
        return mm * self.expected.scale / page.unit


fault = FAULTS = Rules[Context]()
