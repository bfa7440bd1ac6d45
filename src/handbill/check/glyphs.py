"""Characters that the fonts of sheets cannot draw: told before a sheet is, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill.check.on_sheets import EVERY, on_sheets
from handbill.check.registry import Context, rule
from handbill.edition.edition import Edition
from handbill.load.fonts import extra_for
from handbill.load.glyphs import Glyphs
from handbill.problems import Both, Problem, Span
from handbill.words.packs import WORDS as PACKS

_OF_PLACES = ("name", "publisher", "signature")


def _details(missing: list[str]) -> dict[str, object]:
    details: dict[str, object] = {
        "character": missing,
        "codepoint": [f"U+{ord(one):04X}" for one in missing],
    }
    extras = dict.fromkeys(filter(None, map(extra_for, missing)))
    if not extras:
        return details
    install = f'pip install "handbill[{",".join(extras)}]"'
    return {**details, "hint": Both(f"{install}。", f"{install}. ")}


@rule
def glyphs_of_texts(context: Context) -> Iterator[Problem]:
    """E702: characters of a text on sheets, in any of their languages, that no font has. What a
    translation says is the same at every place, but for names of places."""
    if not (glyphs := context.glyphs):
        return
    for _, edition in context.spoken:
        shown = list(on_sheets(edition))
        for one in shown:
            if missing := glyphs.missing(one.text, serif=one.body):
                problem = Problem(
                    "E702", one.find(missing[0]), sheet=one.sheet, **_details(missing)
                )
                yield edition.fault(problem, one.sheets)
        if not edition.is_original:
            every = tuple(dict.fromkeys(name for one in shown for name in one.sheets))
            yield from _of_words(context, edition, glyphs, every)


def _of_words(
    context: Context, edition: Edition, glyphs: Glyphs, every: Sequence[str]
) -> Iterator[Problem]:
    """The generator's own words on sheets, and names of the default place and of those above it,
    in a translation that makes some. every: ids of these sheets."""
    catalog = edition.told.catalogs[edition.language]
    names = {
        getattr(place, field)
        for place in context.collection.tree.upwards(edition.place.id)
        for field in _OF_PLACES
    }
    for message in catalog.every if every else ():
        own = (message.context or "").partition(":")
        shown = own[2] not in PACKS if own[0] == "sheet" else message.original in names
        missing = glyphs.missing(message.text, serif=False) if shown and message.is_used else []
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
