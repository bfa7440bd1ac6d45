"""A worker of a print run: draws the sheets of a few places at a time and puts them where they go.

It loads the site once and keeps it, with its fonts and compiler, for the tasks that follow. It is a
process of this machine or of a cluster, which then sees the same files.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing import parent_process
from pathlib import Path
from typing import Protocol

from handbill import road
from handbill.check import Checked
from handbill.compose import folder_of
from handbill.compose.artifacts import Sheet
from handbill.compose.packs import Selection
from handbill.compose.sheets import files_of, sheet, sheet_file
from handbill.edition.localise import localise
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.load.settings import read_settings
from handbill.load.site import load_site
from handbill.problems import ProblemsFound
from handbill.publish.destination import Destination
from handbill.render.cache import RenderCache


@dataclass(frozen=True)
class Site:
    """What a worker loads. seal: digest of the site's files, so that a worker that lives on loads it
    anew when they have changed. to: address of the destination."""

    config: str
    today: datetime.date
    seal: str
    to: str


@dataclass(frozen=True)
class Choice:
    """What of each place is drawn; an empty part leaves nothing out. files: of which kinds, sizes and
    editions. languages: tags."""

    files: Selection = field(default_factory=Selection)
    audiences: frozenset[str] = frozenset()
    materials: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()

    def takes(self, audience: str, material: str) -> bool:
        """Tell whether a material of an audience is chosen."""
        return (not self.audiences or audience in self.audiences) and (
            not self.materials or material in self.materials
        )


class OfCampaign(Protocol):
    """What is of a campaign in a language."""

    @property
    def campaign(self) -> str:
        """Its id."""

    @property
    def language(self) -> str:
        """A tag."""


@dataclass(frozen=True)
class Task:
    """The sheets of some places in a language of a campaign. only: one file of them by name; else
    all that are chosen."""

    campaign: str
    places: tuple[str, ...]
    language: str
    only: str = ""


@dataclass(frozen=True)
class Entry:
    """A file of a print run, as its manifest has it. hash: SHA-256 of its bytes. made_from: digest of
    all it was drawn from."""

    path: str
    hash: str
    bytes: int
    made_from: str
    campaign: str
    place: str
    language: str
    material: str
    size: str
    edition: str
    version: str


@dataclass(frozen=True)
class Fault:
    """A file that could not be drawn, and why, in Chinese and English; `path` of a task that ended
    its worker is that of the file, or of the place's folder."""

    path: str
    code: str
    zh: str
    en: str


@dataclass(frozen=True)
class Done:
    """What became of a task. drawn: how many of its files were drawn anew."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    drawn: int


def folder_for(collection: Collection, task: OfCampaign, place: str) -> str:
    """Return the folder of a place's files: below the place above it, so that no folder holds a
    whole country; by language, but for the campaign's own."""
    own = next(one for one in collection.campaigns if one.id == task.campaign)
    top = folder_of(task.campaign, len(collection.campaigns)).rstrip("/")
    parts = (top, collection.tree.by_id[place].parent or "", place)
    language = "" if task.language == own.campaign.value.language else task.language
    return "".join(f"{part}/" for part in (*parts, language) if part)


class Desk:
    """A site, loaded, with what draws its sheets; who has sent the task has checked it."""

    def __init__(self, site: Site) -> None:
        loaded = load_site(read_settings(Path(site.config)))
        if loaded.collection is None:
            raise ProblemsFound(list(loaded.problems))
        self.site = Checked(
            loaded.settings,
            loaded.templates,
            loaded.looks.by_name,
            loaded.collection,
            (),
            site.today,
        )
        self.to = Destination(site.to)
        self.campaigns: Mapping[str, Campaign] = {
            one.id: one for one in loaded.collection.campaigns
        }
        self.renderer = road.renderer(self.site, RenderCache(None))
        """It keeps nothing, since what is drawn is put where it goes."""

    def planned(self, task: Task, choice: Choice) -> list[tuple[Entry, Sheet]]:
        """Return each file of a task, its hash and bytes unknown yet, and what is drawn: the places
        of one file after another, since Typst has laid out then what they have in common."""
        of_places = [list(self._planned(task, place, choice)) for place in task.places]
        order = {
            (entry.material, entry.size, entry.edition): number
            for of_place in reversed(of_places)
            for number, (entry, _) in enumerate(of_place)
        }
        return sorted(
            (one for of_place in of_places for one in of_place),
            key=lambda one: order[one[0].material, one[0].size, one[0].edition],
        )

    def _planned(self, task: Task, place: str, choice: Choice) -> Iterator[tuple[Entry, Sheet]]:
        collection, campaign = self.site.collection, self.campaigns[task.campaign]
        edition = localise(collection, campaign, place, task.language, self.site.today)
        folder = folder_for(collection, task, place)
        prefix = folder_of(campaign.id, len(self.campaigns))
        for audience, material in edition.materials():
            if not choice.takes(audience.id, material.id) or not edition.has(audience, material):
                continue
            one = sheet(edition, audience, material, self.site.looks, prefix)
            for name, size, printed in files_of(audience, material):
                if not choice.files.takes(material.kind, name, printed):
                    continue
                file, drawn = sheet_file([(edition, one)], material, name, size, printed)
                if task.only in ("", folder + file):
                    of = (task.campaign, place, task.language, material.id, name, printed)
                    yield Entry(folder + file, "", 0, "", *of, edition.version(material)), drawn


def leave_with_parent() -> None:
    """End this process as soon as the one that has started it has ended, however it did: one that
    waits for tasks would wait for ever."""
    parent = parent_process()
    if parent is None:
        return

    def leave() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=leave, daemon=True, name="leave with parent").start()


@lru_cache(maxsize=1)
def desk_of(site: Site) -> Desk:
    """Return the site as this worker has it, loaded when it is first asked for."""
    return Desk(site)


def names_of(site: Site, task: Task, choice: Choice) -> list[str]:
    """Return the paths of a task's files."""
    return [entry.path for entry, _ in desk_of(site).planned(task, choice)]


def faults_of(path: str, found: ProblemsFound) -> list[Fault]:
    """Return why a file could not be drawn."""
    return [Fault(path, one.code, one.text("zh"), one.text("en")) for one in found.problems]


def run_task(site: Site, task: Task, choice: Choice, kept: Mapping[str, Entry]) -> Done:
    """Draw the files of a task and put them where they go.

    kept: files of an earlier run by path; one that was made of the same and is there still is not
    drawn again. What cannot be drawn is told and stops nothing else. Raises OSError for a destination
    that takes no files.
    """
    desk, entries, faults, drawn = desk_of(site), [], [], 0
    for entry, body in desk.planned(task, choice):
        made_from = desk.renderer.fingerprint(body)
        before = kept.get(entry.path)
        if before and before.made_from == made_from and desk.to.size(entry.path) == before.bytes:
            entries.append(before)
            continue
        try:
            content = desk.renderer.draw(body)
        except ProblemsFound as found:
            faults += faults_of(entry.path, found)
            continue
        desk.to.write(entry.path, content)
        drawn += 1
        digest = hashlib.sha256(content).hexdigest()
        entries.append(replace(entry, hash=digest, bytes=len(content), made_from=made_from))
    return Done(tuple(entries), tuple(faults), drawn)
