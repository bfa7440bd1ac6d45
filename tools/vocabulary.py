"""Draws the vocabulary of the comics as a picture: `python tools/vocabulary.py`, in the
repository's folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import typst

from handbill.render.fonts import load_fonts

SHEET = Path(__file__).with_name("vocabulary.typ")
"""What draws it: no template, so it reaches Typst from memory, beside them."""
TEMPLATES = Path("templates")
PICTURE = Path("docs/images/comic-vocabulary.png")
PPI = 120.0
"""Pixels an inch of the picture: a figure is 150 pixels high."""


def vocabulary_png(templates: Path, ppi: float = PPI) -> bytes:
    """Draws every figure, pose, expression, thing and scene of templates/art/comic with its name.

    Raises typst.TypstError when a drawing fails.
    """
    compiler = typst.Compiler(root=str(templates), font_paths=load_fonts(None))
    made = compiler.compile(SHEET.read_bytes(), format="png", ppi=ppi)
    assert isinstance(made, bytes)  # it has one page
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the picture and prints where."""
    parser = argparse.ArgumentParser(prog="python tools/vocabulary.py", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=PICTURE)
    options = parser.parse_args(arguments)
    options.file.parent.mkdir(parents=True, exist_ok=True)
    options.file.write_bytes(vocabulary_png(TEMPLATES))
    print(options.file)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
