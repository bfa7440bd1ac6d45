"""Characters that look like others: spaces that are none, shapes of radicals, traditional forms.

They come with text from Word, from PDFs and from other input methods. They print, more or less, but
search no longer finds the word, and a line may not break where it should.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from handbill.check.registry import Context, rule
from handbill.check.texts import Text, texts_of
from handbill.problems import Both, Problem

_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_SPACES = {
    "\u00a0": Both(
        "不换行空格（Word、网页里常有）", "a no-break space, as Word and web pages have"
    ),
    "\u3000": Both("全角空格", "a full-width space"),
}
_OTHER_SPACE = Both("特殊的空格", "an unusual space")
_SHAPE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals and compatibility ideographs: they look like characters of everyday use."""
_SIMPLE_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车长门青韦页风飞食马鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that Unicode does not tie to their characters, as PDFs of simplified Chinese have them."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]+")


def _texts(context: Context) -> Iterator[tuple[Text, bool]]:
    """Every text, and whether its campaign is in simplified Chinese. Places count as such."""
    for campaign in context.campaigns:
        language = campaign.campaign.value.language.casefold()
        simplified = language in ("zh", "zh-cn", "zh-hans", "zh-hans-cn")
        for file in campaign.files():
            for text in texts_of(file):
                yield text, simplified
    for text in texts_of(context.collection.places):
        yield text, True


@rule
def unusual_spaces(context: Context) -> Iterator[Problem]:
    """W404: a space that is not the plain one; once a text."""
    for text, _ in _texts(context):
        if match := _SPACE.search(text.value):
            yield Problem("W404", text.find(match[0]), found=_SPACES.get(match[0][0], _OTHER_SPACE))


@rule
def shapes_of_characters(context: Context) -> Iterator[Problem]:
    """W405: a radical or compatibility ideograph in place of the character it looks like."""
    for text, _ in _texts(context):
        for found in dict.fromkeys(_SHAPE.findall(text.value)):
            meant = _SIMPLE_RADICALS.get(found) or unicodedata.normalize("NFKC", found)
            yield Problem(
                "W405",
                text.find(found),
                found=found,
                code=f"U+{ord(found):04X}",
                suggestion=meant if meant != found else None,
            )


@rule
def traditional_forms(context: Context) -> Iterator[Problem]:
    """W406: characters of the traditional script in a campaign in the simplified one; once a
    text, all of them named."""
    for text, simplified in _texts(context):
        found = [
            character
            for run in _HAN_RUN.findall(text.value)
            if simplified
            for character in run
            if _is_traditional(character)
        ]
        if found:
            yield Problem("W406", text.find(found[0]), found="".join(dict.fromkeys(found)))


@lru_cache(maxsize=8192)
def _is_traditional(character: str) -> bool:
    """Whether a character is of the traditional set (Big5) and not of the simplified one (GB 2312).
    Rare characters of names that both scripts share are taken for traditional ones."""
    return _in(character, "big5") and not _in(character, "gb2312")


def _in(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
