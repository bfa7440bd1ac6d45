"""Runs commands on a disk that is full at every stage, and on one that is read-only.

Use: sudo .venv/bin/python tests/faults/disk.py [--stages 12]

The disk is a tmpfs of its own, so this needs root, and Linux. It has room for the project and for
0, 1/12, 2/12 … of what the command writes. Then the command is run on a YAML file that cannot be
read; then there is room, and it is run once more. `calls.py` shows the same without root, call by
call.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import tried
from tried import Tally, Trial

BLOCK = 4096


def possible() -> bool:
    """Whether this process may mount disks."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None


@contextlib.contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """Mounts a small disk; yields the folder where it is."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4G", "handbill-faults", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def remount(folder: Path, *options: str) -> None:
    """Gives the disk another size, or makes it read-only."""
    setting = ",".join(("remount", *options))
    subprocess.run(["mount", "-o", setting, folder], check=True)


def used(folder: Path) -> int:
    """Bytes that are taken on the disk."""
    state = os.statvfs(folder)
    return (state.f_blocks - state.f_bfree) * state.f_frsize


def need(trial: Trial, folder: Path) -> int:
    """Bytes that a command takes at most beyond the project, measured while it runs.

    What it makes on this disk is what is expected of the next runs: Pagefind's index has the order
    in which a disk lists its files.
    """
    with disk(folder):
        project = trial.fresh(folder / "project")
        before, most = used(folder), 0
        process = tried.start(project, *trial.words)
        while process.poll() is None:
            most = max(most, used(folder))
            time.sleep(0.01)
        trial.new = tried.manifest(project)
        return max(most - before, BLOCK)


def fill(trial: Trial, folder: Path, tally: Tally, room: int) -> None:
    """Runs a command on a disk with `room` bytes free, and counts what is amiss."""
    with disk(folder):
        project = trial.fresh(folder / "project")
        remount(folder, f"size={used(folder) + room}")
        note = f"{' '.join(trial.words)}, {room} bytes free"
        _disturbed(trial, project, tally, note)
        trial.judge(project, tally, f"{note}, then")
        remount(folder, "size=4G")
        trial.aftermath(project, tally, note)


def read_only(trial: Trial, folder: Path, tally: Tally) -> None:
    """Runs a command on a disk that cannot be written, and counts what is amiss."""
    with disk(folder):
        project = trial.fresh(folder / "project")
        remount(folder, "ro")
        _disturbed(trial, project, tally, f"{' '.join(trial.words)}, read-only")
        remount(folder, "rw")
        trial.aftermath(project, tally, f"{' '.join(trial.words)}, read-only")


def _disturbed(trial: Trial, project: Path, tally: Tally, note: str) -> None:
    code, said = tried.run(project, *trial.words)
    tally.times += 1
    tally.stopped += code != 0
    if code == 0:
        trial.judge(project, tally, note, done=True)
    if code not in (0, 1) or "Traceback" in said:
        tally.count("tracebacks", f"{note}: {code} {said[-300:]}")


def main() -> int:
    """Fills the disk, and prints the table."""
    parser = tried.parser(__doc__)
    parser.add_argument("--stages", type=int, default=12)
    options = parser.parse_args()
    if not possible():
        sys.exit("needs root on Linux; calls.py --faults 'disk full' read-only does not")
    started, tallies = time.monotonic(), []
    with tried.trials(tried.SITES[options.on], options.only or list(tried.TRIED)) as (
        made,
        project,
    ):
        folder = project.with_name("disk")
        for trial in made:
            most = need(trial, folder)
            tallies.append(tally := Tally(f"{trial.command.name}, full"))
            for stage in range(options.stages):
                fill(trial, folder, tally, most * stage // options.stages // BLOCK * BLOCK)
            tallies.append(tally := Tally(f"{trial.command.name}, read-only"))
            read_only(trial, folder, tally)
    return tried.report(tallies, started)


if __name__ == "__main__":
    sys.exit(main())
