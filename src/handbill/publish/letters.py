"""Letters by merge: one material, many organisations; the command `letters`.

Recipients are in memory and in the folder of the letters, and nowhere else: nothing is kept in a
cache, and no message says what a cell holds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Sheet
from handbill.editing.recipients import Recipient
from handbill.edition.edition import Edition
from handbill.load.settings import Settings
from handbill.model.text import BLANK
from handbill.problems import Both, Problem, ProblemsFound, Span, span_file
from handbill.progress import Progress
from handbill.publish.sheet import Order, plan_sheet
from handbill.render.cache import RenderCache
from handbill.writing import write_whole

IN_ONE = 100
"""Letters in one document: a file of more is written in parts, since Typst holds all pages of a
document, some megabytes a letter."""
LONGEST_NAME = 40
"""Characters of a recipient's name in the name of its file."""
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True)
class Merge:
    """A material as it is planned in one language, and where it has room for a recipient."""

    language: str | None
    edition: Edition
    body: Sheet
    salutation: bool
    block: bool

    @property
    def shown(self) -> frozenset[str]:
        """The fields of a recipient that it shows."""
        said = {"name"} | ({"salutation"} if self.salutation else set())
        return frozenset(said | ({"address", "contact"} if self.block else set()))


@dataclass(frozen=True)
class _Unit:
    """A file to be. name: of it. recipients: those whose letters are in it."""

    name: str
    merge: Merge
    recipients: tuple[Recipient, ...]


def plan_merge(checked: Checked, order: Order) -> Merge:
    """Plan a material for merging. Raises ProblemsFound as `plan_sheet` does, and for a kind that
    has no room for a recipient (E518)."""
    artifact = plan_sheet(checked, order)
    body, origin = artifact.body, artifact.origin
    assert isinstance(body, Sheet) and origin
    kind = checked.collection.kinds.by_name[body.kind]
    salutation = "salutation" in body.data["sheets"][0]["copy"]
    if body.format != "pdf" or not (salutation or kind.recipient):
        raise ProblemsFound([Problem("E518", artifact.source, kind=kind.title)])
    return Merge(order.language, origin.edition, body, salutation, kind.recipient)


def require_outside(settings: Settings, path: Path, code: str) -> None:
    """Raise ProblemsFound (`code`) for a path in a folder that the site is made from or written to,
    under whatever name it is reached."""
    folders = (
        settings.docs_dir,
        settings.site_dir,
        settings.campaigns_dir,
        settings.templates_dir,
        settings.build_dir,
    )
    real = Path(os.path.realpath(path))
    for folder in folders:
        if folder and any(_same(one, folder) for one in (real, *real.parents)):
            named = span_file(folder, settings.root)
            raise ProblemsFound([Problem(code, None, path=path.as_posix(), folder=named)])


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder; of those that are not there their names say so."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return os.path.normcase(one) == os.path.normcase(os.path.realpath(other))


def write_letters(
    checked: Checked,
    merges: Sequence[Merge],
    recipients: Sequence[Recipient],
    folder: Path,
    progress: Progress,
    *,
    one_file: bool = False,
) -> tuple[int, list[Problem]]:
    """Write the letters, each a PDF of its own or many in one; return how many files were written,
    and what could not be (E517), by row. All others are there.

    merges: the material in each language. Raises ProblemsFound for what is wrong whoever the letter
    goes to, and OSError, which names the folder.
    """
    units = [unit for merge in merges for unit in _units(merge, recipients, one_file)]
    faults: dict[Span, Problem] = {}
    written: set[str] = set()
    while units:
        try:
            for name, content in _drawn(checked, units, progress):
                _write(folder, name, content)
                written.add(name)
            break
        except ProblemsFound as found:
            fresh = {one.span: _told(one) for one in found.problems if one.span}
            if not fresh.keys() - faults.keys():
                raise
            faults |= fresh
        rest = [one for one in units if one.name not in written]
        units = [replace(one, recipients=_without(one.recipients, faults)) for one in rest]
        units = [one for one in units if one.recipients]
    return len(written), list(faults.values())


