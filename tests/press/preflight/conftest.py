"""A PDF that is looked over."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import faulty
import pytest

from handbill.press.preflight import Wanted, examine
from handbill.problems import Problem

TODAY = datetime.date.fromisoformat(faulty.TODAY)
Look = Callable[..., list[Problem]]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Looks a PDF over, given as bytes."""

    def at(data: bytes, today: datetime.date = TODAY, **wanted: object) -> list[Problem]:
        file = tmp_path / "sheet.pdf"
        file.write_bytes(data)
        return examine(file, "sheet.pdf", Wanted(**wanted), today)  # type: ignore[arg-type]

    return at
