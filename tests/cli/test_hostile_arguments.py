"""Every command with what no one means to write: a problem or wrong usage, and never a traceback.

The table is made from the parser, so that an option added later is tried as well.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from handbill import cli, road
from handbill.cli.arguments import path
from handbill.editing import admin, schema
from handbill.load import folders, settings
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

NAMES = {
    "long": "x" * 300 + ".pdf",
    "deep": "/".join(["d" * 200] * 30) + "/x.pdf",
    "NUL": "a\0b.pdf",
    "half a character": "\ud800.pdf",
    "bytes of another code page": "\udcb4\udcab.pdf",
    "empty": "",
    "a folder": "campaigns",
    "below a file": "mkdocs.yml/x.pdf",
    "no drive": "Q:\\nowhere\\x.pdf",
    "huge": "9" * 400,
}
"""What is no name of a file, or not of one that can be read or written."""
VALUES = {
    "not there": "nowhere/x.pdf",
    "negative": "-5",
    "infinite": "inf",
    "no number": "nan",
    "of Arabic digits": "٢٠٢٦-١١-٢٤",
    "the first day": "0001-01-01",
    "the last day": "9999-12-31",
    "a long span": "9999m",
    "a ratio of nothing": "1:1e-400",
}
NEEDED = {
    "sheet": ["schools-poster"],
    "impose": ["blank.pdf", "--tile", "A4"],
    "pack": ["--kind", "poster", "--size", "A4", "--edition", "office"],
    "preflight": ["blank.pdf"],
    "letters": ["parents-letter", "blank.pdf", "-o", "../letters"],
    "explain": ["E101"],
    "translate": ["fr"],
    "materialise": ["out"],
    "finish": ["site"],
    "new": ["another"],
}
"""What a command must be given beside the argument that is tried."""
LIKE_THE_OTHERS = {"-f", "--lang"}
"""Options of every command, which are read in one place: tried with `check`."""


def tried() -> dict[str, tuple[list[str], dict[str, str]]]:
    """command --option, or command FILE, with the arguments of a call, in which {} is what is
    tried, and with what is tried there."""
    [group] = [
        one for one in cli.command_line()._actions if isinstance(one, argparse._SubParsersAction)
    ]
    table: dict[str, tuple[list[str], dict[str, str]]] = {}
    for name, parser in group.choices.items():
        needed = NEEDED.get(name, [])
        for action in parser._actions:
            option = next(iter(action.option_strings), "")
            if action.nargs == 0 or (option in LIKE_THE_OTHERS and name != "check"):
                continue
            # "-o-5" is a value, where "-o -5" is another option.
            call = (
                [name, *needed, option + ("={}" if option.startswith("--") else "{}")]
                if option
                else [name, *needed[1:], "--", "{}"]
            )
            values = NAMES if action.type is path else NAMES | VALUES
            table[f"{name} {option or action.dest}"] = (call, values)
    return table


TRIED = tried()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, which commands write into, and a PDF of one page."""
    import pikepdf

    folder = tmp_path_factory.mktemp("small") / "site"
    new_site(folder, "zh")
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(folder / "blank.pdf")
    return folder


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> object:
    """What is tried are arguments: the parser is made once, a site is loaded and checked once for
    each of its settings, and what is written of it, wherever that is, is worked out once."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in (
            (cli, "command_line"),
            (settings, "read_settings"),
            (folders, "load_collection"),
            (road, "load_and_check"),
        ):
            patch.setattr(module, name, cache(getattr(module, name)))
        for module, name in ((admin, "config_text"), (schema, "schemas")):
            patch.setattr(module, name, once(getattr(module, name)))
        yield


def once(function: Callable[[object], object]) -> Callable[[object], object]:
    """Calls a function once for each content of its argument, which has no hash."""
    made: dict[str, object] = {}

    def call(argument: object) -> object:
        key = repr(argument)
        if key not in made:
            made[key] = function(argument)
        return made[key]

    return call


def test_every_command_is_in_the_table() -> None:
    assert {call.split()[0] for call in TRIED} >= {*NEEDED, "check", "fmt", "expiring", "admin"}
    assert len(TRIED) > 40


@pytest.mark.parametrize("call", TRIED)
def test_no_argument_ends_in_a_traceback(call: str, site: Path, handbill: Command) -> None:
    arguments, values = TRIED[call]
    for which, value in values.items():
        done = handbill(site, *(one.replace("{}", value) for one in arguments))
        told = done.stdout + done.stderr
        assert done.returncode in (0, 1, 2), (which, told)
        assert "Traceback" not in told, which
        if done.returncode == 1 and arguments[0] != "serve":  # what MkDocs says has no code
            assert re.search(r"\b[EW]\d{3}\b", told), (which, told)
        if done.returncode == 2:
            assert re.search(r"[一-龥].* / \S", told), (which, told)
