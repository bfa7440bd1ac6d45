"""The files of a campaign."""

from __future__ import annotations

from typing import Any

from handbill.kinds.audience import AudienceFile
from handbill.model.campaign import CampaignFile, DisguisesFile, HelpFile, QuizFile
from handbill.model.case import CaseFile
from handbill.model.law import ClaimsFile, GlossaryFile, SourcesFile
from handbill.model.place import PlacesFile
from handbill.model.recall import RecallsFile
from handbill.model.strip import Strip
from handbill.model.why import WhyFile

FILES: dict[str, Any] = {
    "campaign": CampaignFile,
    "sources": SourcesFile,
    "claims": ClaimsFile,
    "glossary": GlossaryFile,
    "quiz": QuizFile,
    "help": HelpFile,
    "disguises": DisguisesFile,
    "audience": AudienceFile,
    "case": CaseFile,
    "strip": Strip,
    "places": PlacesFile,
    "recalls": RecallsFile,
    "why": WhyFile,
}
"""Name of the schema → type of the file."""
