"""Starts two commands on one project, the second at every offset after the first.

Use: .venv/bin/python tests/faults/races.py [--pairs 12] [--on flagship]

Each pair is started --pairs times, the second command later each time, until the first is done by
then. A command may refuse while the other writes; what says that it is done must be. Then each is run
once more undisturbed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import tried
from tried import TRIED, Tally, Trial

PAIRS = (("build", "build"), ("build", "pack"), ("pack", "pack"), ("fmt", "build"), ("fmt", "fmt"))
"""Two builds are tried at every offset, the others at a third of them."""


def race(first: Trial, second: Trial, project: Path, tally: Tally, offset: float) -> None:
    """Starts one command, another `offset` seconds later, and counts what is amiss."""
    first.fresh(project)
    logs = [project.with_name(f"log-{number}.txt") for number in (1, 2)]
    processes = [tried.start(project, *first.words, log=logs[0])]
    time.sleep(offset)
    processes.append(tried.start(project, *second.words, log=logs[1]))
    codes = [process.wait() for process in processes]
    note = f"{first.command.name}, {second.command.name} {offset:.2f} s later, ended {codes}"
    tally.times += 1
    tally.stopped += any(codes)
    for log in logs:
        if "Traceback" in (said := log.read_text("utf-8", "replace")):
            tally.count("tracebacks", f"{note}: {said[-300:]}")
    if all(codes):
        tally.count("unhealed", f"{note}: neither was done")
    first.judge(project, tally, note, done=codes[0] == 0, beside=second)
    second.judge(project, tally, note, done=codes[1] == 0, beside=first)
    for trial, other in ((first, second), (second, first)):
        code, said = tried.run(project, *trial.words)
        if code:
            tally.count("unhealed", f"{note}, next run: {code} {said[-300:]}")
        trial.judge(project, tally, f"{note}, next run", done=True, beside=other)
    made = first.old.keys() | first.new.keys() | second.new.keys()
    if left := sorted(tried.manifest(project).keys() - made):
        tally.count("left", f"{note}: {left[:3]}")


def main() -> int:
    """Runs the pairs, and prints the table."""
    parser = tried.parser(__doc__)
    parser.add_argument("--pairs", type=int, default=12, help="offsets of two builds")
    options = parser.parse_args()
    started, tallies = time.monotonic(), []
    names = options.only or list(TRIED)
    pairs = [pair for pair in PAIRS if {*pair} <= {*names}]
    needed = sorted({name for pair in pairs for name in pair})
    with tried.trials(tried.SITES[options.on], needed) as (made, project):
        by_name = {one.command.name: one for one in made}
        for one, other in pairs:
            first, second = by_name[one], by_name[other]
            offsets = options.pairs if one == other == "build" else max(1, options.pairs // 3)
            tallies.append(tally := Tally(f"{one} and {other}"))
            for number in range(offsets):
                offset = 1.1 * first.seconds * number / offsets
                race(first, second, project, tally, offset)
    return tried.report(tallies, started)


if __name__ == "__main__":
    sys.exit(main())
