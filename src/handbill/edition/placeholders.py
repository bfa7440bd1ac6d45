"""The placeholders of copy: the closed list, what stands for each, and filling them in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from handbill.edition.translated import untranslated
from handbill.kinds.audience import AudienceFile
from handbill.load.files import Campaign
from handbill.load.places import ResolvedPlace
from handbill.model.campaign import CampaignFile
from handbill.model.law import Claim, Source
from handbill.model.text import BLANK, PLACEHOLDER, Untranslated
from handbill.model.texts import rebuilt

T = TypeVar("T")


PLACEHOLDERS: dict[str, str] = {
    "place.name": "地区名称 / name of the place",
    "place.full_name": "含上级的地区名称 / name with the places above",
    "place.publisher": "发布单位 / publisher",
    "place.signature": "落款 / signature",
    "place.text_message": "不便说话时怎么办；看地区有没有短信报警号码 / what to do where one cannot "
    "speak, by whether the place has a text-message number",
    "place.text_number": "短信报警号码；没有时是空白 / text-message number, or a blank",
    "campaign.title": "活动名称 / name of the campaign",
    "campaign.valid_until": "有效期至 / valid until",
    "campaign.disclaimer": "声明 / disclaimer",
    "campaign.fiction_notice": "虚构声明 / notice that a story is fiction",
    "number.<name>": "campaign.yml 里有名字的号码 / a number that has a name in campaign.yml",
    "contact.<role>": "本地电话；没有时是空白 / a local number, or a blank",
    "claim.<id>": "法律事实，不带句末句号 / a claim, without its full stop",
    "short.<id>": "法律事实的短句；没有就用整句 / a claim's shorter wording, or the claim",
    "cite.<id>": "法律事实的出处 / where a claim comes from",
    "message.<n>": "本对象的核心信息，不超过 n 字（8、20、60、200、600） / the audience's message in at most "
    "n characters",
    "reward": "奖励说明；没有本地规定时是中性说法 / the local reward rule, or the neutral sentence",
}
"""Every placeholder that copy may use, with its meaning in Chinese and English."""


def text_message_clause(campaign: CampaignFile, place: ResolvedPlace) -> str:
    """Return what a sentence says of asking for help without speaking: the clause with the place's
    number, or the one for places that have none."""
    said = campaign.text_message
    if said is None:
        return ""
    if place.text_message is None:
        return said.without
    return fill(said.clause, {"place.text_number": place.text_message.number})


def citation(source: Source, claim: Claim, say: Mapping[str, str]) -> str:
    """A law with its article; untranslated as long as one of the two is."""
    if not claim.article:
        return source.short
    text = say["citation"].format(source=source.short, article=claim.article)
    return Untranslated(text) if untranslated([source.short, claim.article]) else text


def fill(value: T, values: Mapping[str, str]) -> T:
    """A copy of models, lists and strings in which placeholders are filled in. What is filled with
    an untranslated text is untranslated itself."""

    def filled(text: str) -> str:
        if "{" not in text:
            return text
        parts = [text, *(values[name] for name in PLACEHOLDER.findall(text) if name in values)]
        if len(parts) == 1:
            return text
        new = PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)
        return Untranslated(new) if any(isinstance(one, Untranslated) for one in parts) else new

    return rebuilt(value, filled)


def with_messages(file: object, values: Mapping[str, str]) -> Mapping[str, str]:
    """Return values with the tellings of its message for an audience, unchanged for other files."""
    if not isinstance(file, AudienceFile):
        return values
    return {**values, **fill(message_values(file), values)}


def campaign_values(told: Campaign, say: Mapping[str, str]) -> dict[str, str]:
    """Return what stands for each placeholder that is the same at every place."""
    facts = told.campaign.value
    sources = {source.id: source for source in told.sources.value.sources}
    values = {
        "campaign.title": facts.title,
        "campaign.valid_until": facts.valid_until.isoformat(),
        "campaign.disclaimer": facts.disclaimer,
        "campaign.fiction_notice": facts.fiction_notice,
    }
    for one in facts.every_number():
        if one.name:
            values[f"number.{one.name}"] = one.number
    for claim in told.claims.value.claims:
        for name, said in (("claim", claim.text), ("short", claim.short or claim.text)):
            text = said.rstrip("。.")
            values[f"{name}.{claim.id}"] = Untranslated(text) if untranslated(said) else text
        values[f"cite.{claim.id}"] = (
            citation(sources[claim.source], claim, say)
            if claim.source in sources
            else claim.article or ""
        )
    return values


def place_values(told: Campaign, place: ResolvedPlace) -> dict[str, str]:
    """Return what stands for each placeholder that a place has its own text for."""
    facts = told.campaign.value
    neutral = told.help.value.reward if told.help else None
    values = {
        "place.name": place.name,
        "place.full_name": place.full_name,
        "place.publisher": place.publisher,
        "place.signature": place.signature,
        "place.text_message": text_message_clause(facts, place),
        "place.text_number": place.text_message.number if place.text_message else BLANK,
        "reward": place.reward.text if place.reward else neutral.text if neutral else "",
    }
    for role in facts.contact_roles:
        contact = place.contacts.get(role.id)
        values[f"contact.{role.id}"] = (contact.number if contact else None) or BLANK
    return values


def message_values(audience: AudienceFile) -> dict[str, str]:
    """The audience's message in its lengths, by the placeholder that stands for it."""
    return {f"message.{length}": text for length, text in audience.lengths.items()}


def placeholder_names(campaign: Campaign) -> frozenset[str]:
    """Every placeholder that this campaign's copy may use, roles and claims spelt out."""
    names = {name for name in PLACEHOLDERS if "<" not in name}
    if not (campaign.help and campaign.help.value.reward):
        names.remove("reward")
    facts = campaign.campaign.value
    names |= {f"contact.{role.id}" for role in facts.contact_roles}
    names |= {f"number.{one.name}" for one in facts.every_number() if one.name}
    for claim in campaign.claims.value.claims:
        names |= {f"{name}.{claim.id}" for name in ("claim", "short", "cite")}
    return frozenset(names)
