"""A translation: what stands for each text of a campaign in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """The translation of one text. fuzzy: it was made for another wording of the text, and is not
    used until somebody has looked at it. line: where it stands in the file. original: what it
    translates. context: which of the generator's own words it is; None for a campaign's text."""

    text: str
    fuzzy: bool
    line: int
    original: str = ""
    context: str | None = None


@dataclass(frozen=True)
class Catalog:
    """locale/<language>.po of a campaign. messages: by the text that they translate. own: the
    generator's own words, by context (site:skip, sheet:version). every: both, in the order of the file.
    lines: of the file."""

    language: str
    file: str
    messages: Mapping[str, Message]
    own: Mapping[str, str] = field(default_factory=dict)
    every: tuple[Message, ...] = ()
    lines: tuple[str, ...] = ()

    def get(self, text: str) -> str | None:
        """The translation of a text; None while there is none that may be used."""
        message = self.messages.get(text)
        return message.text if message and message.text and not message.fuzzy else None

    def place(self, message: Message, part: str) -> tuple[int, int]:
        """Where a part of a translation stands, line and column from 1; where it begins if the
        part runs over lines of the file."""
        begun = 0
        for number, line in enumerate(self.lines[message.line - 1 :], message.line):
            if not line.strip() and begun:
                break
            if line.startswith("msgstr"):
                begun = number
            if begun and (at := line.find(part)) >= 0:
                return number, at + 1
        return begun or message.line, 1
