"""Pseudo-translations: they show what a template forgets before there is a translator.

Every text is changed, longer as translations are, and in brackets: a text on a page without them
comes from nowhere in the catalog, and one without its closing bracket is cut off. A language gets
its own script: Latin letters with marks that few fonts have, Arabic letters from right to left, or
Devanagari, whose consonants join. Chinese is written in syllables first, so that a Chinese character
that is left is one that no catalog has.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from handbill.model.text import PLACEHOLDER
from handbill.words.languages import script_of

PSEUDO = ("en-XA", "ar-XB", "hi-XA")
"""The tags of the pseudo-locales, whose regions are nobody's; any other language will do."""
LONGER = 0.35
"""How much longer a text gets than in English, brackets included."""

_MARKED = str.maketrans("aegilnorstuzAEGILNORSTUZ", "ąęğįłńőřşţűžĄĘĞĮŁŃŐŘŞŢŰŽ")
_CONSONANTS, _VOWELS = "bdfglmnprstv", "aeiou"
_HAN = re.compile(r"[\u3007\u3400-\u9fff]{1,3}")
"""As many characters as make a word."""
_MARKS = str.maketrans(
    {"，": ", ", "、": ", ", "。": ". ", "：": ": ", "；": "; ", "！": "! ", "？": "? "}
    | {"（": " (", "）": ") ", "《": " “", "》": "” ", "．": ". ", "＿": "_", "\u3000": " "}
)
_ARABIC = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبقرستوفوشيز", strict=True))
    | {",": "،", ";": "؛", "?": "؟"}
)
_DEVANAGARI = {"c": "च", "q": "क", "x": "क्ष"} | dict(
    zip("bdfghjklmnprstvwyz", "बदफगहजकलमनपरसतववयज", strict=True)
)
_MATRAS = {"a": ("अ", "ा"), "e": ("ए", "े"), "i": ("इ", "ि"), "o": ("ओ", "ो"), "u": ("उ", "ु")}
_VIRAMA = "\u094d"
_PARTS = re.compile(f"({PLACEHOLDER.pattern}|\\{{\\w+\\}})")


def _word(run: re.Match[str]) -> str:
    """Syllables for up to three characters, the middle one a vowel: madgu for 情景案."""
    codes = list(map(ord, run[0]))
    return (
        "".join(
            _CONSONANTS[code % 12] + ("" if index % 2 else _VOWELS[code // 12 % 5])
            for index, code in enumerate(codes)
        )
        + " "
    )


def _in_letters(text: str) -> str:
    words = _HAN.sub(_word, text.translate(_MARKS))
    return re.sub(r"^ +| +(?=[ ,.:;!?)”|]|$)", "", words)


def _devanagari(text: str) -> str:
    """Letters by sound: consonants that follow each other join, as the first two of drink do."""
    made: list[str] = []
    before = ""
    for one in text.lower():
        if one in _MATRAS:
            made.append(_MATRAS[one][before in _DEVANAGARI])
        elif one in _DEVANAGARI:
            made.append((_VIRAMA if before in _DEVANAGARI else "") + _DEVANAGARI[one])
        else:
            made.append(one)
        before = one
    return "".join(made)


def _arabic(text: str) -> str:
    return text.lower().translate(_ARABIC)


def _latin(text: str) -> str:
    return text.translate(_MARKED)


_SPELLED: dict[str, Callable[[str], str]] = {"Arab": _arabic, "Deva": _devanagari}
"""How letters are written in a script; those of others are Latin."""


def pseudo(text: str, language: str = "en-XA") -> str:
    """Returns a text as a pseudo-translation into a language has it; placeholders and numbers
    stay."""
    spelled = _SPELLED.get(script_of(language), _latin)
    pieces = _PARTS.split(text)
    # The inner group of the placeholder pattern is a piece of its own: leave it out.
    kept = [piece for index, piece in enumerate(pieces) if piece and index % 3 != 2]
    body = "".join(
        piece if piece.startswith("{") else spelled(_in_letters(piece)) for piece in kept
    )
    # What was Chinese is long enough in letters; brackets make short texts longer by themselves.
    letters = 0 if _HAN.search(text) else round(LONGER * len(text)) - 3
    more = f" {spelled(('lorem ipsum ' * (letters // 12 + 1))[:letters].strip())}"
    return f"[{body}{more if letters > 1 else ''}]"
