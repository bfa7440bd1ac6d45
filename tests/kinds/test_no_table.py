"""Nothing in the program knows the list of kinds: it asks the folders of the templates."""

from __future__ import annotations

import ast
from pathlib import Path

import handbill
from handbill.kinds.declared import CLASSES
from handbill.load.kinds import load_kinds

SOURCE = Path(handbill.__file__).parent
KINDS = load_kinds().by_name
HOMONYMS = {
    ("model/feeds.py", "poster"),  # the example of a field of the feeds
    ("model/strip.py", "card"),  # what someone in a comic holds
    ("model/strip.py", "sign"),  # a thing in a panel
    ("publish/links.py", "poster"),  # the attribute of a video
    ("render/pages.py", "script"),  # the element of HTML
    ("words/blocks.py", "script"),  # a block of a sheet that text may be too long for
}
"""Words that are also the name of a kind, by file."""
DECLARED = "kinds/declared.py"


def modules() -> dict[str, ast.Module]:
    return {
        file.relative_to(SOURCE).as_posix(): ast.parse(file.read_text("utf-8"))
        for file in SOURCE.rglob("*.py")
    }


def test_no_string_names_a_kind() -> None:
    named = {
        (file, node.value)
        for file, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in KINDS
    }
    reckoning = {(DECLARED, name) for name in CLASSES}
    assert named == HOMONYMS | reckoning


def test_only_one_module_imports_those_that_reckon() -> None:
    importing = {
        file
        for file, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").removeprefix("handbill.kinds.") in KINDS
    }
    assert importing == {DECLARED}
    assert {file.stem for file in (SOURCE / "kinds").glob("*.py")} & KINDS.keys() == set(CLASSES)
