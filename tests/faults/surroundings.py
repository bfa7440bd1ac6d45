"""Builds while something around it is wrong: the clock, a font, a folder that somebody removes.

Use: .venv/bin/python tests/faults/surroundings.py [--times 5] [--on flagship] [--seed 1]

By the clock it is 1970 or 2100; a family of fonts is not installed; build/, docs/, site/ or templates/
is removed at a random moment, --times each. Then the build is run on a YAML file that cannot be read,
then once more undisturbed.
"""

from __future__ import annotations

import datetime
import random
import shutil
import sys
import time
from pathlib import Path

import injected
import tried
from injected import Ended, Wrong
from tried import Tally, Trial

WRONG = {
    "clock at 1970": Wrong(day=datetime.date(1970, 1, 1)),
    "clock at 2100": Wrong(day=datetime.date(2100, 1, 1)),
    "no sans": Wrong(absent=("manimgx_fonts_cjk",)),
    "no serif": Wrong(absent=("pylopdf_fonts_zh_cn",)),
}
REMOVED = ("build", "docs", "site", "templates")


def surrounded(trial: Trial, project: Path, tally: Tally, wrong: Wrong) -> Ended:
    """Builds in wrong surroundings, and counts what is amiss.

    A site of another day has other words on its sheets: as many files, none of them empty.
    """
    trial.fresh(project)
    shutil.rmtree(project / "build")  # what is drawn already needs no font
    ended = injected.run_wrong(project, *trial.words, wrong=wrong)
    tally.times += 1
    tally.stopped += ended.code != 0
    if ended.code not in (0, 1) or "Traceback" in ended.said:
        tally.count("tracebacks", f"{tally.name}: {ended.code} {ended.said[-300:]}")
    makes = trial.command.makes
    if ended.code == 0:
        made = tried.below(tried.manifest(project), makes)
        empty = [name for name in made if not (project / name).stat().st_size]
        if made.keys() != tried.below(trial.new, makes).keys() or empty:
            tally.count("half", f"{tally.name}: {len(made)} files, {len(empty)} empty")
        trial.heal(project, tally, tally.name, injected.run)
    else:
        trial.aftermath(project, tally, tally.name, injected.run)
    return ended


def remove(trial: Trial, project: Path, tally: Tally, name: str, moment: float) -> None:
    """Removes a folder of the project during a build, puts it back and counts what is amiss."""
    trial.fresh(project)
    log = project.with_name("log.txt")
    process = tried.start(project, *trial.words, log=log)
    time.sleep(moment)
    shutil.rmtree(project / name, ignore_errors=True)
    code = process.wait()
    note = f"{name}/ removed after {moment:.3f} s, ended with {code}"
    tally.times += 1
    tally.stopped += code != 0
    if code not in (0, 1) or "Traceback" in (said := log.read_text("utf-8", "replace")):
        tally.count("tracebacks", f"{note}: {said[-300:]}")
    if name in tried.SOURCES and (trial.before / name).is_dir():
        shutil.copytree(trial.before / name, project / name, dirs_exist_ok=True)
    if name == trial.command.makes and code:  # it was not the build that took it
        trial.heal(project, tally, note)
    else:
        trial.aftermath(project, tally, note)


def main() -> int:
    """Builds in wrong surroundings, and prints the table."""
    parser = tried.parser(__doc__)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    started, chance, tallies = time.monotonic(), random.Random(options.seed), []
    with tried.trials(tried.SITES[options.on], ["build"]) as ([trial], project):
        for name, wrong in WRONG.items():
            tallies.append(tally := Tally(name))
            surrounded(trial, project, tally, wrong)
        for name in REMOVED:
            tallies.append(tally := Tally(f"{name}/ removed"))
            for _ in range(options.times):
                remove(trial, project, tally, name, chance.uniform(0, trial.seconds))
    return tried.report(tallies, started)


if __name__ == "__main__":
    sys.exit(main())
