r"""Digits that somebody dials or that Python reckons with are those of ASCII: `\d`, isdigit and their
kind take the digits of every script, and stand only in modules that read texts of every script."""

from __future__ import annotations

import re
from pathlib import Path

SRC = Path(__file__).parents[1] / "src/handbill"
OF_ANY_SCRIPT = re.compile(r"\\d|\bis(?:digit|decimal|numeric)\b")
ALLOWED = {
    "check/kinds.py": "the last character of a line of transcript",
    "check/lint/naming.py": "what may not stand before a name",
    "check/lint/personal.py": "numbers of persons count in any script",
    "check/case_sheets.py": "a year, as a source writes it",
    "check/wording.py": "what may not stand between two words",
    "compose/reading.py": "words of letters, as what is no digit",
    "compose/trace.py": "what may not stand beside a number of the campaign",
    "edition/localise.py": "a host that is a bare number",
    "edition/translated.py": "a letter, as what is no digit",
    "kinds/speech.py": "what stands beside a mark",
    "load/hints.py": "finds digits of other scripts, to propose ASCII ones",
    "load/prose.py": "numbered items of Markdown",
    "words/languages.py": "letters, as what is no digit; names of months",
    "words/numbers.py": "numbers of translations; digits are made ASCII first",
}
"""Module -> what it is there for."""


def test_digits_of_any_script_stand_where_texts_are_read_and_nowhere_else() -> None:
    found = {
        path.relative_to(SRC).as_posix()
        for path in SRC.rglob("*.py")
        if OF_ANY_SCRIPT.search(path.read_text("utf-8"))
    }
    assert found == ALLOWED.keys()
