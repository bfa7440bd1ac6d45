"""The lock-up of a campaign as drawings take it: its colour, and it alone for web pages; and which of
the numbers below it is first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from handbill.compose.artifacts import Artifact, Sheet
from handbill.compose.origins import Origin
from handbill.edition.edition import Edition
from handbill.model.campaign import Hotline, Lockup
from handbill.model.look import Look
from handbill.words.languages import own_script

MARK = "assets/lockup.svg"
"""Where the lock-up of a campaign lies, below its part of the site."""


def tones(look: Look, lockup: Lockup) -> dict[str, dict[str, Any]]:
    """Returns the colours of a sheet for screens (rgb) and for the print shop (cmyk): those of a
    palette, and that of the lock-up."""
    colour = lockup.tone
    return {
        "rgb": {**look.rgb(), "lockup": colour.rgb},
        "cmyk": {**look.cmyk(), "lockup": list(colour.cmyk)},
    }


def mark(edition: Edition, prefix: str, look: Look) -> Artifact:
    """Returns the lock-up alone, as an SVG for web pages."""
    lockup = edition.campaign.lockup
    one = {
        "id": MARK,
        "title": edition.sentence(edition.campaign.action),
        "lang": edition.words["lang"],
        **own_script(edition.language),
        "look": tones(look, lockup)["rgb"],
        "action": edition.campaign.action,
        "action_form": edition.campaign.action_form,
        "devices": lockup.devices,
    }
    size = {"width": 100, "scale": 1}
    data = {"edition": "preview", "size": size, "sheets": [one]}
    source = edition.told.campaign.span("action")
    return Artifact(
        prefix + MARK, Sheet("sheet/mark", data, "svg"), source, origin=Origin(edition, MARK)
    )


def ranked(
    hotlines: Sequence[Hotline], wanted: str | None, sentence: str | Sequence[str]
) -> list[Hotline]:
    """Returns the numbers of a sheet with the one to call first at the head: the wanted one, or else
    the first of those that the sentence names, if it names any."""
    said = sentence if isinstance(sentence, str) else " ".join(sentence)
    named = [one for one in hotlines if wanted in one.keys] or [
        one for one in hotlines if re.search(rf"(?<![0-9]){re.escape(one.number)}(?![0-9])", said)
    ]
    return [*named[:1], *(one for one in hotlines if one not in named[:1])]
