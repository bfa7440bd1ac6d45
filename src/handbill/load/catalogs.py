"""locale/<language>.po → Catalog. A translation that cannot be read is a problem, not an end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from babel.messages.catalog import Catalog as Babels
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import PoFileError, PoFileParser

from handbill.model.catalog import Catalog, Message
from handbill.problems import Problem, Span

_LINE = re.compile(
    r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[[0-9]+\])?)\s+)?"(\\.|[^"\\])*"\s*)?'
)
"""A line of a PO file: a comment, text in quotation marks, or empty."""
_FIELD = re.compile(r"\{[^{}]*\}|[{}]")


def fields(text: str) -> set[str]:
    """Returns what `str.format` fills in, in braces as it stands: {version}. A lone brace counts,
    too: the text could not be filled in."""
    return set(_FIELD.findall(text.replace("{{", "").replace("}}", "")))


class _Read(Babels):
    """What Babel reads of a file. twice: entries whose text has another translation before them,
    with the line of that."""

    def __init__(self) -> None:
        super().__init__()
        self.twice: list[tuple[Entry, int]] = []

    def __setitem__(self, id: Any, message: Entry) -> None:  # noqa: A002 (as Babel calls it)
        first = self.get(id, message.context) if id else None
        if first and message.string and first.string and message.string != first.string:
            self.twice.append((message, first.lineno or 1))
        super().__setitem__(id, message)


def read_entries(text: str) -> _Read:
    """Returns the entries of a PO file's text. Raises PoFileError, ValueError, LookupError,
    TypeError where it is none."""
    # The former text of what has been commented out is a comment: Babel takes it for a fault.
    lines = [f"#{line[2:]}" if line.startswith("#~|") else line for line in text.splitlines()]
    read = _Read()
    PoFileParser(read, abort_invalid=True).parse(lines)
    return read


def _fields_and_parts(text: str) -> set[str]:
    """The fields of a word of the generator; and the marks between its parts, all in one."""
    return fields(text) | ({"|" * text.count("|")} - {""})


def read_catalog(text: str, language: str, name: str) -> tuple[Catalog | None, list[Problem]]:
    """Returns a PO file's text as a catalog; None with E150 when it is no PO file.

    language: the file's stem. name: of the file, as spans show it.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        # Babel forgives a quotation mark that is missing, and takes a letter for it.
        if not _LINE.fullmatch(line):
            return None, [
                Problem("E150", Span(name, number, 1, max(1, len(line))), reason=line.strip())
            ]
    try:
        read = read_entries(text)
    except PoFileError as error:
        # lineno counts from 0 in some of Babel's messages and from 1 in others.
        at = min(max(1, error.lineno), max(1, text.count("\n")))
        return None, [Problem("E150", Span(name, at, 1, 1), reason=str(error))]
    except (ValueError, LookupError, IndexError, TypeError) as error:
        return None, [Problem("E150", Span(name), reason=str(error))]
    return _sorted_out(read, Catalog(language, name, {}, lines=tuple(lines)))


def _sorted_out(read: _Read, empty: Catalog) -> tuple[Catalog, list[Problem]]:
    """The catalog with the entries of a file, and what is wrong with single ones."""
    messages: dict[str, Message] = {}
    senses: dict[str, dict[str, Message]] = {}
    own: dict[str, str] = {}
    problems: list[Problem] = []
    entries = {id(entry): one for entry in read if (one := _message(entry))}
    twice = [(one, line) for entry, line in read.twice if (one := _message(entry))]

    def tell(code: str, one: Message, **details: object) -> None:
        problems.append(Problem(code, Span(empty.file, one.line, 1, 1), **details))

    for entry in read:
        if not (one := entries.get(id(entry))):
            continue
        if one.context is None:
            messages[one.original] = one
        elif not one.is_own:
            senses.setdefault(one.original, {})[one.context] = one
        elif one.is_used:
            own[one.context] = str(entry.string)  # a space after a comma is part of it
            wanted, found = map(_fields_and_parts, (one.original, one.text))
            if differ := wanted ^ found:
                tell("E153", one, names=sorted(differ), wanted=sorted(wanted))
    for one, line in twice:
        tell("E641", one, text=one.original, line=line)
    every = [one for one in (*entries.values(), *(one for one, _ in twice)) if one.text]
    every.sort(key=lambda one: one.line)
    made = replace(empty, messages=messages, senses=senses, own=own, every=tuple(every))
    return made, problems


def _message(entry: Entry) -> Message | None:
    """An entry as a catalog keeps it; None for one of several forms, which no text of ours has."""
    if not entry.id or not isinstance(entry.id, str) or not isinstance(entry.string, str):
        return None
    return Message(
        entry.string.strip(),
        entry.fuzzy,
        entry.lineno or 1,
        entry.id,
        None if entry.context is None else str(entry.context),
    )
