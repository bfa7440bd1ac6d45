"""Requests of a preview, from this computer alone unless it is asked to listen elsewhere.

A name in Host that is not this computer's is refused: else a page of another site could have its name
point here and read the preview.
"""

from __future__ import annotations

import contextlib
import hashlib
import ipaddress
import json
import mimetypes
import os
import posixpath
import re
import socket
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote, urlsplit

from handbill.model.address import is_loopback
from handbill.problems import Problem, ProblemsFound
from handbill.publish.preview.injected import (
    HOME,
    SCRIPT,
    STYLES,
    own_file,
    script_version,
    with_script,
)
from handbill.publish.preview.session import Session

_NONE = "404.html"
"""The page of a site for what it has not."""
_BEAT = 15.0
"""Seconds after which a silent channel is written to, so that one whose page has gone ends."""
_LARGEST = 1_000_000
"""Bytes of a list of files that a page shows."""
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".xml": "text/xml",
    ".md": "text/plain",
}
"""Types that Windows may know otherwise, from its registry."""
_WAITING = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>预览 / preview</title>
<meta name="viewport" content="width=device-width"></head>
<body><p>正在生成网站，好了会自动打开。 / The site is being made; it opens by itself.</p></body></html>"""


class PreviewServer(ThreadingHTTPServer):
    """A server of one preview. address: host:port. mount: the path of the site, "/" mostly. Raises
    ProblemsFound (E714) for an address that cannot be opened."""

    daemon_threads = True
    request_queue_size = 128  # several windows that are loaded anew ask all at once
    allow_reuse_address = os.name != "nt"  # there it lets two programs have one port

    def __init__(self, address: str, session: Session, mount: str) -> None:
        self.session, self.mount = session, quote(unquote(mount))
        host, _, port = address.rpartition(":")
        self.host = host.strip("[]")
        if ":" in self.host:
            self.address_family = socket.AF_INET6
        try:
            super().__init__((self.host, int(port)), _Handler)
        except (OSError, OverflowError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ProblemsFound([Problem("E714", None, address=address, reason=reason)]) from None

    def server_bind(self) -> None:
        """Binds without asking who this computer is: a name server may take its time."""
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = self.host, self.server_address[1]

    @property
    def url(self) -> str:
        """Where the site is."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.server_port}{self.mount}"

    def takes(self, host: str | None) -> bool:
        """Tells whether a request for a host is for us."""
        if host is None:
            return False
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if is_loopback(name):
            return True
        if is_loopback(self.host):
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            own = {self.host, socket.gethostname(), f"{socket.gethostname()}.local"}
            return name in {one.lower() for one in own}
        return True

    @contextlib.contextmanager
    def answering(self) -> Iterator[None]:
        """Answers requests beside what is done meanwhile."""
        thread = threading.Thread(target=self.serve_forever, args=(0.2,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def log_message(self, *_: object) -> None:  # a preview is looked at, not its log
        return

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        if not self._taken():
            return
        told = self.headers.get("Content-Length", "")
        length = int(told) if re.fullmatch("[0-9]{1,9}", told) else 0
        paths = None
        if self.path == f"{HOME}state" and 0 < length <= _LARGEST:
            with contextlib.suppress(ValueError):
                paths = json.loads(self.rfile.read(length))
        if isinstance(paths, list):
            self._state(paths)
        else:
            self.close_connection = True
            self._send(HTTPStatus.NOT_FOUND)

    def _taken(self) -> bool:
        """Whether a request comes from a page of ours, or from no page."""
        host, origin = self.headers.get("Host"), self.headers.get("Origin")
        if self.server.takes(host) and origin in (None, "null", f"http://{host}"):
            return True
        self.close_connection = True
        said = "这个网址不是这台电脑的预览。 / This address is not the preview of this computer.\n"
        self._send(HTTPStatus.MISDIRECTED_REQUEST, said.encode(), "text/plain")
        return False

    def _answer(self) -> None:
        path, _, query = self.path.partition("?")
        if not self._taken():
            return
        if path == f"{HOME}events":
            self._events()
        elif path in (SCRIPT, STYLES):
            kept = _KEPT if path == SCRIPT and query == script_version() else None
            self._send(HTTPStatus.OK, own_file(path), _type_of(path), kept)
        elif path.startswith(HOME):
            self._send(HTTPStatus.NOT_FOUND)
        elif not path.startswith(self.server.mount):
            self._elsewhere(self.server.mount)
        else:
            self._file(path, unquote(path.removeprefix(self.server.mount)))

    def _file(self, path: str, inside: str) -> None:
        """A file of the site. inside: its path in it."""
        state, shown = self.server.session.state, self.server.session.shown
        if shown is None:
            page = with_script(_WAITING, "", state).encode()
            again = {"Retry-After": "1"}
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, page, _type_of(_NONE), again)
            return
        name, status = _name(inside), HTTPStatus.OK
        content = shown.get(name) if name else None
        if content is None and name and shown.get(f"{name}/index.html") is not None:
            self._elsewhere(f"{path}/")
            return
        if content is None:
            name, status = _NONE, HTTPStatus.NOT_FOUND
            content = shown.get(name) or b""
        if name.endswith(".html"):
            tag = hashlib.sha256(content).hexdigest()
            content = with_script(content.decode("utf-8", "replace"), tag, state).encode()
        self._send(status, content, _type_of(name))

    def _elsewhere(self, path: str) -> None:
        self._send(HTTPStatus.FOUND, more={"Location": path})

    def _events(self) -> None:
        """A channel that says each state of the site, and what is wrong, as they come."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        session, known = self.server.session, ("", "")
        try:
            self.wfile.write(b"retry: 700\n\n")
            while not session.ended:
                now = session.wait(known, _BEAT)
                if now == known:
                    self.wfile.write(b": \n\n")
                else:
                    known = now
                    data = json.dumps({"state": now[0], "fault": now[1]})
                    self.wfile.write(f"data: {data}\n\n".encode())
                self.wfile.flush()
        except OSError:  # the page has gone
            return

    def _state(self, paths: list[object]) -> None:
        """Says whether a page, the first of `paths`, and what it shows are as they were: a digest of
        each."""
        shown, mount = self.server.session.shown, self.server.mount
        names = [_name(unquote(one.removeprefix(mount))) for one in paths if isinstance(one, str)]
        page, files = "", hashlib.sha256()
        if shown and names:
            content = shown.get(names[0])
            if content is None:
                content = shown.get(_NONE) or b""
            page = hashlib.sha256(content).hexdigest()
            for name in names[1:]:
                files.update(f"{name} {shown.tag(name)}\n".encode())
        said = json.dumps({"page": page, "files": files.hexdigest()})
        self._send(HTTPStatus.OK, said.encode(), "application/json")

    def _send(
        self,
        status: HTTPStatus,
        content: bytes = b"",
        sort: str = "text/plain",
        more: dict[str, str] | None = None,
    ) -> None:
        text = sort.startswith("text/") or sort in ("application/json", "image/svg+xml")
        try:
            self.send_response(status)
            for name, value in {**_HEADERS, **(more or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", f"{sort}; charset=utf-8" if text else sort)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)
        except OSError:  # the browser has gone elsewhere
            self.close_connection = True


_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_KEPT = {"Cache-Control": "private, max-age=604800, immutable"}


def _name(inside: str) -> str:
    """The path of a file of the site; nothing for one that leads out of it."""
    if inside == "" or inside.endswith("/"):
        inside += "index.html"
    normal = posixpath.normpath(inside)
    outside = normal.startswith(("/", "..")) or "\\" in normal or ":" in normal or "\0" in normal
    return "" if outside else normal


def _type_of(name: str) -> str:
    suffix = posixpath.splitext(name)[1].lower()
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
