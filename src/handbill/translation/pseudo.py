"""Pseudo-translations: they show what a template forgets before there is a translator.

Every text is changed, longer, and in brackets: a text on a page without them comes from nowhere in
the catalog, and one without its closing bracket is cut off. Chinese is written in Latin syllables,
so that a Chinese character that is left is one that no catalog has.
"""

from __future__ import annotations

import re

from handbill.model.text import PLACEHOLDER

_ACCENTS = str.maketrans("aeiouncsyzAEIOUNCSYZ", "àéîöûñçšýžÀÉÎÖÛÑÇŠÝŽ")
_CONSONANTS, _VOWELS = "bdfglmnprstv", "aeiou"
_HAN = re.compile(r"[\u3007\u3400-\u9fff]{1,3}")
"""As many characters as make a word."""
_MARKS = str.maketrans(
    {"，": ", ", "、": ", ", "。": ". ", "：": ": ", "；": "; ", "！": "! ", "？": "? "}
    | {"（": " (", "）": ") ", "《": " “", "》": "” ", "．": ". ", "＿": "_", "\u3000": " "}
)
_ARABIC = "نص تجريبي للعرض فقط"
"""“A sample text, for display only.”"""
_PARTS = re.compile(f"({PLACEHOLDER.pattern}|\\{{\\w+\\}})")


def _word(run: re.Match[str]) -> str:
    """Syllables for up to three characters, the middle one a consonant: mûgrû for 情景案."""
    codes = list(map(ord, run[0]))
    return (
        "".join(
            _CONSONANTS[code % 12] + ("" if index % 2 else _VOWELS[code // 12 % 5])
            for index, code in enumerate(codes)
        )
        + " "
    )


def _latin(text: str) -> str:
    words = _HAN.sub(_word, text.translate(_MARKS))
    return re.sub(r"^ +| +(?=[ ,.:;!?)”|]|$)", "", words)


def pseudo(text: str, direction: str = "ltr") -> str:
    """Returns a text as a pseudo-locale has it; placeholders and numbers stay.

    ltr: accented and a third longer. rtl: with Arabic words before and after it, so that letters
    run from right to left, as the direction of the page does.
    """
    pieces = _PARTS.split(text)
    # The inner group of the placeholder pattern is a piece of its own: leave it out.
    kept = [piece for index, piece in enumerate(pieces) if piece and index % 3 != 2]
    body = "".join(
        piece if piece.startswith("{") else _latin(piece).translate(_ACCENTS) for piece in kept
    )
    if direction == "rtl":
        return f"[{_ARABIC} {body} {_ARABIC.split()[0]}]"
    # What was Chinese is long enough in letters.
    longer = "" if _HAN.search(text) else " " + "·" * max(1, len(text) // 3)
    return f"[{body}{longer}]"
