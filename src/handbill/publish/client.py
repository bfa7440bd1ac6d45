"""A reader of one running site: asks that host alone, within bounds of time and size."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from handbill import __version__
from handbill.model.address import is_loopback

ONE, ALL = 10.0, 120.0
"""Seconds for one answer, and for all of them."""
HOPS = 5
"""Redirects that are followed, on the same host."""
PORTS = {"http": 80, "https": 443}


class Unanswered(Exception):
    """A site has given no answer. kind: `none` where nothing came, `away` for a redirect to another
    host, `loop` for one that does not end, `late` when the time for all is over."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind, self.reason = kind, reason


@dataclass(frozen=True)
class Answer:
    """An answer. url: the address that gave it, behind all redirects. body: as far as it was asked
    for. headers: by their names in small letters."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The content type without its parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Client:
    """Asks one host. url: the address of the site, whose host and port all answers come from."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._end = time.monotonic() + ALL
        self._home = urlsplit(url)
        self._connection: http.client.HTTPConnection | None = None
        self._key: tuple[str, int] | None = None

    @property
    def is_local(self) -> bool:
        """Whether the site is tried on this very computer."""
        return is_loopback(self._home.hostname or "")

    def get(self, path: str, most: int) -> Answer:
        """Returns the answer to a path below the site's address. most: bytes of the body. Raises
        Unanswered."""
        url, seen = urljoin(self.url, path), set()
        for _ in range(HOPS + 1):
            if url in seen:
                break
            seen.add(url)
            answer = self._ask(url, most)
            led = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or led is None:
                return answer
            try:
                url = urljoin(url, led).partition("#")[0]
                ours = self._is_ours(urlsplit(url))
            except ValueError:  # no address, or no port
                url, ours = led, False
            if not ours:
                raise Unanswered("away", url)
        raise Unanswered("loop", url)

    def close(self) -> None:
        """Lets go of the host."""
        if self._connection:
            self._connection.close()
        self._connection = self._key = None

    def _is_ours(self, there: SplitResult) -> bool:
        if there.hostname != self._home.hostname or there.scheme not in PORTS:
            return False
        ports = {self._home.port, *PORTS.values()} if self._plain() else {self._home.port}
        return (there.port or PORTS[there.scheme]) in ports or there.port == self._home.port

    def _plain(self) -> bool:
        """Whether the site's address names no port of its own: it may then change to HTTPS."""
        return self._home.port in (None, *PORTS.values())

    def _ask(self, url: str, most: int) -> Answer:
        left = self._end - time.monotonic()
        if left <= 0:
            raise Unanswered("late", url)
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        for again in (True, False):
            kept = self._connection is not None
            try:
                with self._within(parts, min(ONE, left)) as connection:
                    return self._answer(connection, url, target, most)
            except (OSError, http.client.HTTPException, ValueError) as error:
                self.close()
                if again and kept and not isinstance(error, TimeoutError):
                    continue  # a kept connection that the server has closed meanwhile
                raise Unanswered("none", _reason(error)) from None
        raise AssertionError("the second time ends the loop")

    def _answer(
        self, connection: http.client.HTTPConnection, url: str, target: str, most: int
    ) -> Answer:
        asked = {"User-Agent": f"handbill/{__version__}", "Accept-Encoding": "identity"}
        connection.request("GET", target, headers=asked)
        with connection.getresponse() as response:
            body = response.read(most)
            whole = response.isclosed() or response.length == 0
            headers: dict[str, str] = {}
            for name, value in response.getheaders():
                key = name.lower()
                headers[key] = f"{headers[key]}, {value}" if key in headers else value
        if not whole:
            self.close()
        return Answer(url, response.status, headers, body)

    @contextlib.contextmanager
    def _within(self, parts: SplitResult, seconds: float) -> Iterator[http.client.HTTPConnection]:
        """Holds a connection that is cut off after so long: a host may send a byte at a time."""
        connection = self._to(parts, seconds)
        late = threading.Event()

        def cut() -> None:
            late.set()
            if connection.sock:
                with contextlib.suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)

        watch = threading.Timer(seconds, cut)
        watch.daemon = True
        watch.start()
        try:
            yield connection
            if late.is_set():
                raise TimeoutError
        except (OSError, http.client.HTTPException):
            if late.is_set():
                raise TimeoutError from None
            raise
        finally:
            watch.cancel()

    def _to(self, parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        if self._connection is None or self._key != (parts.scheme + host, port):
            self.close()
            if parts.scheme == "https":
                context = ssl.create_default_context()
                self._connection = http.client.HTTPSConnection(
                    host, port, timeout=seconds, context=context
                )
            else:
                self._connection = http.client.HTTPConnection(host, port, timeout=seconds)
            self._key = (parts.scheme + host, port)
        return self._connection


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "time-out"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"TLS: {error.verify_message}"
    return str(error) or type(error).__name__
