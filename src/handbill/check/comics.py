"""Strips: what they refer to, who is in them, and whether their words fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from handbill.check.registry import Context, rule
from handbill.kinds.base import characters
from handbill.load.fields import label, locate
from handbill.load.files import Campaign
from handbill.load.marks import Path
from handbill.load.validate import near
from handbill.load.walk import items
from handbill.model.case import Scenario
from handbill.model.strip import RED_HELD, Panel, Strip
from handbill.problems import Both, Problem, Span
from handbill.words.languages import has_cells

_NONE = Both("无", "none")
APART = 10
"""Least distance between two figures, in hundredths of the panel: half a head."""


def _unknown(code: str, name: str, known: list[str], span: Span) -> Problem:
    return Problem(code, span, id=name, known=known or _NONE, suggestion=near(name, known))


def _named(campaign: Campaign) -> Iterator[tuple[str, Span]]:
    """Every strip that a material names, and where."""
    for file in campaign.audiences:
        for index, material in enumerate(file.value.materials):
            for path, name in material.declared.ids_in(material, "strips"):
                yield name, file.span("materials", index, *path)


@rule
def strips_of_comics(context: Context) -> Iterator[Problem]:
    """E320: a material of a strip that is not there. E307: of one whose scenario is withdrawn."""
    for campaign in context.campaigns:
        strips = {strip.id: strip.value for strip in campaign.comics}
        withdrawn = {case.id for case in campaign.cases if case.value.is_withdrawn}
        for name, span in _named(campaign):
            if name in strips:
                if strips[name].case in withdrawn:
                    yield Problem("E307", span, id=strips[name].case)
            elif name not in campaign.unread:
                yield _unknown("E320", name, list(strips), span)


@rule
def scenarios_of_strips(context: Context) -> Iterator[Problem]:
    """E321: a strip that tells no scenario."""
    for campaign in context.campaigns:
        known = [case.id for case in campaign.cases if isinstance(case.value, Scenario)]
        for file in campaign.comics:
            name = file.value.case
            if name not in known and name not in campaign.unread:
                yield _unknown("E321", name, known, file.span("case"))


def _panels(context: Context) -> Iterator[tuple[Strip, Panel, Callable[..., Span]]]:
    """Every panel with its strip, and a function that gives the span of a path into it."""
    for campaign in context.campaigns:
        for file in campaign.comics:
            for panel, at in items(file, "panels.*"):
                yield file.value, panel, at


@rule
def people_of_strips(context: Context) -> Iterator[Problem]:
    """E322, E323: someone who is not in the cast, a speaker who is not in the panel; messages come
    from elsewhere, too."""
    for strip, panel, at in _panels(context):
        cast, here = list(strip.cast), [figure.who for figure in panel.figures]
        for index, name in enumerate(here):
            if name not in cast:
                yield _unknown("E322", name, cast, at("figures", index, "who"))
        for index, balloon in enumerate(panel.balloons):
            span = at("balloons", index, "who")
            if balloon.who not in cast:
                yield _unknown("E322", balloon.who, cast, span)
            elif balloon.who not in here and not balloon.message:
                yield Problem("E323", span, id=balloon.who, known=here)


@rule
def people_look_different(context: Context) -> Iterator[Problem]:
    """E420: two of a cast with the same hair and the same tone of the top."""
    for campaign in context.campaigns:
        for file in campaign.comics:
            seen: dict[tuple[str, str], str] = {}
            for name, person in file.value.cast.items():
                look = (person.hair, person.top_tone)
                if look in seen:
                    yield Problem(
                        "E420", file.key_span("cast", name), first_name=seen[look], id=name
                    )
                seen.setdefault(look, name)


def words_with_budgets(strip: Strip) -> Iterator[tuple[str, Path, str]]:
    """Name of the budget, path and text of everything that is set on the sheet."""
    yield "title", ("title",), strip.title
    for number, panel in enumerate(strip.panels):
        at: Path = ("panels", number)
        for index, line in enumerate(panel.caption):
            yield "caption_line", (*at, "caption", index), line
        for index, balloon in enumerate(panel.balloons):
            inside: Path = (*at, "balloons", index, "lines")
            for row, line in enumerate(balloon.lines):
                yield "balloon_line", (*inside, row), line
            yield "balloon", inside, "".join(balloon.lines)


def _rooms(context: Context) -> dict[str, int]:
    """Characters at most by name of the budget: the least of the kinds that show strips."""
    rooms: dict[str, int] = {}
    for kind in context.collection.kinds.by_name.values():
        for field in kind.fields.values():
            for name, budget in field.budgets.items() if field.type == "strips" else ():
                rooms[name] = min(rooms.get(name, budget.characters), budget.characters)
    return rooms


@rule
def words_of_strips(context: Context) -> Iterator[Problem]:
    """E421: words, as filled in for the default place, that are longer than their budget. Of
    languages that part words by spaces the drawing itself says what fits."""
    rooms = _rooms(context)
    for campaign, edition in context.editions:
        if not has_cells(edition.language):
            continue
        files = {file.id: file for file in campaign.comics}
        for name, strip in edition.strips.items():
            for budget, path, text in words_with_budgets(strip):
                limit, count = rooms.get(budget), characters(text)
                if limit is not None and count > limit:
                    span = files[name].span(*path)
                    while not isinstance(path[-1], str):
                        path = path[:-1]
                    yield Problem(
                        "E421",
                        span,
                        field=label(path[-1], locate(Strip, path).field),
                        count=count,
                        limit=limit,
                        over=count - limit,
                    )


@rule
def order_of_balloons(context: Context) -> Iterator[Problem]:
    """E422: who speaks first stands right of who speaks next."""
    for _, panel, at in _panels(context):
        place = {figure.who: figure.at for figure in reversed(panel.figures)}
        for index, (first, second) in enumerate(pairwise(panel.balloons), start=1):
            names = first.who, second.who
            if place.keys() >= set(names) and place[first.who] > place[second.who]:
                span = at("balloons", index, "who")
                yield Problem("E422", span, first_name=first.who, id=second.who)


def _red(strip: Strip, panel: Panel) -> list[str]:
    things: list[str | None] = [prop.name for prop in panel.props if prop.name in strip.red]
    for figure in panel.figures:
        things += [one for one in (figure.near_holds, figure.far_holds) if one in RED_HELD]
    return [thing for thing in things if thing]


@rule
def people_apart(context: Context) -> Iterator[Problem]:
    """E424: one drawn over another, or the same one twice, in a panel. In a detail who sits across the
    table has hands of their own."""
    for _, panel, at in _panels(context):
        for index, second in enumerate(panel.figures):
            for first in panel.figures[:index]:
                if panel.shot == "detail" and first.behind != second.behind:
                    continue
                if first.who == second.who or abs(first.at - second.at) < APART:
                    yield Problem(
                        "E424",
                        at("figures", index, "who" if first.who == second.who else "at"),
                        first_name=first.who,
                        id=second.who,
                        first_at=first.at,
                        at=second.at,
                    )
                    break


@rule
def one_red_thing(context: Context) -> Iterator[Problem]:
    """E423: several red things in a panel."""
    for strip, panel, at in _panels(context):
        if len(red := _red(strip, panel)) > 1:
            yield Problem("E423", at("props" if panel.props else "figures"), known=red)
