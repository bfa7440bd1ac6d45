"""campaigns/ → Collection. Nothing that lies there ends in an exception."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from handbill.kinds.audience import Kinds
from handbill.load.catalogs import read_catalog
from handbill.load.collection import Collection
from handbill.load.files import NOT_CAMPAIGNS, PLACES, Campaign, file_types
from handbill.load.kinds import load_kinds
from handbill.load.logos import load_images
from handbill.load.marks import JoinedMarks
from handbill.load.places_csv import read_places_csv
from handbill.load.settings import Settings
from handbill.load.sourced import Sourced
from handbill.load.strays import TABLES
from handbill.load.text_source import read_text, refusal
from handbill.load.validate import validate
from handbill.load.yaml_source import parse
from handbill.model.catalog import Catalog
from handbill.model.fields import known_names
from handbill.model.place import PlacesFile
from handbill.model.tags import is_tag
from handbill.model.text import is_slug
from handbill.problems import Problem, ProblemsFound, Span, span_file

_MISNAMED = (".yaml", ".yml.txt", ".yaml.txt", ".yml.yml")


class _Reader:
    """Reads the files of one site and gathers what is wrong with them."""

    def __init__(self, settings: Settings, kinds: Kinds) -> None:
        self.settings = settings
        self.kinds = kinds
        self.problems: list[Problem] = []
        self.inside = settings.campaigns_dir.resolve()
        self.misnamed: set[str] = set()

    def name(self, path: Path) -> str:
        """A path as spans show it."""
        return span_file(path, self.settings.root)

    def text(self, path: Path, *, chinese_codepage: bool = False) -> str | None:
        name = self.name(path)
        try:
            inside = path.resolve().is_relative_to(self.inside)
        except (OSError, RuntimeError) as error:
            self.problems.append(Problem("E102", Span(name), reason=refusal(error)))
            return None
        if not inside:
            folder = self.settings.campaigns_dir.name
            self.problems.append(Problem("E128", Span(name), file=name, folder=folder))
            return None
        text, problems = read_text(path, name, chinese_codepage=chinese_codepage)
        self.problems += problems
        return text

    def read(self, path: Path, annotation: Any) -> Sourced[Any] | None:
        """One YAML file as a value of type `annotation`; None when something is wrong with it."""
        text = self.text(path)
        if text is None:
            return None
        document, problems = parse(text, self.name(path), known_names(annotation))
        value = None
        if document is not None:
            value, problems = validate(document, annotation)
            self.problems += document.warnings
        self.problems += problems
        if document is None or value is None:
            return None
        return Sourced(path.stem, self.name(path), value, document.marks)

    def yaml_files(self, folder: Path) -> list[Path]:
        """The YAML files of a folder by name; files that only look like one are reported."""
        files = []
        for path in self.entries(folder):
            if path.suffix == ".yml" and not path.name.startswith("."):
                files.append(path)
            elif path.name.casefold().endswith((*_MISNAMED, ".yml")):
                stem = path.name.split(".")[0]
                self.misnamed.add(stem)
                self.problems.append(
                    Problem("E127", Span(self.name(path)), file=path.name, instead=f"{stem}.yml")
                )
        return files

    def entries(self, folder: Path) -> list[Path]:
        try:
            return sorted(folder.iterdir())
        except OSError as error:
            self.problems.append(Problem("E102", Span(self.name(folder)), reason=refusal(error)))
            return []

    def sluggish(self, path: Path) -> bool:
        """Whether a file's or folder's name can be an id; reports it when not."""
        if is_slug(path.stem):
            return True
        self.problems.append(Problem("E129", Span(self.name(path)), file=path.name))
        return False


def _is_campaign(reader: _Reader, path: Path) -> bool:
    """Whether a folder of campaigns/ is a campaign: it holds YAML and has a name that will do."""
    return (
        path.is_dir()
        and path.name not in NOT_CAMPAIGNS
        and not path.name.startswith(".")
        and any(one.suffix in (".yml", ".yaml") for one in reader.entries(path))
        and reader.sluggish(path)
    )


def _read_campaign(reader: _Reader, folder: Path) -> Campaign | None:
    """The files of a campaign; what has no name of its own beside campaign.yml is an audience."""
    sorts = file_types(Campaign)
    named = {sort.name: sort for sort in sorts if sort.folder is None}
    found: dict[str, list[Sourced[Any]]] = {sort.field: [] for sort in sorts}
    present: set[str] = set()
    unread: set[str] = set()
    for many in (sort for sort in sorts if sort.folder is not None):
        inner = folder / str(many.folder)
        for path in reader.yaml_files(inner) if inner.is_dir() else []:
            sort = many if many.folder else named.get(path.stem, many)
            if sort is many and not reader.sluggish(path):
                continue
            present |= {sort.name}
            file = reader.read(path, sort.model_for(reader.kinds))
            found[sort.field] += [file] if file else []
            unread |= set() if file else {path.stem}
    required = [sort for sort in sorts if sort.required]
    for sort in required:
        if sort.name not in present:
            reader.problems.append(Problem("E125", Span(reader.name(folder)), file=sort.pattern))
    # Without its law nothing can be said of what refers to it.
    required += [sort for sort in sorts if sort.group == "law" and sort.name in present]
    if not all(found[sort.field] for sort in required):
        return None
    for files in found.values():
        files.sort(key=lambda one: (getattr(one.value, "order", 0), one.id))
    contents: dict[str, Any] = {
        sort.field: found[sort.field][0] if sort.folder is None else tuple(found[sort.field])
        for sort in sorts
        if found[sort.field]
    }
    return Campaign(
        id=folder.name,
        **contents,
        catalogs=_read_catalogs(reader, folder / "locale"),
        unread=frozenset(unread | reader.misnamed),
    )


def _read_catalogs(reader: _Reader, folder: Path) -> dict[str, Catalog]:
    """The translations of a campaign: one PO file a language."""
    catalogs: dict[str, Catalog] = {}
    for path in reader.entries(folder) if folder.is_dir() else []:
        if path.suffix.casefold() != ".po" or path.name.startswith("."):
            continue
        if not is_tag(path.stem):
            reader.problems.append(Problem("E151", Span(reader.name(path)), file=path.name))
            continue
        text = reader.text(path)
        if text is not None:
            catalog, problems = read_catalog(text, path.stem, reader.name(path))
            reader.problems += problems
            catalogs |= {path.stem: catalog} if catalog else {}
    return catalogs


def _read_places(
    reader: _Reader, folder: Path, campaigns: list[Campaign]
) -> Sourced[PlacesFile] | None:
    """places.yml, then places.csv, as one list."""
    parts: list[Sourced[PlacesFile]] = []
    found = False
    for path in reader.yaml_files(folder) if folder.is_dir() else []:
        if path.stem == PLACES:
            found = True
            places = reader.read(path, PlacesFile)
            parts += [places] if places else []
    table = folder / f"{PLACES}.csv"
    for path in reader.entries(folder) if folder.is_dir() and not table.is_file() else []:
        if path.suffix.casefold() in TABLES and path.name[0] not in ".~":
            found = True
            reader.problems.append(Problem("E132", Span(reader.name(path)), file=path.name))
    if table.is_file():
        found = True
        roles = {
            role.label: role.id
            for campaign in campaigns
            for role in campaign.campaign.value.contact_roles
        }
        text = reader.text(table, chinese_codepage=True)
        if text is not None:
            document, problems = read_places_csv(text, reader.name(table), roles)
            value = None
            if document is not None:
                value, problems = validate(document, PlacesFile)
            reader.problems += problems
            if document is not None and value is not None:
                parts.append(Sourced(PLACES, reader.name(table), value, document.marks))
    if not found:
        reader.problems.append(Problem("E125", Span(reader.name(folder)), file=f"{PLACES}.yml"))
    if len(parts) < 2:
        return parts[0] if parts else None
    first, second = parts
    return replace(
        first,
        value=PlacesFile(places=[*first.value.places, *second.value.places]),
        marks=JoinedMarks(first.marks, second.marks, PLACES, len(first.value.places)),
    )


def load_collection(settings: Settings) -> tuple[Collection | None, list[Problem]]:
    """Everything below campaigns/, and all that is wrong with its files.

    The collection is None when a file is broken that the rest cannot be understood without: a
    campaign.yml, sources.yml, claims.yml, the places, or a kind's declaration. Never raises for bad input.
    """
    try:
        reader = _Reader(settings, load_kinds(settings))
    except ProblemsFound as error:
        return None, error.problems
    folder = settings.campaigns_dir
    folders = (
        [path for path in reader.entries(folder) if _is_campaign(reader, path)]
        if folder.is_dir()
        else []
    )
    campaigns = [_read_campaign(reader, path) for path in folders]
    if not campaigns and not reader.problems:
        reader.problems.append(
            Problem("E126", Span(reader.name(folder)), folder=reader.name(folder))
        )
    whole = [campaign for campaign in campaigns if campaign]
    places = _read_places(reader, folder / PLACES, whole) if campaigns else None
    if places is None or not whole or len(whole) < len(campaigns):
        return None, reader.problems
    images, problems = load_images(settings, whole, places)
    reader.problems += problems
    return Collection(settings, tuple(whole), places, reader.kinds, images), reader.problems
