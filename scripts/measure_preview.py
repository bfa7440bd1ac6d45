"""The preview's side of the benches: how long until an edit of the flagship is seen.

A client has the channel of the preview open, as a page in a browser has; when it is told of a change it
asks for the page anew. Seconds by the clock from the save until the page holds the new words.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from result import Result

EDITS = 10
PROMISE = 1.5
"""Seconds in which an edit is to be seen."""
REST = 0.5
"""Seconds without work of the preview after which the next edit comes."""
CAMPAIGN = "campaigns/anti-pyramid-selling"
EDITED = (
    ("communities/", f"{CAMPAIGN}/communities.yml", r"^message: .*$", "message: {}"),
    (
        "m/communities-poster/",
        f"{CAMPAIGN}/communities.yml",
        r"^    sentence: .*$",
        "    sentence: {}",
    ),
    ("guide/", "docs/guide/index.md", r"^# .*$", "# 编辑指南\n\n{}"),
)
"""Page, file, the line that is edited, and what stands in its place."""


@contextlib.contextmanager
def _preview(site: Path) -> Iterator[tuple[int, Callable[[], float]]]:
    """A running preview: its port, and the CPU seconds that it has taken."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "handbill", "serve", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(words, cwd=site, stderr=subprocess.DEVNULL)

    def spent() -> float:
        file = Path(f"/proc/{process.pid}/stat")
        if not file.is_file():
            return float("nan")  # only Linux says
        numbers = file.read_text().rpartition(")")[2].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")

    try:
        yield port, spent
    finally:
        process.terminate()
        process.wait()


def _asked(port: int, path: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    return connection.getresponse()


def _page(port: int, path: str) -> str:
    with contextlib.suppress(OSError), _asked(port, path) as answer:
        return answer.read().decode() if answer.status == http.HTTPStatus.OK else ""
    return ""


def bench_preview(site: Path, edits: int = EDITS) -> list[Result]:
    """Edits a sentence so many times for each sort of page, against what is promised."""
    results = []
    with _preview(site) as (port, spent):
        while not _page(port, "/"):
            time.sleep(0.2)
        for page, name, line, written in EDITED:
            file, cpu = site / name, list[float]()
            good = file.read_text("utf-8")
            result = Result(f"preview-{page.strip('/')}", "", limit=1.0)
            for number in range(edits):
                _until_idle(spent)
                words = f"先问一问，第{number}次也不急。"
                text = re.sub(line, written.format(words), good, count=1, flags=re.MULTILINE)
                began = spent()
                with _asked(port, "/.handbill/events") as channel:
                    channel.readline()
                    start = time.perf_counter()
                    file.write_text(text, "utf-8", newline="")
                    while words not in _page(port, f"/{page}"):
                        _until_told(channel)
                    result.ours.append(time.perf_counter() - start)
                result.other.append(PROMISE)
                cpu.append(spent() - began)
            file.write_text(good, "utf-8", newline="")
            result.what = (
                f"an edit is seen at /{page}, by the clock, {statistics.median(cpu):.2f} CPU s, "
                "against what is promised"
            )
            results.append(result)
    return results


def _until_idle(spent: Callable[[], float]) -> None:
    """Waits until sheets are drawn in the background, and all else is done."""
    before = -1.0
    while spent() - before > REST / 5:  # looking at the disk takes its part
        before = spent()
        time.sleep(REST)


def _until_told(channel: http.client.HTTPResponse) -> None:
    """Waits for the next word of the channel: a state of the site without a fault."""
    for said in iter(channel.readline, b""):
        if said.startswith(b"data: "):
            fault = json.loads(said.removeprefix(b"data: "))["fault"]
            if fault:
                raise SystemExit(re.sub("<[^>]*>", " ", fault))
            return
