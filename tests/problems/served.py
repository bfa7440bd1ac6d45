"""A site that runs on this computer, served as the guide asks, or wrong in one way.

`serving(site, fault)` answers for the files of a folder; `finish(site)` makes a small finished site there.
"""

from __future__ import annotations

import contextlib
import mimetypes
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from handbill.policy import FRAMED, FRESH, HEADERS, KEPT, KEPT_BELOW, UNFRAMED
from handbill.publish.placing import write_manifest

FILES = {
    "index.html": "<!doctype html><title>首页</title>",
    "404.html": "<!doctype html><title>没有这一页</title>",
    "p/a/index.html": "<!doctype html><title>甲</title>",
    "p/b/index.html": "<!doctype html><title>乙</title>",
    "p/c/index.html": "<!doctype html><title>丙</title>",
    "embed/help.html": "<!doctype html><title>求助</title>",
    "assets/site.css": "a{}",
    "assets/site.js": "0",
    "assets/mark.svg": "<svg/>",
    "assets/cut.woff2": "wOF2",
    "m/a/A4.pdf": "%PDF-",
    "m/a/a.docx": "PK",
    "m/a/text.txt": "先别急",
    "pagefind/index/zh_0123456.pf_index": "index",
}
TYPES = {
    ".woff2": "font/woff2",
    ".js": "text/javascript",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True)
class Answer:
    """What the server says to a path."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    def said(self, **headers: str | None) -> Answer:
        """The same with headers changed, or without those that are None."""
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        told = {**self.headers, **changed}
        return replace(self, headers={name: one for name, one in told.items() if one is not None})


Fault = Callable[[str, Answer], Answer]


def only(path: str, change: Callable[[Answer], Answer]) -> Fault:
    """A fault of one path."""
    return lambda asked, answer: change(answer) if asked == path else answer


def slowly(answer: Answer) -> Answer:
    time.sleep(3)
    return answer


LIST = b'<a href="site.css">site.css</a>'
FAULTS: dict[str, Fault] = {
    "E935": only("", lambda answer: replace(answer, status=503)),
    "E937": only("assets/site.css", lambda answer: replace(answer, status=403)),
    "E938": only("", lambda _: Answer(301, b"", {"Location": "http://127.0.0.2/"})),
    "E939": lambda _, answer: replace(answer, status=200),
    "W939": lambda _, answer: replace(answer, body=b"?") if answer.status == 404 else answer,
    "E940": only("p/b/", lambda answer: replace(answer, status=404)),
    "W941": lambda _, answer: answer.said(X_Frame_Options=None),
    "W942": only("embed/help.html", lambda answer: answer.said(X_Frame_Options="DENY")),
    "E943": only("assets/site.css", lambda answer: answer.said(Content_Type="text/plain")),
    "W943": only("m/a/a.docx", lambda answer: answer.said(Content_Type="application/zip")),
    "W944": only("m/a/text.txt", lambda answer: answer.said(Content_Type="text/plain")),
    "E945": only(".git/HEAD", lambda _: Answer(200, b"ref: refs/heads/main")),
    "W945": only("assets/", lambda answer: replace(answer, status=200, body=LIST)),
    "E946": only("p/b/", lambda answer: replace(answer, body=answer.body + b"<!-- old -->")),
    "loop": only("p/a/", lambda _: Answer(302, b"", {"Location": "./"})),
    "slow": only("p/a/", slowly),
}
"""Fault -> what it does to an answer, by the path below the site's address."""


def finish(site: Path) -> None:
    """Makes a small finished site."""
    for path, text in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode())
    write_manifest(site)


def right(site: Path, path: str) -> Answer:
    """What a server says that is set as the guide asks."""
    file = site / path
    if file.is_dir() and path and not path.endswith("/"):
        return Answer(301, b"", {"Location": f"{path.rpartition('/')[2]}/"})
    file = file / "index.html" if path.endswith("/") or not path else file
    there = file.is_file() and not path.startswith(".git")
    told = {**HEADERS, **({} if path.startswith(FRAMED[1:]) else UNFRAMED)}
    told |= KEPT if f"/{path}".startswith(KEPT_BELOW) else FRESH
    shown = file if there else site / "404.html"
    guessed = mimetypes.guess_type(shown.name)[0] or "application/octet-stream"
    sort = TYPES.get(shown.suffix, guessed)
    charset = "; charset=utf-8" if sort.startswith("text/") else ""
    return Answer(
        200 if there else 404, shown.read_bytes(), {**told, "Content-Type": sort + charset}
    )


@contextlib.contextmanager
def serving(site: Path, fault: str = "", below: str = "/") -> Iterator[str]:
    """Serves a site, and gives its address, which ends in `below`."""
    change = FAULTS.get(fault, lambda _, answer: answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16  # head and body in one piece: else each waits for the other

        def do_GET(self) -> None:
            path = self.path.removeprefix(below)
            answer = change(path, right(site, path))
            self.send_response(answer.status)
            for name, value in {**answer.headers, "Content-Length": len(answer.body)}.items():
                self.send_header(name, str(value))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
