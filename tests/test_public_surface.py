"""What the design promises of the code: one direction, no stray codes, small modules."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbill.problems import CATALOGUE

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "handbill"
MODULES = sorted(SOURCE.rglob("*.py"))

ALLOWED: dict[str, set[str]] = {
    # What every stage speaks of; these know of no stage.
    "problems": set(),
    "progress": set(),
    "resources": set(),
    "ticket": set(),
    "settings": {"problems"},
    "words": {"model"},
    "places": {"model"},
    "model": set(),
    "impose": set(),
    "kinds": {"model", "words"},
    # The stages, in their order.
    "load": {"kinds", "model", "problems", "settings"},
    "localise": {"kinds", "load", "model", "places", "words"},
    "check": {"kinds", "load", "localise", "model", "problems"},
    "compose": {"impose", "kinds", "load", "localise", "model", "places", "problems", "words"},
    "render": {"compose", "impose", "load", "model", "problems", "ticket", "words"},
    "pipeline": {
        "check",
        "compose",
        "kinds",
        "load",
        "localise",
        "model",
        "problems",
        "progress",
        "render",
        "resources",
        "settings",
        "words",
    },
    "publish": {
        "compose",
        "editing",
        "impose",
        "kinds",
        "load",
        "localise",
        "pipeline",
        "problems",
        "progress",
        "render",
        "report",
        "resources",
        "settings",
        "words",
    },
    # What stands beside the road.
    "preflight": {"problems", "ticket"},
    "report": {"problems"},
    "scaffold": {"model", "problems"},
    "doctor": {"problems", "render"},
    "editing": {"kinds", "load", "model", "problems", "resources", "settings"},
    "translation": {"compose", "load", "localise", "model", "words"},
    "reference": {"cli", "kinds", "load", "localise", "model", "problems", "resources"},
    "freshness": {"load", "model", "places", "problems"},
    "cli": {
        "editing",
        "freshness",
        "translation",
        "words",
        "load",
        "doctor",
        "model",
        "pipeline",
        "preflight",
        "problems",
        "progress",
        "publish",
        "render",
        "report",
        "scaffold",
        "settings",
    },
}
"""What a part may import. A new arrow is drawn here first, and only along the road."""

BACKWARD = {
    ("model", "handbill.kinds"): "an audience's materials are of the kinds that there are",
    ("compose", "handbill.render.qr"): "a code's modules are data of a sheet",
    ("settings", "handbill.load.fullwidth"): "mkdocs.yml is typed on the same keyboards",
    ("settings", "handbill.load.marks"): "its lines are cut as those of campaigns",
    ("settings", "handbill.load.yaml_messages"): "its faults are told in the same words",
    ("report", "handbill.load.marks"): "an excerpt cuts lines as the loader does",
}
"""Arrows against the road, each to a module that depends on no stage, and why it is there."""


def part_of(module: str) -> str:
    """handbill.render.typst -> render."""
    return module.split(".")[1] if "." in module else ""


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Modules that a file imports, with their lines; those for type checkers alone do not count."""
    tree = ast.parse(file.read_text("utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "handbill":
                yield from ((f"handbill.{name.name}", node.lineno) for name in node.names)
            else:
                yield node.module, node.lineno


def own_part(file: Path) -> str:
    name = file.relative_to(SOURCE).parts[0]
    return name.removesuffix(".py")


def test_arrows_point_one_way() -> None:
    wrong = []
    for file in MODULES:
        part = own_part(file)
        if part.startswith("__"):
            continue
        for module, line in imports(file):
            other = part_of(module) if module.startswith("handbill") else ""
            if (
                other
                and not other.startswith("__")
                and other != part
                and other not in ALLOWED[part]
                and (part, module) not in BACKWARD
            ):
                wrong.append(f"{file.relative_to(ROOT)}:{line} imports {module}")
    assert wrong == []


def test_every_allowed_arrow_is_used() -> None:
    used: dict[str, set[str]] = {part: set() for part in ALLOWED}
    for file in MODULES:
        if not own_part(file).startswith("__"):
            used[own_part(file)] |= {
                part_of(module) for module, _ in imports(file) if module.startswith("handbill.")
            }
    assert {
        part: sorted(arrows - used[part]) for part, arrows in ALLOWED.items() if arrows - used[part]
    } == {}
    taken = {(own_part(file), module) for file in MODULES for module, _ in imports(file)}
    assert set(BACKWARD) - taken == set()


@pytest.mark.parametrize(
    ("library", "where"),
    [
        ("mkdocs", {"publish"}),
        ("babel", {"load", "translation", "words"}),
        ("typst", {"render"}),
        ("jinja2", {"render"}),
        ("pagefind", set()),
        ("playwright", set()),
        ("pypdfium2", {"preflight"}),
        ("zxingcpp", {"preflight"}),
        ("pymupdf", set()),
    ],
)
def test_a_library_is_known_to_one_part(library: str, where: set[str]) -> None:
    users = {
        own_part(file)
        for file in MODULES
        for module, _ in imports(file)
        if module.partition(".")[0] == library
    }
    assert users <= where | ({"doctor"} if library == "typst" else set())


def test_no_module_is_long_or_a_drawer_for_odds_and_ends() -> None:
    for folder in ("src", "tests", "scripts"):
        for file in (ROOT / folder).rglob("*.py"):
            assert len(file.read_text("utf-8").splitlines()) <= 500, file
            assert file.stem not in {"utils", "helpers", "common", "misc", "util"}, file
    assert len((SOURCE / "pipeline.py").read_text("utf-8").splitlines()) < 150


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
            details = next(
                (word.value for word in call.keywords if word.arg == "details"),
                call.args[2] if len(call.args) > 2 else None,
            )
            given: set[str] = set()
            if isinstance(details, ast.Dict):
                if None in details.keys:  # **more: what it holds is not written here
                    continue
                given = {key.value for key in details.keys if isinstance(key, ast.Constant)}
            elif details is not None:
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
