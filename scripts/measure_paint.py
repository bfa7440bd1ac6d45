"""The largest contentful paint of our pages on a slow phone, against a stock Material for MkDocs.

Both sites hold the same words and pictures and are served compressed by the same server; their pages
are opened in turn, each in a browser context of its own, so with an empty cache.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import importlib.util
import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flagship import copied
from result import Result
from stock_site import build_stock

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LIMIT = 0.8
CPU_SLOWDOWN = 4
BYTES_A_SECOND = 1_600_000 / 8
LATENCY_MS = 150
SCREEN = {"width": 360, "height": 640}
WATCH = """window.paint = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.paint = entry.startTime;
}).observe({type: "largest-contentful-paint", buffered: true});"""


class _Compressed(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a web server does: text compressed, connections kept open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, or 404."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        content = _content(file)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if _is_text(file):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Serve; a browser that hangs up is not worth a word."""
        with contextlib.suppress(ConnectionError):
            super().handle()


def _is_text(file: Path) -> bool:
    return file.suffix in {".html", ".css", ".js", ".svg", ".json", ".xml"}


@functools.cache
def _content(file: Path) -> bytes:
    """A file as it is sent; compressed once, so that the server's work is not measured."""
    content = file.read_bytes()
    return gzip.compress(content, 9) if _is_text(file) else content


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where `folder` is served while the block runs: http://127.0.0.1:<port>/."""
    handler = functools.partial(_Compressed, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def paint(browser: Browser, address: str) -> float:
    """Seconds until the largest thing on the first screen is painted."""
    context = browser.new_context(
        viewport=SCREEN,  # type: ignore[arg-type]
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        locale="zh-CN",
    )
    try:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MS,
                "downloadThroughput": BYTES_A_SECOND,
                "uploadThroughput": BYTES_A_SECOND,
            },
        )
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
        page.add_init_script(WATCH)
        page.goto(address, wait_until="load", timeout=60_000)
        page.wait_for_timeout(700)
        found = float(page.evaluate("window.paint")) / 1000
        if not found:
            raise RuntimeError(f"nothing was painted: {address}")
        return found
    finally:
        context.close()


def build_ours(folder: Path) -> Path:
    """The flagship, built from a copy below `folder`; drawings that are there already are used."""
    site = copied(folder)
    drawn = ROOT / "build" / "cache"
    if drawn.is_dir():
        shutil.copytree(drawn, site / "build" / "cache")
    subprocess.run(
        [sys.executable, "-m", "handbill", "build"],
        check=True,
        cwd=site,
        capture_output=True,
        env=dict(os.environ),
    )
    return site / "site"


def page_paths(site: Path) -> dict[str, str]:
    """The pages that are measured: path below the site by name."""
    cases = sorted(file.parent.name for file in site.glob("cases/*/index.html"))
    local = sorted(file.parent.name for file in site.glob("p/*/index.html"))
    return {
        "home": "",
        "case": f"cases/{cases[0]}/",
        "audience": "communities/",
        "help": "help/1/",
        **({"local": f"p/{local[0]}/"} if local else {}),
    }


def bench_paint(rounds: int) -> list[Result]:
    """Largest contentful paint of five pages, at a quarter of this machine's speed, 1.6 Mbit/s and
    150 ms, on a screen of 360 × 640."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None or importlib.util.find_spec("playwright") is None:
        print("paint: Chromium or Playwright is not installed, not measured", file=sys.stderr)
        return []
    from playwright.sync_api import sync_playwright

    results = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        site = build_ours(folder)
        stock = build_stock(site, folder / "stock")
        browser = driver.chromium.launch(
            executable_path=program,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        with served(site) as ours, served(stock) as other:
            for title, path in page_paths(site).items():
                result = Result(
                    f"paint-{title}",
                    f"/{path}, largest contentful paint on a slow "
                    "phone, against stock Material with the same words",
                    limit=LIMIT,
                )
                paint(browser, ours + path)  # both files once, so that no disk is measured
                paint(browser, other + path)
                for _ in range(max(5, rounds // 5)):
                    result.ours.append(paint(browser, ours + path))
                    result.other.append(paint(browser, other + path))
                results.append(result)
        browser.close()
    return results
