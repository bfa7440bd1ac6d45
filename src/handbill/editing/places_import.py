"""`handbill places import`: a table of an office becomes a CSV of campaigns/places, whole or not at all."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handbill.check import check_collection
from handbill.load.collection import Collection
from handbill.load.files import PLACES
from handbill.load.folders import contact_roles, joined_places
from handbill.load.marks import JoinedMarks, Marks
from handbill.load.places_csv import read_places_csv
from handbill.load.places_table import COLUMNS, CONTACT_COLUMNS, PlacesTable
from handbill.load.sourced import Sourced
from handbill.load.text_source import LARGEST_TABLE, read_text
from handbill.load.validate import require_known, validate
from handbill.load.workbook import SUFFIXES, read_workbook
from handbill.load.workbook_tables import read_tables
from handbill.load.yaml_source import Document
from handbill.model.place import LEVEL_WORDS, Place, PlacesFile
from handbill.problems import Problem, ProblemsFound, Severity, span_file
from handbill.writing import write_whole

_LEVELS = {level: word for word, level in LEVEL_WORDS.items()}


@dataclass(frozen=True)
class Change:
    """What an import changes of a place. sort: added, changed, moved (another place above it), or
    missing from the table. fields: header, what was there, what will be; in the order of columns."""

    sort: str
    id: str
    name: str
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Import:
    """What an import would do. target: the CSV. text: what it will hold. changed: whether that is
    something else. count: places in it. passed: sheets that do not begin with a header, and are not
    read. warnings: what `check` says of the new places."""

    target: Path
    text: str
    changed: bool
    count: int
    changes: tuple[Change, ...]
    passed: tuple[str, ...]
    warnings: tuple[Problem, ...]


def read_import(
    collection: Collection,
    files: Sequence[Path],
    target: Path,
    today: datetime.date,
    *,
    sheet: str | None = None,
    swap: bool = False,
) -> Import:
    """Return what importing these tables into `target` would do; nothing is written.

    sheet: the one to read of each workbook; else all that begin with a header. swap: places of `target`
    that the tables do not name go; else they stay. Raises ProblemsFound with every bad cell, and
    OSError.
    """
    root = collection.settings.root
    roles = contact_roles(collection.campaigns)
    parts: list[Sourced[PlacesFile]] = []
    problems: list[Problem] = []
    passed: list[str] = []
    for file in files:
        for document, found in _documents(file, span_file(file, root), roles, sheet, passed):
            problems += found
            value, wrong = validate(document, PlacesFile) if document else (None, [])
            problems += _without_echoes(wrong, found)
            if document and value:
                parts.append(Sourced(PLACES, document.marks.file, value, document.marks))
    incoming = joined_places(parts)
    if incoming is None or any(one.severity is Severity.ERROR for one in problems):
        raise ProblemsFound(problems)
    name = span_file(target, root)
    before, others = _present(collection, name)
    columns = headers(roles)
    elsewhere = {one.id: cells_of(one, columns) for _, one in others}
    named = [
        one for one in incoming.value.places if elsewhere.get(one.id) != cells_of(one, columns)
    ]
    news: dict[str, list[Place]] = {}
    for one in named:
        news.setdefault(one.id, []).append(one)
    made = [new for one in before for new in news.pop(one.id, [] if swap else [one])]
    made += [one for new in news.values() for one in new]
    files_now = {part.file for part in parts}
    found = _found(collection, others, made, parts, name, today)
    problems += [one for one in found if one.span and one.span.file in files_now | {name}]
    if any(one.severity is Severity.ERROR for one in problems):
        raise ProblemsFound(problems)
    return Import(
        target,
        table_text(made, columns),
        made != before,
        len(made),
        tuple(_changes(before, named, columns)),
        tuple(passed),
        tuple(problems),
    )


def write_import(ready: Import) -> None:
    """Write the CSV, whole. Raises OSError."""
    write_table(ready.target, ready.text)


def write_table(path: Path, text: str) -> None:
    """Write a table of places, whole, as Excel reads it. Raises OSError."""
    write_whole(path, text.encode("utf-8-sig"))


def _present(collection: Collection, target: str) -> tuple[list[Place], list[tuple[int, Place]]]:
    """The places of the target as it is, and those of other files with their numbers."""
    places = collection.places
    numbered = list(enumerate(places.value.places))
    ours = [one for at, one in numbered if places.span("places", at, "id").file == target]
    ids = {id(one) for one in ours}
    return ours, [(at, one) for at, one in numbered if id(one) not in ids]


def _found(
    collection: Collection,
    others: list[tuple[int, Place]],
    made: list[Place],
    parts: list[Sourced[PlacesFile]],
    target: str,
    today: datetime.date,
) -> list[Problem]:
    """What `check` says of the site as it would be: what comes from a table is marked there, what
    stays in the target as the file itself."""
    present, staying = collection.places.marks, (Marks(target, ()), 0)
    rows = {
        id(one): (part.marks, number)
        for part in parts
        for number, one in enumerate(part.value.places)
    }
    homes = [(present, at) for at, _ in others] + [rows.get(id(one), staying) for one in made]
    places = Sourced(
        PLACES,
        collection.places.file,
        PlacesFile(places=[*(one for _, one in others), *made]),
        JoinedMarks(present, PLACES, homes.__getitem__),
    )
    return check_collection(replace(collection, places=places), today)


def _documents(
    file: Path, name: str, roles: Mapping[str, str], sheet: str | None, passed: list[str]
) -> Iterator[tuple[Document | None, list[Problem]]]:
    """Yield each table of a file, and what is wrong with it. passed: sheets that are not read."""
    if file.suffix.casefold() not in SUFFIXES:
        text, problems = read_text(file, name, chinese_codepage=True, largest=LARGEST_TABLE)
        yield (None, problems) if text is None else read_places_csv(text, name, roles)
        return
    sheets, problems = read_workbook(file, name)
    if problems:
        yield None, problems
        return
    if sheet:
        require_known(sheet, [one.name for one in sheets])
        sheets = [one for one in sheets if one.name == sheet]
    for table, found in read_tables(sheets, name, lambda marks: PlacesTable(marks, roles), passed):
        document = table.document() if table else None
        yield document, [*(table.problems if table else ()), *found]


def _without_echoes(wrong: list[Problem], cells: list[Problem]) -> list[Problem]:
    """Leave out what a row lacks since its cells are merged, or its formula has failed."""
    rows: set[tuple[str, int]] = set()
    for one in cells:
        if one.span and one.code in ("E509", "E510"):
            last = int(re.sub("[A-Z]", "", str(one.details.get("last", one.span.line))))
            rows |= {(one.span.file, row) for row in range(one.span.line, last + 1)}
    return [
        one
        for one in wrong
        if not (one.code == "E202" and one.span and (one.span.file, one.span.line) in rows)
    ]


def headers(roles: Mapping[str, str]) -> dict[str, str]:
    """Return every column of a table: its Chinese header → the way to its field, with points."""
    contacts = {
        f"{label}{end}": f"contacts.{role}.{name}"
        for label, role in roles.items()
        for end, name in CONTACT_COLUMNS.items()
        if end != "电话"
    }
    return {**COLUMNS, **contacts}


def cells_of(place: Place, columns: Mapping[str, str]) -> dict[str, str]:
    """Return a place as cells of a table: header → text, without what it does not say. columns: as
    `headers` returns them."""
    said = place.model_dump(mode="json", exclude_none=True)
    found = {}
    for header, way in columns.items():
        value: Any = said
        for step in way.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, bool):
            found[header] = "是" if value else "否"
        elif value is not None:
            found[header] = _LEVELS[value] if way == "level" else str(value)
    return found


def table_text(places: Sequence[Place], columns: Mapping[str, str]) -> str:
    """Return places as a CSV with Chinese headers; columns that nobody uses are left out."""
    rows = [cells_of(place, columns) for place in places]
    used = {header for row in rows for header in row}
    out = io.StringIO()
    writer = csv.DictWriter(out, [one for one in columns if one in used], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _changes(
    before: Sequence[Place], after: Sequence[Place], columns: Mapping[str, str]
) -> Iterator[Change]:
    there = {one.id: one for one in before}
    for place in after:
        old = there.pop(place.id, None)
        if old is None:
            yield Change("added", place.id, place.name)
            continue
        was, now = cells_of(old, columns), cells_of(place, columns)
        fields = tuple(
            (header, was.get(header, ""), now.get(header, ""))
            for header in columns
            if was.get(header) != now.get(header)
        )
        if fields:
            sort = "moved" if old.parent != place.parent else "changed"
            yield Change(sort, place.id, place.name, fields)
    for place in there.values():
        yield Change("missing", place.id, place.name)
