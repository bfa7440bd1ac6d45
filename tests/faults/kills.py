"""Kills commands at random moments and looks at what is left.

Use: .venv/bin/python tests/faults/kills.py [--kills 60] [--on flagship] [--seed 1]

Each command of the table in tried.py is started as a person starts it, and killed; half of the kills
fall on `build`. After every two by SIGKILL comes one by SIGTERM or SIGINT, beyond --kills. Then the
command is run on a YAML file that cannot be read, then once more undisturbed.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import tried
from tried import Tally, Trial

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
GENTLY = (signal.SIGTERM, signal.SIGINT) if sys.platform != "win32" else (signal.SIGTERM,)


def kill(trial: Trial, project: Path, tally: Tally, sign: signal.Signals, moment: float) -> None:
    """Starts a command, kills it after `moment` seconds, and counts what is amiss."""
    trial.fresh(project)
    log = project.with_name("log.txt")
    process = tried.start(project, *trial.words, log=log)
    time.sleep(moment)
    process.send_signal(sign)
    code = process.wait()
    note = f"{' '.join(trial.words)}, {sign.name} after {moment:.3f} s"
    tally.times += 1
    tally.stopped += code != 0
    if code == 0:
        trial.judge(project, tally, note, done=True)
    elif "Traceback" in (said := log.read_text("utf-8", "replace")):
        tally.count("tracebacks", f"{note}: {said[-300:]}")
    trial.aftermath(project, tally, note)
    print(f"{note}: {'it was done' if code == 0 else 'it died'}", flush=True)


def shares(names: list[str], kills: int) -> list[str]:
    """Deals kills out: half to the build, the others in turn."""
    others = [name for name in names if name != "build"]
    builds = 0 if "build" not in names else kills // 2 if others else kills
    return ["build"] * builds + list(islice(cycle(others), kills - builds))


def main() -> int:
    """Kills, and prints the table."""
    parser = tried.parser(__doc__)
    parser.add_argument("--kills", type=int, default=60, help="by SIGKILL")
    options = parser.parse_args()
    started, chance = time.monotonic(), random.Random(options.seed)
    tallies: dict[str, Tally] = {}
    with tried.trials(tried.SITES[options.on], options.only or list(tried.TRIED)) as (
        made,
        project,
    ):
        by_name = {one.command.name: one for one in made}
        gently = cycle(GENTLY)
        for number, name in enumerate(shares(list(by_name), options.kills)):
            trial = by_name[name]
            for sign in (KILL, next(gently)) if number % 2 else (KILL,):
                tally = tallies.setdefault(f"{name}, {sign.name}", Tally(f"{name}, {sign.name}"))
                kill(trial, project, tally, sign, chance.uniform(0.05, trial.seconds))
    return tried.report(list(tallies.values()), started)


if __name__ == "__main__":
    sys.exit(main())
