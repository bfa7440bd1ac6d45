"""What a page may load, and what a server has to say with it: for pages, tests and the guide.

A page's own policy stands in its head, since most servers cannot be told. Who may show a page in a
frame cannot be said there: that, and the rest of HEADERS, is for the server.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

REFERRER = "no-referrer"
FRAMED = "/embed/"
"""Below the site or one of its languages: what other sites are meant to show in a frame."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""For every file."""
UNFRAMED = {"Content-Security-Policy": "frame-ancestors 'none'", "X-Frame-Options": "DENY"}
"""For every file but those below FRAMED. A browser obeys this policy and the page's own."""
SECURE = {"Strict-Transport-Security": "max-age=31536000"}
"""For a site that will have HTTPS for good. Other hosts of the domain are not ours to bind."""
FRESH = {"Cache-Control": "no-cache"}
"""A browser may keep a file, but asks whether it still holds: a sheet can be withdrawn."""
KEPT = {"Cache-Control": "max-age=31536000, immutable"}
"""For files whose names change with their contents: KEPT_BELOW."""
KEPT_BELOW = ("/pagefind/fragment/", "/pagefind/index/")
ADMIN_STYLES = "'unsafe-inline'"
"""The form editor, another's program, writes its styles into the page; no page for readers does."""


def digest(text: str) -> str:
    """Returns what a policy calls the text of an inline element: 'sha256-…'."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page_policy(
    styles: Iterable[str] = (), scripts: Iterable[str] = (), *, wasm: bool = False
) -> str:
    """Returns the content security policy of a page: things of this site, and inline elements.

    styles, scripts: the texts of the style and script elements in the page that it may use. wasm:
    whether it runs WebAssembly, as search does.
    """
    styled = " ".join(["'self'", *map(digest, styles)])
    scripted = " ".join(
        ["'self'", *map(digest, scripts), *(["'wasm-unsafe-eval'"] if wasm else [])]
    )
    return (
        f"default-src 'none'; style-src {styled}; script-src {scripted}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
    )


def admin_policy(hosts: Iterable[str]) -> str:
    """Returns the policy of the form editor's page. hosts: addresses that it speaks to."""
    connected = " ".join(["'self'", "blob:", "data:", *hosts])
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' {ADMIN_STYLES}; "
        "img-src 'self' blob: data:; font-src 'self' data:; worker-src 'self' blob:; "
        f"connect-src {connected}; form-action 'none'; base-uri 'none'"
    )
