"""campaigns/ → Collection. Nothing that lies there ends in an exception."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any

from handbill.kinds.audience import Kinds
from handbill.load.catalogs import read_catalog
from handbill.load.collection import Collection
from handbill.load.files import NOT_CAMPAIGNS, PLACES, Campaign, file_types
from handbill.load.kept import kept
from handbill.load.kinds import load_kinds
from handbill.load.left_out import of_language, without_entries
from handbill.load.logos import load_images
from handbill.load.marks import JoinedMarks, Marks
from handbill.load.photos import load_photos
from handbill.load.places_csv import read_places_csv
from handbill.load.settings import Settings
from handbill.load.sourced import Sourced
from handbill.load.strays import BESIDE, TABLES
from handbill.load.text_source import LARGEST, LARGEST_TABLE, read_text, refusal
from handbill.load.validate import validate
from handbill.load.yaml_source import MOST, parse, uncounted
from handbill.model.catalog import Catalog
from handbill.model.fields import known_names
from handbill.model.place import PlacesFile
from handbill.model.tags import is_tag
from handbill.model.text import is_slug
from handbill.problems import Both, Problem, ProblemsFound, Span, span_file
from handbill.words import brings

_MISNAMED = (".yaml", ".yml.txt", ".yaml.txt", ".yml.yml")


class _Reader:
    """Reads the files of one site and gathers what is wrong with them."""

    def __init__(self, settings: Settings, kinds: Kinds, unsaved: Mapping[Path, str]) -> None:
        self.settings = settings
        self.unsaved = unsaved
        self.kinds = kinds
        self.problems: list[Problem] = []
        self.inside = settings.campaigns_dir.resolve()
        self.misnamed: set[str] = set()

    def name(self, path: Path) -> str:
        """A path as spans show it."""
        return span_file(path, self.settings.root)

    def text(self, path: Path, *, table: bool = False) -> str | None:
        """Returns the text of a file. table: saved by a spreadsheet, and large."""
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
        if path in self.unsaved:
            return self.unsaved[path]
        text, problems = read_text(
            path, name, chinese_codepage=table, largest=LARGEST_TABLE if table else LARGEST
        )
        self.problems += problems
        return text

    def read(self, path: Path, annotation: Any) -> Sourced[Any] | None:
        """One YAML file as a value of type `annotation`; None when something is wrong with it."""
        text = self.text(path)
        if text is None:
            return None
        name = self.name(path)
        file, problems = kept(
            "yaml", name, text, annotation, lambda: _typed(path.stem, name, text, annotation)
        )
        self.problems += problems
        return file

    def yaml_files(self, folder: Path) -> list[Path]:
        """The YAML files of a folder by name; files that only look like one are reported."""
        files = []
        for path in self.entries(folder):
            if path.name.startswith(BESIDE):
                continue
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


def _typed(
    stem: str, name: str, text: str, annotation: Any
) -> tuple[Sourced[Any] | None, list[Problem]]:
    document, problems = parse(text, name, known_names(annotation))
    if document is None:
        return None, problems
    value, problems = validate(document, annotation)
    problems = [*document.warnings, *problems]
    return None if value is None else Sourced(stem, name, value, document.marks), problems


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
    own = found["campaign"][0].value.language
    catalogs = _read_catalogs(reader, folder / "locale", own)
    own_catalog = catalogs.pop(own, None)
    return Campaign(
        id=folder.name,
        **contents,
        catalogs=catalogs,
        own_words=own_catalog.own if own_catalog else {},
        unread=frozenset(unread | reader.misnamed),
    )


def _read_catalogs(reader: _Reader, folder: Path, own: str) -> dict[str, Catalog]:
    """The translations of a campaign: one PO file a language. What is wrong with one leaves out its
    language. own: the language that the campaign is written in; its file has the generator's own
    words, where the generator does not bring them, and no fault of it is let pass."""
    catalogs: dict[str, Catalog] = {}
    for path in reader.entries(folder) if folder.is_dir() else []:
        if path.suffix.casefold() != ".po" or path.name.startswith("."):
            continue
        before, catalog = len(reader.problems), None
        if not is_tag(path.stem):
            reader.problems.append(Problem("E151", Span(reader.name(path)), file=path.name))
        elif path.stem == own and brings(own):
            reader.problems.append(Problem("E738", Span(reader.name(path)), language=own))
        elif (text := reader.text(path)) is not None:
            named = path.stem, reader.name(path)
            catalog, problems = kept(
                "po", named[1], text, named, partial(read_catalog, text, *named)
            )
            if catalog and path.stem != own:
                catalog, problems = without_entries(catalog, problems)
            reader.problems += problems
        if catalog:
            catalogs[path.stem] = catalog
        elif path.stem != own or brings(own):
            reader.problems[before:] = [
                of_language(one, path.stem) for one in reader.problems[before:]
            ]
    return catalogs


def contact_roles(campaigns: Sequence[Campaign]) -> dict[str, str]:
    """Returns label of each contact role → its id, which head columns of tables."""
    return {
        role.label: role.id
        for campaign in campaigns
        for role in campaign.campaign.value.contact_roles
    }


def _read_places(
    reader: _Reader, folder: Path, campaigns: list[Campaign]
) -> Sourced[PlacesFile] | None:
    """The places of all YAML files, then of all tables, places.yml and places.csv first."""
    there = reader.entries(folder) if folder.is_dir() else []
    files = reader.yaml_files(folder) if folder.is_dir() else []
    shown = [path for path in there if path.name[0] not in ".~"]
    tables = [path for path in shown if path.suffix.casefold() == ".csv" and path.is_file()]
    parts = [reader.read(path, PlacesFile) for path in _in_order(files)]
    roles = contact_roles(campaigns)
    parts += [_read_table(reader, path, roles) for path in _in_order(tables)]
    unread = [one for one in shown if one.suffix.casefold() in TABLES and one not in tables]
    for path in unread if not tables else []:
        reader.problems.append(Problem("E132", Span(reader.name(path)), file=path.name))
    if not parts and not unread:
        reader.problems.append(Problem("E125", Span(reader.name(folder)), file=f"{PLACES}.yml"))
    places = joined_places([part for part in parts if part])
    repeated = list(_repeated(places)) if places else []
    if places is None or len(repeated) <= MOST:
        return places
    # A table pasted over and over: looking further into it takes minutes and helps nobody.
    reader.problems += [*repeated[:MOST], *uncounted(len(repeated), places.file)]
    return None


def _repeated(places: Sourced[PlacesFile]) -> Iterator[Problem]:
    """E301 for each place whose id another has; `check` finds them as well, where they are few."""
    seen: dict[str, int] = {}
    for number, place in enumerate(places.value.places):
        if (first := seen.setdefault(place.id, number)) != number:
            at, kind = places.span("places", number, "id"), Both("地区", "place")
            first_at = places.span("places", first, "id")
            yield Problem("E301", at, kind=kind, id=place.id, first=first_at)


def _in_order(files: list[Path]) -> list[Path]:
    return sorted(files, key=lambda path: (path.stem != PLACES, path.name))


def _read_table(
    reader: _Reader, path: Path, roles: Mapping[str, str]
) -> Sourced[PlacesFile] | None:
    text = reader.text(path, table=True)
    if text is None:
        return None
    name = reader.name(path)
    file, problems = kept("table", name, text, roles, lambda: _tabled(name, text, roles))
    reader.problems += problems
    return file


def _tabled(
    name: str, text: str, roles: Mapping[str, str]
) -> tuple[Sourced[PlacesFile] | None, list[Problem]]:
    document, problems = read_places_csv(text, name, roles)
    if document is None:
        return None, problems
    value, problems = validate(document, PlacesFile)
    return None if value is None else Sourced(PLACES, name, value, document.marks), problems


def joined_places(parts: Sequence[Sourced[PlacesFile]]) -> Sourced[PlacesFile] | None:
    """Returns the places of several files as of one; None for no file."""
    if len(parts) < 2:
        return parts[0] if parts else None
    ends = list(accumulate(len(part.value.places) for part in parts))

    def home(number: int) -> tuple[Marks, int]:
        part = min(bisect_right(ends, number), len(parts) - 1)
        return parts[part].marks, number - (ends[part - 1] if part else 0)

    return replace(
        parts[0],
        value=PlacesFile(places=[place for part in parts for place in part.value.places]),
        marks=JoinedMarks(parts[0].marks, PLACES, home),
    )


def load_collection(
    settings: Settings, unsaved: Mapping[Path, str] = MappingProxyType({})
) -> tuple[Collection | None, list[Problem]]:
    """Everything below campaigns/, and all that is wrong with its files.

    unsaved: texts that stand for those of files, as an editor has them.

    The collection is None when a file is broken that the rest cannot be understood without: a
    campaign.yml, sources.yml, claims.yml, the places, or a kind's declaration. Never raises for bad input.
    """
    try:
        reader = _Reader(settings, load_kinds(settings), unsaved)
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
    photos, wrong = load_photos(settings, whole)
    reader.problems += [*problems, *wrong]
    made = Collection(settings, tuple(whole), places, reader.kinds, images, photos)
    return made, reader.problems
