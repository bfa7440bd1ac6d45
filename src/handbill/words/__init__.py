"""Every word that the generator itself says, once, in Chinese and English.

The tables are Python and not YAML: a lookup costs no parser, the wheel ships them as it ships
code, and a mark such as ": " or a trailing space stands in quotation marks. Translators read them
in PO files, where `handbill translate` puts each with its English beside it.

A word may hold {placeholders}, which are filled in by name, parts between |, as many in every
language, and lines. `ticker_lines.one` is the form of `ticker_lines` for the counts that a
language sets in its singular; the other forms are named in the same way, as Unicode's plural rules
name them (zero, one, two, few, many).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from typing import Literal

from handbill.model.text import BLANK
from handbill.words import frame, gallery, matters, packs, sheets, stages
from handbill.words.languages import base_of, is_chinese, is_simplified, marks, plural, plurals

Room = Literal["sheet", "site"]
ROOMS: Mapping[Room, Mapping[str, tuple[str, str]]] = {
    "sheet": {**sheets.WORDS, **packs.WORDS, **stages.ON_SHEETS},
    "site": {**frame.WORDS, **matters.WORDS, **gallery.WORDS, **stages.WORDS},
}
"""Where words are said: on sheets and in packs, on pages. What is said on both stands with sheets,
unless pages had it first. A room and a name make the context in PO files: site:skip."""
HEADINGS: Mapping[str, tuple[str, str]] = {
    name: said
    for table in (frame.WORDS, matters.WORDS, gallery.WORDS)
    for name, said in table.items()
    if "." not in name and f"{name}.one" not in table
}
"""Words of pages that a campaign may say in its own way, in its words.yml: all but those that are
counted, and those that say how far a case has got."""


def brings(language: str) -> bool:
    """Tells whether the generator brings its own words in a language: simplified Chinese, English."""
    return is_simplified(language) or base_of(language) == "en"


def words(
    language: str, own: Mapping[str, str] | None = None, room: Room = "sheet"
) -> dict[str, str]:
    """Returns every word by name for a language tag (zh-CN, en, fr).

    own: the words that a translation brings, by context. What it lacks is English; in traditional
    Chinese, simplified.
    room: whose word it is where the two rooms use one name for different words.
    """
    made = {"lang": base_of(language)}
    for one in sorted(ROOMS, key=room.__eq__):
        translated = {
            context.removeprefix(f"{one}:"): text
            for context, text in (own or {}).items()
            if context.startswith(f"{one}:")
        }
        made |= _brought(one, language)
        # An English singular does not stand beside another language's plural.
        for name in translated:
            made.pop(f"{name}.one", None)
        made |= translated
    return made


@cache
def _brought(room: Room, language: str) -> dict[str, str]:
    """The words that the generator brings for a language, in the plural forms that it has."""
    column, forms = 0 if is_chinese(language) else 1, ("", *plurals(language))
    own = asdict(marks(language))
    return {
        name: own.get(name, texts[column])
        for name, texts in ROOMS[room].items()
        if name.partition(".")[2] in forms
    }


def counted(say: Mapping[str, str], name: str, count: int, **values: object) -> str:
    """Returns the word `name` in the form that the language has for `count`, filled in with it."""
    form = say.get(f"{name}.{plural(say['lang'], count)}", say[name])
    return form.format(count=count, **values)


def on_sheet(say: Mapping[str, str], names: Collection[str] = ()) -> dict[str, str]:
    """Returns the words that a drawing sets by itself, by name: no other, so that the data of a
    sheet stays small.

    names: those that its kind declares besides what every sheet sets, or what their names begin with
    (ticker_).
    """
    groups = tuple(one for one in names if one.endswith("_"))
    named = {*sheets.ON_EVERY_SHEET, *names}
    return {name: text for name, text in say.items() if name in named or name.startswith(groups)}


def to_translate(language: str) -> Iterator[tuple[str, str, str]]:
    """Yields what a translation into `language` has to say: context, Chinese and English text.

    A word that is counted comes once for each plural form that the language has. Nothing for the
    languages of the generator itself.
    """
    if brings(language):
        return
    for room, table in ROOMS.items():
        for name, (chinese, english) in table.items():
            if "." in name:
                continue
            yield f"{room}:{name}", chinese, english
            if f"{name}.one" in table:
                for form in plurals(language):
                    singular = table[f"{name}.one"][1]
                    yield f"{room}:{name}.{form}", chinese, singular if form == "one" else english


def scene_word(*staged: str) -> str:
    """Returns the name of the word that says what a scene shows: by its file and who is in it."""
    return "_".join(("scene", *staged))


def written_out(text: str, say: Mapping[str, str]) -> str:
    """Returns text for files without layout: a blank becomes a run of low lines."""
    return text.replace(BLANK, say["blank"])
