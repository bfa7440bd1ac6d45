"""Texts made plain, so that one spelling is looked for: letters, scripts, what hides inside words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from handbill.words.languages import simplified_forms

_VARIANTS = dict(
    zip(
        "乾佈佔侷俬僱兇剋厤唸喫噁嚐嚮囌夥孃寀嶽彆彔徵慼慾捱於旂朮榦樑殭洩淩燬燻獃甦甯痠癡祕箇籤糰紮綑"
        "翫脩臥葯蒐蔘覈証諮譭踰蹟週遊釐釦鈅鉅鍼闇霑餬鬨",
        "干布占局私雇凶克历念吃恶尝向苏伙娘采岳别录征戚欲挨于旗术干梁僵泄凌毁熏呆苏宁酸痴秘个签团扎捆"
        "玩修卧药搜参核证咨毁逾迹周游厘扣钥巨针暗沾糊哄",
        strict=True,
    )
)
"""Other forms of characters that the words of rules are written with."""
_PLAIN: dict[int, str | None] = {
    **{ord(one): other for one, other in (simplified_forms() | _VARIANTS).items()},
    **{code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()},
    **{ord("①") + at: str(at + 1) for at in range(9)},
    **dict.fromkeys((0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x2065))),
    **{ord(one): "'" for one in "’‘ʼ"},
    0x3000: " ",
    0xA0: " ",
}
_ENGLISH = _PLAIN | {ord("‘"): "“", ord("’"): "'"}
_CHINESE = {**_PLAIN, ord("‘"): "“", ord("’"): "”", ord("「"): "“", ord("」"): "”"} | {
    ord("『"): "“",
    ord("』"): "”",
}
_HAN = "\u3400-\u9fff"
_INSIDE = re.compile(f"(?<=[{_HAN}])[ \t]+(?=[{_HAN}])|(?<=[{_HAN}])[-·•_*~](?=[{_HAN}])")
_STRAIGHT = re.compile(r'"([^"\n]{1,80})"')


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain. at: for each of its characters, where it stands in the text; empty while
    both are of one length."""

    text: str
    at: tuple[int, ...]

    def written(self, source: str, start: int, end: int) -> str:
        """Return a stretch of it as the source writes it."""
        if not self.at:
            return source[start:end]
        return source[self.at[start] : self.at[end - 1] + 1]


def plain(text: str, language: str) -> Plain:
    """Return a text with one spelling: narrow digits and letters, simplified characters, curly
    quotation marks, nothing hidden between the characters of a word; English in small letters."""
    table = _CHINESE if language == "zh" else _ENGLISH  # "names": English that keeps its capitals
    made = text.translate(table)
    if '"' in made:
        made = _STRAIGHT.sub("“\\1”", made)
    if language == "en":
        made = made.lower()
    if language == "zh":
        made = _INSIDE.sub("", made)
    if len(made) == len(text):
        return Plain(made, ())
    return Plain(made, tuple(_places(text, made, table, language)))


def _places(text: str, made: str, table: dict[int, str | None], language: str) -> list[int]:
    """Where each character of the plain text came from: what was left out is passed over."""
    places, at = [], 0
    for one in made:
        while at < len(text) - 1:
            other = text[at].translate(table)
            same = other == one or other.lower() == one or (one in "“”" and other in ('"', "'"))
            if same:
                break
            at += 1
        places.append(min(at, len(text) - 1))
        at += 1
    return places


def is_han(text: str) -> bool:
    """Tell whether a text holds Han characters."""
    return not text.isascii() and any("\u3400" <= one <= "\u9fff" for one in text)


def has_words(text: str) -> bool:
    """Tell whether a text holds words in Latin letters."""
    return re.search(r"[A-Za-z]{3}", text) is not None


def digits_plain(text: str) -> str:
    """Return a text, of the same length, with digits of any script, full-width and Han, as ASCII."""
    if text.isascii():
        return text
    return "".join(map(_digit, text))


_HAN_DIGITS = dict(zip("零〇一二三四五六七八九幺", "001234567891", strict=True))
_HAN_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", "123456789", strict=True))
_HAN_DIGITS |= {"①": "1", "②": "2", "③": "3", "④": "4", "⑤": "5", "⑥": "6", "⑦": "7", "⑧": "8"}
_HAN_DIGITS |= {"⑨": "9", "⓪": "0", "－": "-", "＋": "+", "Ｘ": "X", "ｘ": "x", "\u3000": " "}


def _digit(one: str) -> str:
    if one.isascii():
        return one
    if one in _HAN_DIGITS:
        return _HAN_DIGITS[one]
    value = unicodedata.digit(one, None)
    return one if value is None or unicodedata.category(one) != "Nd" else str(value)
