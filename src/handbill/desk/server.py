"""The desk's server: this computer alone, on a free port, until the window that started it closes."""

from __future__ import annotations

import contextlib
import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from handbill.desk.app import application
from handbill.desk.areas import AREAS
from handbill.desk.desk import Desk
from handbill.desk.guard import KEY, Guard

LOOPBACK = "127.0.0.1"
USUAL = 8765
"""Port that is tried first, so that a page somebody left open finds the desk again."""


def listening(port: int | None) -> socket.socket:
    """Returns a socket of this computer's alone: at this port, else at USUAL, else at a free one."""
    for one in (port, USUAL):
        with contextlib.suppress(OSError):
            if one is not None:
                return socket.create_server((LOOPBACK, one))
    return socket.create_server((LOOPBACK, 0))


def server_of(desk: Desk, port: int, key: str) -> uvicorn.Server:
    """Returns a server of a desk, which is not yet running."""
    large = [path for area in AREAS for path in area.large]
    app = Guard(application(desk, AREAS), port, key, large)
    config = uvicorn.Config(
        app,
        log_level="error",
        server_header=False,
        date_header=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def run(
    config: Path, language: str, port: int | None, browser: bool, say: Callable[[str], None]
) -> None:
    """Serves a desk until it is stopped. port: taken if it is free. say: is told the address to open."""
    taken = listening(port)
    number, key = taken.getsockname()[1], secrets.token_urlsafe(24)
    address = f"http://{LOOPBACK}:{number}/?{KEY}={key}"
    say(address)
    if browser:
        webbrowser.open(address)
    with taken:
        server_of(Desk(config, language), number, key).run(sockets=[taken])
