"""Lets commands fail at every call that writes, one after the other, and looks at what is left.

Use: .venv/bin/python tests/faults/calls.py [--only build fmt] [--faults killed "disk full"] [--every 1]

The process dies at the call, or dies and loses what was not flushed to the disk, or the call says
that the disk is full, broken, read-only, or that another program holds the file. A write that fails
has written half. Then the command is run on a YAML file that cannot be read, then once more
undisturbed. --every 10 tries each tenth call, --from 3 from the third on.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import injected
import tried
from injected import DIED, FAULTS, Wrong
from tried import Tally, Trial


def calls_of(trial: Trial, project: Path) -> tuple[str, ...]:
    """Returns the sort of each call that a command makes when nothing is wrong."""
    ended = injected.run_wrong(trial.fresh(project), *trial.words)
    assert ended.code == 0, ended.said
    return ended.sorts


def one_of_each(sorts: tuple[str, ...]) -> list[int]:
    """Returns the number of a call of every sort, in order: the middle one of its sort."""
    of: dict[str, list[int]] = {}
    for number, sort in enumerate(sorts, start=1):
        of.setdefault(sort, []).append(number)
    return sorted(numbers[len(numbers) // 2] for numbers in of.values())


def fail_at(trial: Trial, project: Path, tally: Tally, fault: str, at: int) -> None:
    """Lets the call number `at` fail, and counts what is amiss."""
    trial.fresh(project)
    ended = injected.run_wrong(project, *trial.words, wrong=Wrong(fault, at))
    note = f"{' '.join(trial.words)}, {fault} at call {at} ({ended.struck})"
    tally.times += 1
    tally.stopped += ended.code != 0
    if ended.code == 0:
        trial.judge(project, tally, note, done=True)
    elif "Traceback" in ended.said or ended.code not in (1, DIED):
        tally.count("tracebacks", f"{note}: {ended.code} {ended.said[-300:]}")
    trial.aftermath(project, tally, note, injected.run)


def main() -> int:
    """Tries every call, and prints the table."""
    parser = tried.parser(__doc__)
    parser.add_argument("--faults", nargs="+", choices=FAULTS, default=list(FAULTS))
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--from", type=int, default=1, metavar="N", dest="first")
    options = parser.parse_args()
    started, tallies = time.monotonic(), []
    with tried.trials(tried.SITES[options.on], options.only or list(tried.TRIED)) as (
        made,
        project,
    ):
        for trial in made:
            calls = len(calls_of(trial, project))
            for fault in options.faults:
                tally = Tally(f"{trial.command.name}, {fault}, {calls} calls")
                tallies.append(tally)
                for at in range(options.first, calls + 1, options.every):
                    fail_at(trial, project, tally, fault, at)
                print(f"{time.monotonic() - started:5.0f} s  {tally.name}: {tally.bad} bad")
    return tried.report(tallies, started)


if __name__ == "__main__":
    sys.exit(main())
