"""What the desk makes: one command of Handbill at a time, in a process of its own that can be stopped.

What it says and how it ends lie with the drafts, so that a page that is loaded anew, or a desk that was
closed and opened, still tells of it.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from handbill.desk.keeping import FOLDER, own_folder
from handbill.progress import TOLD, Far, how_far
from handbill.writing import write_whole

SHOWN = 12_000
"""Characters of what a job has said that a page shows, the last ones."""
_PATIENCE = 10.0
"""Seconds in which a job that is told to stop may put things in order."""


@dataclass(frozen=True)
class Job:
    """A job. what: its name in the words of the desk. where: what it makes lies there. state:
    `running`, `done`, `failed`, `stopped`, or `lost` when the desk was closed over it."""

    what: str
    where: str
    state: str


class Jobs:
    """The jobs of a site, one at a time. root: the folder of the site."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / FOLDER / "job"
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._job: Job | None = None
        atexit.register(self.stop)

    def start(self, what: str, where: str, arguments: Sequence[str]) -> bool:
        """Starts a command of Handbill; returns False while another one runs. Raises OSError."""
        with self._lock:
            if (now := self.latest()) and now.state == "running":
                return False
            own_folder(self._root)
            self._folder.mkdir(exist_ok=True)
            far = self._folder / "far.json"
            far.unlink(missing_ok=True)
            with (self._folder / "said.txt").open("wb") as said:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "handbill", *arguments],
                    cwd=self._root,
                    env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", TOLD: str(far)},
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            self._note(Job(what, where, "running"))
            return True

    def latest(self) -> Job | None:
        """Returns the last job as it stands; None when there was none."""
        with self._lock:
            job = self._job or self._noted()
            if job is None or job.state != "running":
                return job
            if self._process is None:
                return self._note(replace(job, state="lost"))
            code = self._process.poll()
            if code is None:
                return job
            return self._note(replace(job, state="failed" if code else "done"))

    def said(self) -> str:
        """Returns what the last job has said, the end of it."""
        try:
            text = (self._folder / "said.txt").read_text("utf-8", "replace")
        except OSError:
            return ""
        return text[-SHOWN:].replace("\r\n", "\n").strip()

    def far(self) -> Far | None:
        """Returns how far the job that runs is; None where none runs, or it has not said."""
        job = self.latest()
        running = job is not None and job.state == "running"
        return how_far(self._folder / "far.json") if running else None

    def stop(self) -> None:
        """Ends the job that runs, with what it has started. What was there before stays."""
        with self._lock:
            job, process = self.latest(), self._process
            if job is None or process is None or process.poll() is not None:
                return
            _end(process, hard=False)
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                pass
            finally:
                _end(process, hard=True)
                process.wait()
            self._note(replace(job, state="stopped"))

    def _noted(self) -> Job | None:
        try:
            told = json.loads((self._folder / "job.json").read_bytes())
            return Job(str(told["what"]), str(told["where"]), str(told["state"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _note(self, job: Job) -> Job:
        self._job = job
        write_whole(self._folder / "job.json", json.dumps(asdict(job)).encode(), flush=False)
        return job


def _end(process: subprocess.Popen[bytes], *, hard: bool) -> None:
    """Tells a process and those that it has started to end. Windows ends the first of them; the others
    end when they miss it."""
    if sys.platform == "win32":
        process.terminate()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL if hard else signal.SIGINT)
