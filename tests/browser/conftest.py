"""The built site on a local server, and a Chromium that may ask nobody else."""

from __future__ import annotations

import contextlib
import datetime
import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from handbill import road
from handbill.compose.artifacts import Page, Stream
from handbill.load.settings import read_settings

LANGUAGE = re.compile(r'<html lang="([^"]+)"')
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def printed() -> Callable[[str, str], bool]:
    """Whether a text stands in what was read from a PDF; spaces do not count.

    Chromium may embed a glyph without its character, which MuPDF before 2.0 reads as a null.
    """

    def stands(wanted: str, text: str) -> bool:
        letters = re.sub(r"\s", "", wanted)
        return bool(re.search("".join(f"(?:{re.escape(one)}|\0)" for one in letters), text))

    return stands


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Serve; a browser that hangs up is not worth a word."""
        with contextlib.suppress(ConnectionError):
            super().handle()


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    """With five, a page that asks for many files at once may be refused one on a busy machine."""


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a folder as long as the context lasts: its address, http://127.0.0.1:<port>/."""
    return _served


@pytest.fixture(scope="session")
def address(built: Path, served: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """Where the flagship is served."""
    with served(built) as found:
        yield found


@pytest.fixture(scope="session")
def samples(flagship: Path, built: Path) -> dict[tuple[str, str], str]:
    """One page of every template in every language: its path by template and language tag. Taken
    from the plan of the site, so that a new template is among them by itself."""
    checked = road.load_and_check(
        read_settings(flagship / "mkdocs.yml"), datetime.date(2026, 11, 24)
    )
    found: dict[tuple[str, str], str] = {}
    for artifact in road.plan(checked):
        if not isinstance(artifact.body, Page | Stream):
            continue
        body = artifact.body
        path = next(body.pages())[0] if isinstance(body, Stream) else artifact.path
        if not path.endswith((".md", ".html")):
            continue
        path = re.sub(r"(^|/)index\.(md|html)$", r"\1", path)
        path = path.removesuffix(".md") + "/" if path.endswith(".md") else path
        file = built / path / "index.html" if not path.endswith(".html") else built / path
        language = LANGUAGE.search(file.read_text("utf-8"))
        assert language, path
        # Pages of the guide that are made of the campaign are framed by the theme, as it is.
        of_guide = "guide of " if "guide/" in path else ""
        found.setdefault((of_guide + body.template, language[1]), path)
    assert len({language for _, language in found}) > 1
    return {**found, ("guide", "zh"): "guide/commands/", ("guide of fields", "zh"): "guide/edit/"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium; the test is skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api")
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=program,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def stray(address: str) -> Callable[[Any], list[str]]:
    """What is wrong with a request that failed: it was for somebody else, whom the browser does
    not find (--host-resolver-rules). What the site itself does not have is an error of the console.
    """

    def found(request: Any) -> list[str]:
        ours = request.url.startswith((address, "data:", "blob:"))
        return [] if ours else [f"request to {request.url}"]

    return found


@dataclass
class Tab:
    """A page of the browser and what happened in it.

    requests: addresses asked for, in order. faults: console errors, exceptions and requests that
    went to somebody else (nobody is found).
    """

    page: Any
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@pytest.fixture
def open_tab(
    chromium: Any, address: str, stray: Callable[[Any], list[str]]
) -> Callable[..., AbstractContextManager[Tab]]:
    """Opens a path of the site: with open_tab("help/", width=360) as tab. Further options are
    those of a browser context."""

    @contextlib.contextmanager
    def open_(path: str, width: int = 1280, height: int = 900, **options: Any) -> Iterator[Tab]:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale="zh-CN",
            reduced_motion="reduce",
            **options,
        )
        tab = Tab(context.new_page())

        context.on("request", lambda request: tab.requests.append(request.url))
        context.on("requestfailed", lambda request: tab.faults.extend(stray(request)))
        tab.page.on(
            "console",
            lambda said: (
                tab.faults.append(f"console: {said.text}") if said.type == "error" else None
            ),
        )
        tab.page.on("pageerror", lambda error: tab.faults.append(f"exception: {error}"))
        tab.page.goto(address + path)
        tab.page.wait_for_load_state("load")
        yield tab
        context.close()

    return open_
