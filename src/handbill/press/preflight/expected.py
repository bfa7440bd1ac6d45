"""What a file is measured against: its job ticket, what the command line says, or its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handbill.press.preflight.finished import Finished, Page
from handbill.press.ticket import JobTicket

Edition = Literal["office", "press", "large"]

DISTANCES = ((300.0, 0.35), (430.0, 1.0), (700.0, 2.0), (1300.0, 1.5), (2400.0, 3.0))
"""Longest side of the trim in mm -> reading distance in m, where none is stated: a leaflet or a
letter in the hand, an A3 notice, an A2 poster, a notice board, a roll-up."""
FARTHEST = 20.0
"""Of what is longer than that: a banner over a road."""
SAFE = ((300.0, 5.0), (860.0, 10.0))
"""Longest side of the trim in mm -> safe distance in mm: leaflets, posters."""
WIDEST_SAFE = 30.0
"""Of boards, whose frame covers the edge."""
BLEED = 3.0


@dataclass(frozen=True)
class Wanted:
    """What the command line says of files; None where it says nothing. Lengths as in Expected."""

    edition: Edition | None = None
    read_from_m: float | None = None
    safe: float | None = None
    scale: float | None = None


@dataclass(frozen=True)
class Expected:
    """What a file shall be.

    scale: of the drawing; 0.1 is 1:10. read_from_m: reading distance in metres. safe, bleed: mm at
    full size. near: texts read from near by. specimen: texts of the mark of a specimen. ticket:
    whether the file bears a job ticket, that is, Handbill has made it.
    """

    edition: Edition
    scale: float
    read_from_m: float
    safe: float
    bleed: float
    near: tuple[str, ...] = ()
    specimen: tuple[str, ...] = ()
    ticket: bool = False


def expected_of(finished: Finished, wanted: Wanted) -> Expected:
    """Returns what `finished` shall be: as the command line says, else as its ticket says, else as
    files of its size usually are."""
    ticket = JobTicket.read(finished.document)
    first = finished.pages[0]
    scale = wanted.scale or (ticket.scale if ticket else 1.0)
    longest = _longest(first) / scale
    edition = wanted.edition or (_edition(ticket.edition) if ticket else _guessed(first))
    distance = (
        wanted.read_from_m or (ticket and ticket.read_from_m) or _step(DISTANCES, longest, FARTHEST)
    )
    if wanted.safe is not None:
        safe = wanted.safe
    else:
        safe = ticket.safe if ticket else _step(SAFE, longest, WIDEST_SAFE)
    bleed = (ticket.bleed if ticket and ticket.bleed else BLEED) if edition == "press" else 0.0
    return Expected(
        edition,
        scale,
        distance,
        safe,
        bleed,
        ticket.near if ticket else (),
        ticket.specimen if ticket else (),
        ticket is not None,
    )


def _edition(name: str) -> Edition:
    return "press" if name == "press" else "large" if name == "large" else "office"


def _guessed(page: Page) -> Edition:
    """A page that states a bleed is for the print shop."""
    grown = [abs(one - other) for one, other in zip(page.bleed, page.trim, strict=True)]
    return "press" if "TrimBox" in page.stated and max(grown) * page.unit > 0.1 else "office"


def _longest(page: Page) -> float:
    left, bottom, right, top = page.trim
    return max(right - left, top - bottom) * page.unit


def _step(table: tuple[tuple[float, float], ...], length: float, beyond: float) -> float:
    return next((value for most, value in table if length <= most + 1), beyond)
