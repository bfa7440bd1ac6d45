"""Who may speak to the desk: this computer's browser, from the desk's own pages, with its key.

A page of any website can send requests to a port of this computer, and a name of its own can be made
to lead here (DNS rebinding). So each request must name our own host, a page must be our own, and a
cookie must hold the key, which only the address that `handbill desk` opens tells.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handbill.policy import HEADERS

LARGEST = 2_000_000
"""Bytes of a form."""
LARGEST_FILE = 60_000_000
"""Bytes of a picture or a table that is handed in."""
BODY = "handbill.body"
"""Where a handler finds the body of a request, in its scope: read whole, within the limit."""
KEY = "key"
"""Name of the key in the address that `handbill desk` opens."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
ANSWERED = {
    **HEADERS,
    # Without any referrer a browser calls the origin of a form "null"; nothing else is told of it.
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer says."""


class Guard:
    """Lets through to `app` what comes from the desk's own pages, each body read and measured.

    port: where the desk listens. key: what the cookie must hold. large: beginnings of paths that
    take files.
    """

    def __init__(self, app: ASGIApp, port: int, key: str, large: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self._cookie = f"handbill-desk-{port}"  # browsers keep one jar for all ports
        self._key = key
        self._large = tuple(large)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or hands it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no socket of any other sort is spoken
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = message["headers"]
                named = {name for name, _ in own}
                told = [(name.lower().encode(), text.encode()) for name, text in ANSWERED.items()]
                added = [one for one in told if one[0] not in named]
                message = {**message, "headers": [*own, *added]}
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            body = await self._body(scope, receive)
            if body is None:
                refusal = PlainTextResponse("413", 413)
            else:
                scope[BODY] = body
        await (refusal or self._app)(scope, receive, answer)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered instead of a page; None for a request that may pass."""
        headers, method = Headers(scope=scope), scope["method"]
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("403 host", 403)
        if method not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("405", 405)
        origin = headers.get("origin")
        if origin != f"http://{host}" and (origin is not None or method == "POST"):
            return PlainTextResponse("403 origin", 403)
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return PlainTextResponse("403 site", 403)
        asked = parse_qs(scope["query_string"].decode("latin-1")).get(KEY, [])
        if method == "GET" and scope["path"] == "/" and asked and self._fits(asked[0]):
            welcome = RedirectResponse("/", 303)
            welcome.set_cookie(self._cookie, self._key, httponly=True, samesite="strict", path="/")
            return welcome
        if not self._fits(self._held(headers.get("cookie", ""))):
            return PlainTextResponse(_NO_KEY, 403)
        return None

    def _held(self, cookies: str) -> str:
        """The key that a browser brings."""
        try:
            found = SimpleCookie(cookies).get(self._cookie)
        except CookieError:
            found = None
        return found.value if found else ""

    def _fits(self, key: str) -> bool:
        return secrets.compare_digest(key.encode(), self._key.encode())

    async def _body(self, scope: Scope, receive: Receive) -> bytes | None:
        """The body of a request; None when it is longer than it may be."""
        limit = LARGEST_FILE if scope["path"].startswith(self._large or ("\0",)) else LARGEST
        declared = Headers(scope=scope).get("content-length", "0")
        if not re.fullmatch("[0-9]{1,12}", declared) or int(declared) > limit:
            return None
        body, more = bytearray(), True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                break
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > limit:
                return None
        return bytes(body)


_NO_KEY = """\
403

请用 handbill desk 给出的网址打开。
Please open the address that handbill desk gives.
"""
