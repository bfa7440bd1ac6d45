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
LATE = 4
"""How often a kill that came too late is tried again."""
GENTLY = (signal.SIGTERM, signal.SIGINT) if sys.platform != "win32" else (signal.SIGTERM,)


def kill(trial: Trial, project: Path, tally: Tally, sign: signal.Signals, moment: float) -> bool:
    """Starts a command, kills it after `moment` seconds, and counts what is amiss. Returns whether it
    was not done by then."""
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
    return code != 0


def shares(names: list[str], kills: int) -> list[str]:
    """Deals kills out: every other one to the build, the rest to the other commands in turn."""
    others = [name for name in names if name != "build"]
    if "build" in names and others:
        return list(islice((one for name in cycle(others) for one in ("build", name)), kills))
    return list(islice(cycle(names), kills))


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
        for number, name in enumerate(shares(list(by_name), options.kills)):
            trial = by_name[name]
            for sign in (KILL, chance.choice(GENTLY)) if number % 4 > 1 else (KILL,):
                tally = tallies.setdefault(f"{name}, {sign.name}", Tally(f"{name}, {sign.name}"))
                for _ in range(LATE):
                    if kill(trial, project, tally, sign, chance.uniform(0.05, trial.seconds)):
                        break
    return tried.report(list(tallies.values()), started)


if __name__ == "__main__":
    sys.exit(main())
