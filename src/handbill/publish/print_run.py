"""A print run: places × materials × editions, drawn by many processes; the command `press`.

A task is a few places in a language. A run that is begun again draws what has changed and what is not
there: each file's manifest line says what it was made from. A worker that dies takes nothing with it
but its tasks, which are tried again, one by one in a process of their own, so that the file that kills
is found and told, and all others are there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol, TypeVar

from handbill.check import Checked
from handbill.problems import Both, Problem, ProblemsFound
from handbill.publish.destination import Destination
from handbill.publish.print_worker import (
    Choice,
    Done,
    Entry,
    Fault,
    Site,
    Task,
    folder_for,
    leave_with_parent,
    names_of,
    run_task,
)
from handbill.publish.run_file import Part, draw_part, try_place
from handbill.publish.sheet import every_place, require_known_names, spoken
from handbill.render.cache import digest_of_files

T = TypeVar("T")
AnyTask = Task | Part

MANIFEST = "manifest.jsonl"
PATIENCE = 10
"""Seconds in which a cluster answers."""
AHEAD = 4
"""Tasks of each worker that wait or are under way."""
PLACES_TOGETHER = 8
"""Places of a task at most: what their sheets have in common is laid out once for all of them."""
UNSEEN = Both("画它的进程退出了两次", "the process that draws it has ended twice")


class Crew(Protocol):
    """Workers that take tasks. together: when one dies, the tasks of all are lost."""

    jobs: int
    together: bool

    def submit(self, call: Callable[..., Any], *values: Any) -> Future[Any]:
        """Have a call made by one of them."""

    def died(self, error: BaseException) -> bool:
        """Tell whether an error of a call means that its worker has ended."""

    def renew(self) -> None:
        """Replace workers that have ended."""

    def close(self) -> None:
        """Let the workers go, without waiting for what nobody needs."""


class Processes:
    """Workers of this machine. jobs: how many."""

    together = True

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool = self._made()

    def _made(self) -> Executor:
        # The same on every system, and no thread of ours is copied in the middle of its work.
        return ProcessPoolExecutor(
            self.jobs, mp_context=get_context("spawn"), initializer=leave_with_parent
        )

    def submit(self, call: Callable[..., Any], *values: Any) -> Future[Any]:
        """Have a call made by one of them."""
        try:
            return self._pool.submit(call, *values)
        except BrokenProcessPool as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def died(self, error: BaseException) -> bool:
        """Tell whether an error of a call means that its worker has ended."""
        return isinstance(error, BrokenProcessPool)

    def renew(self) -> None:
        """Replace workers that have ended."""
        self.close()
        self._pool = self._made()

    def close(self) -> None:
        """Let the workers go, without waiting for what nobody needs."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Cluster:
    """Workers of a Dask cluster, which see the site and the destination by the same names. Raises
    ProblemsFound (E709) when nobody answers there, and ImportError without the package."""

    together = False

    def __init__(self, scheduler: str) -> None:
        from distributed import Client, KilledWorker

        self._killed = KilledWorker
        try:
            self._client = Client(scheduler, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            problem = Problem("E709", None, path=scheduler, reason=str(error))
            raise ProblemsFound([problem]) from None
        self._pool = self._client.get_executor(pure=False)
        self.jobs = max(1, sum(self._client.nthreads().values()))

    def submit(self, call: Callable[..., Any], *values: Any) -> Future[Any]:
        """Have a call made by one of them."""
        made: Future[Any] = self._pool.submit(call, *values)
        return made

    def died(self, error: BaseException) -> bool:
        """Tell whether an error of a call means that its worker has ended, as often as Dask tries."""
        return isinstance(error, self._killed)

    def renew(self) -> None:
        """Dask does."""

    def close(self) -> None:
        """Let the cluster go; it belongs to somebody else."""
        self._pool.shutdown(wait=False)
        self._client.close()


@dataclass
class Run:
    """A print run as it goes. done: tasks that have ended. deaths: how often workers have died. stale:
    files of an earlier run that this one does not have."""

    done: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    drawn: int = 0
    deaths: int = 0
    stale: tuple[str, ...] = ()

    @property
    def kept(self) -> int:
        """Files that were there already."""
        return len(self.entries) - self.drawn


def tasks_of(checked: Checked, places: Sequence[str], choice: Choice, jobs: int) -> list[Task]:
    """Return the tasks of a run. places: ids, "all" for every one. jobs: workers, none of whom is to
    be idle. Raises ProblemsFound for a name that is not known (E712), and when nothing is chosen
    (E720)."""
    campaigns = checked.collection.campaigns
    require_known_names(
        checked,
        choice.files,
        audiences=choice.audiences,
        materials=choice.materials,
        languages=choice.languages,
    )
    chosen = every_place(checked, places)
    step = max(1, min(PLACES_TOGETHER, len(chosen) // (2 * jobs)))
    of_tasks = [tuple(chosen[at : at + step]) for at in range(0, len(chosen), step)]
    tasks = [
        Task(campaign.id, of_task, language)
        for campaign in campaigns
        for of_task in of_tasks or [(campaign.campaign.value.default_place,)]
        for language in spoken(campaign)
        if not choice.languages or language in choice.languages
    ]
    if not tasks:
        raise ProblemsFound([Problem("E720", None)])
    return tasks


def site_of(checked: Checked, config: Path, to: str) -> Site:
    """Return what workers load."""
    settings = checked.settings
    tops = [settings.campaigns_dir, *([settings.templates_dir] if settings.templates_dir else [])]
    files = [file for top in tops for file in top.rglob("*") if file.is_file()]
    seal = digest_of_files([*files, config.resolve()], Path(config.resolve().anchor))
    return Site(str(config.resolve()), checked.today, seal, to)


def print_run(
    checked: Checked,
    site: Site,
    tasks: Sequence[AnyTask],
    choice: Choice,
    crew: Crew,
    watch: Callable[[Run], None],
) -> Run:
    """Draw all files of the tasks and write the manifest; return what became of them.

    watch: is told after each task. The crew stays the caller's. Raises OSError for a destination
    that takes no files, and what `watch` raises; what is done by then stays, and a next run goes on
    from there.
    """
    run = Run()
    destination = Destination(site.to)
    earlier = list(_manifest(destination))
    journal = _Journal(checked.settings.build_dir / "print-runs", site.to)
    before = {entry.path: entry for entry in (*earlier, *journal.entries())}
    by_folder: dict[tuple[str, str, str], dict[str, Entry]] = {}
    for entry in before.values():
        of = by_folder.setdefault((entry.campaign, entry.place, entry.language), {})
        of[entry.path] = entry

    def kept(task: AnyTask) -> dict[str, Entry]:
        if isinstance(task, Part):
            return {path: before[path] for path in task.paths if path in before}
        folders = (by_folder.get((task.campaign, one, task.language), {}) for one in task.places)
        return {path: entry for folder in folders for path, entry in folder.items()}

    def send(task: AnyTask) -> Future[Done]:
        work = draw_part if isinstance(task, Part) else run_task
        return crew.submit(work, site, task, choice, kept(task))

    def take(done: Done) -> None:
        journal.add(done.entries)
        run.entries |= {entry.path: entry for entry in done.entries}
        run.faults += done.faults
        run.drawn += done.drawn

    with ExitStack() as stack:
        stack.callback(journal.close)
        ward = stack.enter_context(_Ward())
        for task, done in _finished(tasks, send, crew, run):
            alone = _alone(ward, checked, task, site, choice, kept(task))
            for part in [done] if done else alone:
                take(part)
            run.done += 1
            watch(run)
    paths = {path for path in before if path not in run.entries}
    run.stale = tuple(sorted(paths - {fault.path for fault in run.faults}))
    lines = (
        json.dumps(asdict(run.entries[path]), ensure_ascii=False) for path in sorted(run.entries)
    )
    destination.write(MANIFEST, "".join(f"{line}\n" for line in lines).encode(), flush=True)
    journal.remove()
    return run


def _finished(
    tasks: Iterable[AnyTask], send: Callable[[AnyTask], Future[Done]], crew: Crew, run: Run
) -> Iterator[tuple[AnyTask, Done | None]]:
    """Yield each task as it ends: with what became of it, or with None when its worker has died. When
    a pool dies with one of its workers, nobody knows whose task it was: each that was under way is
    tried again by itself."""
    following = iter(tasks)
    sent: dict[Future[Done], AnyTask] = {}
    while True:
        for task in islice(following, max(0, AHEAD * crew.jobs - len(sent))):
            sent[send(task)] = task
        if not sent:
            return
        ended, _ = wait(sent, return_when=FIRST_COMPLETED)
        dead = []
        for future in ended:
            task = sent.pop(future)
            error = future.exception()
            if error is None:
                yield task, future.result()
            elif crew.died(error):
                dead.append(task)
            else:
                raise error
        if dead:
            run.deaths += 1
            if crew.together:
                wait(sent)
                for future, task in list(sent.items()):
                    if not future.cancelled() and future.exception() is None:
                        yield task, future.result()
                    else:
                        dead.append(task)
                sent.clear()
            crew.renew()
            for task in dead:
                yield task, None


def _alone(
    ward: _Ward, checked: Checked, task: AnyTask, site: Site, choice: Choice, kept: dict[str, Entry]
) -> Iterator[Done]:
    """Do a task whose worker has died once more in a process of its own; if that dies, too, each of its
    places, and of that each of its files by itself, and tell the one that kills."""
    work = draw_part if isinstance(task, Part) else run_task
    done = ward.call(work, site, task, choice, kept)
    if done is not None:
        yield done
        return
    if isinstance(task, Part):
        dead = [one for one in task.places if not ward.call(try_place, site, task, one)]
        for place in dead:
            yield Done((), (_killer(folder_for(checked.collection, task, place)),), 0)
        rest = replace(task, places=tuple(one for one in task.places if one not in dead))
        done = ward.call(draw_part, site, rest, choice, kept) if rest.places else Done((), (), 0)
        yield done or Done((), (_killer(task.path),), 0)
        return
    if len(task.places) > 1:
        for place in task.places:
            one_place = replace(task, places=(place,))
            yield from _alone(ward, checked, one_place, site, choice, kept)
        return
    names = ward.call(names_of, site, task, choice)
    if names is None:
        folder = folder_for(checked.collection, task, task.places[0])
        yield Done((), (_killer(folder),), 0)
        return
    for name in names:
        one = ward.call(run_task, site, replace(task, only=name), choice, kept)
        yield one or Done((), (_killer(name),), 0)


def _killer(path: str) -> Fault:
    return Fault(path, "E726", UNSEEN.zh, UNSEEN.en)


class _Ward:
    """One process for calls that may end it. It begins with the first call."""

    def __enter__(self) -> _Ward:
        self._crew = Processes(1)
        return self

    def __exit__(self, *_: object) -> None:
        self._crew.close()

    def call(self, call: Callable[..., T], *values: Any) -> T | None:
        """Return what a call returns, None when it has ended its process."""
        try:
            made: T = self._crew.submit(call, *values).result()
        except BrokenProcessPool:
            self._crew.renew()
            return None
        return made


def _manifest(destination: Destination) -> Iterator[Entry]:
    """Yield the entries of the run before; none for a manifest that is not whole."""
    yield from _entries(destination.read(MANIFEST) or b"")


def _entries(content: bytes) -> Iterator[Entry]:
    for line in content.splitlines():
        try:
            yield Entry(**json.loads(line))
        except (ValueError, TypeError):  # the last line of a run that was killed
            continue


class _Journal:
    """What is done of a run that is not yet whole, for the run that goes on after it."""

    def __init__(self, folder: Path, to: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / f"{hashlib.sha256(os.fsencode(to)).hexdigest()[:16]}.jsonl"
        self._before = self._file.read_bytes() if self._file.is_file() else b""
        self._stream = self._file.open("ab")
        if self._before and not self._before.endswith(b"\n"):
            self._stream.write(b"\n")

    def entries(self) -> Iterator[Entry]:
        """Yield what an earlier run had done."""
        yield from _entries(self._before)

    def add(self, entries: Iterable[Entry]) -> None:
        """Note entries, so that a run that is killed after it finds them."""
        for entry in entries:
            self._stream.write(f"{json.dumps(asdict(entry), ensure_ascii=False)}\n".encode())
        self._stream.flush()

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def remove(self) -> None:
        """Remove it: the manifest says all."""
        self._file.unlink(missing_ok=True)
