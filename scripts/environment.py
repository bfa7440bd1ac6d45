"""The environment that the project's commands run in: `.venv`, with what the lock names.

Needs nothing but the standard library. `prepare` makes the environment when it is not there,
mends it when it is broken, and returns at once when it is as the lock wants it: a stamp inside
`.venv` says what was installed, for which project folder and by which Python.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO, TypedDict, cast

from trouble import Trouble, diagnose, may_write

ROOT = Path(__file__).resolve().parent.parent
BUILD = "requirements.lock"
TEST = "requirements-test.lock"
BENCH = "requirements-bench.lock"
"""The locks, by what they are for. The others hold all that BUILD holds, and agree together."""
NEEDED_MB = {BUILD: 700, TEST: 1200, BENCH: 800}
"""Free disk, in MB, that a first installation takes with its downloads (measured, rounded up)."""
FULL_MB = 50
"""Free disk, in MB, below which a failure without a reason is put down to a full disk."""

# Settings of pip and uv by which a person reaches a mirror, a proxy or a cache. All others
# (a target folder, a dry run, further requirements) could change what is installed, and where.
KEPT_SETTINGS = re.compile(
    r"""(PIP|UV)_( INDEX_URL | EXTRA_INDEX_URL | DEFAULT_INDEX | INDEX | NO_INDEX | FIND_LINKS
    | PROXY | CERT | CLIENT_CERT | TRUSTED_HOST | INSECURE_HOST | NATIVE_TLS | SYSTEM_CERTS
    | DEFAULT_TIMEOUT | TIMEOUT | HTTP_TIMEOUT | RETRIES | HTTP_RETRIES | CACHE_DIR | NO_CACHE
    | KEYRING_PROVIDER | CONFIG_FILE | OFFLINE | PYTHON_INSTALL_DIR | LINK_MODE )$""",
    re.VERBOSE,
)


class Stamp(TypedDict):
    """What `.venv` holds. Paths are absolute; `base` is the Python it was made with."""

    root: str
    base: str
    base_changed: list[int]
    project: str
    locks: dict[str, str]
    packages: list[str]


class Environment:
    """The virtual environment of one project folder."""

    def __init__(self, root: Path = ROOT) -> None:
        """`root`: the project's folder, with the locks and pyproject.toml."""
        self.root = root
        self.folder = root / ".venv"
        windows = os.name == "nt"
        self.programs = self.folder / ("Scripts" if windows else "bin")
        self.python = self.programs / ("python.exe" if windows else "python")
        self.stamp_file = self.folder / "handbill-environment.json"

    # What is there

    def stamp(self) -> Stamp | None:
        """The stamp, or None when there is none that can be read."""
        try:
            read = json.loads(self.stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        whole = isinstance(read, dict) and set(Stamp.__annotations__) <= set(read)
        return cast("Stamp", read) if whole else None

    def is_sound(self, stamp: Stamp | None) -> bool:
        """Whether the environment still runs, where it is, on the Python it was made with."""
        return (
            stamp is not None
            and stamp["root"] == str(self.root)
            and self.python.exists()
            and stamp["base_changed"] == _changed(Path(stamp["base"]))
        )

    def is_ready(self, lock: str) -> bool:
        """Whether what the lock names is installed, and the project as pyproject.toml is now."""
        stamp = self.stamp()
        return (
            stamp is not None
            and self.is_sound(stamp)
            and stamp["locks"].get(lock) == _hash(self.root / lock)
            and stamp["project"] == _hash(self.root / "pyproject.toml")
        )

    # Making it

    def prepare(self, lock: str) -> str:
        """Makes the environment ready for the lock; returns the path of its Python.

        Raises:
            Trouble: it could not be made, with the reason.
        """
        if self.is_ready(lock):
            return str(self.python)
        if not (self.root / lock).is_file():
            raise Trouble("lock_missing", path=self.root / lock)
        if not may_write(self.root):
            raise Trouble("folder_read_only", path=self.root)
        with _only_one(self.root / lock):
            if not self.is_ready(lock):  # another run may have made it meanwhile
                try:
                    self._make(lock)
                except OSError as error:  # most likely a disk that has just become full
                    free = _free_mb(self.root)
                    raise self._failure(str(error), lock, free=free) from error
        return str(self.python)

    def _make(self, lock: str) -> None:
        began = time.monotonic()
        stamp = self.stamp()
        if not self.is_sound(stamp) and not self._still_runs():
            stamp = None
            self._create(lock)
        installed = set(stamp["packages"]) if stamp else set()
        wanted = _names(self.root / lock)
        self._forget_stamp()
        uv = find_uv()
        say(
            "安装 {count} 个软件包（{tool}）… / installing {count} packages with {tool}",
            count=len(wanted),
            tool="uv" if uv else "pip",
        )
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock]
        self._install(uv, lock, *options)
        # The project itself, in place: its entry points are what MkDocs finds the plugin by.
        self._install(uv, lock, "--no-deps", "--no-build-isolation", "--editable", ".")
        locks = self._locks_now_held(stamp, lock)
        kept = set().union(*(_names(self.root / name) for name in locks))
        dropped = sorted(installed - kept)
        if dropped:
            self._uninstall(uv, dropped)
        self._write_stamp(locks, kept)
        say(
            "环境就绪，用时 {seconds:.0f} 秒。/ the environment is ready, in {seconds:.0f} s.",
            seconds=time.monotonic() - began,
        )

    def _locks_now_held(self, stamp: Stamp | None, lock: str) -> dict[str, str]:
        before = stamp["locks"] if stamp else {}
        names = [name for name in before if before[name] == _hash(self.root / name)]
        return {name: _hash(self.root / name) for name in {*names, lock, BUILD}}

    def _still_runs(self) -> bool:
        """Whether a Python new enough starts in `.venv`, with pip or with uv to install by."""
        module = "sys" if find_uv() else "pip"
        test = f"import sys, {module}; raise SystemExit(sys.version_info < (3, 11))"
        stamp = self.stamp()
        if not self.python.exists() or (stamp and stamp["root"] != str(self.root)):
            return False
        return _quietly([str(self.python), "-c", test]).returncode == 0

    def _create(self, lock: str) -> None:
        _remove(self.folder)
        free, needed = _free_mb(self.root), NEEDED_MB[lock]
        if free < needed:
            raise Trouble("disk_full", path=self.root, free=free, needed=needed)
        say("建立虚拟环境 / making the virtual environment: {folder}", folder=self.folder)
        uv = find_uv()
        if uv:
            made = _quietly([uv, "venv", "--quiet", "--python", sys.executable, str(self.folder)])
            if made.returncode == 0:
                return
            _remove(self.folder)
        made = _quietly([sys.executable, "-m", "venv", str(self.folder)])
        if made.returncode == 0:
            return
        free = _free_mb(self.root)
        _remove(self.folder)
        if re.search(r"ensurepip is not available|No module named '?(venv|ensurepip)", made.stdout):
            raise Trouble("venv_missing")
        raise self._failure(made.stdout, lock, free=free)

    def _install(self, uv: str | None, lock: str, *options: str) -> None:
        done = _quietly([*self._installer(uv, "install"), *options], self.root)
        if not done.returncode:
            return
        trouble = self._failure(done.stdout, lock, free=_free_mb(self.root))
        if trouble.code != "install_failed" or not uv or not self._has_pip():
            raise trouble
        # No fault of the network or the disk: uv may be old, or set up in its own way.
        say("uv 没有装成，改用 pip… / uv could not do it, trying pip")
        self._install(None, lock, *options)

    def _uninstall(self, uv: str | None, names: Sequence[str]) -> None:
        sure = [] if uv else ["--yes"]
        _quietly([*self._installer(uv, "uninstall"), *sure, *names], self.root)

    def _installer(self, uv: str | None, verb: str) -> list[str]:
        """The command up to its options. `verb`: install or uninstall."""
        if uv:
            return [uv, "pip", verb, "--python", str(self.python)]
        return [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", verb]

    def _has_pip(self) -> bool:
        """Whether pip is in the environment, put there if need be (uv leaves it out)."""
        return any(
            _quietly([str(self.python), "-m", *words]).returncode == 0
            for words in (["pip", "--version"], ["ensurepip"])
        )

    def _failure(self, output: str, lock: str, *, free: int) -> Trouble:
        """What went wrong. `free`: MB that the disk had left at that moment."""
        details: dict[str, object] = {
            "path": self.folder,
            "lock": lock,
            "free": free,
            "needed": NEEDED_MB[lock],
            "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
        }
        trouble = diagnose(output, **details)
        if trouble.code == "install_failed" and free < FULL_MB:
            return Trouble("disk_full", output=output, **details)
        return trouble

    def _forget_stamp(self) -> None:
        with contextlib.suppress(OSError):
            self.stamp_file.unlink()

    def _write_stamp(self, locks: dict[str, str], packages: set[str]) -> None:
        asked = _quietly([str(self.python), "-c", "import sys; print(sys._base_executable)"])
        base = asked.stdout.strip()
        stamp: Stamp = {
            "root": str(self.root),
            "base": base,
            "base_changed": _changed(Path(base)),
            "project": _hash(self.root / "pyproject.toml"),
            "locks": locks,
            "packages": sorted(packages),
        }
        unfinished = self.stamp_file.with_suffix(".new")
        unfinished.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
        unfinished.replace(self.stamp_file)


def prepare(lock: str) -> str:
    """Makes this project's environment ready; returns the path of its Python."""
    return Environment().prepare(lock)


def find_uv() -> str | None:
    """The uv on PATH, or None. HANDBILL_NO_UV=1 leaves it aside."""
    return None if os.environ.get("HANDBILL_NO_UV") else shutil.which("uv")


# Running programs


def call(command: Sequence[str], folder: Path = ROOT) -> int:
    """Runs a program in the project's folder, with its output shown; returns its exit code."""
    sys.stdout.flush()
    program = subprocess.Popen(list(command), cwd=folder, env=clean_settings())
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:  # the program gets it too, and says goodbye itself
            continue


def clean_settings() -> dict[str, str]:
    """The person's environment variables, without those that lead Python or pip astray."""
    programs = str(Environment().programs)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(("PIP_", "UV_", "PYTHON"))
        or KEPT_SETTINGS.match(name.upper())
    }
    kept["PATH"] = os.pathsep.join(filter(None, [programs, os.environ.get("PATH", os.defpath)]))
    kept["VIRTUAL_ENV"] = str(Environment().folder)
    kept["PYTHONUTF8"] = "1"
    kept["PYTHONNOUSERSITE"] = "1"
    kept["PIP_USER"] = "0"
    return kept


