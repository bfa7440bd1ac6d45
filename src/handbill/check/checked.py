"""Stage check as a whole: a loaded site that may be built."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill.check.registry import check_collection
from handbill.load.collection import Collection
from handbill.load.glyphs import load_glyphs
from handbill.load.left_out import leave_out
from handbill.load.settings import Settings
from handbill.load.site import Loaded
from handbill.load.templates import (
    device_names,
    picture_names,
    scene_names,
    shows_picture,
    shows_scene,
)
from handbill.model.look import Look
from handbill.problems import Problem, ProblemsFound, Severity


@dataclass(frozen=True)
class Checked:
    """A site that may be built: what was loaded, and the warnings (errors have been raised). Of the
    collection what translations have faults in is left out.

    templates: the folder of the merged look. today: the day it was checked for; what is past by
    then is marked on pages and sheets.
    """

    settings: Settings
    templates: Path
    looks: Mapping[str, Look]
    collection: Collection
    problems: tuple[Problem, ...]
    today: datetime.date


def check_site(loaded: Loaded, today: datetime.date) -> Checked:
    """Checks what was loaded, for a day. Raises ProblemsFound with all findings, those of loading
    and warnings too, when one of them is an error."""
    site, problems, collection = loaded, list(loaded.problems), loaded.collection
    if collection:
        pictures = picture_names(site.templates)
        kinds = collection.kinds.by_name
        picturing = {name for name in kinds if shows_picture(site.templates / name)}
        staging = {name for name in kinds if shows_scene(site.templates / name)}
        looks = None if site.looks.problems else site.looks
        found = check_collection(
            collection,
            today,
            looks=looks,
            pictures=pictures,
            devices=device_names(site.templates),
            picturing=picturing,
            scenes=scene_names(site.templates),
            staging=staging,
            glyphs=load_glyphs(),
        )
        collection, found = leave_out(collection, found)
        problems += found
    if collection is None or any(one.severity is Severity.ERROR for one in problems):
        raise ProblemsFound(problems)
    return Checked(
        site.settings, site.templates, site.looks.by_name, collection, tuple(problems), today
    )
