"""campaign → every text that a translator has to see, once each, with where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbill.edition.senses import PLACES, is_line, sensed
from handbill.edition.translated import needs_translation
from handbill.load.collection import Collection
from handbill.load.files import Campaign, FileType, Group
from handbill.words import to_translate
from handbill.words.languages import is_chinese

REQUIRED: frozenset[Group] = frozenset({"law", "safety"})
"""Groups without a fallback: a page that lacks one of them says so, and leads to the original."""
_SAFETY = {"numbers", "text_message", "action", "steps", "trouble", "trouble_title", "actions"}


@dataclass
class Text:
    """A text to be translated. places: file and line of each occurrence. notes: for translators.
    context: which of the generator's own words it is (site:skip), or its sense where a campaign has
    the text in several; else None. other: one of the generator's words in the other of its languages,
    as the file of a campaign that was written in that has it."""

    text: str
    group: Group
    context: str | None = None
    places: list[tuple[str, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    other: str | None = None


def campaign_texts(collection: Collection, campaign: Campaign, language: str) -> list[Text]:
    """Returns every text of a campaign in the order of its files, then the names of places, then
    the generator's own words, which it has itself in Chinese and English.

    A text that stands in several places is listed once, in its most important group; one that has
    several senses once for each. In the language that the campaign is written in, the generator's
    own words alone.
    """
    if language == campaign.campaign.value.language:
        return list(_own_words(language, language))
    every = list(_all(collection, campaign))
    senses: dict[str, set[str]] = defaultdict(set)
    for text, _, _, _, sense in every:
        senses[text].add(sense)
    found: dict[tuple[str, str | None], Text] = {}
    for text, group, place, notes, sense in every:
        context = sense if len(senses[text]) > 1 else None
        one = found.setdefault((text, context), Text(text, group, context))
        if group in REQUIRED and one.group not in REQUIRED:
            one.group = group
        if place not in one.places:
            one.places.append(place)
        one.notes += [note for note in notes if note not in one.notes]
    return [*found.values(), *_own_words(language, campaign.campaign.value.language)]


def _all(
    collection: Collection, campaign: Campaign
) -> Iterator[tuple[str, Group, tuple[str, int], list[str], str]]:
    """Each text with its group, place, notes and sense."""
    for sort, file in campaign.each():
        for path, text, info, sense in sensed(sort.name, file.value):
            if needs_translation(text):
                notes = [(info and info.description) or ""]
                if is_line(info) and (whole := sense.partition(" | ")[2]):
                    notes.append(f"整句 / the whole: {whole}")
                yield text, _group(sort, path), (file.file, file.span(*path).line), notes, sense
    places = collection.places
    for index, place in enumerate(places.value.places):
        for name in ("name", "publisher", "signature"):
            text = getattr(place, name)
            if text:
                line = places.span("places", index, name).line
                notes, sense = ["地名、单位名 / proper name"], f"{PLACES}.{name}"
                yield text, "places", (places.file, line), notes, sense


def _group(sort: FileType, path: tuple[str | int, ...]) -> Group:
    if path[0] == "materials" or sort.group == "materials":
        return "materials"
    return "safety" if path[0] in _SAFETY else sort.group


def _own_words(language: str, source: str) -> Iterator[Text]:
    """The generator's words: of a campaign in Chinese in Chinese, with the English ones beside them
    for translators who know none; of any other in English."""
    for context, chinese, english in to_translate(language):
        # A mark of Chinese is a word, too: other languages have others.
        if needs_translation(chinese):
            text, other = (chinese, english) if is_chinese(source) else (english, chinese)
            notes = [f"English: {english}"] if text == chinese else []
            if "|" in text:
                notes.append("用 | 分开的几项，项数不变 / parts between |, as many as here")
            if "." in context:
                form = context.rpartition(".")[2]
                notes.append(f"复数形式 / plural form: {form}")
            yield Text(text, "words", context, notes=notes, other=other)
