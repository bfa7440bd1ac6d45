"""What a text is there for. Equal words may be translated otherwise where they are something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from handbill.kinds.base import characters
from handbill.model.text import OneSentence
from handbill.model.texts import walk

LONGEST = 12
"""Ems of a text that may mean several things; a longer one says what it means."""
PLACES = "places.places"
"""What the senses of names of places begin with."""

Sensed = tuple[tuple[str | int, ...], str, FieldInfo | None, str]
"""A text: the path to it, itself, the field that it stands in, and its sense."""


def sensed(file: str, value: object) -> Iterator[Sensed]:
    """Yields every translatable text of a file's value, as `walk` does, with its sense: the field
    (`audience.materials.title`), and of a line of a sentence the whole (`… | 先别动身 / 打个电话`).

    file: name of the sort of file. Other texts that are too long to mean several things have the sense "".
    """
    found = list(walk(value, translatable=True))
    wholes: dict[tuple[str | int, ...], list[str]] = defaultdict(list)
    for path, text, field in found:
        if is_line(field):
            wholes[path[:-1]].append(text)
    for path, text, field in found:
        sense, whole = "", wholes.get(path[:-1], [])
        if len(whole) > 1 or characters(text) <= LONGEST:
            sense = ".".join([file, *(step for step in path if isinstance(step, str))])
        if len(whole) > 1:
            sense += f" | {' / '.join(whole)}"
        yield path, text, field, sense


def is_line(field: FieldInfo | None) -> bool:
    """Whether a field holds lines that are read as one sentence."""
    return field is not None and any(isinstance(one, OneSentence) for one in field.metadata)
