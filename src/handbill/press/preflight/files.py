"""Files to be looked at, in processes of their own: one, or as many as there are cores."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pikepdf
import pypdfium2

from handbill.press.confined import Ended, Turn, each, unheard
from handbill.press.foreign import ended, starved
from handbill.press.preflight.expected import Wanted, expected_of
from handbill.press.preflight.finished import Finished, opened
from handbill.press.preflight.registry import FAULTS, Context
from handbill.problems import Both, Problem, ProblemsFound, Span, ordered, span_file

MALFORMED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
)
"""What objects that are not of the kind that ISO 32000 asks for lead to: a name where a dictionary
belongs, an array too short, a box without an area."""
WORTH_A_PROCESS = 6
"""Files for which starting another process pays."""


def examine(
    path: Path, file: str, wanted: Wanted, today: datetime.date, turn: Turn = unheard
) -> list[Problem]:
    """Returns every fault of one PDF, by page. file: its name in messages. turn: called with the
    pages that are read, and of how many.

    Never raises for what is wrong with the file: one that cannot be read is a problem too.
    """
    # Each module registers its faults when it is imported, in a process of its own as well.
    import handbill.press.preflight  # noqa: F401

    try:
        with opened(path, file) as finished:
            return ordered(_findings(finished, wanted, today, turn))
    except ProblemsFound as found:
        return found.problems


def _findings(
    finished: Finished, wanted: Wanted, today: datetime.date, turn: Turn
) -> Iterator[Problem]:
    """What every fault finds; where the file is malformed beyond reading, that, once."""
    malformed: Exception | None = None
    try:
        context = Context(finished, expected_of(finished, wanted), today)
        for page in context.pages:  # what takes time is kept; it is said how far one has got
            for read in ("characters", "codes", "paint"):
                with suppress(*MALFORMED):
                    getattr(page, read)
            turn(page.number, len(context.pages))
        for one in FAULTS:
            try:
                yield from one(context)
            except MALFORMED as error:
                malformed = malformed or error
    except MALFORMED as error:
        malformed = error
    if malformed is not None:
        starved(malformed)
        yield Problem(
            "E801",
            Span(finished.file),
            said=Both(
                f"内部结构不合规，有的项目没法检查（{malformed}）",
                f"it is malformed, and cannot be checked in full ({malformed})",
            ),
        )


def preflight(
    paths: Sequence[Path],
    root: Path,
    wanted: Wanted,
    today: datetime.date,
    step: Callable[[int], None] = lambda done: None,
    turn: Turn = unheard,
) -> list[Problem]:
    """Returns every fault of many PDFs, in their order. root: folder that names in messages are
    relative to. step: called with the number of files done; turn: with the pages that are read of
    a file that takes long, and of how many.

    They are read by processes of their own, within limits of memory and time (see `confined`): a
    file that is over them is a problem (E833), and the next is looked at. There are as many as
    cores: PDFium serves one thread at a time.
    """
    names = [span_file(path, root) for path in paths]
    calls = [
        (path.absolute(), name, wanted, today) for path, name in zip(paths, names, strict=True)
    ]
    workers = max(1, min(os.cpu_count() or 1, len(paths) // WORTH_A_PROCESS))
    problems: list[Problem] = []
    for done, found in enumerate(each(examine, calls, workers, turn), start=1):
        problems += [ended(names[done - 1], found)] if isinstance(found, Ended) else found
        step(done)
    return _specimens_at_once(problems)


def _specimens_at_once(problems: list[Problem]) -> list[Problem]:
    """One problem for all the files that are specimens: while a place is incomplete, all are."""
    specimens = [problem for problem in problems if problem.code == "W820"]
    if len(specimens) < 2:
        return problems
    count = len(specimens)
    return [problem for problem in problems if problem.code != "W820"] + [
        Problem("W820", None, what=Both(f"{count} 个文件", f"{count} files are specimens"))
    ]


def built_files(site: Path, root: Path) -> list[Path]:
    """Returns the PDFs of every sheet of a built site. Raises ProblemsFound (E819) when there are
    none."""
    folders = [folder for folder in (site / "m", *site.glob("*/m")) if folder.is_dir()]
    files = sorted({file for folder in folders for file in folder.rglob("*.pdf")})
    if not files:
        name = span_file(site, root)
        raise ProblemsFound([Problem("E819", Span(name), path=name)])
    return files
