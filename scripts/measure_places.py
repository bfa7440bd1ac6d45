"""Sheets of many places against raw Typst: single files, and the printer's run file."""

from __future__ import annotations

import copy
import datetime
import math
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from handbill.press.run_file import run_file
from handbill.publish.print_run import PLACES_TOGETHER
from handbill.publish.run_file import PLACES
from handbill.render.qr import outline
from handbill.render.typst import SheetRenderer
from raw_typst import RawTypst
from result import Result

SHEETS = (
    ("communities-poster", "poster", "A3"),
    ("parents-letter", "letter", "A4"),
    ("schools-card", "card", "A6"),
)
NAMES = "东西南北上下大小新老王李张刘陈杨赵黄周吴桥头湾坝塘沟坪岗山河湖泉井寨堡营庄屯集店岭坑洞冲关"
"""Characters of names of villages."""
MOST_BYTES = 12_000
"""Of a page of a run file."""


def of_place(document: Mapping[str, Any], number: int) -> dict[str, Any]:
    """A document as a place has it: publisher, signature, numbers and code of its own."""
    made: dict[str, Any] = copy.deepcopy(dict(document))
    [one] = made["sheets"]
    name = "".join(NAMES[number * step % len(NAMES)] for step in (1, 7, 19)) + "社区"
    address = f"https://example.org/p/{number}/?m={one['id']}"
    one["qr"] = {**one["qr"], "url": address}
    outline(address)  # both sides find it made
    one["imprint"][0] = f"发布：{name}居民委员会"
    if "signature" in one["copy"]:
        one["copy"]["signature"] = f"{name}居民委员会"
    for contact in one["copy"].get("contacts", ()):
        contact["number"] = f"010-6{number:07d}"
    return made


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of this process that `work` takes, those of its threads with them."""
    start = time.process_time()
    work()
    return time.process_time() - start


def batches(inputs: Sequence[dict[str, Any]], most: int) -> Iterator[list[dict[str, Any]]]:
    """The inputs in parts of at most so many."""
    for at in range(0, len(inputs), most):
        yield list(inputs[at : at + most])


class Ours:
    """Draws as `handbill press` does, into a folder."""

    def __init__(self, templates: Path, moment: datetime.datetime, folder: Path) -> None:
        self.renderer = SheetRenderer(templates)
        self._moment, self._folder = moment, folder
        self.page = 0.0
        """Bytes a page of the run whose pages are largest."""

    def files(self, inputs: Mapping[str, Sequence[dict[str, Any]]]) -> None:
        """A file each: of some places one sheet after the other, as a task of a print run."""
        for kinds in zip(*(batches(of, PLACES_TOGETHER) for of in inputs.values()), strict=True):
            for kind, some in zip(inputs, kinds, strict=True):
                for one in some:
                    made = self.renderer.pdf(kind, one, self._moment)
                    (self._folder / f"{kind}.pdf").write_bytes(made)

    def run_files(self, inputs: Mapping[str, Sequence[dict[str, Any]]]) -> None:
        """The printer's run file of each sheet."""
        for kind, of in inputs.items():
            size = count = 0
            step = math.ceil(len(of) / math.ceil(len(of) / PLACES))
            for some in batches(of, step):
                together = {**some[0], "sheets": [one["sheets"][0] for one in some]}
                made = self.renderer.pdf(kind, together, self._moment)
                starts = self.renderer.starts(kind, together)
                made, pages = run_file(made, [(f"{start}", start - 1) for start in starts])
                (self._folder / f"{kind}.pdf").write_bytes(made)
                size, count = size + len(made), count + pages
            self.page = max(self.page, size / count)


def bench_run(flagship: Any, rounds: int, places: int) -> list[Result]:
    """Sheets of many places, warm, in one process, against one raw compile each with the data in a
    file. places: how many."""
    name = f"{places} places × (A3 poster + letter + card)"
    files = Result("run-files", f"{name}, single files, against raw Typst one each", limit=0.35)
    run = Result("run-file", f"{name}, a run file each, against raw Typst one each", limit=0.12)
    poster = Result("run-file-poster", f"{places} places of the A3 poster", limit=0.12)
    page = Result("run-file-bytes", f"bytes a page of a run file, against {MOST_BYTES}", limit=1)
    documents = {kind: flagship.data(material, size) for material, kind, size in SHEETS}
    stamp = int(flagship.moment.timestamp())
    # Each side and round has places of its own, since Typst remembers what it has laid out.
    following = iter(range(10_000_000))

    def inputs(of: Sequence[str] = tuple(documents)) -> dict[str, list[dict[str, Any]]]:
        numbers = [next(following) for _ in range(places)]
        return {kind: [of_place(documents[kind], one) for one in numbers] for kind in of}

    with tempfile.TemporaryDirectory() as folder:
        ours = Ours(flagship.checked.templates, flagship.moment, Path(folder))
        raw = RawTypst(flagship.checked.templates, from_file=True)

        def other(of: Mapping[str, Sequence[dict[str, Any]]]) -> None:
            for kind, some in of.items():
                for one in some:
                    made = raw.pdf(kind, one, stamp)
                    (Path(folder) / f"{kind}.pdf").write_bytes(made)

        for one in (ours.files, other):  # warm
            one({kind: some[:PLACES_TOGETHER] for kind, some in inputs().items()})
        for _ in range(max(1, rounds // 20)):
            each = inputs()
            files.ours.append(spent(partial(ours.files, each)))
            each = inputs()
            run.ours.append(spent(partial(ours.run_files, each)))
            page.ours.append(ours.page / 1000)
            page.other.append(MOST_BYTES / 1000)
            took = []
            for kind in documents:
                each = inputs([kind])
                took.append(spent(partial(other, each)))
            files.other.append(sum(took))
            run.other.append(sum(took))
            each = inputs(["poster"])
            poster.ours.append(spent(partial(ours.run_files, each)))
            poster.other.append(took[0])
    return [files, run, poster, page]
