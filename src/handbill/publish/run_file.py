"""The printer's run file: a material of many places in one PDF, with what a press for variable data
asks for: a bookmark for each place, and a table of whose pages are where.

Its pages are one layout: fonts and what several pages draw are in it once. A place that cannot be
drawn is left out and told.
"""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handbill.check import Checked
from handbill.compose import folder_of
from handbill.compose.artifacts import Sheet
from handbill.compose.sheets import PrintEdition, files_of, sheet, sheet_file
from handbill.edition.edition import Edition
from handbill.edition.localise import localise
from handbill.kinds.base import MaterialBase
from handbill.press.run_file import run_file
from handbill.problems import Problem, ProblemsFound
from handbill.publish.print_worker import (
    Choice,
    Desk,
    Done,
    Entry,
    Fault,
    Site,
    desk_of,
    faults_of,
    folder_for,
)
from handbill.publish.sheet import every_place, spoken
from handbill.render.cache import digest_of_key
from handbill.render.packs import spreadsheet_text

PLACES = 100
"""In one file: a run of more has parts of equal length, as Typst keeps all pages of a layout in
memory, half a gigabyte for so many letters."""
COLUMNS = (
    "place",
    "name",
    "parent",
    "file",
    "page_from",
    "page_to",
    "copies",
    "material",
    "title",
    "kind",
    "size",
    "edition",
    "language",
    "version",
    "address",
)


@dataclass(frozen=True)
class Part:
    """A file to be. path: without suffix, of PDF and table. places: ids, in the order of their pages.
    copies: of each place, None where nobody has said."""

    path: str
    campaign: str
    places: tuple[str, ...]
    language: str
    material: str
    size: str
    edition: PrintEdition
    copies: int | None = None

    @property
    def paths(self) -> tuple[str, str]:
        """Of the PDF and of its table."""
        return f"{self.path}.pdf", f"{self.path}.csv"


@dataclass(frozen=True)
class _Pages:
    """What is drawn of a place."""

    edition: Edition
    material: MaterialBase
    sheet: dict[str, Any]


def parts_of(
    checked: Checked, places: Sequence[str], choice: Choice, copies: int | None = None
) -> list[Part]:
    """Return the run files of a run: each material, size and edition in each language, pictures for
    screens left out. Raises ProblemsFound for a place that is not known (E712), and when nothing is
    chosen (E720)."""
    collection, chosen = checked.collection, every_place(checked, places)
    parts = []
    for campaign in collection.campaigns:
        own = campaign.campaign.value
        ids = chosen or [own.default_place]
        for language in spoken(campaign):
            if choice.languages and language not in choice.languages:
                continue
            edition = localise(collection, campaign, ids[0], language, checked.today)
            top = folder_of(campaign.id, len(collection.campaigns)) + "run/"
            folder = top if language == own.language else f"{top}{language}/"
            for audience, material in edition.materials():
                if not choice.takes(audience.id, material.id) or not edition.has(
                    audience, material
                ):
                    continue
                for name, size, printed in files_of(audience, material):
                    if printed == "screen" or not choice.files.takes(material.kind, name, printed):
                        continue
                    file, _ = sheet_file([], material, name, size, printed)
                    stem = folder + file.removesuffix(".pdf")
                    of = (language, material.id, name, printed, copies)
                    step = math.ceil(len(ids) / math.ceil(len(ids) / PLACES))
                    slices = [ids[at : at + step] for at in range(0, len(ids), step)]
                    for number, some in enumerate(slices, start=1):
                        path = f"{stem}-{number}" if len(slices) > 1 else stem
                        parts.append(Part(path, campaign.id, tuple(some), *of))
    if not parts:
        raise ProblemsFound([Problem("E720", None)])
    return parts


def try_place(site: Site, part: Part, place: str) -> bool:
    """Draw the pages of one place, to see whether that ends the process."""
    desk = desk_of(site)
    _faults(desk, part, list(_planned(desk, replace(part, places=(place,)))))
    return True


