"""What commands share: the site they are for, and how they say what they found."""

from __future__ import annotations

import argparse
import datetime
import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS

if TYPE_CHECKING:
    from handbill.check import Checked
    from handbill.load.collection import Collection
    from handbill.load.settings import Settings
    from handbill.problems import Problem
    from handbill.problems.report import Format
    from handbill.render.cache import RenderCache


def language_of(chosen: str | None) -> str:
    """Returns the language of messages: as asked, else the system's, Chinese where it is
    neither."""
    if chosen:
        return chosen
    name = os.environ.get("LC_ALL") or os.environ.get("LANG") or (locale.getlocale()[0] or "")
    return "en" if name.lower().startswith("en") else "zh"


def settings_of(options: argparse.Namespace) -> Settings:
    """Returns the settings of the site whose mkdocs.yml the command names, as MkDocs has them."""
    from handbill.load.settings import read_settings

    settings = read_settings(options.config_file)
    if not settings.hooks:
        return settings
    from handbill.publish.mkdocs_settings import with_hooks

    return with_hooks(settings)


def today() -> datetime.date:
    """Returns the day by the computer's clock."""
    return datetime.date.today()


def checked_of(options: argparse.Namespace) -> Checked:
    """Returns the campaigns, loaded and checked. Raises ProblemsFound when they cannot be used."""
    from handbill import road

    return road.load_and_check(settings_of(options), today())


def collection_of(options: argparse.Namespace) -> Collection:
    """Returns the campaigns, loaded and not checked: what is past its day must not hide the list of it.
    Raises ProblemsFound when they cannot be read, and for an unknown place."""
    from handbill.load.folders import load_collection
    from handbill.load.validate import require_known
    from handbill.problems import ProblemsFound

    collection, problems = load_collection(settings_of(options))
    if collection is None:
        raise ProblemsFound(problems)
    known = {place.id: place.name for place in collection.places.value.places}
    names = {name: one for one, name in known.items()}
    for place in options.place:
        require_known(place, known, names)
    if problems:
        # A file that cannot be read is not in the list: that must be said.
        print_problems(problems, options)
    sys.stdout.flush()
    return collection


def cache_of(settings: Settings) -> RenderCache:
    """Returns where drawings of this site are kept between commands."""
    from handbill.render.cache import RenderCache

    return RenderCache(settings.build_dir / "cache")


def say_damaged(entries: int, options: argparse.Namespace) -> None:
    """Say (W760) how many entries of the cache were not whole; they have been drawn anew."""
    from handbill.problems import Problem

    if entries:
        print_problems([Problem("W760", None, count=entries)], options)


def print_problems(
    problems: Sequence[Problem], options: argparse.Namespace, output_format: Format = "human"
) -> None:
    """Print problems: for people to standard error, for programs to standard output."""
    from handbill.problems.report import render

    config: Path = getattr(options, "config_file", Path("mkdocs.yml"))
    stream = sys.stderr if output_format == "human" else sys.stdout
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    text = render(
        problems,
        root=config.resolve().parent,
        lang=language_of(options.lang),
        color=colour,
        format=output_format,
    )
    print(text.rstrip("\n"), file=stream)


def told(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    """Count the problems that were printed, for people, and return the exit code they come to."""
    from handbill.problems import Severity

    errors, warnings, notices = (
        sum(problem.severity is one for problem in problems) for one in Severity
    )
    if options.format == "human":
        settled = {"zh": f"，{notices} 处已审核", "en": f", {notices} reviewed"}
        counts = {
            "zh": f"{errors} 个错误，{warnings} 个提醒",
            "en": f"{errors} errors, {warnings} warnings",
        }
        language = language_of(options.lang)
        print(counts[language] + (settled[language] if notices else ""), file=sys.stderr)
    return EXIT_PROBLEMS if errors or (options.strict and warnings) else EXIT_OK
