"""Editions that say something else than their files."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from handbill.edition.edition import Edition

_FIELDS = {field.name for field in fields(Edition)}


def saying(edition: Edition, **parts: Any) -> Edition:
    """Return the edition with other fields or other parts of its files: claims, help, cases."""
    made = replace(edition, **{name: parts.pop(name) for name in _FIELDS & parts.keys()})
    said = {**vars(edition).get("said", {}), **parts}
    vars(made).update(said, said=said)
    return made
