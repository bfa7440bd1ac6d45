"""Which pictures the templates have."""

from __future__ import annotations

import re
from pathlib import Path

_PICTURE = re.compile(r"^#let picture\(", re.MULTILINE)


def picture_names(templates: Path) -> frozenset[str]:
    """Names of templates/art/<name>.typ that draw a picture; other files there hold parts."""
    return frozenset(file.stem for file in (templates / "art").glob("*.typ")
                     if _PICTURE.search(file.read_text(encoding="utf-8")))
