"""Nothing in the program knows the list of kinds: it asks the folders of the templates."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import handbill
from handbill.kinds.declared import CLASSES
from handbill.load.kinds import load_kinds
from handbill.resources import default_templates

SOURCE = Path(handbill.__file__).parent
KINDS = load_kinds().by_name
HOMONYMS = {
    ("check/references.py", "notice"),  # the file of a campaign: what an office asks for
    ("compose/origins.py", "script"),  # a block of a sheet, as in words/blocks.py
    ("editing/admin_config.py", "notice"),  # the file of a campaign
    ("load/images.py", "script"),  # the element of HTML and SVG
    ("model/feeds.py", "poster"),  # the example of a field of the feeds
    ("model/notice.py", "comic"),  # the example of a field
    ("model/strip.py", "card"),  # what someone in a comic holds
    ("model/strip.py", "sign"),  # a thing in a panel
    ("problems/code.py", "notice"),  # what is told and is no fault
    ("problems/pages.py", "notice"),
    ("problems/report.py", "notice"),
    ("publish/links.py", "poster"),  # the attribute of a video
    ("publish/policies.py", "script"),  # the element of HTML
    ("publish/signature.py", "sign"),  # the command that signs a file
    ("render/layout.py", "script"),  # in which a language is written
    ("render/pages.py", "script"),  # the element of HTML
    ("words/languages.py", "script"),  # in which a language is written
    ("words/blocks.py", "script"),  # a block of a sheet that text may be too long for
}
"""Words that are also the name of a kind, by file."""
IN_SHARED_TEMPLATES = {
    ("art/comic/held.typ", "card"),  # what someone in a comic holds
    ("art/comic/props.typ", "card"),
    ("art/comic/props.typ", "sign"),  # a thing in a panel
    ("site/assets/search.js", "form"),  # the element of HTML
    ("site/assets/search.js", "script"),
    ("site/assets/fill.js", "script"),
}
"""The same in templates that kinds share."""
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


def test_no_template_that_kinds_share_names_one_or_asks_for_it() -> None:
    templates = default_templates()
    files = {
        file.relative_to(templates).as_posix(): file.read_text("utf-8")
        for folder in templates.iterdir()
        if folder.is_dir() and folder.name not in KINDS
        for file in folder.rglob("*")
        if file.suffix in {".typ", ".j2", ".css", ".js"}
    }
    assert len(files) > 100
    # Between quotation marks, or as a folder of a path.
    name = re.compile(rf"""(?<=["'/])({"|".join(KINDS)})(?=["'/])""")
    named = {(file, one) for file, text in files.items() for one in name.findall(text)}
    assert named == IN_SHARED_TEMPLATES
    assert [file for file, text in files.items() if "sheet.kind" in text] == []
