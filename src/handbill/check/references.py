"""References: every id that is named somewhere is defined somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from handbill.check.registry import Context, rule
from handbill.load.files import Campaign
from handbill.load.sourced import Sourced
from handbill.load.validate import near
from handbill.model.case import AdjudicatedCase
from handbill.problems import Both, Problem, Span

AUDIENCE, CASE = Both("对象", "audience"), Both("案例", "case")
CLAIM, SOURCE = Both("法律事实", "claim"), Both("来源", "source")
ROLE, PLACE = Both("本地电话", "contact role"), Both("地区", "place")
DISGUISE, TOPIC = Both("伪装", "disguise"), Both("分组", "topic")
GROUP, NUMBER = Both("问题组", "group of questions"), Both("号码", "number")
ASKED, PROMISED = Both("被拉的人", "entry of asked"), Both("承诺", "entry of promised")
SITUATION = Both("情形", "situation")
MATERIAL = Both("资料", "material")
LOOK, PICTURE = Both("配色", "palette"), Both("图", "picture")

_SHOWN = 20


class _Names:
    """What is defined in one campaign."""

    def __init__(self, campaign: Campaign) -> None:
        facts = campaign.campaign.value
        self.claims = [claim.id for claim in campaign.claims.value.claims]
        self.topics = [topic.id for topic in campaign.claims.value.topics]
        self.sources = [source.id for source in campaign.sources.value.sources]
        self.roles = [role.id for role in facts.contact_roles]
        self.numbers = [hotline.number for hotline in facts.numbers]
        self.cases = [case.id for case in campaign.cases]
        self.audiences = [audience.id for audience in campaign.audiences]
        kept = campaign.disguises.value if campaign.disguises else None
        self.disguises = [item.id for item in kept.disguises] if kept else []
        self.asked = [tag.id for tag in kept.asked] if kept else []
        self.promised = [tag.id for tag in kept.promised] if kept else []


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


def _each(
    kind: Both,
    names: Sequence[str],
    known: Sequence[str],
    file: Sourced[Any],
    *path: str | int,
    passed: Collection[str] = (),
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        yield from unknown_name(kind, name, known, file.span(*path, index), passed=passed)


@rule
def references_of_the_law(context: Context) -> Iterator[Problem]:
    """E303 in claims.yml and sources.yml."""
    for campaign in context.campaigns:
        names, claims, sources = _Names(campaign), campaign.claims, campaign.sources
        for index, claim in enumerate(claims.value.claims):
            yield from unknown_name(
                SOURCE, claim.source, names.sources, claims.span("claims", index, "source")
            )
            yield from unknown_name(
                TOPIC, claim.topic, names.topics, claims.span("claims", index, "topic")
            )
        for index, source in enumerate(sources.value.sources):
            yield from unknown_name(
                SOURCE,
                source.superseded_by,
                names.sources,
                sources.span("sources", index, "superseded_by"),
            )


@rule
def references_of_the_campaign(context: Context) -> Iterator[Problem]:
    """E303 in campaign.yml, help.yml, quiz.yml and why.yml."""
    places = [place.id for place in context.collection.places.value.places]
    for campaign in context.campaigns:
        names, facts = _Names(campaign), campaign.campaign
        yield from unknown_name(
            PLACE, facts.value.default_place, places, facts.span("default_place")
        )
        yield from _each(CLAIM, facts.value.home.changes, names.claims, facts, "home", "changes")
        if guide := campaign.help:
            for index, situation in enumerate(guide.value.situations):
                at = ("situations", index)
                yield from _each(NUMBER, situation.calls, names.numbers, guide, *at, "calls")
                yield from _each(ROLE, situation.contacts, names.roles, guide, *at, "contacts")
                yield from _each(CLAIM, situation.claims, names.claims, guide, *at, "claims")
        if why := campaign.why:
            situations = [str(one.number) for one in guide.value.situations] if guide else []
            yield from _each(
                SITUATION,
                [str(one) for one in why.value.sheet.situations],
                situations,
                why,
                "sheet",
                "situations",
                passed=(
                    [str(one) for one in why.value.sheet.situations]
                    if "help" in campaign.unread
                    else ()
                ),
            )
        if quiz := campaign.quiz:
            groups = [question.group for question in quiz.value.questions]
            for index, question in enumerate(quiz.value.questions):
                yield from _each(
                    CLAIM, question.claims, names.claims, quiz, "questions", index, "claims"
                )
            for index, verdict in enumerate(quiz.value.verdicts):
                yield from unknown_name(
                    GROUP, verdict.group, groups, quiz.span("verdicts", index, "group")
                )


@rule
def references_of_audiences(context: Context) -> Iterator[Problem]:
    """E303 in the files of audiences and their materials."""
    for campaign in context.campaigns:
        names, passed = _Names(campaign), campaign.unread
        for file in campaign.audiences:
            value = file.value
            yield from _each(ROLE, value.contacts, names.roles, file, "contacts")
            yield from _each(CLAIM, value.claims, names.claims, file, "claims")
            yield from unknown_name(
                CASE, value.story, names.cases, file.span("story"), passed=passed
            )
            for index, material in enumerate(value.materials):
                at = ("materials", index)
                yield from _each(CLAIM, material.claims, names.claims, file, *at, "claims")
                yield from _each(
                    ROLE, getattr(material, "contacts", ()), names.roles, file, *at, "contacts"
                )
                yield from unknown_name(
                    CASE, material.case, names.cases, file.span(*at, "case"), passed=passed
                )


@rule
def references_of_cases(context: Context) -> Iterator[Problem]:
    """E303 in the files of cases."""
    for campaign in context.campaigns:
        names, passed = _Names(campaign), campaign.unread
        for file in campaign.cases:
            case = file.value
            yield from _each(
                AUDIENCE, case.audiences, names.audiences, file, "audiences", passed=passed
            )
            if "disguises" not in passed:
                yield from _each(DISGUISE, case.disguises, names.disguises, file, "disguises")
                yield from _each(ASKED, case.asked, names.asked, file, "asked")
                yield from _each(PROMISED, case.promised, names.promised, file, "promised")
            yield from _each(CLAIM, case.claims, names.claims, file, "claims")
            if isinstance(case, AdjudicatedCase):
                yield from unknown_name(SOURCE, case.source, names.sources, file.span("source"))


@rule
def contact_roles_of_places(context: Context) -> Iterator[Problem]:
    """E303: a place's contact whose role no campaign knows."""
    roles = [role for campaign in context.campaigns for role in _Names(campaign).roles]
    places = context.collection.places
    for index, place in enumerate(places.value.places):
        for role in place.contacts:
            yield from unknown_name(
                ROLE, role, roles, places.key_span("places", index, "contacts", role)
            )