def draw_part(site: Site, part: Part, _: Choice, kept: Mapping[str, Entry]) -> Done:
    """Draw a run file and its table and put them where they go.

    kept: files of an earlier run by path; those made of the same that are there still are not drawn
    again. Raises OSError for a destination that takes no files.
    """
    desk = desk_of(site)
    pages = list(_planned(desk, part))
    made_from = _made_from(desk, part, pages)
    before = [kept.get(path) for path in part.paths]
    if all(one and one.made_from == made_from and _is_there(desk, one) for one in before):
        return Done(tuple(one for one in before if one), (), 0)
    faults: list[Fault] = []
    try:
        content = _drawn(desk, part, pages)
    except ProblemsFound as found:
        faults, pages = _faults(desk, part, pages)
        if not faults:  # each by itself can be drawn
            return Done((), tuple(faults_of(part.paths[0], found)), 0)
        if not pages:
            return Done((), tuple(faults), 0)
        made_from = _made_from(desk, part, pages)
        content = _drawn(desk, part, pages)
    starts = desk.renderer.starts(_body(part, pages))
    marks = [(one.edition.place.name, start - 1) for one, start in zip(pages, starts, strict=True)]
    content, count = run_file(content, marks)
    first = pages[0]
    version = first.edition.version(first.material)
    of = (part.campaign, "", part.language, part.material, part.size, part.edition, version)
    entries = []
    for path, made in zip(
        part.paths, (content, _table(part, pages, [*starts, count + 1])), strict=True
    ):
        desk.to.write(path, made)
        digest = hashlib.sha256(made).hexdigest()
        entries.append(Entry(path, digest, len(made), made_from, *of))
    return Done(tuple(entries), tuple(faults), len(entries))


def _planned(desk: Desk, part: Part) -> Iterator[_Pages]:
    """What is drawn of each place, in their order."""
    site, campaign = desk.site, desk.campaigns[part.campaign]
    prefix = folder_of(campaign.id, len(desk.campaigns))
    for place in part.places:
        edition = localise(site.collection, campaign, place, part.language, site.today)
        for audience, material in edition.materials():
            if material.id == part.material and edition.has(audience, material):
                made = sheet(edition, audience, material, site.looks, prefix)
                yield _Pages(edition, material, made)


def _body(part: Part, pages: Sequence[_Pages]) -> Sheet:
    """The document of pages."""
    material = pages[0].material
    sheets = [(one.edition, one.sheet) for one in pages]
    size = material.declared.sizes[part.size]
    return sheet_file(sheets, material, part.size, size, part.edition)[1]


def _drawn(desk: Desk, part: Part, pages: Sequence[_Pages]) -> bytes:
    return desk.renderer.draw(_body(part, pages))


def _made_from(desk: Desk, part: Part, pages: Sequence[_Pages]) -> str:
    """A digest of all that the two files are made of; bookmarks and table have names of places."""
    drawing = desk.renderer.fingerprint(_body(part, pages)) if pages else ""
    names = [(one.edition.place.id, one.edition.place.name) for one in pages]
    return digest_of_key([drawing, names, part.copies, *COLUMNS])


def _is_there(desk: Desk, entry: Entry) -> bool:
    return desk.to.size(entry.path) == entry.bytes


def _faults(desk: Desk, part: Part, pages: Sequence[_Pages]) -> tuple[list[Fault], list[_Pages]]:
    """What is wrong with places, each drawn by itself, and the pages of all others."""
    faults, well = [], []
    for one in pages:
        try:
            _drawn(desk, part, [one])
        except ProblemsFound as found:
            folder = folder_for(desk.site.collection, part, one.edition.place.id)
            name = part.paths[0].rpartition("/")[2]
            faults += faults_of(folder + name, found)
        else:
            well.append(one)
    return faults, well


def _table(part: Part, pages: Sequence[_Pages], starts: Sequence[int]) -> bytes:
    """The table of a run file, as CSV that a spreadsheet opens: a row for each place. The count of
    copies is empty where nobody has said: the office fills it in."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    file = part.paths[0].rpartition("/")[2]
    for one, begins, following in zip(pages, starts, starts[1:], strict=False):
        place = one.edition.place
        row = (
            place.id,
            place.name,
            place.ancestors[0] if place.ancestors else "",
            file,
            str(begins),
            str(following - 1),
            "" if part.copies is None else str(part.copies),
            part.material,
            one.material.title,
            one.material.kind,
            part.size,
            part.edition,
            part.language,
            one.edition.version(one.material),
            (one.sheet["qr"] or {}).get("url", ""),
        )
        writer.writerow(map(spreadsheet_text, row))
    return b"\xef\xbb\xbf" + text.getvalue().encode()