def _without(
    recipients: tuple[Recipient, ...], faults: dict[Span, Problem]
) -> tuple[Recipient, ...]:
    return tuple(one for one in recipients if one.at not in faults)


def _units(merge: Merge, recipients: Sequence[Recipient], one_file: bool) -> Iterator[_Unit]:
    """The files of a language."""
    language = f"-{merge.language}" if merge.language else ""
    material = merge.body.data["sheets"][0]["id"]
    if not one_file:
        wide = max(3, len(str(len(recipients))))
        for number, one in enumerate(recipients, start=1):
            yield _Unit(f"{number:0{wide}}-{_named(one.name)}{language}.pdf", merge, (one,))
        return
    parts = [recipients[at : at + IN_ONE] for at in range(0, len(recipients), IN_ONE)]
    for number, part in enumerate(parts, start=1):
        which = f"-{number}" if len(parts) > 1 else ""
        yield _Unit(f"{material}{language}{which}.pdf", merge, tuple(part))


def _named(name: str) -> str:
    """A name as every system lets a file have it."""
    return _UNFIT.sub(" ", name)[:LONGEST_NAME].strip(" .")


def _drawn(
    checked: Checked, units: Sequence[_Unit], progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """The bytes of each file. Raises ProblemsFound, each problem at the cell of its recipient."""
    artifacts = [
        Artifact(one.name, _body(one), one.recipients[0].at if len(one.recipients) == 1 else None)
        for one in units
    ]
    cells = {str(one.at): one.at for unit in units for one in unit.recipients}
    try:
        # Documents of many are drawn one after the other: each core would hold one.
        several = any(len(one.recipients) > 1 for one in units)
        for part in [[one] for one in artifacts] if several else [artifacts]:
            for artifact, content in road.render(checked, part, RenderCache(None), progress):
                yield artifact.path, content
    except ProblemsFound as found:
        problems = [
            Problem(one.code, one.span or cells.get(str(one.details.get("sheet"))), **one.details)
            for one in found.problems
        ]
    else:
        return
    # Not while the fault is handled: a traceback would hold the data of the drawing.
    raise ProblemsFound(problems)


def _body(unit: _Unit) -> Sheet:
    """The document of a file: the planned sheet once for each recipient."""
    data = unit.merge.body.data
    [planned] = data["sheets"]
    several = len(unit.recipients) > 1
    sheets = [
        {**_merged(planned, unit.merge, one), **({"id": str(one.at)} if several else {})}
        for one in unit.recipients
    ]
    return replace(unit.merge.body, data={**data, "sheets": sheets})


def _merged(planned: dict[str, Any], merge: Merge, one: Recipient) -> dict[str, Any]:
    """The sheet as it goes to a recipient; an empty cell is a line to write on."""
    texts = {name: text or BLANK for name, text in one.texts.items()}
    made = dict(planned)
    said = texts.get("salutation")
    if said == BLANK or (merge.salutation and not merge.block and said is None):
        said = merge.edition.pair(texts["name"] if said is None else BLANK)
    if said is not None:
        made["copy"] = {**planned["copy"], "salutation": said}
    rest = [texts[name] for name in ("address", "contact") if name in texts]
    if merge.block and (rest or said is None):
        made["recipient"] = [texts["name"], *rest]
    return made


def _told(problem: Problem) -> Problem:
    """What keeps a letter from being made, at its cell. Only words that the generator says itself
    are told: those of a template may quote what it draws."""
    said = Both(problem.text("zh"), problem.text("en")) if problem.code == "E707" else None
    title = Both(problem.title("zh"), problem.title("en"))
    return Problem("E517", problem.span, said=said or title)


def _write(folder: Path, name: str, content: bytes) -> None:
    """Write a file; an error names the folder, since the file bears the name of a recipient."""
    try:
        write_whole(folder / name, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror or "", str(folder)) from None
