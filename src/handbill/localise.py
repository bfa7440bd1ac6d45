"""campaign × place × language → Edition: plain data with nothing left to look up.

Placeholders of a closed list are filled in here, places inherit from their parents, and what
nobody has supplied becomes a blank. A sheet that lacks what a posted sheet must have is a specimen.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar
from urllib.parse import urlsplit

from handbill.kinds import MaterialBase
from handbill.load.bundle import Campaign, Collection
from handbill.model.audience import AudienceFile
from handbill.model.campaign import CampaignFile, CaseTag, Disguise, HelpFile, QuizFile
from handbill.model.case import AdjudicatedCase, Scenario
from handbill.model.catalog import Catalog
from handbill.model.law import Claim, Source, Term, Topic
from handbill.model.place import Place
from handbill.model.recall import Recall
from handbill.model.strip import Strip
from handbill.model.text import BLANK, Model, Untranslated
from handbill.model.texts import with_texts
from handbill.model.why import WhyFile
from handbill.places import ResolvedPlace, earliest, resolve_place
from handbill.words import words, written_day

PLACEHOLDERS: dict[str, str] = {
    "place.name": "地区名称 / name of the place",
    "place.full_name": "含上级的地区名称 / name with the places above",
    "place.publisher": "发布单位 / publisher",
    "place.signature": "落款 / signature",
    "place.text_message": "短信报警号码，没有区号时是写法 / text-message number, or the rule in words",
    "campaign.title": "活动名称 / name of the campaign",
    "campaign.valid_until": "有效期至 / valid until",
    "campaign.disclaimer": "声明 / disclaimer",
    "campaign.fiction_notice": "虚构声明 / notice that a story is fiction",
    "contact.<role>": "本地电话；没有时是空白 / a local number, or a blank",
    "claim.<id>": "法律事实，不带句末句号 / a claim, without its full stop",
    "cite.<id>": "法律事实的出处 / where a claim comes from",
    "message.<n>": "本对象的核心信息，不超过 n 字（8、20、60、200、600） / the audience's message in at most "
                   "n characters",
    "reward": "奖励说明；没有本地规定时是中性说法 / the local reward rule, or the neutral sentence",
}
"""Every placeholder that copy may use, with its meaning in Chinese and English."""

PLACEHOLDER = re.compile(r"\{([A-Za-z][\w.-]*)\}")
_WORDS = re.compile(r"[^\W\d_]|[、。《》！（），：；？]")
"""A letter, or a mark that only Chinese has."""
_MARKS = (".", ",", ";", ":", "?", "!")
_RESERVED = re.compile(r"(^|\.)(example\.(org|com|net)|example|test|invalid|localhost|local)$")

Case = AdjudicatedCase | Scenario
T = TypeVar("T")


def is_reserved_address(site_url: str | None) -> bool:
    """Whether an address is unset or one that is reserved for examples (RFC 2606, RFC 6761)."""
    host = urlsplit(site_url or "").hostname or ""
    return not host or bool(_RESERVED.search(host)) or host.replace(".", "").isdigit()


@dataclass(frozen=True)
class Audience:
    """An audience with its id (the file's name)."""

    id: str
    file: AudienceFile


@dataclass(frozen=True)
class Edition:
    """Everything one campaign says in one place and one language."""

    id: str
    language: str
    languages: tuple[str, ...]
    """Every language that the campaign is published in; the first is the one it is written in."""
    own_words: Mapping[str, str]
    """Translations of the generator's own words, by context; see words.words."""
    site_url: str | None
    leave_url: str | None
    place: ResolvedPlace
    campaign: CampaignFile
    audiences: tuple[Audience, ...]
    cases: Mapping[str, Case]
    strips: Mapping[str, Strip]
    """Strips whose scenario is published."""
    claims: Mapping[str, Claim]
    topics: tuple[Topic, ...]
    sources: Mapping[str, Source]
    terms: tuple[Term, ...]
    disguises: Mapping[str, Disguise]
    asked: Mapping[str, CaseTag]
    promised: Mapping[str, CaseTag]
    """What cases are filtered by, besides their disguises."""
    quiz: QuizFile | None
    why: WhyFile | None
    help: HelpFile | None
    recalls: tuple[Recall, ...]
    """Sheets that must come down, here or elsewhere."""
    message_to_send: str | None
    """What to write to the text-message number, in the campaign's own language: whoever reads it
    there need not know another."""
    lacking: tuple[str, ...]
    """What a posted sheet must have and this edition lacks, in words; empty when complete."""
    today: datetime.date | None = None
    """The day it is made on: what is past by then says so even without a script."""

    @property
    def is_original(self) -> bool:
        """Whether this is the language that the campaign is written in."""
        return self.language == self.languages[0]

    @cached_property
    def words(self) -> dict[str, str]:
        """The generator's own words on sheets."""
        return words(self.language, self.own_words)

    def address(self, path: str) -> str | None:
        """The full address of a path below the site; None while the site has no address."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else None

    def materials(self) -> Iterator[tuple[Audience, MaterialBase]]:
        """Every material with its audience, in the order of the files."""
        for audience in self.audiences:
            for material in audience.file.materials:
                yield audience, material

    def strips_of(self, material: MaterialBase) -> list[Strip]:
        """The published strips that a material shows; those of a comic."""
        return [self.strips[name] for name in getattr(material, "strips", ())
                if name in self.strips]

    def has(self, audience: Audience, material: MaterialBase) -> bool:
        """Whether a material can be made in this language: every word of it is translated, and
        what it takes from elsewhere."""
        return not untranslated([material, *self.strips_of(material), audience.file.picture_alt,
                                 audience.file.label, *(self.claims[name] for name in material.claims)])

    def text_message_number(self) -> str | None:
        """The text-message number of this place, such as 12110027; None without an area code."""
        return _text_message_number(self.campaign, self.place)

    def contacts(self, roles: list[str]) -> list[dict[str, str | None]]:
        """Label and number (None: to be filled in by hand) of local contacts, as sheets need it."""
        labels = {role.id: role.label for role in self.campaign.contact_roles}
        return [{"label": labels[role],
                 "number": contact.number if (contact := self.place.contacts.get(role)) else None}
                for role in roles]

    def contact_lines(self, roles: list[str]) -> list[str]:
        """The same as lines of text, with BLANK for an unknown number."""
        return [self.pair(str(contact["label"]), contact["number"] or BLANK)
                for contact in self.contacts(roles)]

    def number_lines(self) -> list[str]:
        """110 遇险报警 and its like."""
        return [f"{hotline.number} {self.words['join'].join(hotline.words)}"
                for hotline in self.campaign.numbers]

    def action_lines(self) -> list[str]:
        """The three steps, then the numbers."""
        return [self.sentence(self.campaign.action), *self.number_lines()]

    def sentence(self, parts: Sequence[str]) -> str:
        """Lines of a headline as one sentence."""
        text = self.in_one(parts)
        return text if text.endswith(_MARKS) else text + self.words["stop"]

    def in_one(self, parts: Sequence[str]) -> str:
        """Lines of a headline on one line: parted by a comma where they bring no mark of their
        own."""
        text = parts[0]
        for part in parts[1:]:
            text += (" " if text.endswith(_MARKS) else self.words["pause"]) + part
        return text

    def pair(self, title: str, text: str = "") -> str:
        """A title with what follows its colon."""
        return f"{title}{self.words['colon']}{text}".rstrip(" ")

    def written_date(self) -> str:
        """The date under a letter: 2026年11月24日, or 24 November 2026."""
        return written_day(self.campaign.issued, self.language)

    def citation(self, claim_id: str) -> str:
        """《劳动合同法》第九条."""
        claim = self.claims[claim_id]
        return _citation(self.sources[claim.source], claim, self.words)

    def valid_until(self, material: MaterialBase) -> datetime.date:
        """The day a sheet must come down: the earliest of campaign, place and material."""
        return earliest(material.valid_until, self.place.valid_until, self.campaign.valid_until)

    def recalls_here(self) -> tuple[Recall, ...]:
        """The recalls that hold at this place: those for everywhere, for it and for those above."""
        here = {self.place.id, *self.place.ancestors}
        return tuple(one for one in self.recalls if not one.places or here & set(one.places))

    def is_past(self, day: datetime.date) -> bool:
        """Whether something that holds until `day` had run out when this was made."""
        return self.today is not None and day < self.today

    def version(self, material: MaterialBase) -> str:
        """The material's version, or the campaign's."""
        return material.version or self.campaign.version


def _text_message_number(campaign: CampaignFile, place: ResolvedPlace) -> str | None:
    """The prefix and the last three digits of the area code, as the rule of 12110 has it."""
    if campaign.text_message is None or place.area_code is None:
        return None
    return campaign.text_message.prefix + place.area_code[-3:]


def needs_translation(text: str) -> bool:
    """Whether there are words, or marks of Chinese, in a text besides its placeholders."""
    return bool(_WORDS.search(PLACEHOLDER.sub("", text)))


def untranslated(value: object) -> list[str]:
    """The texts below a value, once each, that its language has no translation of."""
    found: dict[str, None] = {}

    def walk(one: object) -> None:
        if isinstance(one, Untranslated):
            found[str(one)] = None
        elif isinstance(one, Model):
            for name in type(one).model_fields:
                walk(getattr(one, name))
        elif isinstance(one, list | tuple):
            for item in one:
                walk(item)
        elif isinstance(one, dict):
            walk(list(one.values()))

    walk(value)
    return list(found)


def _citation(source: Source, claim: Claim, say: Mapping[str, str]) -> str:
    """A law with its article; untranslated as long as one of the two is."""
    if not claim.article:
        return source.short
    text = say["citation"].format(source=source.short, article=claim.article)
    return Untranslated(text) if untranslated([source.short, claim.article]) else text


def _fill(value: T, values: Mapping[str, str]) -> T:
    """A copy of models, lists and strings in which placeholders are filled in. What is filled with
    an untranslated text is untranslated itself."""
    if isinstance(value, str):
        named = [name for name in PLACEHOLDER.findall(value) if name in values]
        if not named:
            return value
        text = PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), value)
        # What is filled in stays of its type, which T is too general to tell.
        return Untranslated(text) if untranslated(  # type: ignore[return-value]
            [value, *(values[name] for name in named)]) else text
    if isinstance(value, Model):
        changed = {name: filled for name in type(value).model_fields
                   if (filled := _fill(old := getattr(value, name), values)) is not old}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, list | tuple):
        items = [_fill(item, values) for item in value]
        if all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return type(value)(items)
    if isinstance(value, dict):
        return {name: _fill(item, values) for name, item in value.items()}  # type: ignore[return-value]
    return value


def _placeholder_values(told: _Told, place: ResolvedPlace, say: Mapping[str, str]
                        ) -> dict[str, str]:
    """What stands for each placeholder, by its name."""
    facts, sources = told.campaign, told.sources
    neutral = told.help.reward if told.help else ""
    values = {
        "place.name": place.name,
        "place.full_name": place.full_name,
        "place.publisher": place.publisher,
        "place.signature": place.signature,
        "place.text_message": _text_message_number(facts, place)
            or (facts.text_message.rule if facts.text_message else ""),
        "campaign.title": facts.title,
        "campaign.valid_until": facts.valid_until.isoformat(),
        "campaign.disclaimer": facts.disclaimer,
        "campaign.fiction_notice": facts.fiction_notice,
        "reward": place.reward.text if place.reward else neutral,
    }
    for role in facts.contact_roles:
        contact = place.contacts.get(role.id)
        values[f"contact.{role.id}"] = (contact.number if contact else None) or BLANK
    for claim in told.claims:
        text = claim.text.rstrip("。.")
        values[f"claim.{claim.id}"] = Untranslated(text) if untranslated(claim.text) else text
        values[f"cite.{claim.id}"] = _citation(sources[claim.source], claim, say) \
            if claim.source in sources else claim.article or ""
    return values


def message_values(audience: AudienceFile) -> dict[str, str]:
    """The audience's message in its lengths, by the placeholder that stands for it."""
    return {f"message.{length}": text for length, text in audience.lengths.items()}


def placeholder_names(campaign: Campaign) -> frozenset[str]:
    """Every placeholder that this campaign's copy may use, roles and claims spelt out."""
    names = {name for name in PLACEHOLDERS if "<" not in name}
    names |= {f"contact.{role.id}" for role in campaign.campaign.value.contact_roles}
    for claim in campaign.claims.value.claims:
        names |= {f"claim.{claim.id}", f"cite.{claim.id}"}
    return frozenset(names)


def _lacking(place: ResolvedPlace, site_url: str | None, say: Mapping[str, str]
             ) -> tuple[str, ...]:
    """What a posted sheet must have and this one would lack, in the words of the language."""
    lacking = []
    if place.publisher == BLANK or "示例" in place.publisher:
        lacking.append(say["publisher"])
    if is_reserved_address(site_url):
        lacking.append(say["site_url"])
    return tuple(lacking)


@dataclass(frozen=True)
class _Told:
    """The files of a campaign in one language, placeholders still in them."""

    campaign: CampaignFile
    sources: Mapping[str, Source]
    claims: list[Claim]
    topics: list[Topic]
    terms: list[Term]
    disguises: list[Disguise]
    asked: list[CaseTag]
    promised: list[CaseTag]
    quiz: QuizFile | None
    why: WhyFile | None
    help: HelpFile | None
    recalls: list[Recall]
    audiences: Mapping[str, AudienceFile]
    cases: Mapping[str, Case]
    strips: Mapping[str, Strip]


def _translated(value: T, catalog: Catalog) -> T:
    """A copy of a model in which each text is translated, or `Untranslated`."""
    return with_texts(value, lambda text: catalog.get(text) or (
        Untranslated(text) if needs_translation(text) else text))


def _tell(campaign: Campaign, catalog: Catalog | None) -> _Told:
    """The published files of a campaign, translated where there is a catalog."""

    def told(value: T) -> T:
        return value if catalog is None else _translated(value, catalog)

    withdrawn = {case.id for case in campaign.cases if case.value.status == "withdrawn"}
    kept = campaign.disguises.value if campaign.disguises else None
    return _Told(
        campaign=told(campaign.campaign.value),
        sources={source.id: told(source) for source in campaign.sources.value.sources},
        claims=[told(claim) for claim in campaign.claims.value.claims],
        topics=[told(topic) for topic in campaign.claims.value.topics],
        terms=[told(term) for term in campaign.glossary.value.terms] if campaign.glossary else [],
        disguises=[told(item) for item in kept.disguises] if kept else [],
        asked=[told(tag) for tag in kept.asked] if kept else [],
        promised=[told(tag) for tag in kept.promised] if kept else [],
        quiz=told(campaign.quiz.value) if campaign.quiz else None,
        why=told(campaign.why.value) if campaign.why else None,
        help=told(campaign.help.value) if campaign.help else None,
        recalls=[told(one) for one in campaign.recalls.value.recalls] if campaign.recalls else [],
        audiences={audience.id: told(audience.value) for audience in campaign.audiences},
        cases={case.id: told(case.value) for case in campaign.cases if case.id not in withdrawn},
        strips={strip.id: told(strip.value) for strip in campaign.comics
                if strip.value.case not in withdrawn})


def lacking_in_translation(campaign: Campaign, catalog: Catalog) -> list[str]:
    """The texts that every page shows and a translation lacks: it is not published with any."""
    facts = _translated(campaign.campaign.value, catalog)
    titles = [catalog.get(one.value.title) or Untranslated(one.value.title)
              for one in campaign.audiences if needs_translation(one.value.title)]
    return untranslated([facts.title, facts.summary, facts.action, facts.numbers,
                         facts.text_message, facts.disclaimer, facts.fiction_notice,
                         facts.home.met, facts.home.look, titles])


def published_languages(campaign: Campaign) -> tuple[str, ...]:
    """The campaign's own language, then those whose translation has what every page shows."""
    return (campaign.campaign.value.language, *(
        tag for tag, catalog in campaign.catalogs.items()
        if not lacking_in_translation(campaign, catalog)))


def _named(place: ResolvedPlace, places: list[Place], catalog: Catalog) -> ResolvedPlace:
    """A place with its names in another language. They are proper names: one that nobody has
    translated stays as it is."""
    def name(text: str) -> str:
        return catalog.get(text) or text

    by_id = {one.id: one.name for one in places}
    full = ", ".join(name(by_id[one]) for one in (place.id, *place.ancestors))
    return replace(place, name=name(place.name), full_name=full,
                   publisher=name(place.publisher), signature=name(place.signature))


def localise(collection: Collection, campaign: Campaign, place_id: str,
             language: str | None = None, today: datetime.date | None = None) -> Edition:
    """The edition of `campaign` for one place, in one of its languages (its own for None).

    today: what is past by then is marked; None marks nothing. Texts that are not translated stand in
    it as `Untranslated`. Raises KeyError when the place or the language is unknown (`check` reports
    it before).
    """
    own = campaign.campaign.value.language
    language = language or own
    catalog = None if language == own else campaign.catalogs[language]
    own_words = catalog.own if catalog else {}
    say = words(language, own_words)
    places = collection.places.value.places
    place = resolve_place(places, place_id)
    if catalog:
        place = _named(place, places, catalog)
    told = _tell(campaign, catalog)
    values = _placeholder_values(told, place, say)
    return Edition(
        id=campaign.id, language=language, languages=published_languages(campaign),
        own_words=own_words, site_url=collection.settings.site_url,
        leave_url=collection.settings.leave_url, place=place,
        campaign=_fill(told.campaign, values),
        audiences=tuple(Audience(name, _fill(file, values | _fill(message_values(file), values)))
                        for name, file in told.audiences.items()),
        cases={name: _fill(case, values) for name, case in told.cases.items()},
        strips={name: _fill(strip, values) for name, strip in told.strips.items()},
        claims={claim.id: claim for claim in told.claims}, topics=tuple(told.topics),
        sources=told.sources, terms=tuple(told.terms),
        disguises={item.id: item for item in told.disguises},
        asked={tag.id: tag for tag in told.asked},
        promised={tag.id: tag for tag in told.promised},
        quiz=_fill(told.quiz, values) if told.quiz else None,
        why=_fill(told.why, values) if told.why else None,
        help=_fill(told.help, values) if told.help else None,
        recalls=tuple(_fill(told.recalls, values)),
        message_to_send=sample.sample if (sample := campaign.campaign.value.text_message) else None,
        lacking=_lacking(place, collection.settings.site_url, say), today=today)


def at_every_place(edition: Edition, collection: Collection, campaign: Campaign
                   ) -> Iterator[Edition]:
    """An edition at each place that there is, for its local page: the campaign's own file, recalls
    and titles are filled in anew, all else stays as it is at the edition's place. So it takes a
    hundredth of the time of `localise`.
    """
    catalog = campaign.catalogs.get(edition.language)
    told = _tell(campaign, catalog)
    local = [name for name, file in told.audiences.items()
             if any(PLACEHOLDER.search(one.title) for one in (file, *file.materials))]
    places = collection.places.value.places
    for one in places:
        place = resolve_place(places, one.id)
        if catalog:
            place = _named(place, places, catalog)
        values = _placeholder_values(told, place, edition.words)

        def at_place(audience: Audience, values: Mapping[str, str] = values) -> Audience:
            if audience.id not in local:
                return audience
            file = told.audiences[audience.id]
            values = {**values, **_fill(message_values(file), values)}
            return replace(audience, file=audience.file.model_copy(update={
                "title": _fill(file.title, values),
                "materials": [material.model_copy(update={"title": _fill(unfilled.title, values)})
                              for material, unfilled in zip(audience.file.materials,
                                                            file.materials, strict=True)]}))

        yield replace(edition, place=place, campaign=_fill(told.campaign, values),
                      recalls=tuple(_fill(told.recalls, values)),
                      audiences=tuple(map(at_place, edition.audiences)),
                      lacking=_lacking(place, collection.settings.site_url, edition.words))
