"""References: every id that is named somewhere is defined somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.load.validate import near
from handbill.load.walk import values
from handbill.problems import Both, Problem, Span

AUDIENCE, CASE = Both("对象", "audience"), Both("案例", "case")
CLAIM, SOURCE = Both("法律事实", "claim"), Both("来源", "source")
ROLE, PLACE = Both("本地电话", "contact role"), Both("地区", "place")
FILTER, TOPIC = Both("筛选", "filter"), Both("分组", "topic")
GROUP, NUMBER = Both("问题组", "group of questions"), Both("号码", "number")
KIND = Both("种类", "kind of material")
TAG = Both("筛选词", "word of a filter")
SITUATION = Both("情形", "situation")
MATERIAL = Both("资料", "material")
LOOK, PICTURE, SCENE = Both("配色", "palette"), Both("图", "picture"), Both("小图", "scene")
DEVICE = Both("标记的图形", "device of the lock-up")
PHOTO = Both("照片", "photograph")
PART = Both("通知的项", "part of the notice")

_SHOWN = 20


DEFINED: dict[Both, tuple[str, str]] = {
    CLAIM: ("claims", "claims.*.id"),
    TOPIC: ("claims", "topics.*.id"),
    SOURCE: ("sources", "sources.*.id"),
    ROLE: ("campaign", "contact_roles.*.id"),
    NUMBER: ("campaign", "numbers.*.number"),
    FILTER: ("filters", "filters.*.id"),
    SITUATION: ("help", "situations.*.number"),
    GROUP: ("quiz", "questions.*.group"),
    PHOTO: ("photos", "photos.*.id"),
    PART: ("notice", "parts.*.id"),
}
"""Kind of name → the file of a campaign that defines such names, and where in it."""

_NAMED = (
    ("claims", "claims.*.source", SOURCE),
    ("claims", "claims.*.topic", TOPIC),
    ("sources", "sources.*.superseded_by", SOURCE),
    ("campaign", "home.changes.*", CLAIM),
    ("help", "situations.*.calls.*", NUMBER),
    ("help", "situations.*.contacts.*", ROLE),
    ("help", "situations.*.claims.*", CLAIM),
    ("why", "sheet.situations.*", SITUATION),
    ("quiz", "questions.*.claims.*", CLAIM),
    ("quiz", "verdicts.*.group", GROUP),
    ("notice", "source", SOURCE),
    ("help", "situations.*.covers.*", PART),
    ("quiz", "covers.*", PART),
    ("audiences", "covers.*", PART),
    ("audiences", "materials.*.covers.*", PART),
    ("cases", "covers.*", PART),
    ("audiences", "contacts.*", ROLE),
    ("audiences", "claims.*", CLAIM),
    ("audiences", "story", CASE),
    ("audiences", "materials.*.claims.*", CLAIM),
    ("audiences", "materials.*.case", CASE),
    ("cases", "audiences.*", AUDIENCE),
    ("cases", "claims.*", CLAIM),
    ("cases", "source", SOURCE),
)
"""Files of a campaign, where in them a name stands that is defined elsewhere, and its kind."""


def _known(campaign: Campaign, kind: Both) -> list[str]:
    """Every name of a kind that a campaign defines."""
    if kind in (CASE, AUDIENCE):
        return [one.id for one in (campaign.cases if kind is CASE else campaign.audiences)]
    file, pattern = DEFINED[kind]
    if kind is NUMBER:
        return [key for one in campaign.campaign.value.every_number() for key in one.keys]
    return [str(name) for name, _ in values(getattr(campaign, file), pattern)]


def unknown_name(
    kind: Both, name: str | None, known: Sequence[str], span: Span, *, passed: Collection[str] = ()
) -> Iterator[Problem]:
    """E303 unless `name` is known; `passed` are names of files that are reported as broken."""
    if name is None or name in known or name in passed:
        return
    known = list(dict.fromkeys(known))
    shown = known[:_SHOWN] + (["…"] if len(known) > _SHOWN else [])
    parts = [part.strip() for part in re.split("[，、；;]", name)]
    several = ", ".join(parts) if len(parts) > 1 and set(parts) <= set(known) else None
    yield Problem(
        "E303",
        span,
        kind=kind,
        id=name,
        known=shown or Both("无", "none"),
        suggestion=several or near(name, known),
        hint=(
            Both("几项之间用半角逗号加空格。", "Narrow commas part the items. ") if several else ""
        ),
    )


@rule
def references(context: Context) -> Iterator[Problem]:
    """E303: a name in a campaign's files that nothing defines."""
    for campaign in context.campaigns:
        for files, pattern, kind in _NAMED:
            if DEFINED.get(kind, ("", ""))[0] in campaign.unread:
                continue
            known, named = _known(campaign, kind), getattr(campaign, files)
            for file in named if isinstance(named, tuple) else [named]:
                for name, span in values(file, pattern):
                    yield from unknown_name(kind, str(name), known, span, passed=campaign.unread)


