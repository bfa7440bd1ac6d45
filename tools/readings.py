"""Writes src/handbill/words/readings.txt from the Unihan database.

Use: python tools/readings.py FOLDER

FOLDER holds Unihan_Readings.txt and the file of the property kTGH, as Debian's package unicode-data
has them (.txt.bz2) or as Unihan.zip of the Unicode Character Database holds them. A character of the
standard table of 2013 (通用规范汉字表, kTGH) stands below each reading that people use of it: those
that kHanyuPinlu counts often enough, or its first (kMandarin). Of the table its first two levels, the
characters of common use; tones are left out, and ü is v, as it is typed.
"""

from __future__ import annotations

import bz2
import re
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "handbill" / "words" / "readings.txt"
HEADING = (
    "# Unihan (Unicode 15.0): kHanyuPinlu and kMandarin of levels 1 and 2 of kTGH. © Unicode, Inc.; "
    "LICENSES/Unicode-3.0.txt. Written by tools/readings.py\n"
)
COMMON = 6_500
"""Characters of levels 1 and 2; kTGH numbers them in the order of the table."""
SHARE = 0.04
"""Of a character's counted uses, below which a reading is rare."""


def typed(reading: str) -> str:
    """A syllable as it is typed: nǚ becomes nv."""
    parts = unicodedata.normalize("NFD", reading.replace("ü", "v").strip())
    plain = "".join(one for one in parts if one.isalpha() or one == "\u0308")
    return plain.replace("u\u0308", "v")


def readings(folder: Path) -> dict[str, list[str]]:
    """The readings of each common character, the most used first."""
    said: dict[str, dict[str, str]] = {}
    for file in sorted(folder.glob("Unihan_*")):
        data = file.read_bytes()
        text = (bz2.decompress(data) if file.suffix == ".bz2" else data).decode()
        for line in text.splitlines():
            if line.startswith("U+"):
                code, name, value = line.removeprefix("U+").split("\t")
                said.setdefault(chr(int(code, 16)), {})[name] = value
    found = {}
    for character, told in said.items():
        level = re.search(r"\d{4}:(\d+)", told.get("kTGH", ""))
        if not level or int(level[1]) > COMMON:
            continue
        counts: dict[str, int] = {}
        for reading, count in re.findall(r"([^\s(]+)\((\d+)\)", told.get("kHanyuPinlu", "")):
            counts[typed(reading)] = counts.get(typed(reading), 0) + int(count)
        often = [one for one, count in counts.items() if count >= SHARE * sum(counts.values())]
        first = [typed(one) for one in told.get("kMandarin", "").split()[:1]]
        found[character] = list(dict.fromkeys([*often, *first]))
    return found


def main(folder: str) -> int:
    """Writes the table: a line a syllable, then its characters."""
    table: dict[str, list[str]] = {}
    for character, syllables in sorted(readings(Path(folder)).items()):
        for one in syllables:
            table.setdefault(one, []).append(character)
    lines = (
        f"{syllable} {''.join(characters)}\n" for syllable, characters in sorted(table.items())
    )
    TARGET.write_text(HEADING + "".join(lines), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
