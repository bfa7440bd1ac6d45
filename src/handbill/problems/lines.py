"""Lines of a file, counted as the YAML reader counts them, and how wide they are."""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def split_lines(text: str) -> tuple[str, ...]:
    """Returns lines as the YAML reader counts them, without their ends."""
    return tuple(_BREAK.split(text))


def display_width(text: str) -> int:
    """Returns columns of text in a terminal or an editor: Han characters and full-width marks two
    each."""
    return sum(
        1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
        if not unicodedata.combining(one)
    )
