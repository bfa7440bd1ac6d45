"""Every problem code, by its hundred."""

from __future__ import annotations

from handbill.problems.catalogue import (
    building,
    copy,
    files,
    finished,
    places,
    references,
    schema,
    spoken,
    strips,
    wording,
    yaml,
)
from handbill.problems.code import Code

CATALOGUE: dict[str, Code] = {
    code.code: code
    for module in (files, yaml, schema, references, strips, copy, places, spoken, wording, building,
                   finished)
    for code in module.CODES
}
"""Code → what it is."""
