"""An address in its two forms: the one that machines read, and the one that people do.

Codes, feeds, site maps and links bear the URI (RFC 3986; hosts by IDNA 2008): a scanner that drops
what is not ASCII, as WeChat's does, still finds the page. Paper and pages show the readable form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import quote, unquote_to_bytes, urlsplit, urlunsplit

import idna

_KEPT = "!$&'()*+,;=:@/~-._"
"""What stands in a path as it is, beside letters and digits (RFC 3986)."""
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}")
_BEYOND_ASCII = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def uri(address: str) -> str:
    """Returns an address with nothing but ASCII: https://xn--…/%E5…; one that is a URI stays."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all, which its check has told
        return address
    if parts.scheme == "mailto":
        name, at, host = parts.path.rpartition("@")
        path = quote(name, safe=f"{_KEPT}%") + at + _host(host, _alabel)
    else:
        path = _quoted(parts.path)
    return urlunsplit(
        (
            parts.scheme,
            _host(parts.netloc, _alabel),
            path,
            _quoted(parts.query, "?"),
            _quoted(parts.fragment, "?"),
        )
    )


def readable(address: str) -> str:
    """Returns an address as people read it: https://防…/…. Signs that cannot be seen, or that part an
    address, stay percent-encoded."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    shown = (_BEYOND_ASCII.sub(_character, one) for one in parts[2:])
    if parts.scheme == "mailto":
        name, at, host = parts.path.rpartition("@")
        return urlunsplit((parts.scheme, "", name + at + _host(host, _ulabel), *parts[3:]))
    return urlunsplit((parts.scheme, _host(parts.netloc, _ulabel), *shown))


def _quoted(text: str, more: str = "") -> str:
    # A % that escapes nothing is one itself.
    parts = zip(_ESCAPED.split(text), [*_ESCAPED.findall(text), ""], strict=True)
    return "".join(quote(one, safe=_KEPT + more) + escaped for one, escaped in parts)


def _host(host: str, label: Callable[[str], str]) -> str:
    return ".".join(map(label, host.split(".")))


def _alabel(label: str) -> str:
    name, colon, port = label.partition(":")
    if name.isascii():
        return label
    try:
        return idna.alabel(name.lower()).decode() + colon + port
    except idna.IDNAError:
        return label


def _ulabel(label: str) -> str:
    name, colon, port = label.partition(":")
    if not name.lower().startswith("xn--"):
        return label
    try:
        return idna.ulabel(name) + colon + port
    except idna.IDNAError:
        return label


def _character(escaped: re.Match[str]) -> str:
    try:
        text = unquote_to_bytes(escaped[0]).decode()
    except UnicodeDecodeError:
        return escaped[0]
    unseen = any(unicodedata.category(one)[0] in "CZ" for one in text)
    return escaped[0] if unseen else text
