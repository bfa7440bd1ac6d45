"""locale/<language>.po → Catalog. A translation that cannot be read is a problem, not an end."""

from __future__ import annotations

import io
import re

from babel.messages.pofile import PoFileError, read_po

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
        read = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        # lineno counts from 0 in some of Babel's messages and from 1 in others.
        at = min(max(1, error.lineno), max(1, text.count("\n")))
        return None, [Problem("E150", Span(name, at, 1, 1), reason=str(error))]
    except (ValueError, LookupError, IndexError, TypeError) as error:
        return None, [Problem("E150", Span(name), reason=str(error))]
    messages: dict[str, Message] = {}
    own: dict[str, str] = {}
    every: list[Message] = []
    problems: list[Problem] = []
    for message in read:
        if not message.id or not isinstance(message.id, str) or not isinstance(message.string, str):
            continue
        one = Message(
            message.string.strip(),
            message.fuzzy,
            message.lineno or 1,
            message.id,
            None if message.context is None else str(message.context),
        )
        every += [one] if one.text else []
        if message.context is None:
            messages[message.id] = one
        elif one.text and not one.fuzzy:
            own[str(message.context)] = message.string  # a space after a comma is part of it
            wanted, found = (_fields_and_parts(text) for text in (message.id, one.text))
            if differ := wanted ^ found:
                problems.append(
                    Problem(
                        "E153",
                        Span(name, one.line, 1, 1),
                        names=sorted(differ),
                        wanted=sorted(wanted),
                    )
                )
    return Catalog(language, name, messages, own, tuple(every), tuple(lines)), problems
