"""What each printed sentence of a material rests on: claim, source, article, the day it was checked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from handbill.compose.sheets import imprint
from handbill.edition.edition import Audience, Edition
from handbill.edition.localise import localise
from handbill.edition.placeholders import campaign_values, fill, place_values, with_messages
from handbill.edition.translated import published_languages
from handbill.kinds import printed_case
from handbill.kinds.base import MaterialBase
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.load.sourced import Sourced
from handbill.model.case import AdjudicatedCase
from handbill.model.law import Claim, Source
from handbill.model.telephone import any_of
from handbill.model.text import BLANK, PLACEHOLDER
from handbill.model.texts import walk
from handbill.problems import Both, Span

VERSION = 1
"""Of the JSON. It rises when a name goes or means something else; new names may come."""
Sort = Literal["law", "case", "number", "local", "own", "generator"]
SORTS: Mapping[Sort, Both] = {
    "law": Both("法律事实", "law"),
    "case": Both("案例，据来源", "the case, as its source has it"),
    "number": Both("电话号码", "telephone number"),
    "local": Both("地区填的", "supplied by the place"),
    "own": Both("活动自己的话，不是法律", "the campaign's own words, not law"),
    "generator": Both("Handbill 的话，不是法律", "Handbill's own words, not law"),
}
"""What a sentence is."""
_ENDS = re.compile(
    r"(?<=[。！？!?])(?![。！？!?”’』」）)])|(?<=[。！？!?][”’』」）)])|(?<=\.)\s+(?=[^\W\d_a-z]|[“\"{])|\n+"
)
_LOCAL = ("place", "contact", "reward")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, with their marks and placeholders."""
    return [one.strip() for one in _ENDS.split(text) if one.strip()]


@dataclass(frozen=True)
class Sentence:
    """A printed sentence. field: of the material or of the file that it stands in. claims: ids.
    said: how they are known, by a placeholder, or since it has the words of the claim. checked_on:
    the oldest day on which what it rests on was checked, None where nothing is."""

    text: str
    sort: Sort
    field: str
    span: Span | None
    claims: tuple[str, ...] = ()
    said: Literal["placeholder", "words"] | None = None
    checked_on: datetime.date | None = None

    def plain(self) -> dict[str, Any]:
        """Plain data for programs."""
        return {
            "text": self.text,
            "sort": self.sort,
            "field": self.field,
            "file": self.span.file if self.span else None,
            "line": self.span.line if self.span else None,
            "claims": list(self.claims),
            "said": self.said,
            "checked_on": self.checked_on.isoformat() if self.checked_on else None,
        }


