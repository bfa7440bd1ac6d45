"""Signs of a Chinese input method in YAML's own punctuation: ： for :, － for -, and their like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from handbill.problems import Problem, Span

_KEY = re.compile(
    r"^(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*)\s*(?P<colon>：|:(?=[^ \t\r\n]))"
)
_BULLET = re.compile(r"^\s*(?P<bullet>[－—–−·•●▪◆]+|-(?=[^ \t\r\n-])|[0-9]{1,2}[.、．）)])")
_WIDE_QUOTES = "“”‘’「」『』＂＇"


def key_problem(
    text: str, known: Collection[str], file: str, line: int, column: int
) -> Problem | None:
    """E106 or E107 when `text`, which begins at line and column, begins with a known field name
    and a full-width colon, or a colon without the space after it."""
    match = _KEY.match(text)
    if match is None or match["key"] not in known:
        return None
    at = column + match.start("colon")
    code = "E106" if match["colon"] == "：" else "E107"
    return Problem(code, Span(file, line, at, at + 1), key=match["key"])


def key_problems(
    lines: Sequence[str], known: Collection[str], file: str, last: int
) -> list[Problem]:
    """Returns the same for every line of a file up to line `last`: used when the file cannot be
    parsed."""
    found = (
        key_problem(line, known, file, number, 1)
        for number, line in enumerate(lines[:last], start=1)
    )
    return [problem for problem in found if problem]


def bullet(text: str) -> str | None:
    """Returns what `text` begins with in place of YAML's "- ", or None."""
    match = _BULLET.match(text)
    return match["bullet"] if match else None


def halfwidth(text: str) -> str:
    """`text` as it is typed without a Chinese input method: narrow letters and digits, no quotes
    around."""
    return (
        unicodedata.normalize("NFKC", text.strip(_WIDE_QUOTES))
        .replace("。", ".")
        .replace("—", "-")
        .replace("–", "-")
        .replace("−", "-")
        .strip()
    )
