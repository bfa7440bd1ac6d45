"""Characters that the fonts of sheets cannot draw: told before a sheet is, and all of them."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.on_sheets import EVERY, on_sheets
from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.problems import Problem, Span

_OF_PLACES = ("name", "publisher", "signature")


def _details(missing: list[str]) -> dict[str, object]:
    return {"character": missing, "codepoint": [f"U+{ord(one):04X}" for one in missing]}


@rule
def glyphs_of_texts(context: Context) -> Iterator[Problem]:
    """E702: characters of a text on sheets, in any of their languages, that no font has."""
    if not (glyphs := context.glyphs):
        return
    for _, edition in context.spoken:
        if edition.language.endswith(("-XA", "-XB")):
            continue  # a pseudo-locale is for the eyes of developers, not for paper
        for one in on_sheets(edition):
            if missing := glyphs.missing(one.text, serif=one.body):
                problem = Problem(
                    "E702", one.find(missing[0]), sheet=one.sheet, **_details(missing)
                )
                yield edition.fault(problem, one.sheets)
        yield from _of_words(context, edition)


def _of_words(context: Context, edition: Edition) -> Iterator[Problem]:
    """The generator's own words on sheets, in a translation that makes some."""
    catalog = None if edition.is_original else edition.told.catalogs[edition.language]
    every = tuple(dict.fromkeys(name for one in on_sheets(edition) for name in one.sheets))
    if not (catalog and context.glyphs and every):
        return
    words = [one for one in catalog.every if (one.context or "").startswith("sheet:")]
    for message in words:
        missing = [] if message.fuzzy else context.glyphs.missing(message.text, serif=False)
        if missing:
            line, column = catalog.place(message, missing[0])
            span = Span(catalog.file, line, column, column + 1)
            problem = Problem("E702", span, sheet=EVERY, **_details(missing))
            yield edition.fault(problem, every)


@rule
def glyphs_of_places(context: Context) -> Iterator[Problem]:
    """E702: characters in the names of a campaign's default place, or of those above it, that no
    font has. W675: in those of other places, whose packs could not be drawn."""
    if not (glyphs := context.glyphs):
        return
    tree, file = context.collection.tree, context.collection.places
    drawn = {
        one.id
        for campaign, _ in context.editions
        for one in tree.upwards(campaign.campaign.value.default_place)
    }
    for index, place in enumerate(file.value.places):
        for name in _OF_PLACES:
            if missing := glyphs.missing(getattr(place, name) or "", serif=False):
                code = "E702" if place.id in drawn else "W675"
                span = file.find(missing[0], "places", index, name)
                yield Problem(code, span, sheet=place.id, **_details(missing))
