"""What the scripts in this folder try, on what, and how it is judged.

A command that writes joins by a row in TRIED; every script then tries it too.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("mkdocs.yml", "campaigns", "docs", "templates")
"""What people write. All else can be made again."""
SPOILT = "\nactions: [one, two\n"
"""What a YAML file ends with that cannot be read."""

Manifest = dict[str, str]
"""The digest of every file below a project by its path there, but for build/."""


@dataclass(frozen=True)
class Tried:
    """A command that writes. words: as they are typed. makes: what it writes, below the project.
    together: its files are exchanged all at once, as a site is; else one by one."""

    name: str
    words: str
    makes: str
    together: bool = False


TRIED = {
    one.name: one
    for one in (
        Tried("build", "build", "site", together=True),
        Tried("pack", "pack", "packs"),
        Tried("sheet", "sheet {material} -o sheet.pdf", "sheet.pdf"),
        Tried("impose", "impose {material} --tile A3 -o tiles.pdf", "tiles.pdf"),
        Tried("fmt", "fmt", "campaigns"),
        Tried("translate", "translate en", "campaigns"),
        Tried("import", "places import list.csv --yes", "campaigns"),
        Tried("press", "press --edition office --kind poster --jobs 1 -o run", "run"),
        Tried("release", "release", "site", together=True),
        Tried("materialise", "materialise tree", "tree"),
    )
}


@dataclass(frozen=True)
class Site:
    """A project to try on. edit: a text of `file`, and what it is changed to: an office's next
    version."""

    name: str
    campaign: str
    file: str
    edit: tuple[str, str]
    material: str

    def make(self, project: Path) -> None:
        """Makes the project, without what is built from it."""
        self._made(project)
        list_ = "".join(f"village-{number},第{number}村,村\n" for number in range(300))
        (project / "list.csv").write_text(f"编号,名称,类别\n{list_}", "utf-8", newline="\n")

    def _made(self, project: Path) -> None:
        if self.name == "starter":
            handbill(project.parent, "new", str(project)).check_returncode()
            return
        project.mkdir()
        for name in SOURCES:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, project / name)
        if (ROOT / "build/cache").is_dir():
            shutil.copytree(ROOT / "build/cache", project / "build/cache")

    def edit_sources(self, project: Path) -> None:
        """Changes a text, and the form of three files, which `fmt` then restores."""
        folder = project / self.campaign
        replace(folder / self.file, *self.edit)
        for name in ("campaign.yml", "help.yml", "sources.yml"):
            text = (folder / name).read_text("utf-8")
            (folder / name).write_text(text.replace(": ", ":   ", 1), "utf-8", newline="\n")
            replace(folder / name, "\n", "\n\n\n")


SITES = {
    site.name: site
    for site in (
        Site(
            "starter",
            "campaigns/job-seeking",
            "schools.yml",
            ("headline: [还没上班, 先别交钱]", "headline: [还没上班, 先不交钱]"),
            "schools-poster",
        ),
        Site(
            "flagship",
            "campaigns/anti-pyramid-selling",
            "communities.yml",
            ("headline: [先别敲门, 打个电话]", "headline: [先不敲门, 打个电话]"),
            "communities-poster",
        ),
    )
}


def replace(file: Path, was: str, now: str) -> None:
    """Changes the first `was` of a file, which must be there."""
    text = file.read_text("utf-8")
    assert was in text, f"{was!r} is not in {file}"
    file.write_text(text.replace(was, now, 1), "utf-8", newline="\n")


def start(
    project: Path, *words: str, log: Path | None = None, **settings: str
) -> subprocess.Popen[bytes]:
    """Starts a command of `handbill` as a person does; what it says goes to `log`.
    settings: of its environment."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell
        signal.signal(signal.SIGINT, signal.default_int_handler)
    path = os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
    with (log or Path(os.devnull)).open("wb") as stream:
        return subprocess.Popen(
            [sys.executable, "-m", "handbill", *words],
            cwd=project,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1", **settings},
        )


