"""Changes the program by one sign at a time, and tells which change no test notices.

Use: .venv/bin/python tests/mutation/mutate.py [--sample 200] [--seed 1] [edition check press]

Each mutant is a comparison moved by its edge or turned round, a number one more or less, and for or,
plus for minus, a condition turned round, or nothing returned. It runs, in a process forked for it,
against the tests of its part, and these stop at the first that fails. What is printed is read by a
person: a mutant that survives is equal to the program, or a test is lacking. Linux and macOS.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
TESTS = {
    "edition": ["tests/edition", "tests/load/test_places.py", "tests/compose", "tests/check"],
    "check": ["tests/check", "tests/problems", "tests/kinds", "tests/edition"],
    "press": ["tests/press", "tests/render/test_marks.py", "tests/render/test_preflight.py"],
}
"""The tests of each part of src/handbill."""
PRELOADED = (
    "pydantic",
    "hypothesis",
    "jinja2",
    "mkdocs.config",
    "typst",
    "pikepdf",
    "pymupdf",
    "PIL",
)
PATIENCE = 300
"""Seconds that the tests of a mutant may take: it may never end."""

EDGES: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """A module with one change. was, now: the changed code."""

    file: Path
    line: int
    was: str
    now: str
    source: str

    @property
    def module(self) -> str:
        """handbill.check.dates"""
        parts = self.file.relative_to(ROOT / "src").with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def mirrored(self) -> list[str]:
        """The tests that stand where the module does, as far as there are any: they come first."""
        inside = self.file.relative_to(ROOT / "src/handbill")
        own = Path("tests", inside.parent, f"test_{inside.name}")
        return [str(one) for one in (own, own.parent) if one.exists() and one != Path("tests")][:1]

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}: {self.was}  ->  {self.now}"


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in place of a node."""
    match node:
        case ast.Compare(left, [op], [right]):
            for other in EDGES.get(type(op), ()):
                yield ast.Compare(left, [other()], [right])
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value) | float(value)):
            step = 1 if isinstance(value, int) else max(abs(value) / 10, 0.1)
            yield from (ast.Constant(value + step), ast.Constant(value - step))
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in SIGNS:
            yield ast.BinOp(left, SIGNS[type(op)](), right)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Return(value) if value and not isinstance(value, ast.Constant):
            yield ast.Return(None)
        case ast.Continue():
            yield ast.Break()


def looked_at(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it that runs: no annotations, texts or what only a type checker reads."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr):
                continue
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                continue
            if isinstance(child, ast.Subscript) and ast.unparse(child.value) == "Literal":
                continue
            yield from looked_at(child)


def mutants(file: Path) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    source = file.read_text("utf-8")
    lines = source.encode().splitlines(keepends=True)
    for node in looked_at(ast.parse(source)):
        for other in changes(node):
            first, last = node.lineno - 1, node.end_lineno - 1  # type: ignore[attr-defined]
            start = sum(map(len, lines[:first])) + node.col_offset  # type: ignore[attr-defined]
            end = sum(map(len, lines[:last])) + node.end_col_offset  # type: ignore[attr-defined]
            now = ast.unparse(ast.fix_missing_locations(other))
            was = source.encode()[start:end].decode()
            statement = isinstance(node, ast.stmt)
            code = now if statement else f"({now})"
            made = source.encode()[:start] + code.encode() + source.encode()[end:]
            yield Mutant(file, node.lineno, was, now, made.decode())  # type: ignore[attr-defined]


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports a mutant in place of its module."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Where the module is: here."""
        if name != self._mutant.module:
            return None
        package = [str(self._mutant.file.parent)] if self._mutant.file.stem == "__init__" else None
        return importlib.util.spec_from_file_location(
            name, self._mutant.file, loader=self, submodule_search_locations=package
        )

    def exec_module(self, module: ModuleType) -> None:
        """Runs the changed source."""
        exec(compile(self._mutant.source, self._mutant.file, "exec"), module.__dict__)


def passes(mutant: Mutant | None, tests: list[str]) -> bool:
    """Whether all tests pass with a mutant, in a process of its own."""
    if not tests:
        return True
    child = os.fork()
    if not child:
        import pytest

        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.setpgrp()
        if mutant:
            sys.meta_path.insert(0, Finder(mutant))
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", *tests])
        os._exit(int(code))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def main() -> int:
    """Prints each survivor, then the count; returns 1 if there is one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("parts", nargs="*", default=list(TESTS), metavar="PART")
    parser.add_argument("--sample", type=int, default=200, help="mutants, of all there are")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.chdir(ROOT)
    for name in PRELOADED:
        importlib.import_module(name)
    made = [
        (part, mutant)
        for part in options.parts
        for file in sorted((ROOT / "src/handbill" / part).rglob("*.py"))
        for mutant in mutants(file)
    ]
    chosen = random.Random(options.seed).sample(made, min(options.sample, len(made)))
    for part in {part for part, _ in chosen}:
        assert passes(None, TESTS[part]), f"the tests of {part} do not pass"
    tried = survivors = 0
    with contextlib.suppress(KeyboardInterrupt):
        for part, mutant in chosen:
            if passes(mutant, mutant.mirrored) and passes(mutant, TESTS[part]):
                survivors += 1
                print(f"survived: {mutant}", flush=True)
            tried += 1
    print(f"{tried} of {len(made)} mutants, {survivors} survived")
    return int(bool(survivors))


if __name__ == "__main__":
    sys.exit(main())
