"""Shuts the network: a process that has this folder on its path reaches no other computer.

Python imports it by itself at the start of a process; conftest imports it for the process of the tests.
"""

from __future__ import annotations

import ipaddress
import sys

_CALLS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}
"""Events of the interpreter -> which of their arguments is the address."""


def _is_here(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback  # type: ignore[arg-type]
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _CALLS:
        address = arguments[_CALLS[event]]
        host = address[0] if isinstance(address, tuple) else address
        if event in ("socket.connect", "socket.sendto") and not isinstance(address, tuple):
            return  # a socket that is a file
        if not _is_here(host):
            raise AssertionError(f"the network is shut in tests: {event} {address!r}")


sys.addaudithook(_watch)
