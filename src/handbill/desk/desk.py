"""The state of a desk: a site with what is not saved laid over it, and what the checks say of it."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbill.check import Checked, check_site
from handbill.desk.choices import choices_of
from handbill.desk.drawing import Drawer
from handbill.desk.form import Choices, Field, Maker, inner_type
from handbill.desk.jobs import Jobs
from handbill.desk.keeping import Draft, Kept
from handbill.desk.papers import Paper, SiteFile, digest, papers, site_paper, text_of
from handbill.load.kinds import load_kinds
from handbill.load.marks import Path as Way
from handbill.load.settings import Settings, read_settings, site_address
from handbill.load.site import Loaded, load_site
from handbill.load.validate import validate
from handbill.load.yaml_source import Document
from handbill.model.address import address_fault
from handbill.problems import Problem, ProblemsFound, ordered
from handbill.words.desk import desk_words

REMEMBERED = 200
"""Texts that pages have shown and that are remembered, to tell what an old page was made from."""

MOMENT = 0.3
"""Seconds for which the disk is not looked at anew for what others may have changed. What is saved is
compared with the file itself, whatever was seen."""


@dataclass
class Part:
    """A stretch of a file as a page shows it.

    number: among the parts of its page. at: the group that is shown. text: of the draft, else of the
    file. state: digest of that. disk: digest of the file. base: of the file that the draft was begun
    from. document: None when the text cannot be read; `problems` says why.
    """

    number: int
    paper: Paper
    at: Way
    text: str
    disk: str
    base: str
    is_draft: bool
    document: Document | None
    problems: list[Problem]
    fields: list[Field] = field(default_factory=list)

    @property
    def state(self) -> str:
        """What tells this text from another."""
        return digest(self.text.encode())

    @property
    def is_torn(self) -> bool:
        """Whether the file was changed by somebody else after the draft was begun."""
        return self.is_draft and self.base != self.disk


@dataclass(frozen=True)
class _Seen:
    """The files of a site at one time. unsaved: texts of drafts by path. key: what changes when
    anything does that the site is loaded from."""

    at: float
    settings: Settings
    papers: dict[str, Paper]
    unsaved: dict[Path, str]
    key: str


class Desk:
    """A site on the desk. config: its mkdocs.yml, which need not be there yet. today: the day of
    checks; the computer's by default."""

    def __init__(self, config: Path, language: str, today: datetime.date | None = None) -> None:
        self.config = config.resolve()
        self.language = language
        self.kept = Kept(self.config.parent)
        self.lock = threading.RLock()
        self.drawer = Drawer()
        self.jobs = Jobs(self.config.parent)
        self._today = today
        self._shown: dict[str, str] = {}
        self._disks: dict[str, str] = {}
        self._last: _Seen | None = None
        self._loaded: tuple[str, Loaded] | None = None
        self._found: tuple[str, list[Problem]] | None = None

    @property
    def say(self) -> dict[str, str]:
        """The words of the desk in its language."""
        return desk_words(self.language)

    @property
    def root(self) -> Path:
        """The folder of the site."""
        return self.config.parent

    @property
    def today(self) -> datetime.date:
        """The day that checks are made for."""
        return self._today or datetime.datetime.now().astimezone().date()

    def is_new(self) -> bool:
        """Whether there is no site yet."""
        return not self.config.is_file()

    def settings(self) -> Settings:
        """Returns the settings with what is not saved of them. Raises ProblemsFound."""
        return self._seen().settings

    def papers(self) -> dict[str, Paper]:
        """Returns the files with forms. Raises ProblemsFound."""
        return self._seen().papers

    def put(self, name: str, draft: Draft) -> None:
        """Keeps the draft of a file. Raises OSError."""
        self.kept.put(name, draft)
        self.touched()

    def drop(self, name: str) -> None:
        """Forgets the draft of a file."""
        self.kept.drop(name)
        self.touched()

    def touched(self) -> None:
        """Notes that something was written, so that the disk is looked at anew."""
        self._last = None

    def _seen(self) -> _Seen:
        """The files as they were a moment ago at most. Raises ProblemsFound."""
        with self.lock:
            if self._last is None or time.monotonic() - self._last.at > MOMENT:
                self._last = self._looked()
            return self._last

    def _looked(self) -> _Seen:
        settings = self._with_draft(read_settings(self.config))
        found = papers(settings, load_kinds(settings))
        drafts = {one.path: self.kept.draft(name) for name, one in found.items()}
        unsaved = {path: draft.text for path, draft in drafts.items() if draft}
        said = hashlib.sha256(f"{self.today}\0{settings.site_url}\0{settings.site_name}".encode())
        folders = (settings.campaigns_dir, settings.templates_dir)
        files = [file for one in folders if one for file in sorted(one.rglob("*"))]
        for file in [*settings.config_files, *files]:
            with contextlib.suppress(
                OSError
            ):  # gone again, or the lock of an editor: a link to nothing
                info = file.stat()
                said.update(os.fsencode(file) + f"\0{info.st_mtime_ns}\0{info.st_size}\n".encode())
        for path, text in unsaved.items():
            said.update(f"{path}\0{text}\n".encode())
        return _Seen(time.monotonic(), settings, found, unsaved, said.hexdigest())

    def _with_draft(self, settings: Settings) -> Settings:
        unsaved = self._site_draft()
        if unsaved is None:
            return settings
        data = unsaved[0].data if unsaved[0] else {}
        address = data.get("site_url")
        if address and address_fault(address):
            address = None
        return replace(
            settings, site_url=site_address(address), site_name=data.get("site_name", "")
        )

    def part(self, number: int, name: str, at: Way = (), only: Sequence[str] | None = None) -> Part:
        """Returns a stretch of a file with its fields, for a page that shows them. only: names of
        fields; all if None. Raises KeyError for what is not there, ProblemsFound and OSError."""
        part = self.opened(name, number, at)
        self._remember(part)
        if part.document is not None:
            part.fields = self.fields(part, part.document, only)
        return part

    def opened(self, name: str, number: int = 0, at: Way = ()) -> Part:
        """Returns the same without fields, for what looks at a file and shows no form of it."""
        paper = self.papers()[name]
        disk_text, disk = paper.read()
        if self._disks.setdefault(name, disk) != disk:
            self._disks[name] = disk
            self.touched()
        draft = self.kept.draft(name)
        text = draft.text if draft else disk_text
        document, problems = paper.opened(text)
        base = draft.base if draft else disk
        return Part(number, paper, at, text, disk, base, draft is not None, document, problems)

    def set_aside(self, part: Part) -> None:
        """Keeps a file among its versions, and what is not saved of it, which is then forgotten. Raises
        OSError."""
        name = part.paper.name
        self.kept.keep(name, part.paper.read()[0])
        if part.is_draft:
            self.kept.keep(name, part.text)
            self.drop(name)

    def set_table_aside(self, path: Path) -> None:
        """Keeps a table of places, where it is there, among its versions. Raises OSError."""
        if path.is_file():
            name = path.relative_to(self.root).as_posix()
            self.kept.keep(name, text_of(path.read_bytes(), name))

    def fields(self, part: Part, document: Document, only: Sequence[str] | None) -> list[Field]:
        """Returns the fields of a stretch of a file. Raises KeyError."""
        annotation, data = inner_type(part.paper.annotation, document.data, part.at)
        maker = Maker(self.language, self.choices(part.paper))
        made = maker.form(annotation, data if isinstance(data, dict) else {}, part.at)
        if only is None:
            return made
        return [one for name in only for one in made if one.path[-1] == name]

    def choices(self, paper: Paper) -> Choices:
        """Returns what may be chosen in a file."""
        loaded = self.loaded()
        return choices_of(loaded, paper) if loaded.collection else Choices()

    def _remember(self, part: Part) -> None:
        self._shown[part.state] = part.text
        while len(self._shown) > REMEMBERED:
            del self._shown[next(iter(self._shown))]

    def shown(self, state: str) -> str | None:
        """Returns a text that a page has shown, by its state, if it is still remembered."""
        return self._shown.get(state)

    def draft(self, part: Part, text: str) -> None:
        """Keeps a text as what is not saved of a file; forgets it where it says what the file says."""
        if text == part.text:
            return
        disk_text, _ = part.paper.read()
        if text == disk_text:
            self.drop(part.paper.name)
        else:
            self.put(part.paper.name, Draft(text, part.base))

    def loaded(self) -> Loaded:
        """Returns the site with what is not saved. Raises ProblemsFound for mkdocs.yml."""
        with self.lock:
            seen = self._seen()
            if self._loaded is None or self._loaded[0] != seen.key:
                self._loaded = seen.key, load_site(seen.settings, seen.unsaved)
            return self._loaded[1]

    def checked(self) -> Checked | None:
        """Returns the site as the renderer takes it, not looked over; None when it is not whole."""
        one = self.loaded()
        if one.collection is None:
            return None
        return Checked(
            one.settings, one.templates, one.looks.by_name, one.collection, (), self.today
        )

    def found(self) -> list[Problem]:
        """Returns all that the checks say, with what the last drawings said."""
        try:
            loaded = self.loaded()
        except ProblemsFound as broken:
            return broken.problems
        with self.lock:
            key = self._loaded[0] if self._loaded else ""
            if self._found is None or self._found[0] != key:
                try:
                    problems = list(check_site(loaded, self.today).problems)
                except ProblemsFound as broken:
                    problems = broken.problems
                self._found = key, [*problems, *self._site_problems()]
            drawn = self.drawer.problems_of(loaded)
            return ordered({str(one): one for one in (*self._found[1], *drawn)}.values())

    def _site_draft(self) -> tuple[Document | None, list[Problem]] | None:
        """What is not saved of the settings, or what keeps it from being read; None when all is saved."""
        paper = site_paper(self.config)
        draft = self.kept.draft(paper.name)
        return paper.opened(draft.text) if draft else None

    def _site_problems(self) -> list[Problem]:
        """What is wrong with the settings that the desk shows."""
        unsaved = self._site_draft()
        if unsaved is None:
            return []
        document, problems = unsaved
        return validate(document, SiteFile)[1] if document else problems
