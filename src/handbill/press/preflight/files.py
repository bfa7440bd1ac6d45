"""Files to be looked at: one after the other, or on every core."""

from __future__ import annotations

import datetime
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import pikepdf
import pypdfium2

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


def examine(path: Path, file: str, wanted: Wanted, today: datetime.date) -> list[Problem]:
    """Returns every fault of one PDF, by page. file: its name in messages.

    Never raises for what is wrong with the file: one that cannot be read is a problem too.
    """
    # Each module registers its faults when it is imported, in a process of its own as well.
    import handbill.press.preflight  # noqa: F401

    try:
        with opened(path, file) as finished:
            return ordered(_findings(finished, wanted, today))
    except ProblemsFound as found:
        return found.problems


def _findings(finished: Finished, wanted: Wanted, today: datetime.date) -> Iterator[Problem]:
    """What every fault finds; where the file is malformed beyond reading, that, once."""
    malformed: Exception | None = None
    try:
        context = Context(finished, expected_of(finished, wanted), today)
        for one in FAULTS:
            try:
                yield from one(context)
            except MALFORMED as error:
                malformed = malformed or error
    except MALFORMED as error:
        malformed = error
    if malformed is not None:
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
) -> list[Problem]:
    """Returns every fault of many PDFs, in their order. root: folder that names in messages are
    relative to. step: called with the number of files done.

    Many files are shared out among as many processes as there are cores: PDFium serves one thread
    at a time.
    """
    names = [span_file(path, root) for path in paths]
    problems: list[Problem] = []
    for done, found in enumerate(_all(paths, names, wanted, today), start=1):
        problems += found
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


def _all(
    paths: Sequence[Path], names: Sequence[str], wanted: Wanted, today: datetime.date
) -> Iterator[list[Problem]]:
    workers = min(os.cpu_count() or 1, len(paths) // WORTH_A_PROCESS)
    if workers < 2:
        yield from map(examine, paths, names, repeat(wanted), repeat(today))
        return
    # Spawned everywhere, as Windows and macOS do it: what works here works there.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(examine, paths, names, repeat(wanted), repeat(today), chunksize=4)


def built_files(site: Path, root: Path) -> list[Path]:
    """Returns the PDFs of every sheet of a built site. Raises ProblemsFound (E819) when there are
    none."""
    folders = [folder for folder in (site / "m", *site.glob("*/m")) if folder.is_dir()]
    files = sorted({file for folder in folders for file in folder.rglob("*.pdf")})
    if not files:
        name = span_file(site, root)
        raise ProblemsFound([Problem("E819", Span(name), path=name)])
    return files
