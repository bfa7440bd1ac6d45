"""A translation: what stands for each text of a campaign in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """The translation of one text. fuzzy: it was made for another wording of the text, and is not
    used until somebody has looked at it. line: where it stands in the file."""

    text: str
    fuzzy: bool
    line: int


@dataclass(frozen=True)
class Catalog:
    """locale/<language>.po of a campaign. messages: by the text that they translate. own: the
    generator's own words, by context (site:skip, sheet:version)."""

    language: str
    file: str
    messages: Mapping[str, Message]
    own: Mapping[str, str] = field(default_factory=dict)

    def get(self, text: str) -> str | None:
        """The translation of a text; None while there is none that may be used."""
        message = self.messages.get(text)
        return message.text if message and message.text and not message.fuzzy else None
