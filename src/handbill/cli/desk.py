"""The command that opens the desk: forms and a preview in the browser."""

from __future__ import annotations

import argparse
import re

from handbill.cli.arguments import EXIT_OK, Command
from handbill.cli.context import language_of


def register(command: Command) -> None:
    """Add this command to the parser."""
    desk = command(
        "desk",
        "在浏览器里填表、看样子、改问题，不用写文件 / forms, a preview and problems in the browser",
        _desk,
    )
    desk.value(
        "--port", "PORT", "端口，有别的程序在用就另找 / port; another where it is taken", type=_port
    )
    desk.flag("--no-browser", "不打开浏览器，只说网址 / open no browser, tell the address")


def _port(text: str) -> int:
    """Reads a port of the command line."""
    number = int(text) if re.fullmatch("[0-9]{1,5}", text) else 0
    if not 1024 <= number <= 65535:
        raise argparse.ArgumentTypeError(
            f"端口是 1024 到 65535 的数，不能是“{text}” / a port is a number from 1024 to 65535"
        )
    return number


def _desk(options: argparse.Namespace) -> int:
    from handbill.desk.server import run

    def say(address: str) -> None:
        print(f"{address}\n（Ctrl+C 停止 / to stop）", flush=True)

    run(options.config_file, language_of(options.lang), options.port, not options.no_browser, say)
    return EXIT_OK