@rule
def words_of_filters(context: Context) -> Iterator[Problem]:
    """E303: a case with a filter, or a word of one, that filters.yml does not have."""
    for campaign in context.campaigns:
        if "filters" in campaign.unread:
            continue
        filters = campaign.filters.value.filters if campaign.filters else ()
        words = {one.id: [value.id for value in one.values] for one in filters}
        for file in campaign.cases:
            for name, tags in file.value.tags.items():
                span = file.key_span("tags", name)
                yield from unknown_name(FILTER, name, list(words), span)
                for index, tag in enumerate(tags if name in words else ()):
                    yield from unknown_name(TAG, tag, words[name], file.span("tags", name, index))


@rule
def kinds_by_name(context: Context) -> Iterator[Problem]:
    """E303: a kind that there is not, in the advice where to post, or in a part of the notice."""
    known = list(context.collection.kinds.by_name)
    for campaign in context.campaigns:
        posted = campaign.campaign
        named = [(name, posted.key_span("post", name)) for name in posted.value.post]
        for name, span in [*named, *values(campaign.notice, "parts.*.kinds.*")]:
            yield from unknown_name(KIND, name, known, span)


@rule
def parts_of_the_help_page(context: Context) -> Iterator[Problem]:
    """E650: a situation shows a part that help.yml does not have."""
    for campaign in context.campaigns:
        if campaign.help:
            for name, span in values(campaign.help, "situations.*.lists.*"):
                if not getattr(campaign.help.value, str(name)):
                    yield Problem("E650", span, name=name)


@rule
def references_of_materials(context: Context) -> Iterator[Problem]:
    """E303: a role that no campaign defines, in whatever field of a material holds contacts; a first
    number that is none of those on sheets."""
    for campaign in context.campaigns:
        known = _known(campaign, ROLE)
        numbers = [key for one in campaign.campaign.value.numbers for key in one.keys]
        for file in campaign.audiences:
            for name, span in values(file, "materials.*.first_number"):
                yield from unknown_name(NUMBER, name, numbers, span)
        for file in campaign.audiences:
            for index, material in enumerate(file.value.materials):
                for path, role in material.declared.ids_in(material, "contacts"):
                    span = file.span("materials", index, *path)
                    yield from unknown_name(ROLE, role, known, span)


@rule
def references_to_places(context: Context) -> Iterator[Problem]:
    """E303: a campaign's default place that is not there; a place's contact whose role no campaign
    knows."""
    places = context.collection.places
    known = [place.id for place in places.value.places]
    for campaign in context.campaigns:
        for name, span in values(campaign.campaign, "default_place"):
            yield from unknown_name(PLACE, name, known, span)
    roles = [role for campaign in context.campaigns for role in _known(campaign, ROLE)]
    for index, place in enumerate(places.value.places):
        for role in place.contacts:
            span = places.key_span("places", index, "contacts", role)
            yield from unknown_name(ROLE, role, roles, span)


@rule
def looks_and_pictures(context: Context) -> Iterator[Problem]:
    """E304: a palette, picture, scene or device that neither the templates nor, of pictures, the
    campaign's photographs have."""
    looks = context.looks.by_name if context.looks else None
    for campaign in context.campaigns:
        known_photos = {str(name) for name in _known(campaign, PHOTO)}
        whole = context.pictures is not None and "photos" not in campaign.unread
        pictures = {*(context.pictures or ()), *known_photos} if whole else None
        named: list[tuple[Both, Collection[str] | None, Iterable[tuple[Any, Span]]]] = [
            (PICTURE, pictures, values(campaign.campaign, "home.picture")),
            (LOOK, looks, values(campaign.campaign, "site_look")),
            (DEVICE, context.devices, values(campaign.campaign, "lockup.devices.*")),
        ]
        for file in campaign.audiences:
            for path in ("", "materials.*."):
                named.append((LOOK, looks, values(file, f"{path}look")))
                named.append((PICTURE, pictures, values(file, f"{path}picture")))
            named.append((SCENE, context.scenes, values(file, "materials.*.scene")))
            named += [
                (LOOK, looks, [(one.declared.look, file.span("materials", index, "kind"))])
                for index, one in enumerate(file.value.materials)
                if one.declared.look
            ]
        for kind, known, found in named:
            for name, span in found:
                if known is not None and name not in known:
                    meant = near(name, known)
                    yield Problem(
                        "E304", span, kind=kind, id=name, known=sorted(known), suggestion=meant
                    )


@rule
def sizes(context: Context) -> Iterator[Problem]:
    """E305: a size that the kind does not have."""
    for campaign in context.campaigns:
        for file in campaign.audiences:
            for index, material in enumerate(file.value.materials):
                kind = material.declared
                for number, size in enumerate(material.sizes):
                    if size not in kind.sizes:
                        yield Problem(
                            "E305",
                            file.span("materials", index, "sizes", number),
                            kind=kind.title,
                            size=size,
                            known=list(kind.sizes),
                            suggestion=near(size, kind.sizes),
                        )


@rule
def withdrawn_cases(context: Context) -> Iterator[Problem]:
    """E307: a withdrawn case that is still used."""
    for campaign in context.campaigns:
        withdrawn = {case.id for case in campaign.cases if case.value.is_withdrawn}
        for file in campaign.audiences:
            for name, span in chain(values(file, "story"), values(file, "materials.*.case")):
                if name in withdrawn:
                    yield Problem("E307", span, id=name)