@dataclass(frozen=True)
class Trace:
    """A material in one language at one place, with what each of its sentences rests on."""

    campaign: Campaign
    edition: Edition
    audience: Audience
    material: MaterialBase
    index: int
    """Of the material in its audience."""

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence: copy in the order of its fields, the case that it prints, strips, then what
        all sheets print."""
        return [*self._copy(), *self._case(), *self._strips(), *self._frame()]

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims that the material names or prints, by id."""
        named = [*self.material.claims, *(one for said in self.sentences for one in said.claims)]
        return {one: self.edition.claims[one] for one in dict.fromkeys(named)}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Their sources, and that of its case, by id."""
        case = self.edition.cases.get(self.material.case or "")
        named = [one.source for one in self.claims.values()]
        named += [case.source] if isinstance(case, AdjudicatedCase) else []
        known = self.edition.sources
        return {one: known[one] for one in dict.fromkeys(named) if one in known}

    @cached_property
    def _told(self) -> Sourced[Any]:
        return next(one for one in self.edition.told.audiences if one.id == self.audience.id)

    @cached_property
    def _values(self) -> Mapping[str, str]:
        told = self.edition.told
        values = campaign_values(told, self.edition.words)
        return with_messages(self._told.value, values | place_values(told, self.edition.place))

    def _copy(self) -> Iterator[Sentence]:
        material = self._told.value.materials[self.index]
        for text in material.declared.texts(material):
            span = self._told.span("materials", self.index, *text.path)
            for one in sentences(text.text):
                yield self._sentence(one, ".".join(map(str, text.path)), span)

    def _case(self) -> Iterator[Sentence]:
        file = next((one for one in self.edition.told.cases if one.id == self.material.case), None)
        prints = self.material.declared.prints_case
        if file is None or not prints or not isinstance(file.value, AdjudicatedCase):
            return
        for path, text in printed_case.told(file.value):
            field = f"case.{'.'.join(map(str, path))}"
            for one in sentences(text):
                span, day = file.span(*path), file.value.checked_on
                yield Sentence(one, "case", field, span, checked_on=day)
        facts = self.edition.told.campaign
        yield self._sentence(
            facts.value.disclaimer, "campaign.disclaimer", facts.span("disclaimer")
        )

    def _strips(self) -> Iterator[Sentence]:
        shown = {name for _, name in self.material.declared.ids_in(self.material, "strips")}
        for strip in self.edition.told.comics:
            if strip.id in shown:
                for path, text, _ in walk(strip.value, translatable=True):
                    for one in sentences(text):
                        field = f"strips.{strip.id}.{'.'.join(map(str, path))}"
                        yield self._sentence(one, field, strip.span(*path))

    def _frame(self) -> Iterator[Sentence]:
        told, facts = self.edition.told.campaign, self.edition.campaign
        for index, text in enumerate(told.value.action):
            yield self._sentence(text, "campaign.action", told.span("action", index))
        for index, line in enumerate(self.edition.number_lines()):
            day = facts.numbers[index].checked_on
            span = told.span("numbers", index)
            yield Sentence(line, "number", "campaign.numbers", span, checked_on=day)
        yield self._sentence(told.value.qr_caption, "campaign.qr_caption", told.span("qr_caption"))
        for line in imprint(self.edition, self.material):
            yield Sentence(line, "generator", "imprint", None)

    def _sentence(self, told: str, field: str, span: Span) -> Sentence:
        """A sentence with what it rests on. told: with its placeholders."""
        text = fill(told, self._values)
        named = list(self._named(told))
        claims = [name for kind, name in named if kind in ("claim", "short", "cite")]
        if claims:
            return self._law(text, field, span, claims, "placeholder")
        same = [
            name
            for name, claim in self.edition.claims.items()
            if any(one and one.rstrip("。.") in text for one in (claim.text, claim.short))
        ]
        if same:
            return self._law(text, field, span, same, "words")
        if local := [name for kind, name in named if kind in _LOCAL]:
            days = [
                contact.checked_on or self.edition.place.checked_on
                for one in local
                if (contact := self.edition.place.contacts.get(one))
            ]
            known = [day for day in days if day]
            return Sentence(text, "local", field, span, checked_on=min(known, default=None))
        numbers = [
            one.checked_on
            for one in self.edition.campaign.numbers
            if any_of([one.number]).search(text)
        ]
        if numbers:
            return Sentence(text, "number", field, span, checked_on=min(numbers))
        return Sentence(text, "own", field, span)

    def _law(
        self,
        text: str,
        field: str,
        span: Span,
        names: Sequence[str],
        said: Literal["placeholder", "words"],
    ) -> Sentence:
        ids = tuple(dict.fromkeys(names))
        day = min(self.edition.claims[one].checked_on for one in ids)
        return Sentence(text, "law", field, span, ids, said, day)

    def _named(self, text: str) -> Iterator[tuple[str, str]]:
        """What placeholders of a text name, those of a message by what it says itself."""
        for match in PLACEHOLDER.finditer(text):
            kind, _, name = match[1].partition(".")
            if kind == "message":
                yield from self._named(self._told.value.lengths.get(name, ""))
            elif kind not in ("claim", "cite") or name in self.edition.claims:
                yield kind, name

    def plain(self) -> dict[str, Any]:
        """Plain data for programs; docs/guide/trace.md has its shape."""
        edition, material = self.edition, self.material
        case = edition.cases.get(material.case or "")
        return {
            "campaign": edition.id,
            "material": material.id,
            "title": material.title,
            "version": edition.version(material),
            "language": edition.language,
            "place": edition.place.id,
            "translated": edition.has(self.audience, material),
            "named": list(material.claims),
            "case": case
            and {
                "id": material.case,
                "type": case.type,
                "stage": getattr(case, "stage", None),
                "source": getattr(case, "source", None),
                "checked_on": case.checked_on.isoformat(),
            },
            "sentences": [one.plain() for one in self.sentences],
            "claims": {name: plain_claim(self.campaign, name) for name in self.claims},
            "sources": {name: plain_source(one) for name, one in self.sources.items()},
        }


def plain_claim(campaign: Campaign, name: str) -> dict[str, Any]:
    """A claim as plain data, in the words of its campaign."""
    file = campaign.claims
    index = next(index for index, one in enumerate(file.value.claims) if one.id == name)
    claim, span = file.value.claims[index], file.span("claims", index, "id")
    kept = claim.model_dump(
        mode="json",
        include={
            *("text", "source", "article", "verbatim", "mark"),
            *("applies_from", "checked_on", "review_by"),
        },
    )
    return {**kept, "file": span.file, "line": span.line}


def plain_source(source: Source) -> dict[str, Any]:
    """A source as plain data."""
    return source.model_dump(
        mode="json",
        include={
            *("title", "issuer", "number", "kind", "status", "superseded_by"),
            *("mark", "url", "checked_on", "review_by"),
        },
    )


def trace(
    collection: Collection,
    material: str,
    language: str | None = None,
    place: str | None = None,
    campaigns: Sequence[str] = (),
) -> list[Trace]:
    """Trace a material in each campaign that has one of this id.

    language: the campaign's own if None; a campaign that is not translated into it is left out.
    place: an id, the default place if None. campaigns: ids, all if empty.
    """
    found = []
    for campaign in collection.campaigns:
        own = campaign.campaign.value
        tag = language or own.language
        if tag not in published_languages(campaign) or (campaigns and campaign.id not in campaigns):
            continue
        where = [
            (audience.id, index)
            for audience in campaign.audiences
            for index, one in enumerate(audience.value.materials)
            if one.id == material
        ]
        for name, index in where:
            edition = localise(collection, campaign, place or own.default_place, tag)
            audience = next(one for one in edition.audiences if one.id == name)
            one = audience.file.materials[index]
            found.append(Trace(campaign, edition, audience, one, index))
    return found


def listed(one: Trace, lang: str) -> str:
    """A trace for people, a sentence a line, with what it rests on below it."""
    edition, case = one.edition, one.edition.cases.get(one.material.case or "")
    lines = [f"{one.material.id}  {one.material.title}  {edition.language}  {edition.place.name}"]
    if case:
        stage = getattr(case, "stage", case.type)
        told = Both("相关案例", "case").get(lang)
        lines.append(f"  {told} {one.material.case}  {case.title}  {stage}")
    if not edition.has(one.audience, one.material):
        lines.append(
            "  "
            + Both("这种语言还没有译完，不会印出来", "not wholly translated, so not made").get(lang)
        )
    for number, said in enumerate(one.sentences, start=1):
        text = said.text.replace(BLANK, "____")
        where = f"{said.span.file}:{said.span.line}" if said.span else said.field
        day = f"  {Both('核对', 'checked').get(lang)} {said.checked_on}" if said.checked_on else ""
        lines += [f"{number:3}  {text}", f"       {SORTS[said.sort].get(lang)}{day}  {where}"]
        lines += [f"         {_cited(one, name, lang)}" for name in said.claims]
    printed = {name for said in one.sentences for name in said.claims}
    if quiet := [name for name in one.claims if name not in printed]:
        lines.append(
            Both("写明的依据，纸上没有印出", "grounds that it names and does not print").get(lang)
        )
        lines += [f"         {_cited(one, name, lang)}" for name in quiet]
    return "\n".join(lines)


def _cited(one: Trace, name: str, lang: str) -> str:
    claim = one.claims[name]
    source = one.sources.get(claim.source)
    title = source.short if source else ""
    day = f"{Both('核对', 'checked').get(lang)} {claim.checked_on}"
    return f"{name}  {claim.source} {title} {claim.article or ''}  {day}"
