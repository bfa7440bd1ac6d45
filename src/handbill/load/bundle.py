"""What loading gives: `load_collection`, and the types of what it returns."""

from __future__ import annotations

from handbill.load.collection import Campaign, Collection, Sourced
from handbill.load.folders import load_collection
from handbill.settings import Settings

__all__ = ["Campaign", "Collection", "Settings", "Sourced", "load_collection"]
