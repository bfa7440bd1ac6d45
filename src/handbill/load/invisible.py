"""Characters that cannot be seen: refused, but where a script cannot be spelled without them.

Sources: Unicode 16.0, chapters 9.2 (Arabic joiners), 12 (Indic joiners), 13.5 (Mongolian variants)
and 23.2 (marks of direction); UAX 9 for what is written from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbill.problems import Both

# Control characters, what the private use area holds (one of them is our own blank), marks that
# turn the reading direction (a text may then say other than it shows), and marks without width
# (soft hyphens, fillers, tags, variants of characters), which come with text copied from chat
# programs and make equal words unequal. U+FE0F is left: it belongs to signs such as ☎️. Some are
# spelling in some scripts: see `_is_needed`.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff"
    "\uffa0\ufff9-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {
    0x00: Both("空字符", "a NUL character"),
    0x85: Both("换行控制符", "a next-line control character"),
    0xAD: Both("软连字符", "a soft hyphen"),
    0x200B: Both("零宽空格", "a zero-width space"),
    0x200C: Both("零宽不连字符", "a zero-width non-joiner"),
    0x200D: Both("零宽连接符（组合表情里也有）", "a zero-width joiner, as in composed emoji"),
    **dict.fromkeys(
        (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
        Both("改变阅读方向的控制符", "a mark that turns the reading direction"),
    ),
    0xFEFF: Both("字节顺序标记", "a byte order mark"),
    0xFFFD: Both("乱码替换符", "a replacement character, left by a failed conversion"),
}


_JOINED = frozenset(
    "ARABIC SYRIAC NKO DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM "
    "SINHALA KHMER MYANMAR MONGOLIAN TIBETAN".split()
)
"""Scripts whose letters take another form beside U+200C and U+200D, as characters are named."""
_HYPHENATED = frozenset("LATIN CYRILLIC GREEK ARMENIAN".split())


def named(character: str) -> Both:
    """Returns a character as messages name it."""
    known = _NAMES.get(ord(character))
    code = f"U+{ord(character):04X}"
    return Both(f"{known.zh} {code}", f"{known.en}, {code}") if known else Both(code, code)


def unneeded(text: str) -> Iterator[tuple[int, str]]:
    """Yields the characters of a text that cannot be seen or printed and that its script does not
    need where they stand, with their columns (from 1)."""
    for match in _UNSEEN.finditer(text):
        if not _is_needed(match[0], text, match.start()):
            yield match.start() + 1, match[0]


def _is_needed(character: str, text: str, at: int) -> bool:
    """Whether a character is spelling where it stands: a joiner after a letter of a script that
    joins, a variant or vowel separator of a Mongolian letter, a mark of direction in a line with
    letters from right to left, a soft hyphen within a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    match ord(character):
        case 0x200C | 0x200D:
            return _script(before) in _JOINED
        case code if 0x180B <= code <= 0x180F:
            return _script(before) == "MONGOLIAN"
        case 0x200E | 0x200F | 0x061C:
            return any(
                unicodedata.bidirectional(one) in ("R", "AL") for one in text if one.isalpha()
            )
        case 0xAD:
            return _script(before) == _script(after) and _script(before) in _HYPHENATED
    return False


def _script(character: str) -> str:
    """The script of a letter or of a mark upon one, as its name begins; "" for anything else."""
    if not character or unicodedata.category(character)[0] not in "LM":
        return ""
    return unicodedata.name(character, "").split(" ")[0]