@rule
def looks_and_pictures(context: Context) -> Iterator[Problem]:
    """E304: a palette or picture that the templates do not have."""

    def missing(
        kind: Both, name: str | None, known: Collection[str] | None, span: Span
    ) -> Iterator[Problem]:
        if name is not None and known is not None and name not in known:
            yield Problem(
                "E304", span, kind=kind, id=name, known=sorted(known), suggestion=near(name, known)
            )

    for campaign in context.campaigns:
        for file in campaign.audiences:
            yield from missing(LOOK, file.value.look, context.looks, file.span("look"))
            yield from missing(PICTURE, file.value.picture, context.pictures, file.span("picture"))
            for index, material in enumerate(file.value.materials):
                at = ("materials", index)
                yield from missing(LOOK, material.look, context.looks, file.span(*at, "look"))
                yield from missing(
                    PICTURE, material.picture, context.pictures, file.span(*at, "picture")
                )


@rule
def sizes(context: Context) -> Iterator[Problem]:
    """E305: a size that the kind's preset does not have."""
    for campaign in context.campaigns:
        for file in campaign.audiences:
            for index, material in enumerate(file.value.materials):
                preset = context.presets.get(material.kind)
                for number, size in enumerate(material.sizes):
                    if preset is not None and size not in preset.sizes:
                        yield Problem(
                            "E305",
                            file.span("materials", index, "sizes", number),
                            kind=Both(preset.title.zh, preset.title.en),
                            size=size,
                            known=list(preset.sizes),
                            suggestion=near(size, preset.sizes),
                        )


@rule
def withdrawn_cases(context: Context) -> Iterator[Problem]:
    """E307: a withdrawn case that is still used."""
    for campaign in context.campaigns:
        withdrawn = {case.id for case in campaign.cases if case.value.status == "withdrawn"}
        for file in campaign.audiences:
            if file.value.story in withdrawn:
                yield Problem("E307", file.span("story"), id=file.value.story)
            for index, material in enumerate(file.value.materials):
                if material.case in withdrawn:
                    yield Problem("E307", file.span("materials", index, "case"), id=material.case)
