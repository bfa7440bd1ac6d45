"""Finished PDFs, ours or others', looked over before they go to print.

    Finished    an opened file: boxes, characters, pixels, codes     (finished.py)
    Painted     what its content stream paints, colours as written   (paint.py, colour.py)
    Expected    what it is measured against                          (expected.py)
    fault       one small registered function each                   (registry.py and the rest)
"""

from __future__ import annotations

# Each module registers its faults when it is imported.
from handbill.preflight import (  # noqa: F401
    bleed,
    boxes,
    codes,
    fonts,
    images,
    imprint,
    inks,
    paragraphs,
    safe,
    type_size,
)
from handbill.preflight.expected import Wanted
from handbill.preflight.files import built_files, examine, preflight
from handbill.preflight.registry import FAULTS

__all__ = ["FAULTS", "Wanted", "built_files", "examine", "preflight"]
