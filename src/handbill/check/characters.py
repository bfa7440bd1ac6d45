"""Characters that look like others: spaces that are none, shapes of radicals, traditional forms.

They come with text from Word, from PDFs and from other input methods. They print, more or less, but
search no longer finds the word, and a line may not break where it should.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from handbill.check.registry import Context, rule
from handbill.check.texts import Text, texts_of
from handbill.problems import Both, Problem
from handbill.words.languages import is_simplified, simplified_forms, spaces

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


def _texts(context: Context) -> Iterator[tuple[Text, Sequence[str]]]:
    """Every text with the languages that it is said in: one, or of places those of all campaigns."""
    spoken = [one.campaign.value.language for one in context.campaigns]
    for campaign, own in zip(context.campaigns, spoken, strict=True):
        for file in campaign.files():
            for text in texts_of(file):
                yield text, [own]
    for text in texts_of(context.collection.places):
        yield text, spoken


@rule
def unusual_spaces(context: Context) -> Iterator[Problem]:
    """W404: a space that is not the plain one, nor one of the language; once a text."""
    for text, spoken in _texts(context):
        usual = "".join(map(spaces, spoken))
        unusual = [one for one in _SPACE.findall(text.value) if one.strip(usual)]
        if unusual:
            named = _SPACES.get(unusual[0].strip(usual)[0], _OTHER_SPACE)
            yield Problem("W404", text.find(unusual[0]), found=named)


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
    text, all of them named. Names of places are left alone: they are written as they are."""
    forms = simplified_forms()
    places = [place.name for place in context.collection.places.value.places]
    named = [name for name in dict.fromkeys(places) if not forms.keys().isdisjoint(name)]
    for text, spoken in _texts(context):
        if not all(map(is_simplified, spoken)) or forms.keys().isdisjoint(text.value):
            continue
        value = text.value
        for name in named:
            value = value.replace(name, "")
        if found := [one for one in dict.fromkeys(value) if one in forms]:
            meant = "".join(forms[one] for one in found)
            yield Problem("W406", text.find(found[0]), found="".join(found), meant=meant)
