"""The finished PDFs of the flagship, every one, as a print shop would look at them."""

from __future__ import annotations

import datetime
from pathlib import Path

from handbill.press.preflight import Wanted, examine

TODAY = datetime.date(2026, 11, 24)
SPECIMEN = "W820"
"""Said of every sheet while no publisher is set, as it must be."""


def test_no_sheet_of_the_flagship_has_a_finding(built: Path) -> None:
    files = sorted(built.glob("m/*/*.pdf"))
    assert len(files) > 250
    found = [
        f"{problem.code} {problem.span} {problem.text('en')}"
        for file in files
        for problem in examine(file, file.name, Wanted(), TODAY)
        if problem.code != SPECIMEN
    ]
    assert found == []