def handbill(project: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command of `handbill` to its end; its stdout is what it said."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        code = start(project, *words, log=log).wait()
        return subprocess.CompletedProcess(words, code, log.read_bytes())


def manifest(project: Path) -> Manifest:
    """Returns the digests of a project."""
    found: Manifest = {}
    for folder, folders, files in os.walk(project):
        if Path(folder) == project and "build" in folders:
            folders.remove("build")
        for name in files:
            file = Path(folder, name)
            digest = hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()
            found[file.relative_to(project).as_posix()] = digest
    return found


def below(made: Manifest, name: str) -> Manifest:
    """Returns the part of a manifest that is the file or the folder `name`."""
    return {path: one for path, one in made.items() if path == name or path.startswith(f"{name}/")}


@dataclass
class Tally:
    """What became of a series of trials. stopped: the command did not end with 0. lost: a source
    changed, or a site was gone. half: an output neither old nor new. unhealed: the next run did not
    give what an undisturbed one gives. left: a file lay about after it. tracebacks: shown to a
    person. notes: each fault, and how to meet it again."""

    name: str
    times: int = 0
    stopped: int = 0
    lost: int = 0
    half: int = 0
    unhealed: int = 0
    left: int = 0
    tracebacks: int = 0
    notes: list[str] = field(default_factory=list)
    _counted: dict[str, int] = field(default_factory=dict)

    BAD = ("lost", "half", "unhealed", "left", "tracebacks")

    def count(self, what: str, note: str) -> None:
        """Counts a fault, once for a trial."""
        if self._counted.get(what) == self.times:
            return
        self._counted[what] = self.times
        setattr(self, what, getattr(self, what) + 1)
        self.notes.append(f"{self.name}: {what}: {note}")
        print(f"! {self.notes[-1]}", flush=True)

    @property
    def bad(self) -> int:
        """How many faults there were."""
        return sum(getattr(self, name) for name in self.BAD)


def report(tallies: list[Tally], started: float) -> int:
    """Prints the table and the faults; returns the exit code: 1 when there was one."""
    columns = ("times", "stopped", *Tally.BAD)
    width = max(len(one.name) for one in tallies)
    print(f"\n{'tried':<{width}}", *(f"{name:>{len(name)}}" for name in columns), sep="  ")
    total = Tally("all")
    for one in [*tallies, total]:
        for name in columns if one is not total else ():
            setattr(total, name, getattr(total, name) + getattr(one, name))
        figures = (f"{getattr(one, name):>{len(name)}}" for name in columns)
        print(f"{one.name:<{width}}", *figures, sep="  ")
    for note in (note for one in tallies for note in one.notes):
        print(f"! {note}")
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if total.bad else 0


Run = Callable[..., tuple[int, str]]
"""Runs a command in a project to its end: run(project, "build") -> code, what it said."""


def run(project: Path, *words: str) -> tuple[int, str]:
    """Runs a command in a process of its own, as a person does."""
    done = handbill(project, *words)
    return done.returncode, done.stdout.decode("utf-8", "replace")


@dataclass
class Trial:
    """One command on one project, before it and as it is after it. seconds: how long it takes."""

    site: Site
    command: Tried
    before: Path
    old: Manifest
    new: Manifest
    seconds: float

    @property
    def words(self) -> list[str]:
        """The command as it is typed."""
        return self.command.words.format(material=self.site.material).split()

    def fresh(self, project: Path) -> Path:
        """Puts the state before the command into `project`."""
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(project)
        shutil.copytree(self.before, project, symlinks=True)
        return project

    def judge(
        self,
        project: Path,
        tally: Tally,
        note: str,
        *,
        done: bool = False,
        beside: Trial | None = None,
    ) -> None:
        """Counts what is lost and what is half. done: the command has said that all is made.
        beside: another that runs too."""
        now, makes = manifest(project), self.command.makes
        known = [self.old, self.new, *([beside.new] if beside else [])]
        changed = [
            path
            for path in set[str]().union(*known)
            if now.get(path) not in [one.get(path) for one in known]
        ]
        part = below(now, makes)
        if sources := [path for path in changed if path.split("/")[0] in SOURCES]:
            tally.count("lost", f"{note}: {sorted(sources)[:3]}")
        elif self.command.together and not part:
            tally.count("lost", f"{note}: {makes} is gone")
        elif changed:
            tally.count("half", f"{note}: {len(changed)} files, {sorted(changed)[:3]}")
        elif self.command.together and part not in (below(self.old, makes), below(self.new, makes)):
            tally.count("half", f"{note}: some files of {makes} are old, some new")
        elif done and part != below(self.new, makes):
            tally.count("half", f"{note}: says that it is done, and is not")

    def aftermath(self, project: Path, tally: Tally, note: str, run: Run = run) -> None:
        """Judges what a disturbed run has left, then runs the command on a spoilt file and on the
        mended one: the first must leave all as it is, the second make what is to be."""
        self.judge(project, tally, f"{note}, then")
        file = project / self.site.campaign / "campaign.yml"
        if file.is_file():
            kept = file.read_bytes()
            spoilt = kept + SPOILT.encode()
            file.write_bytes(spoilt)
            code, said = run(project, *self.words)
            if code != 1 or "Traceback" in said:
                tally.count("tracebacks", f"{note}, spoilt: ended with {code}: {said[-300:]}")
            if file.read_bytes() != spoilt:
                tally.count("lost", f"{note}, spoilt: the file that cannot be read was changed")
            file.write_bytes(kept)
            self.judge(project, tally, f"{note}, next run on a spoilt file")
        self.heal(project, tally, note, run)

    def heal(self, project: Path, tally: Tally, note: str, run: Run = run) -> None:
        """Runs the command undisturbed: the project must be what it is without any fault."""
        begun = time.monotonic()
        code, said = run(project, *self.words)
        self.seconds = time.monotonic() - begun  # a machine has more to do at times
        now = manifest(project)
        wrong = [
            path for path in now.keys() | self.new.keys() if now.get(path) != self.new.get(path)
        ]
        if code or [path for path in wrong if path in self.old or path in self.new]:
            tally.count("unhealed", f"{note}, next run: {code}, {sorted(wrong)[:3]} {said[-200:]}")
        elif wrong:
            tally.count("left", f"{note}, next run: {sorted(wrong)[:3]}")


@contextlib.contextmanager
def trials(site: Site, names: list[str]) -> Iterator[tuple[list[Trial], Path]]:
    """Prepares the commands of these names on a site: every output is there, then the sources are
    edited. Yields them with a folder for projects."""
    with tempfile.TemporaryDirectory(prefix="handbill-faults-") as temporary:
        folder = Path(temporary).resolve()
        base, project = folder / "base", folder / "project"
        site.make(base)
        made = [Trial(site, TRIED[name], base, {}, {}, 0) for name in names]
        all_well(base, ["translate", "en"])
        for one in made:
            all_well(base, one.words)
        site.edit_sources(base)
        old = manifest(base)
        for one in made:
            one.fresh(project)
            begun = time.monotonic()
            all_well(project, one.words)
            one.seconds = time.monotonic() - begun
            one.old, one.new = old, manifest(project)
            assert one.new != old, f"{one.command.name} has nothing to do"
        yield made, project


def all_well(project: Path, words: list[str]) -> None:
    """Runs a command that must succeed; ends the script when it does not."""
    code, said = run(project, *words)
    if code:
        sys.exit(f"{' '.join(words)} in {project} without any fault: {code}\n{said}")


def parser(text: str | None) -> argparse.ArgumentParser:
    """Makes the options that every script has."""
    made = argparse.ArgumentParser(
        description=text, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--on", choices=SITES, default="starter", help="the site")
    made.add_argument("--seed", type=int, default=1, help="of the random moments")
    made.add_argument("--only", nargs="+", choices=TRIED, default=None, metavar="COMMAND")
    return made
