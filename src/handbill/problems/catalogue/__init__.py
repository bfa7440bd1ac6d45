"""Every problem code. A module of this folder holds the codes of one topic in `CODES`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from handbill.problems.code import Code

CATALOGUE: dict[str, Code] = {
    code: entry
    for module in iter_modules(__path__)
    for code, entry in import_module(f"{__name__}.{module.name}").CODES.items()
}
"""Code → what it is."""