def guarded(main: Callable[[], int]) -> int:
    """Runs a script's main: trouble is said in plain words, and the exit code is then 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        return main()
    except Trouble as trouble:
        say(str(trouble).replace("{", "{{").replace("}", "}}"), to=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def say(text: str, *, to: TextIO | None = None, **values: object) -> None:
    """Prints a line at once, so that it stands before what the programs called print."""
    print(text.format(**values), file=to or sys.stdout, flush=True)


def _quietly(command: Sequence[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs a program and keeps both its streams in `stdout`."""
    return subprocess.run(
        list(command),
        cwd=folder,
        env=clean_settings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


# Files


@contextlib.contextmanager
def _only_one(file: Path) -> Iterator[None]:
    """Holds a lock on the file, so that two commands started together do not both install."""
    with file.open("rb") as handle:
        with contextlib.suppress(OSError):  # some network drives know no locks
            if sys.platform == "win32":
                import msvcrt

                handle.seek(1 << 30)  # beyond the end: the file itself stays readable
                msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _names(lock: Path) -> set[str]:
    """Names of the packages pinned in a lock."""
    return set(re.findall(r"^([a-z0-9][\w.-]*)==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def _hash(file: Path) -> str:
    """sha256 of a text file, the same whichever line ends a checkout gave it; "" without file."""
    try:
        content = file.read_bytes()
    except OSError:
        return ""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _changed(file: Path) -> list[int]:
    """Size and time of a program, by which a replaced one is noticed; empty when it is gone."""
    try:
        found = file.stat()
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]


def _free_mb(folder: Path) -> int:
    return shutil.disk_usage(folder).free // 1_000_000


def _remove(folder: Path) -> None:
    """Removes a folder, a file or a link, whichever stands there.

    Raises:
        Trouble: something in it is in use or protected.
    """
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise Trouble("in_use", path=folder) from error
