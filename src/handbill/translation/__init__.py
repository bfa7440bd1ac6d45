"""Translations of a campaign: one PO file a language, made from the YAML and kept up with it."""

from __future__ import annotations

from handbill.translation.catalogs import Counts, update_catalog
from handbill.translation.extract import Text, campaign_texts
from handbill.translation.parity import Missing, Parity, parity
from handbill.translation.pseudo import PSEUDO, pseudo

__all__ = [
    "PSEUDO",
    "Counts",
    "Missing",
    "Parity",
    "Text",
    "campaign_texts",
    "parity",
    "pseudo",
    "update_catalog",
]
