"""A desk that serves in this process, for tests that ask and for tests that look."""

from __future__ import annotations

import contextlib
import datetime
import http.client
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from handbill.desk.desk import Desk
from handbill.desk.guard import KEY
from handbill.desk.server import listening, server_of

TODAY = datetime.date(2026, 11, 30)


@dataclass
class Open:
    """A desk that is open. address: what a browser opens, with the key."""

    desk: Desk
    port: int
    key: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def first(self) -> str:
        return f"{self.address}?{KEY}={self.key}"

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of an answer; headers replace those of the desk's own page."""
        own = {
            "Host": f"127.0.0.1:{self.port}",
            "Origin": self.address[:-1],
            "Cookie": f"handbill-desk-{self.port}={self.key}",
        }
        sent = {name: value for name, value in {**own, **(headers or {})}.items() if value}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, text

    def send(self, path: str, **form: str) -> tuple[int, dict[str, str], str]:
        """Sends a form; "__" in a name stands for ":"."""
        pairs = {name.replace("__", ":"): value for name, value in form.items()}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, headers, urlencode(pairs).encode())


@contextlib.contextmanager
def silent_page(chromium: Any, patience: int) -> Iterator[Any]:
    """A page that may ask the desk alone, and whose console stays silent. patience: in ms."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    one = context.new_page()
    one.set_default_timeout(patience)
    faults: list[str] = []
    one.on("pageerror", lambda error: faults.append(str(error)))
    one.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "blob:"))
            else faults.append(request.url)
        ),
    )
    yield one
    assert faults == []
    context.close()


@contextlib.contextmanager
def open_desk(folder: Path, language: str = "zh", port: int | None = None) -> Iterator[Open]:
    """Opens a desk on a folder; it closes when the context ends, as if it were killed."""
    with listening(port or 0) as taken:
        number, key = taken.getsockname()[1], "a-key-for-tests"
        desk = Desk(folder / "mkdocs.yml", language, TODAY)
        server = server_of(desk, number, key)
        thread = threading.Thread(target=server.run, args=([taken],), daemon=True)
        thread.start()
        try:
            yield Open(desk, number, key)
        finally:
            server.should_exit = server.force_exit = True
            thread.join(10)
