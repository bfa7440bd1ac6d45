"""Keeps a preview open for twenty minutes while somebody edits, well and badly.

Use: .venv/bin/python tests/faults/preview.py [--minutes 20] [--on flagship] [--seed 1]

A good edit must be seen in the page, a bad one be said; in between the site is built, too, and must
stay whole. In the end the site, the sources and the folder of temporary files must be as they were,
and the preview must end at Ctrl+C.
"""

from __future__ import annotations

import contextlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import tried
from tried import SPOILT, Site, Tally

PATIENCE = 120.0
"""Seconds in which an edit must be seen."""


class Preview:
    """A running `handbill serve`."""

    def __init__(self, project: Path, temporary: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url, self.log = f"http://127.0.0.1:{port}/", project.with_name("serve.txt")
        words = ("serve", "-a", f"127.0.0.1:{port}")
        self.process = tried.start(project, *words, log=self.log, TMPDIR=str(temporary))

    def page(self, path: str) -> str:
        """Returns a page, or nothing while there is none: before the first build is done."""
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(self.url + path, timeout=5) as page,
        ):
            return str(page.read().decode())
        return ""

    def said(self) -> str:
        """Returns the log."""
        return self.log.read_text("utf-8", "replace")

    def until(self, true: Callable[[], object]) -> bool:
        """Waits until something is true, and returns whether it came to be."""
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end or self.process.poll() is not None:
                return False
            time.sleep(0.1)
        return True

    def end(self) -> int:
        """Stops it as a person does, and returns its exit code."""
        gently = sys.platform != "win32"
        self.process.send_signal(signal.SIGINT if gently else signal.SIGTERM)
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


@contextlib.contextmanager
def open_preview(project: Path, temporary: Path) -> Iterator[Preview]:
    """Opens a preview, and ends it however the block ends."""
    preview = Preview(project, temporary)
    try:
        yield preview
    finally:
        if preview.process.poll() is None:
            preview.process.kill()
            preview.process.wait()


def edit_well(preview: Preview, site: Site, file: Path, good: str, tally: Tally) -> None:
    """Changes a headline and waits until the page shows it."""
    shown = f"第{tally.times}次"
    text = good.replace(site.edit[0], f"headline: [{shown}, 先别交钱]", 1)
    _save(file, text, rename=tally.times % 2 == 0)
    if not preview.until(lambda: shown in preview.page(f"m/{site.material}/")):
        tally.count("half", f"edit {tally.times}: {shown} is not shown after {PATIENCE:.0f} s")


BAD = {
    "open bracket": SPOILT.encode(),
    "unknown field": b"\nno_such: 1\n",
    "GBK": b"\n# \xd6\xd0\n",
}
"""What is written to the end of a file."""
FAILED = ("上一次好的网页还在", "The last good pages stay")
"""What the preview says of each edit that it cannot show, in the language of the terminal."""


def edit_badly(preview: Preview, file: Path, good: str, tally: Tally, bad: str, page: str) -> None:
    """Spoils a file and waits until that is said; the page must still be there."""

    def failed() -> int:
        return sum(preview.said().count(words) for words in FAILED)

    count = failed()
    _save(file, good.encode() + BAD[bad])
    if not preview.until(lambda: failed() > count):
        tally.count("half", f"edit {tally.times}, {bad}: nothing is said")
    if f"第{tally.times}次" not in preview.page(page):
        tally.count("half", f"edit {tally.times}, {bad}: the last good page is gone")


def _save(file: Path, text: str | bytes, *, rename: bool = False) -> None:
    """Writes a file as editors do: in place, or aside and renamed."""
    target = file.with_name(f".{file.name}.swp") if rename else file
    target.write_bytes(text.encode() if isinstance(text, str) else text)
    if rename:
        target.replace(file)


def walk(
    site: Site, project: Path, tally: Tally, seconds: float, chance: random.Random, pause: float = 0
) -> None:
    """Edits for so long, at least three times, and counts what is amiss. pause: seconds of thought
    between two edits, at most."""
    file = project / site.campaign / site.file
    good, built, temporary = (
        file.read_text("utf-8"),
        tried.manifest(project),
        project.parent / "tmp",
    )
    temporary.mkdir()
    end, builds = time.monotonic() + seconds, 0
    with open_preview(project, temporary) as preview:
        if not preview.until(lambda: preview.page(f"m/{site.material}/")):
            tally.count("unhealed", f"no preview: {preview.said()[-300:]}")
        while tally.times < 3 or time.monotonic() < end:
            tally.times += 1
            edit_well(preview, site, file, good, tally)
            time.sleep(chance.uniform(0, pause))
            spoilt = chance.choice(list(BAD))
            edit_badly(preview, file, good, tally, spoilt, f"m/{site.material}/")
            time.sleep(chance.uniform(0, pause))
            if tally.times % 5 == 2:
                _save(file, good)
                code, said = tried.run(project, "build")
                builds += 1
                tally.stopped += code != 0
                if code or tried.below(tried.manifest(project), "site") != tried.below(
                    built, "site"
                ):
                    tally.count("half", f"build beside the preview: {code} {said[-300:]}")
            if preview.process.poll() is not None:
                tally.count("lost", f"the preview has ended: {preview.said()[-300:]}")
                break
        _save(file, good)
        if code := preview.end():
            tally.count("tracebacks", f"ended with {code} at Ctrl+C: {preview.said()[-300:]}")
        if "Traceback" in preview.said():
            tally.count("tracebacks", preview.said()[-600:])
    if tried.manifest(project) != built:
        tally.count("lost", "sources or site are not as they were")
    if left := sorted(path.name for path in temporary.iterdir()):
        tally.count("left", f"temporary files: {left[:3]}")
    print(f"{tally.times} good edits, {tally.times} bad, {builds} builds beside them")


def main() -> int:
    """Keeps the preview open, and prints the table."""
    parser = tried.parser(__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--pause", type=float, default=3, help="seconds between edits, at most")
    options = parser.parse_args()
    started, tally, site = time.monotonic(), Tally("preview"), tried.SITES[options.on]
    with tempfile.TemporaryDirectory(prefix="handbill-faults-") as folder:
        project = Path(folder).resolve() / "project"
        site.make(project)
        tried.all_well(project, ["build"])
        walk(site, project, tally, options.minutes * 60, random.Random(options.seed), options.pause)
    return tried.report([tally], started)


if __name__ == "__main__":
    sys.exit(main())
