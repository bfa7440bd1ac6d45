"""No test, and no command that a test starts, reaches another computer."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

ELSEWHERE = "192.0.2.1"
"""An address that belongs to nobody (RFC 5737)."""


def test_this_process_connects_to_nobody() -> None:
    with socket.socket() as one, pytest.raises(AssertionError, match="network is shut"):
        one.connect((ELSEWHERE, 80))
    with pytest.raises(AssertionError, match="network is shut"):
        socket.getaddrinfo("handbill.example", 443)


def test_this_computer_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_nor_does_a_process_of_a_command(offline: dict[str, str]) -> None:
    code = f"import socket; socket.create_connection(({ELSEWHERE!r}, 80))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **offline},
        check=False,
    )
    assert done.returncode == 1 and "the network is shut" in done.stderr
