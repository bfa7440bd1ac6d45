"""What the design promises of the code: one direction, no stray codes, small modules."""

from __future__ import annotations

import ast
import graphlib
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbill.problems import CATALOGUE

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "handbill"
MODULES = sorted(SOURCE.rglob("*.py"))

ORDER = (
    # What every stage speaks of.
    "problems",
    "writing",
    "progress",
    "resources",
    "policy",
    "model",
    "words",
    "kinds",
    # The stages. `check` looks at editions, so it comes after them here.
    "load",
    "edition",
    "check",
    "press",
    "compose",
    "render",
    "road",
    # What stands beside the road.
    "editing",
    "translation",
    "publish",
    "doctor",
    "scaffold",
    "desk",
    "cli",
)
"""The parts of the package. Each imports only from those before it."""


def module_of(file: Path) -> str:
    """src/handbill/render/typst.py -> handbill.render.typst."""
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULE_NAMES = {module_of(file): file for file in MODULES}


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Modules that a file imports, with their lines; those for type checkers alone count too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield (inner if inner in MODULE_NAMES else node.module), node.lineno


def part_of(module: str) -> str:
    """handbill.render.typst -> render; the package itself is no part."""
    return module.split(".")[1] if module.startswith("handbill.") else ""


def test_every_part_has_its_place() -> None:
    assert sorted({part_of(name) for name in MODULE_NAMES} - {"", "__main__"}) == sorted(ORDER)


def test_arrows_point_one_way() -> None:
    wrong = []
    for name, file in MODULE_NAMES.items():
        for module, line in imports(file):
            part, other = part_of(name), part_of(module)
            if part in ORDER and other and ORDER.index(other) > ORDER.index(part):
                wrong.append(f"{file.relative_to(ROOT)}:{line} imports {module}")
    assert wrong == []


def test_no_module_is_in_a_circle() -> None:
    # A folder's __init__ is imported with each of its modules, and may gather them.
    graph = {
        name: {
            module
            for module, _ in imports(file)
            if module in MODULE_NAMES and not name.startswith(f"{module}.")
        }
        for name, file in MODULE_NAMES.items()
    }
    tuple(graphlib.TopologicalSorter(graph).static_order())  # raises CycleError, which names it


@pytest.mark.parametrize(
    ("library", "where"),
    [
        ("mkdocs", {"publish"}),
        ("babel", {"load", "translation", "words"}),
        ("typst", {"render"}),
        ("jinja2", {"render", "desk"}),
        ("starlette", {"desk"}),
        ("uvicorn", {"desk"}),
        ("pagefind", set()),
        ("playwright", set()),
        ("pypdfium2", {"press"}),
        ("zxingcpp", {"press"}),
        ("pymupdf", set()),
    ],
)
def test_a_library_is_known_to_one_part(library: str, where: set[str]) -> None:
    users = {
        part_of(module_of(file))
        for file in MODULES
        for module, _ in imports(file)
        if module.partition(".")[0] == library
    }
    assert users <= where | ({"doctor"} if library == "typst" else set())


def test_no_module_is_long_or_a_drawer_for_odds_and_ends() -> None:
    for folder in ("src", "tests", "scripts", "tools"):
        for file in (ROOT / folder).rglob("*.py"):
            assert len(file.read_text("utf-8").splitlines()) <= 500, file
            assert file.stem not in {"utils", "helpers", "common", "misc", "util"}, file
    assert len((SOURCE / "road.py").read_text("utf-8").splitlines()) < 150


def calls_of_problem(file: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Problem"
            and node.args
        ):
            yield node, f"{file.relative_to(ROOT)}:{node.lineno}"


def constants(node: ast.expr) -> set[str]:
    """The text constants that an expression may come to."""
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_every_code_that_is_raised_is_in_the_catalogue() -> None:
    raised = {
        code: where
        for file in MODULES
        for call, where in calls_of_problem(file)
        for code in constants(call.args[0])
    }
    assert len(raised) > 25
    assert {code: where for code, where in raised.items() if code not in CATALOGUE} == {}


def test_a_message_finds_everything_it_speaks_of() -> None:
    looked_at, lacking = 0, []
    for file in MODULES:
        for call, where in calls_of_problem(file):
            given = {word.arg for word in call.keywords}
            if None in given:  # **more: what it holds is not written here
                continue
            for code in constants(call.args[0]) & set(CATALOGUE):
                looked_at += 1
                entry = CATALOGUE[code]
                texts = (entry.text.zh, entry.text.en, entry.cure.zh, entry.cure.en)
                needed = {
                    name
                    for text in texts
                    for _, name, _, _ in string.Formatter().parse(text)
                    if name
                }
                lacking += [f"{where} {code} {{{name}}}" for name in sorted(needed - given)]
    assert looked_at > 20
    assert lacking == []
