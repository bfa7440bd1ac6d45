"""Pseudo-translations: they show what a template forgets before there is a translator.

Every text is changed, longer, and in brackets: a text on a page without them comes from nowhere in
the catalog, and one without its closing bracket is cut off.
"""

from __future__ import annotations

import re

from handbill.model.text import PLACEHOLDER

_ACCENTS = str.maketrans("aeiouncsyzAEIOUNCSYZ", "àéîöûñçšýžÀÉÎÖÛÑÇŠÝŽ")
_ARABIC = "نص تجريبي للعرض فقط"
"""“A sample text, for display only.”"""
_PARTS = re.compile(f"({PLACEHOLDER.pattern}|\\{{\\w+\\}})")


def pseudo(text: str, direction: str = "ltr") -> str:
    """A text as a pseudo-locale has it; placeholders and numbers stay.

    ltr: accented and a third longer. rtl: with Arabic words before and after it, so that letters
    run from right to left, as the direction of the page does.
    """
    pieces = _PARTS.split(text)
    # The inner group of the placeholder pattern is a piece of its own: leave it out.
    kept = [piece for index, piece in enumerate(pieces) if piece and index % 3 != 2]
    body = "".join(piece if piece.startswith("{") else piece.translate(_ACCENTS) for piece in kept)
    if direction == "rtl":
        return f"[{_ARABIC} {body} {_ARABIC.split()[0]}]"
    return f"[{body} {'·' * max(1, len(text) // 3)}]"
