"""Draws the vocabulary of the comics as a picture: `python tools/vocabulary.py`, in the
repository's folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from handbill.render.typst import SheetRenderer

TEMPLATES = Path("templates")
PICTURE = Path("docs/images/comic-vocabulary.png")
PPI = 120.0
"""Pixels an inch of the picture: a figure is 150 pixels high."""


def vocabulary_png(templates: Path, ppi: float = PPI) -> bytes:
    """Draws every figure, pose, expression, thing and scene of templates/art/comic with its name.

    Raises ProblemsFound (E701) when a drawing fails.
    """
    return SheetRenderer(templates).png("art/comic/vocabulary", {}, ppi)[0]


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
