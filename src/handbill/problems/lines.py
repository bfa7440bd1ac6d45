"""Lines of a file, counted as the YAML reader counts them."""

from __future__ import annotations

import re

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def split_lines(text: str) -> tuple[str, ...]:
    """Lines as the YAML reader counts them, without their ends."""
    return tuple(_BREAK.split(text))
