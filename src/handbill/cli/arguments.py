"""What the command line takes: days, lengths, scales, and a parser that speaks two languages."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, Protocol

from handbill.model.days import FIRST_DAY, LAST_DAY, is_near

EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2


def day(text: str) -> datetime.date:
    """Reads a day of the command line."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"日期要写成 2026-11-24 这样，不能是“{text}” / a day is written 2026-11-24"
        ) from None
    if not is_near(day):
        raise argparse.ArgumentTypeError(
            f"日期要在 {FIRST_DAY} 和 {LAST_DAY} 之间，不能是“{text}” / "
            f"a day between {FIRST_DAY} and {LAST_DAY}"
        )
    return day


def path(text: str) -> Path:
    """Reads the name of a file or folder of the command line: one that a system can have."""
    try:
        usable = bool(text) and b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        usable = False
    if not usable:
        raise argparse.ArgumentTypeError(
            f"文件名是空的，或者有不能用的字符：{text!r} / no name of a file: {text!r}"
        )
    return Path(text)


def destination(text: str) -> str:
    """Reads where many files go: a folder, or an address of a store, such as s3://bucket/folder."""
    if re.match(r"[a-z][a-z0-9+.-]*://[^/\s\0]", text) and text.isprintable():
        return text
    return str(path(text))


def website(text: str) -> str:
    """Reads the address of a website: https://host/folder/."""
    if not re.fullmatch(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", text):
        raise argparse.ArgumentTypeError(
            f"要写成 https://主机/，不能是“{text}” / an address is written https://host/"
        )
    return text


def scheduler(text: str) -> str:
    """Reads the address of a Dask scheduler: tcp://host:8786."""
    if not re.fullmatch(r"(?:tcp|tls|ws|wss|ucx)://[A-Za-z0-9._-]{1,253}:[0-9]{1,5}", text):
        raise argparse.ArgumentTypeError(
            f"要写成 tcp://主机:8786，不能是“{text}” / an address is written tcp://host:8786"
        )
    return text


def length(text: str) -> float:
    """Reads a length of the command line, not negative."""
    try:
        length = float(text)
    except ValueError:
        length = -1.0
    if not 0 <= length < 10_000:
        raise argparse.ArgumentTypeError(f"要写一个数，不能是“{text}” / a number, not “{text}”")
    return length


def count(text: str) -> int:
    """Reads how many, from 1 to 512."""
    number = int(text) if re.fullmatch("[0-9]{1,3}", text) else 0
    if not 1 <= number <= 512:
        raise argparse.ArgumentTypeError(
            f"要写 1 到 512 的数，不能是“{text}” / a number from 1 to 512, not “{text}”"
        )
    return number


def distance(text: str) -> float:
    """Reads a reading distance of the command line; nobody reads from no distance."""
    distance = length(text)
    if not distance:
        raise argparse.ArgumentTypeError(f"要大于 0，不能是“{text}” / more than 0, not “{text}”")
    return distance


def scale(text: str) -> float:
    """Reads a scale of the command line: 1:10, or 0.1."""
    first, _, second = text.replace("：", ":").partition(":")
    try:
        scale = float(first) / float(second or 1)
    except (ValueError, ZeroDivisionError):
        scale = 0.0
    if not 0 < scale <= 1:
        raise argparse.ArgumentTypeError(
            f"比例要写成 1:10 这样，不能是“{text}” / a scale is written 1:10"
        )
    return scale


_SAID = (
    (r"argument (.+): expected (?:one|at least one) argument", r"\1 后面要写上内容"),
    (r"argument (.+): invalid choice: '(.*)' \(choose from (.*)\)", r"\1 没有“\2”这一种"),
    (r"the following arguments are required: (.+)", r"还要写上 \1"),
    (r"unrecognized arguments: (.+)", r"这里用不上 \1"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 不够清楚，可以是：\2"),
)
"""What argparse says, and the same in Chinese."""


def _in_chinese(message: str) -> str:
    for english, chinese in _SAID:
        found = re.fullmatch(english, message)
        if found:
            return f"{found.expand(chinese)} / {message}"
    return message


class Parser(argparse.ArgumentParser):
    """argparse speaks English only; what is wrong and what to do is said in both languages."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, and leave with EXIT_USAGE."""
        self.print_usage(sys.stderr)
        self.exit(
            EXIT_USAGE,
            f"命令写错了：{_in_chinese(message)}\n看怎么写：{self.prog} -h / wrong usage; "
            f"help: {self.prog} -h\n",
        )

    def flag(self, names: str, text: str) -> None:
        """Add an option without a value. names: "-q --quiet"."""
        self.add_argument(*names.split(), action="store_true", help=text)

    def choice(self, names: str, choices: str, text: str, default: str | None = None) -> None:
        """Add an option with one of these values, "A4 A3"."""
        self.add_argument(*names.split(), choices=choices.split(), default=default, help=text)

    def value(self, names: str, shown: str, text: str, **settings: Any) -> None:
        """Add an option with a value, or an argument. shown: what stands for the value in help."""
        self.add_argument(*names.split(), metavar=shown, help=text, **settings)

    def values(self, names: str, shown: str, text: str) -> None:
        """Add an option that may be given several times."""
        self.value(names, shown, text, action="append", default=[])


class Command(Protocol):
    """Adds a command to the parser and gives its own. site: whether it is for a site, and takes
    its mkdocs.yml."""

    def __call__(
        self, name: str, text: str, run: Callable[[argparse.Namespace], int], site: bool = True
    ) -> Parser:
        """The parser of the new command."""
