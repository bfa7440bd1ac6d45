"""Every problem code, by its hundred."""

from __future__ import annotations

from handbill.problems.catalogue import (
    building,
    claims,
    copy,
    editing,
    files,
    finished,
    places,
    recalls,
    reckoning,
    references,
    schema,
    spoken,
    strips,
    translations,
    wording,
    yaml,
)
from handbill.problems.code import Code

CATALOGUE: dict[str, Code] = {
    code.code: code
    for module in (
        files,
        yaml,
        editing,
        translations,
        schema,
        references,
        recalls,
        reckoning,
        claims,
        strips,
        copy,
        places,
        spoken,
        wording,
        building,
        finished,
    )
    for code in module.CODES
}
"""Code → what it is."""
