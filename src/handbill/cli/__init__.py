"""The `handbill` command. Imports are made where they are needed: help and errors come at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from handbill import __version__
from handbill.cli import (
    checks,
    desk,
    editing,
    freshness,
    letters,
    places,
    press,
    publishing,
    reading,
    records,
    sheets,
    site,
    tracing,
    translation,
)
from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE, Parser, path
from handbill.cli.context import print_problems

__all__ = ["EXIT_OK", "EXIT_PROBLEMS", "EXIT_USAGE", "command_line", "main"]

GROUPS = (
    site,
    desk,
    publishing,
    checks,
    freshness,
    tracing,
    reading,
    records,
    places,
    editing,
    sheets,
    letters,
    press,
    translation,
)
"""Modules with commands, in the order of `handbill -h`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems found, 2 wrong usage."""
    _speak_utf8()
    parser = command_line()
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return EXIT_USAGE
    from handbill.problems import ProblemsFound

    try:
        result: int = options.run(options)
        sys.stdout.flush()
    except ProblemsFound as found:
        print_problems(found.problems, options)
        return EXIT_PROBLEMS
    except KeyboardInterrupt:
        print("已停止。 / Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has left; Python must not complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PROBLEMS
    except OSError as error:
        from handbill.problems.disk import disk_problem

        print_problems([disk_problem(error)], options)
        return EXIT_PROBLEMS
    return result


def _speak_utf8() -> None:
    """Windows consoles and pipes speak the local code page; our output is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def command_line() -> Parser:
    """Returns the parser, with every command and option. docs/guide/commands.md is tested against
    it."""
    parser = Parser(
        prog="handbill",
        description="把一份宣传活动（YAML）做成网站、可打印页面、印刷文件和资料包。 / "
        "Turns one campaign in YAML into a website, printable pages, PDFs and packs.",
    )
    parser.add_argument("--version", action="version", version=f"handbill {__version__}")
    other = Path("mkdocs.yaml")  # MkDocs takes either
    settings_file = (
        other if other.exists() and not Path("mkdocs.yml").exists() else Path("mkdocs.yml")
    )
    commands = parser.add_subparsers(title="命令 / commands", metavar="COMMAND")

    def command(
        name: str, text: str, run: Callable[[argparse.Namespace], int], site: bool = True
    ) -> Parser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        sub.choice("--lang", "zh en", "提示的语言 / language of messages")
        if site:
            sub.value(
                "-f --config-file",
                "FILE",
                "站点设置，默认 mkdocs.yml / site settings",
                type=path,
                default=settings_file,
            )
        return sub

    for group in GROUPS:
        group.register(command)
    return parser
