"""Writes src/handbill/words/simplified.txt from the Unihan database.

Use: python tools/simplified.py FOLDER

FOLDER holds Unihan_Variants.txt and the file of the property kTGH, as Debian's package unicode-data
has them (.txt.bz2) or as Unihan.zip of the Unicode Character Database holds them. What is traditional:
a character that the standard table of 2013 (通用规范汉字表, kTGH) does not have, and whose simplified
form it has.
"""

from __future__ import annotations

import bz2
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "handbill" / "words" / "simplified.txt"
HEADING = (
    "# Unihan (Unicode 15.0): kSimplifiedVariant of what is not in kTGH. © Unicode, Inc.; "
    "LICENSES/Unicode-3.0.txt. Written by tools/simplified.py\n"
)


def properties(folder: Path) -> Iterator[list[str]]:
    """Yields code point, property and value of every line."""
    for file in sorted(folder.glob("Unihan_*")):
        data = file.read_bytes()
        text = (bz2.decompress(data) if file.suffix == ".bz2" else data).decode()
        yield from (
            line.split("\t") for line in text.splitlines() if line and not line.startswith("#")
        )


def character(code: str) -> str:
    """The character of U+4E00, or of U+4E00<kMatthews."""
    return chr(int(code.partition("<")[0].removeprefix("U+"), 16))


def main(folder: str) -> int:
    """Writes the table: a line of traditional characters, then their simplified ones."""
    standard: set[str] = set()
    variants: dict[str, list[str]] = {}
    for code, name, value in properties(Path(folder)):
        if name == "kTGH":
            standard.add(character(code))
        elif name == "kSimplifiedVariant":
            variants[character(code)] = [character(one) for one in value.split()]
    pairs = {
        one: meant
        for one, many in sorted(variants.items())
        if one not in standard and (meant := next((x for x in many if x in standard), None))
    }
    lines = "".join(pairs), "".join(pairs.values())
    TARGET.write_text(HEADING + "\n".join(lines) + "\n", "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
