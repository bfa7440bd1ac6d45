"""The table of kinds. To add one: a module here, a folder in templates/, and a line below."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbill.kinds import banner, card, letter, poster
from handbill.kinds.base import Kind, MaterialBase, Measured

Material = Annotated[poster.Poster | letter.Letter | card.Card | banner.Banner,
                     Field(discriminator="kind")]
"""Any material; `kind` decides which."""

KINDS: dict[str, Kind] = {kind.name: kind for kind in
                          (poster.KIND, letter.KIND, card.KIND, banner.KIND)}

__all__ = ["KINDS", "Kind", "Material", "MaterialBase", "Measured"]
