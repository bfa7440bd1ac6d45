"""Where a part of a sheet comes from, for messages about it: a line of the YAML, or of a PO file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbill.edition.edition import Edition
from handbill.kinds.base import characters
from handbill.load.sourced import Sourced
from handbill.model.texts import walk
from handbill.problems import Span

_OF_CAMPAIGN = {
    "action": "action",
    "numbers": "numbers",
    "qr-caption": "qr_caption",
    "fiction-notice": "fiction_notice",
}
"""Blocks that every sheet has, by the field of campaign.yml."""
_OWN_WORDS = {
    "imprint": ("published_by", "version", "printed", "valid_until", "origin"),
    "valid-until": ("valid_until",),
}
"""Blocks that the generator says itself, by the names of its words; every other one has its name."""
_OF_STRIP = {"caption": "caption", "balloon": "balloons", "title": "title"}
"""Blocks of comics, by the field of the strip."""
_FIELDS = {
    "back": "blocks",
    "body": "parts",
    "face": "inside",
    "face-title": "inside.title",
    "handout": "questions",
    "plan": "steps",
    "script": "text",
}
"""Blocks that are called otherwise than their field; every other one has its name."""


def _plain(name: str) -> str:
    """A name of a field as templates name a block of it: signals.title → signal-title."""
    parts = name.replace("_", ".").replace("-", ".").split(".")
    return "-".join(part if part.endswith("ss") else part.removesuffix("s") for part in parts)


def _meant(block: str, names: set[str]) -> set[str]:
    """Those of the plain names that a block has: its own, else those that end with it, else those
    that are inside it."""
    wanted = _plain(_FIELDS.get(block, block))
    return (
        {wanted} & names
        or {name for name in names if name.endswith(f"-{wanted}")}
        or {name for name in names if name.startswith(f"{wanted}-")}
    )


@dataclass(frozen=True)
class Origin:
    """The material that a sheet shows, or the path of a picture, in one language. Nothing is looked
    up before it is asked."""

    edition: Edition
    material: str

    @property
    def language(self) -> str | None:
        """The language of a translation; None for the original."""
        return None if self.edition.is_original else self.edition.language

    def of_block(self, block: str, rank: int = 0) -> Span | None:
        """Returns where the text of a block stands that a template has refused; of several the
        `rank`th by length, 0 being the longest. None where nothing says it."""
        found = sorted(self._texts(block), key=lambda one: -characters(one[2]))
        return self.edition.place_of(*found[min(rank, len(found) - 1)]) if found else None

    def in_translation(self, block: str, character: str) -> Span | None:
        """Returns where a translation says the generator's own words of a block, the longest of
        them, or has a character; else its file. None for the original."""
        if self.edition.is_original:
            return None
        catalog = self.edition.told.catalogs[self.edition.language]
        names = _OWN_WORDS.get(block, (block.replace("-", "_"),))
        if block == "contacts":
            labels = {one.label for one in self.edition.told.campaign.value.contact_roles}
            found = [one for one in catalog.every if one.text in labels]
        elif character:
            found = [one for one in catalog.every if one.is_used and character in one.text]
        else:
            found = [
                one for one in catalog.every if one.context in {f"sheet:{name}" for name in names}
            ]
        if not found:
            return Span(catalog.file)
        line, column = catalog.place(max(found, key=lambda one: len(one.text)), character)
        return Span(catalog.file, line, column, column + len(character))

    def _shared(self, name: str) -> Iterator[tuple[Sourced[Any], tuple[str | int, ...], str]]:
        file = self.edition.told.campaign
        if name == "numbers" and self.edition.is_original:
            for index, one in enumerate(file.value.numbers):
                yield file, (name, index, "number"), " ".join([one.number, *one.words])
            return
        value = getattr(file.value, name)
        for path, text, _ in walk(value, path=(name,), translatable=True, is_text=True):
            yield file, path, text

    def _texts(self, block: str) -> Iterator[tuple[Sourced[Any], tuple[str | int, ...], str]]:
        told = self.edition.told
        if name := _OF_CAMPAIGN.get(block):
            yield from self._shared(name)
            return
        for file in told.audiences:
            for index, material in enumerate(file.value.materials):
                if material.id == self.material:
                    shown = [name for _, name in material.declared.ids_in(material, "strips")]
                    texts = [one for one in material.declared.texts(material) if one.field]
                    names = _meant(block, {_plain(one.name) for one in texts})
                    for one in texts:
                        if _plain(one.name) in names:
                            yield file, ("materials", index, *one.path), one.text
                    for strip in told.comics:
                        for path, text, _ in walk(strip.value, translatable=True):
                            if strip.id in shown and _OF_STRIP.get(block) in path:
                                yield strip, path, text
