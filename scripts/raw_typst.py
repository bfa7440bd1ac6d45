"""Typst called plainly: one drawing after another, the data in `sys_inputs`, a compiler a template.

This is how sheets were drawn at 78229a8, and how Typst's own guide passes values.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from handbill.render.fonts import load_fonts
from handbill.render.layout import RECORDS, layout_of

INPUT = """
#let input() = json(bytes(sys.inputs.data))
#let edition() = json(bytes(sys.inputs.drawing)).edition
#let own-file(values) = values
#let own(sheet) = sheet.own
"""
"""In place of templates/sheet/input.typ; all other templates are the same files."""
FROM_FILE = INPUT.replace("bytes(sys.inputs.data)", '"/data.json"').replace(
    "bytes(sys.inputs.drawing)", '"/drawing.json"'
)


class RawTypst:
    """Draws the same sheets as Handbill does, from a copy of `templates`. from_file: the data is in
    a file that is written anew for each."""

    def __init__(self, templates: Path, *, from_file: bool = False) -> None:
        self._from_file = from_file
        self._folder = tempfile.TemporaryDirectory()
        self._root = Path(self._folder.name)
        shutil.copytree(templates, self._root, dirs_exist_ok=True)
        (self._root / "sheet" / "input.typ").write_text(
            FROM_FILE if from_file else INPUT, "utf-8", newline="\n"
        )
        (self._root / RECORDS).write_text("true", "utf-8")
        self._fonts = load_fonts(None)
        self._compilers: dict[str, typst.Compiler] = {}

    def close(self) -> None:
        """Removes the copy of the templates."""
        self._folder.cleanup()

    def draw(self, kind: str, data: Mapping[str, Any], **settings: Any) -> list[bytes]:
        """The pages of a document, or its PDF, as Typst writes them."""
        name = f"{kind}.typ" if "/" in kind else f"{kind}/sheet.typ"
        if name not in self._compilers:
            self._compilers[name] = typst.Compiler(
                input=str(self._root / name), root=str(self._root), font_paths=self._fonts
            )
        files = layout_of(kind, data).files
        inputs = {part: files[f"{part}.json"].decode() for part in ("data", "drawing")}
        document = json.loads(inputs["data"])
        for sheet in document.get("sheets", ()):  # a picture alone has none
            sheet["own"] = sheet["slug"] = json.loads(files[sheet["own"].removeprefix("/")])
        inputs["data"] = json.dumps(document, ensure_ascii=False)
        if self._from_file:
            for part, text in inputs.items():
                (self._root / f"{part}.json").write_text(text, "utf-8", newline="\n")
        else:
            settings["sys_inputs"] = inputs
        made = self._compilers[name].compile(**settings)
        return made if isinstance(made, list) else [made or b""]

    def pdf(self, kind: str, data: Mapping[str, Any], stamp: int) -> bytes:
        """A document as PDF/UA-1. stamp: its date in UNIX seconds."""
        settings: dict[str, Any] = {"pdf_standards": ["ua-1"], "timestamp": stamp}
        return self.draw(kind, data, format="pdf", **settings)[0]
