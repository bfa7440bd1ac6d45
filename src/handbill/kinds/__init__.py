"""The table of kinds. To add one: a module here, a folder in templates/, and a line below."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbill.kinds import (
    banner,
    board,
    card,
    checklist,
    comic,
    form,
    leaflet,
    lesson,
    letter,
    newspaper,
    notice,
    pledge,
    poster,
    rollup,
    script,
    sign,
    social,
    ticker,
)
from handbill.kinds.base import Kind, MaterialBase, Measured

Material = Annotated[
    poster.Poster
    | sign.Sign
    | notice.Notice
    | board.Board
    | rollup.Rollup
    | banner.Banner
    | comic.Comic
    | letter.Letter
    | leaflet.Leaflet
    | card.Card
    | newspaper.Newspaper
    | pledge.Pledge
    | form.Form
    | lesson.Lesson
    | checklist.Checklist
    | ticker.Ticker
    | script.Script
    | social.Social,
    Field(discriminator="kind"),
]
"""Any material; `kind` decides which."""

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        poster.KIND,
        sign.KIND,
        notice.KIND,
        board.KIND,
        rollup.KIND,
        banner.KIND,
        comic.KIND,
        letter.KIND,
        leaflet.KIND,
        card.KIND,
        newspaper.KIND,
        pledge.KIND,
        form.KIND,
        lesson.KIND,
        checklist.KIND,
        social.KIND,
        ticker.KIND,
        script.KIND,
    )
}
"""Kinds by name, as lists show them: those of a group together, the one to begin with first."""

__all__ = ["KINDS", "Kind", "Material", "MaterialBase", "Measured"]
