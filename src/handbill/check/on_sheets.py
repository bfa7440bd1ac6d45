"""The texts that reach sheets, of all that a campaign says: those of materials that are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handbill.edition.edition import Edition
from handbill.load.marks import Path
from handbill.load.sourced import Sourced
from handbill.model.text import PLACEHOLDER
from handbill.model.texts import walk
from handbill.problems import Both, Span

EVERY = Both("每份印刷品", "every sheet")
_CLAIM = re.compile(r"(?:claim|cite)\.(.+)")
_SHARED = ("title", "action", "numbers", "qr_caption", "fiction_notice", "contact_roles")
"""Fields of campaign.yml that sheets show, whatever they are."""


@dataclass(frozen=True)
class OnSheet:
    """A text as it is told, placeholders still in it. sheet: id of its material, or EVERY for what
    all have. sheets: ids of those that show it. body: whether it is copy of a material, which may
    be set in the serif."""

    edition: Edition
    file: Sourced[Any]
    path: Path
    text: str
    sheets: tuple[str, ...]
    sheet: str | Both = EVERY
    body: bool = False

    def find(self, part: str) -> Span:
        """Returns where a part of it stands: in the PO file of its language, or in the YAML."""
        return self.edition.place_of(self.file, self.path, self.text, part)


def on_sheets(edition: Edition) -> Iterator[OnSheet]:
    """Yields every text of an edition that a sheet shows: of materials that its language has, and
    what these share, each text once."""
    told, copy = edition.told, list(_of_materials(edition))
    if not copy:
        return
    yield from copy
    every, claims = (
        tuple(dict.fromkeys(one.sheets[0] for one in copy)),
        dict[str, tuple[str, ...]](),
    )
    for one in copy:
        for name in PLACEHOLDER.findall(one.text):
            if match := _CLAIM.fullmatch(name):
                claims[match[1]] = (*claims.get(match[1], ()), *one.sheets)
    for name in _SHARED:
        value = getattr(told.campaign.value, name)
        for path, text, _ in walk(value, path=(name,), translatable=True, is_text=True):
            yield OnSheet(edition, told.campaign, path, text, every)
    for index, claim in enumerate(told.claims.value.claims):
        if claim.id in claims:
            for path, text, _ in walk(claim, path=("claims", index), translatable=True):
                yield OnSheet(edition, told.claims, path, text, claims[claim.id], body=True)


def _of_materials(edition: Edition) -> Iterator[OnSheet]:
    told, strips = edition.told, dict[str, tuple[str, ...]]()
    for file, audience in zip(told.audiences, edition.audiences, strict=True):
        for index, material in enumerate(file.value.materials):
            if not edition.has(audience, material):
                continue
            here, kind, mine = ("materials", index), material.declared, (material.id,)
            for one in kind.texts(material):
                if one.field:
                    path = (*here, *one.path)
                    yield OnSheet(edition, file, path, one.text, mine, material.id, body=True)
            own = ("materials", index, "label") if material.label else ("label",)
            label = material.label or file.value.label
            yield OnSheet(edition, file, own, label, mine, material.id)
            for _, name in kind.ids_in(material, "strips"):
                strips[name] = (*strips.get(name, ()), material.id)
    for strip in told.comics:
        if strip.id in edition.strips and (shown := strips.get(strip.id)):
            for path, text, _ in walk(strip.value, translatable=True):
                if "alt" not in path:
                    yield OnSheet(edition, strip, path, text, shown, shown[-1])
