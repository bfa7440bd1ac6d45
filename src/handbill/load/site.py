"""A site as it lies on the disk: its look and its campaigns, with all that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from handbill.load.collection import Collection
from handbill.load.folders import load_collection
from handbill.load.logos import mark_problems
from handbill.load.settings import Settings
from handbill.load.strays import strays
from handbill.load.templates import Looks, load_looks, subject_problems
from handbill.load.things import thing_problems
from handbill.problems import Problem
from handbill.resources import merged_templates


@dataclass(frozen=True)
class Loaded:
    """What was read. templates: the folder of the merged look. collection: None when a file is broken
    that the rest cannot be understood without; `problems` says which."""

    settings: Settings
    templates: Path
    looks: Looks
    collection: Collection | None
    problems: tuple[Problem, ...]


def load_site(settings: Settings, unsaved: Mapping[Path, str] = MappingProxyType({})) -> Loaded:
    """Loads everything a site is built from. Nothing in it is raised: `problems` has it all.

    unsaved: texts that stand for those of files of campaigns/, as an editor has them.
    """
    templates = merged_templates(settings.templates_dir, settings.build_dir / "templates")
    looks = load_looks(settings)
    collection, problems = load_collection(settings, unsaved)
    marks = (
        *mark_problems(settings, templates),
        *subject_problems(settings),
        *thing_problems(settings),
    )
    found = (*settings.warnings, *looks.problems, *problems, *strays(settings), *marks)
    return Loaded(settings, templates, looks, collection, found)
