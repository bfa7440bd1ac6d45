"""Paper is not printed: what of a sheet is paper has no ink, in files for the office and for the
press; a screen shows it in the tone of the look."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from handbill.load.kinds import load_kinds

PAPER = (255, 253, 247)
"""The tone of paper on screens, of all looks of the flagship."""


def _of_each_kind(site: Path) -> list[Path]:
    """The first sheet of each kind of paper."""
    names = {name for name, kind in load_kinds().by_name.items() if kind.medium == "paper"}
    found = {name: sorted(site.glob(f"m/*-{name}/*.pdf")) for name in names}
    found["notice"] = sorted(site.glob("m/*-notice/*.pdf"))
    return [one for files in found.values() for one in files[:2]]


def test_no_sheet_prints_its_paper(built: Path) -> None:
    files = _of_each_kind(built)
    assert len(files) > 20 and any("-press" in one.stem for one in files)
    for file in files:
        for page in pymupdf.open(file):
            shown = page.get_pixmap(matrix=pymupdf.Matrix(0.1, 0.1), alpha=False)
            pixels = shown.color_count(colors=True)
            # A press tint of 3 % yellow is seen as a little less blue than white.
            tinted = sum(
                count
                for (red, green, blue), count in pixels.items()
                if min(red, green) >= 250 and 240 <= blue < 252
            )
            assert tinted < 0.05 * shown.width * shown.height, (file.name, page.number)


@pytest.mark.parametrize("name", ["communities-notice", "schools-lesson"])
def test_a_screen_shows_paper_in_its_tone(name: str, built: Path) -> None:
    head = (built / f"m/{name}/{name}.svg").read_text("utf-8")[:400]
    assert '<path fill="#{:02x}{:02x}{:02x}"'.format(*PAPER) in head
