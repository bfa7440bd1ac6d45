"""Numbers and addresses on pages that run from right to left.

What runs from left to right all the same (see LEFT_TO_RIGHT) stands in an element of its own: as
plain text after Arabic letters, 2026-11-30 would be shown as 30-11-2026.
"""

from __future__ import annotations

import html
import re

from handbill.words.languages import LEFT_TO_RIGHT

_RUNS = re.compile(LEFT_TO_RIGHT)
_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style|title|option|textarea|svg|bdi)\b.*?</\1\s*>|<[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""What is no text to be seen, or cannot hold an element."""


def isolated(page: str) -> str:
    """Returns a page with each run of its text that goes from left to right in a `bdi` element."""
    pieces, end = [], 0
    for match in _MARKUP.finditer(page):
        pieces += [_text(page[end : match.start()]), match[0]]
        end = match.end()
    return "".join([*pieces, _text(page[end:])])


def _text(text: str) -> str:
    """A piece of text, as HTML writes it. One without runs stays as it is."""
    plain = html.unescape(text)
    if not _RUNS.search(plain):
        return text
    pieces, end = [], 0
    for match in _RUNS.finditer(plain):
        between = html.escape(plain[end : match.start()], quote=False)
        pieces.append(f'{between}<bdi dir="ltr">{html.escape(match[0], quote=False)}</bdi>')
        end = match.end()
    return "".join([*pieces, html.escape(plain[end:], quote=False)])
