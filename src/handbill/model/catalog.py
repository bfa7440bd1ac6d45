"""A translation: what stands for each text of a campaign in another language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Message:
    """The translation of one text. fuzzy: it was made for another wording of the text, and is not
    used until somebody has looked at it. line: where it stands in the file. original: what it
    translates. context: which of the generator's own words it is, or in which sense a campaign has
    the text; None in all. faulty: it is not used either, since `check` has found a fault in it."""

    text: str
    fuzzy: bool
    line: int
    original: str = ""
    context: str | None = None
    faulty: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is of the generator's own words (site:skip), and not of a campaign's text."""
        return (self.context or "").startswith(("site:", "sheet:"))

    @property
    def is_used(self) -> bool:
        """Whether it is a translation that stands for its text."""
        return bool(self.text) and not (self.fuzzy or self.faulty)


@dataclass(frozen=True)
class Catalog:
    """locale/<language>.po of a campaign. messages: by the text that they translate. senses: those
    of one sense of their text, by both. own: the generator's own words, by context (site:skip,
    sheet:version). every: all of them, in the order of the file.
    lines: of the file. left_out: what is not made in this language, since it cannot be drawn: ids of
    materials, paths of pictures."""

    language: str
    file: str
    messages: Mapping[str, Message]
    senses: Mapping[str, Mapping[str, Message]] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    every: tuple[Message, ...] = ()
    lines: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()

    def get(self, text: str, sense: str = "") -> str | None:
        """The translation of a text; None while there is none that may be used. sense: what the
        text is there for (see `edition.senses`)."""
        message = self.entry(text, sense)
        return message.text if message and message.is_used else None

    def entry(self, text: str, sense: str = "") -> Message | None:
        """Returns the entry of a text: that of its sense, else that of any sense, else the one of
        another sense where no other says it otherwise."""
        senses = self.senses.get(text)
        if senses is None:
            return self.messages.get(text)
        found = senses.get(sense) or self.messages.get(text)
        said = {one.text for one in senses.values()}
        return found or (next(iter(senses.values())) if len(said) == 1 else None)

    def of(self, text: str) -> list[Message]:
        """Returns every entry of a text, of whichever sense."""
        plain = self.messages.get(text)
        return [*([plain] if plain else []), *self.senses.get(text, {}).values()]

    def entry_at(self, line: int) -> Message | None:
        """Returns the entry that a line of the file belongs to; None above the first."""
        return max(
            (one for one in self.every if one.line <= line), key=lambda one: one.line, default=None
        )

    def without(self, faulty: Collection[Message], left_out: Collection[str] = ()) -> Catalog:
        """Returns the catalog without what entries say that have a fault, and without what cannot
        be drawn."""
        if not faulty and self.left_out.issuperset(left_out):
            return self
        names = {(one.context, one.original) for one in faulty}
        return replace(
            self,
            messages={
                text: replace(one, faulty=True) if (None, text) in names else one
                for text, one in self.messages.items()
            },
            senses={
                text: {
                    sense: replace(one, faulty=True) if (sense, text) in names else one
                    for sense, one in found.items()
                }
                for text, found in self.senses.items()
            },
            own={name: text for name, text in self.own.items() if name not in dict(names)},
            left_out=self.left_out.union(left_out),
        )

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
