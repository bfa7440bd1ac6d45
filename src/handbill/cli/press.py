"""The command press: a print run of many places."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from time import monotonic
from typing import TYPE_CHECKING

from handbill.cli.arguments import (
    EXIT_OK,
    EXIT_PROBLEMS,
    EXIT_USAGE,
    Command,
    count,
    destination,
    scheduler,
)
from handbill.cli.context import checked_of, language_of

if TYPE_CHECKING:
    from handbill.publish.print_run import AnyTask, Crew, Run

SHOWN = 50
"""Files that could not be drawn that are listed; of more the number is said."""
MANY = 32
"""Workers that a cluster may have: the run is cut before it is asked."""
EVERY = 10.0
"""Seconds between lines of progress without a terminal."""


def register(command: Command) -> None:
    """Add this command to the parser."""
    press = command(
        "press",
        "成批印制：很多地区的资料，一处一份 / a print run: the sheets of many places, a file each",
        _press,
    )
    press.value(
        "-o --output",
        "TO",
        "存到哪里：文件夹，或者 s3:// 这样的地址，默认 print-run / a folder, or an address such as s3://",
        type=destination,
        default="print-run",
    )
    press.values(
        "--place", "ID", "地区，可写多次；all 是全部 / place, repeatable; all for every one"
    )
    press.values(
        "--audience", "ID", "对象，可写多次，默认全部 / audience, repeatable, all by default"
    )
    press.values(
        "--material", "ID", "资料，可写多次，默认全部 / material, repeatable, all by default"
    )
    press.values("--kind", "KIND", "种类，可写多次 / kind of material, repeatable")
    press.values("--size", "SIZE", "尺寸，可写多次 / size, repeatable")
    press.values("--language", "TAG", "语言，可写多次，默认全部 / language, repeatable")
    press.add_argument(
        "--edition",
        action="append",
        default=[],
        choices=["office", "press", "large", "screen"],
        help="哪一版，可写多次 / edition, repeatable",
    )
    press.flag(
        "--run-file",
        "全部地区印在一个文件里，附表格说明哪几页是哪里的 / a run file: all places in one PDF for the "
        "printer, with a CSV of whose pages are where",
    )
    press.value(
        "--copies", "N", "写进表格：每处印几份 / for the CSV: copies of each place", type=count
    )
    press.value("--jobs", "N", "用几个进程，默认每个核一个 / processes, one a core", type=count)
    press.value(
        "--scheduler",
        "URL",
        "交给 Dask 集群，如 tcp://主机:8786 / have a Dask cluster draw",
        type=scheduler,
    )
    press.flag("--json", "结果写成 JSON / print the result as JSON")


def _press(options: argparse.Namespace) -> int:
    from handbill.compose.packs import Selection
    from handbill.publish.print_run import print_run, site_of, tasks_of
    from handbill.publish.print_worker import Choice
    from handbill.publish.run_file import parts_of
    from handbill.publish.writer import one_writer

    checked = checked_of(options)
    choice = Choice(
        Selection(options.kind, options.size, options.edition),
        frozenset(options.audience),
        frozenset(options.material),
        frozenset(options.language),
    )
    tasks: Sequence[AnyTask] = (
        parts_of(checked, options.place, choice, options.copies)
        if options.run_file
        else tasks_of(checked, options.place, choice, _jobs(options))
    )
    site = site_of(checked, options.config_file, options.output)
    crew = _crew(options)
    if crew is None:
        return EXIT_USAGE
    with ExitStack() as stack:
        stack.callback(crew.close)
        stack.enter_context(one_writer(checked.settings.build_dir, "press"))
        watch = _watch(stack, len(tasks), language_of(options.lang))
        run = print_run(checked, site, tasks, choice, crew, watch)
    _say(run, options)
    return EXIT_PROBLEMS if run.faults else EXIT_OK


def _jobs(options: argparse.Namespace) -> int:
    """How many workers there are, or may be."""
    return MANY if options.scheduler else options.jobs or os.cpu_count() or 1


def _crew(options: argparse.Namespace) -> Crew | None:
    from handbill.publish.print_run import Cluster, Processes

    if not options.scheduler:
        return Processes(_jobs(options))
    try:
        return Cluster(options.scheduler)
    except ImportError:
        print(
            '要先安装：pip install "handbill[cluster]" / install handbill[cluster] first',
            file=sys.stderr,
        )
        return None


def _watch(stack: ExitStack, tasks: int, language: str) -> Callable[[Run], None]:
    """Return what shows how far a run is: a bar in a terminal, else a line now and then; and tells it
    to a program that asks."""
    from handbill.progress import Told

    english, told = language == "en", Told()
    said = "{files} files, {faults} not drawn" if english else "{files} 个文件，{faults} 个没有画成"

    def text(run: Run) -> str:
        faulty = len({fault.path for fault in run.faults})
        return said.format(files=len(run.entries), faults=faulty)

    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), "{task.description}")
        bar = stack.enter_context(Progress(*columns, console=Console(stderr=True)))
        shown = bar.add_task("", total=tasks)
        started = monotonic()

        def move(run: Run) -> None:
            told("render", run.done, tasks)
            rate = len(run.entries) / max(monotonic() - started, 0.001)
            bar.update(shown, completed=run.done, description=f"{text(run)}, {rate:.1f}/s")

        return move
    latest = [monotonic()]

    def line(run: Run) -> None:
        told("render", run.done, tasks)
        if monotonic() - latest[0] > EVERY:
            latest[0] = monotonic()
            print(f"{run.done}/{tasks}  {text(run)}", file=sys.stderr, flush=True)

    return line


def _say(run: Run, options: argparse.Namespace) -> None:
    """Print what became of a run."""
    from handbill.problems import CATALOGUE

    if options.json:
        made = {
            "files": len(run.entries),
            "drawn": run.drawn,
            "kept": run.kept,
            "deaths": run.deaths,
            "stale": list(run.stale),
            "faults": [asdict(fault) for fault in run.faults],
        }
        print(json.dumps(made, ensure_ascii=False, indent=2))
        return
    english = language_of(options.lang) == "en"
    for fault in run.faults[:SHOWN]:
        title = CATALOGUE[fault.code].title.get("en" if english else "zh")
        text = fault.en if english else fault.zh
        print(f"{fault.path}  {fault.code} {title}: {text}", file=sys.stderr)
    if len(run.faults) > SHOWN:
        rest = len(run.faults) - SHOWN
        print(f"and {rest} more" if english else f"还有 {rest} 个", file=sys.stderr)
    if run.stale:
        count_ = len(run.stale)
        print(
            f"{count_} files of an earlier run are not in this one, such as {run.stale[0]}"
            if english
            else f"有 {count_} 个文件是以前印的，这次没有，例如 {run.stale[0]}",
            file=sys.stderr,
        )
    files, drawn, kept = len(run.entries), run.drawn, run.kept
    print(
        f"{files} files in {options.output}: {drawn} drawn, {kept} as they were"
        if english
        else f"{options.output} 里有 {files} 个文件：新画 {drawn} 个，没有变的 {kept} 个"
    )
