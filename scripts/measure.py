"""The benches themselves. Run by scripts/bench.py, inside the environment.

Each bench yields samples of two sides taken in turn, A B A B …, and a limit on the ratio of their
medians. Times are CPU seconds of this process and its children, so that waiting for a core is not
counted; all are printed with their spread.
"""

from __future__ import annotations

import argparse
import copy
import datetime
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from flagship import copied
from handbill import road
from handbill.compose.artifacts import Sheet
from handbill.compose.sheets import document, sheet
from handbill.edition.localise import localise_all
from handbill.load.settings import read_settings
from handbill.render.cache import RenderCache
from handbill.render.typst import SheetRenderer
from measure_paint import bench_paint
from measure_places import bench_run
from measure_preview import bench_preview
from measure_site import CASES, bench_cases, bench_jobs, bench_local, bench_memory, bench_number
from measure_site import PLACES as PLACES_OF_A_SITE
from raw_typst import RawTypst
from result import Result
from weasy_poster import WeasyPoster

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 24)
PLACES = 100


def cpu() -> float:
    """CPU seconds of this process and of the children it has waited for."""
    times = os.times()  # its own clock ticks in hundredths: only the children are read off it
    return time.process_time() + times.children_user + times.children_system


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes."""
    start = cpu()
    work()
    return cpu() - start


class Flagship:
    """The flagship campaign, loaded once, and the input of its sheets."""

    def __init__(self) -> None:
        self.settings = read_settings(ROOT / "mkdocs.yml")
        self.checked = road.load_and_check(self.settings, TODAY)
        self.moment = self.checked.collection.moment

    def data(self, material_id: str, size_name: str, places: Sequence[str] = ()) -> dict[str, Any]:
        """The input of one document: the material for each of `places` (default place if none)."""
        sheets = []
        chosen: Sequence[str | None] = places or [None]
        for place in chosen:
            edition, _ = localise_all(self.checked.collection, self.checked.today, place)[0]
            audience, material = next(
                pair for pair in edition.materials() if pair[1].id == material_id
            )
            sheets.append((edition, sheet(edition, audience, material, self.checked.looks)))
        size = material.declared.sizes[size_name]
        return document(sheets, material, size_name, size, "office")

    def of_places(self, material_id: str, size_name: str) -> list[dict[str, Any]]:
        """A hundred inputs of one sheet, each with its own name, numbers and QR code, as a
        district of a hundred streets would print."""
        from handbill.render.qr import outline

        inputs = []
        for number in range(PLACES):
            one = copy.deepcopy(self.data(material_id, size_name))
            poster = one["sheets"][0]
            address = f"https://example.org/m/{material_id}/?p={number}"
            poster["qr"] = {**poster["qr"], "url": address}
            outline(address)  # both sides find it made
            poster["imprint"][0] = f"发布：第 {number} 街道办事处"
            inputs.append(one)
        return inputs


def bench_sheet(flagship: Flagship, rounds: int) -> list[Result]:
    """A warm sheet, the data changed each time, against Typst called plainly."""
    results = []
    raw = RawTypst(flagship.checked.templates)
    for material, kind, size, limit in (
        ("communities-poster", "poster", "A3", 0.8),
        ("parents-letter", "letter", "A4", 0.9),
    ):
        renderer = SheetRenderer(flagship.checked.templates)
        inputs = flagship.of_places(material, size)
        stamp = int(flagship.moment.timestamp())
        result = Result(
            f"sheet-{kind}",
            f"{material} {size}, warm, against Typst with the data in sys_inputs",
            limit=limit,
        )
        # Typst remembers what it has laid out, for all compilers of a process: each side gets
        # places that the other has not drawn.
        half = PLACES // 2
        for index in range(min(rounds, half - 1) + 1):
            ours = seconds(partial(renderer.pdf, kind, inputs[index], flagship.moment))
            other = seconds(partial(raw.pdf, kind, inputs[half + index], stamp))
            if index:  # the first is cold
                result.ours.append(ours)
                result.other.append(other)
        results.append(result)
    return results


def bench_draw(_: Flagship, rounds: int) -> list[Result]:
    """All drawings of the flagship, each side cold and in a process of its own, against the same
    drawings made one by one (see measure_draw)."""
    result = Result("draw", "all drawings, cold, against one by one with sys_inputs", limit=0.5)
    program = str(Path(__file__).with_name("measure_draw.py"))

    def drawn(side: str) -> float:
        command = [sys.executable, program, side]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    for _round in range(max(2, rounds // 15)):
        result.ours.append(drawn("ours"))
        result.other.append(drawn("one-by-one"))
    return [result]


def bench_places(flagship: Flagship, rounds: int) -> list[Result]:
    """A hundred places of the A3 poster against WeasyPrint: as single files, and as one file for
    the printer."""
    if importlib.util.find_spec("weasyprint") is None:
        print("places: WeasyPrint is not installed, not measured", file=sys.stderr)
        return []
    inputs = flagship.of_places("communities-poster", "A3")
    rival = WeasyPoster(flagship.checked.templates)
    single = Result(
        "places-files",
        f"{PLACES} files of the A3 poster, against WeasyPrint",
        limit=11,
        at_least=True,
    )
    run = Result(
        "places-run",
        f"{PLACES} places in one file for the printer, against WeasyPrint",
        limit=8,
        at_least=True,
    )

    def all_of(renderer: SheetRenderer) -> None:
        for one in inputs:
            renderer.pdf("poster", one, flagship.moment)

    together = {**inputs[0], "sheets": [one["sheets"][0] for one in inputs]}
    for _ in range(max(1, rounds // 10)):
        renderer = SheetRenderer(flagship.checked.templates)
        single.ours.append(seconds(partial(all_of, renderer)))
        run.ours.append(seconds(partial(renderer.pdf, "poster", together, flagship.moment)))
        spent = seconds(lambda: [rival.pdf(one) for one in inputs])
        single.other.append(spent)
        run.other.append(spent)
    return [single, run]


def bench_site(flagship: Flagship, rounds: int) -> list[Result]:
    """The flagship build, sheets already drawn, against MkDocs on the same pages as files.

    Both sides end with the same search index, made by the same program; ours also loads and
    checks the campaign, composes, zips, checks every link and swaps the finished site in.
    """
    result = Result(
        "site",
        "whole flagship build without drawing, against mkdocs build and Pagefind on the same pages",
        limit=1.3,
    )
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795478400"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a person's machine
    with tempfile.TemporaryDirectory() as folder:
        tree, site = Path(folder) / "tree", copied(Path(folder))
        python = [sys.executable, "-m"]

        def run(*arguments: str) -> None:
            subprocess.run(
                [*python, *arguments], check=True, env=environment, cwd=site, capture_output=True
            )

        def other() -> None:
            run("mkdocs", "build", "--quiet", "-f", str(tree / "mkdocs.yml"))
            run("pagefind", "--site", str(tree / "site"))

        run("handbill", "build")
        run("handbill", "materialise", str(tree))
        for _ in range(max(3, rounds // 5)):
            result.ours.append(seconds(lambda: run("handbill", "build")))
            result.other.append(seconds(other))
    return [result]


def bench_check(flagship: Flagship, rounds: int) -> list[Result]:
    """`handbill check` of the flagship, after import, against half a second of CPU."""
    result = Result("check", "load and check the flagship, against 0.5 s", limit=1)
    for _ in range(max(3, rounds // 5)):
        result.ours.append(seconds(lambda: road.load_and_check(flagship.settings, TODAY)))
        result.other.append(0.5)
    return [result]


def wall(work: Callable[[], object]) -> float:
    """Seconds by the clock that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bench_office(flagship: Flagship, rounds: int) -> list[Result]:
    """All office sheets of the flagship, by the clock, on the cores there are, against the sum of
    their raw compiles one after the other; both sides start with cold compilers."""
    result = Result(
        "office",
        f"all office sheets on {os.cpu_count()} cores, by the clock, against "
        "the sum of raw Typst compiles",
        limit=1.15,
    )
    artifacts = [
        artifact
        for artifact in road.plan(flagship.checked)
        if isinstance(artifact.body, Sheet)
        and artifact.body.format == "pdf"
        and artifact.body.data["edition"] == "office"
        and not artifact.inner
    ]
    stamp = int(flagship.moment.timestamp())

    def other(raw: RawTypst) -> None:
        for artifact in artifacts:
            if isinstance(artifact.body, Sheet):
                raw.pdf(artifact.body.kind, artifact.body.data, stamp)

    def ours() -> None:
        for _ in road.render(flagship.checked, artifacts, RenderCache(None)):
            pass

    for _ in range(max(3, rounds // 8)):
        result.ours.append(wall(ours))
        result.other.append(wall(partial(other, RawTypst(flagship.checked.templates))))
    return [result]


def bench_redraw(flagship: Flagship, rounds: int) -> list[Result]:
    """Everything again after one slogan has changed, against the first time."""
    result = Result("redraw", "all files after one changed slogan, against all files", limit=0.1)
    with tempfile.TemporaryDirectory() as folder:
        site = copied(Path(folder))
        audience = site / "campaigns" / "anti-pyramid-selling" / "communities.yml"
        text = audience.read_text("utf-8")
        head, found, tail = text.partition("slogan: [")
        if not found:
            raise SystemExit("communities.yml has no banner any more: choose another slogan")
        other_slogan = f"{head}{found}先问一问再决定, 安全第一找警方]{tail.partition(']')[2]}"

        def draw(cache: Path) -> None:
            checked = road.load_and_check(read_settings(site / "mkdocs.yml"), TODAY)
            for _ in road.render(checked, road.plan(checked), RenderCache(cache)):
                pass

        for number in range(max(2, rounds // 15)):
            cache = Path(folder) / f"cache-{number}"
            audience.write_text(text, "utf-8")
            result.other.append(seconds(partial(draw, cache)))
            audience.write_text(other_slogan, "utf-8")
            result.ours.append(seconds(partial(draw, cache)))
    return [result]


BENCHES: dict[str, Callable[[Flagship, int], list[Result]]] = {
    "sheet": bench_sheet,
    "draw": bench_draw,
    "places": bench_places,
    "site": bench_site,
    "check": bench_check,
    "office": bench_office,
    "redraw": bench_redraw,
    "run": partial(bench_run, places=PLACES),
    "paint": lambda _, rounds: bench_paint(rounds),
}

SCALE: dict[str, Callable[[Path, argparse.Namespace], list[Result]]] = {
    "local": lambda site, asked: bench_local(copied(site), seconds, asked.site_places),
    "memory": lambda site, asked: bench_memory(site, asked.site_places),
    "number": lambda site, asked: bench_number(copied(site), asked.site_places),
    "cases": lambda site, asked: bench_cases(site, seconds, asked.site_cases),
    "preview": lambda site, _: bench_preview(copied(site)),
    "jobs": lambda site, asked: bench_jobs(site, asked.places),
}
"""Sites of many places or cases, the preview and a print run: they take minutes, and are measured when
they are named."""


def main() -> int:
    """Run the benches named on the command line; 1 when a ratio missed its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        choices=[[], *BENCHES, *SCALE],
        metavar="NAME",
        help=", ".join((*BENCHES, *SCALE)),
    )
    parser.add_argument("--site-places", type=int, default=PLACES_OF_A_SITE, metavar="N")
    parser.add_argument("--site-cases", type=int, default=CASES, metavar="N")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the samples too")
    parser.add_argument(
        "--places",
        type=int,
        default=PLACES,
        metavar="N",
        help="of the benches run and jobs: how many",
    )
    options = parser.parse_args()
    BENCHES["run"] = partial(bench_run, places=options.places)
    rounds = 10 if options.quick else 40
    start = time.perf_counter()
    flagship = Flagship()
    results: list[Result] = []
    for name in options.names or BENCHES:
        with tempfile.TemporaryDirectory() as folder:
            found = (
                SCALE[name](Path(folder), options)
                if name in SCALE
                else BENCHES[name](flagship, rounds)
            )
        for result in found:
            print(result, flush=True)
            results.append(result)
    print(
        f"{time.perf_counter() - start:.0f} s in all, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0] if hasattr(os, 'getloadavg') else 'unknown'}"
    )
    if options.json:
        options.json.write_text(json.dumps([asdict(result) for result in results]), "utf-8")
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
