"""The preview's script on its way into a page, and the page's policy as far as that needs it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from html import escape, unescape
from pathlib import Path

HOME = "/.handbill/"
"""Below which the server answers for itself. No file of a site begins with a full stop."""
SCRIPT = f"{HOME}preview.js"
STYLES = f"{HOME}preview.css"

_POLICY = re.compile(
    r"(<meta\s+http-equiv=[\"']?Content-Security-Policy[\"']?\s+content=)(\"[^\"]*\"|'[^']*')",
    re.IGNORECASE,
)
_NEEDED = ("script-src", "style-src", "connect-src")


def own_file(path: str) -> bytes:
    """Returns a file that the server answers with itself. path: SCRIPT or STYLES."""
    return (Path(__file__).parent / path.removeprefix(HOME)).read_bytes()


@cache
def script_version() -> str:
    """Returns what is behind the script's address: browsers keep the script as long as it is the same,
    so that a page that is loaded anew just as the server goes away finds it when it comes back."""
    return hashlib.sha256(own_file(SCRIPT)).hexdigest()[:12]


def with_script(html: str, tag: str, state: str) -> str:
    """Returns a page that tells of changes. tag: of the page as it is; state: of the site."""
    html = _POLICY.sub(lambda match: f'{match[1]}"{_relaxed(unescape(match[2][1:-1]))}"', html)
    script = (
        f'<script src="{SCRIPT}?{script_version()}" data-page="{escape(tag)}"'
        f' data-state="{escape(state)}" defer></script>'
    )
    at = html.rfind("</body>")
    return f"{html}{script}" if at < 0 else f"{html[:at]}{script}{html[at:]}"


def _relaxed(policy: str) -> str:
    """A policy that lets a page load script and styles of its own server, and ask it."""
    directives = dict[str, list[str]]()
    for part in policy.split(";"):
        if words := part.split():
            directives.setdefault(words[0].lower(), words[1:])
    for name in _NEEDED:
        allowed = directives.get(name, directives.get("default-src"))
        if allowed is not None and "'self'" not in allowed and "*" not in allowed:
            directives[name] = ["'self'", *(one for one in allowed if one != "'none'")]
    written = "; ".join(" ".join([name, *words]) for name, words in directives.items())
    return escape(written, quote=False).replace('"', "&quot;")
