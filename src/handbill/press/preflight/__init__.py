"""Finished PDFs, ours or others', looked over before they go to print.

`Finished` is an opened file with its boxes, characters, pixels and codes; `Painted` what its content
stream paints, colours as written; `Expected` what it is measured against. Faults are one small
registered function each, as the rules of `check` are.
"""

from __future__ import annotations

# Each module registers its faults when it is imported.
from handbill.press.preflight import (  # noqa: F401
    acting,
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
from handbill.press.preflight.expected import Wanted
from handbill.press.preflight.files import built_files, examine, preflight
from handbill.press.preflight.registry import FAULTS

__all__ = ["FAULTS", "Wanted", "built_files", "examine", "preflight"]
