"""Words of how far a case has got, and those that its stage does not allow.

A person is innocent until a court has found otherwise, whatever a campaign is about: so these words
belong to the generator and to each language, and no campaign can change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbill.words.languages import base_of

WORDS: dict[str, tuple[str, str]] = {
    "stage_accused": ("涉嫌，还没有判决", "Accused, not judged"),
    "stage_penalty": ("行政处罚", "Administrative penalty"),
    "stage_first_instance": ("一审判决", "First-instance judgment"),
    "stage_final": ("生效判决", "Effective judgment"),
    "stage_withdrawn": ("已经撤下", "Taken down"),
    "stage_accused_note": (
        "有人被指控，还没有判决。未经法院依法判决，谁都不是有罪的人；这里写的是办案机关公布的内容。",
        "Somebody is accused of this, and no court has judged it. Nobody is guilty unless a court "
        "finds so; what stands here is what the authorities have released.",
    ),
    "stage_penalty_note": (
        "这是行政机关的处罚决定，不是法院的有罪判决。",
        "This is the decision of an authority, not a conviction by a court.",
    ),
    "stage_first_instance_note": (
        "法院作了一审判决。是否已经生效，这里没有核实；判决可能因为上诉而改变。",
        "A court has judged at first instance. The judgment may be appealed and changed; whether it "
        "has taken effect was not verified here.",
    ),
    "stage_final_note": ("判决已经生效（{day}）。", "The judgment is in effect ({day})."),
    "stage_final_by_note": ("判决最晚到{day}已经生效。", "The judgment was in effect by {day}."),
    "findings_accused": ("指控的内容，还没有经过判决", "What is alleged; no court has judged it"),
    "case_withdrawn": ("这个案例已经撤下", "This case was taken down"),
    "case_withdrawn_lead": (
        "原来写的不再算数，请不要引用，不要转发。",
        "What stood here holds no longer. Please do not quote it or pass it on.",
    ),
    "case_withdrawn_on": ("{day}撤下", "Taken down on {day}"),
    "case_withdrawn_sheets": (
        "手里有写着这个案例的资料，请收起来；张贴着的，请撤下。",
        "If you hold a sheet that tells of it, put it away; if one is posted, take it down.",
    ),
    "news_case_text": ("【{stage}】{text}", "[{stage}] {text}"),
}
"""What pages and feeds say, in Chinese and English."""
ON_SHEETS: dict[str, tuple[str, str]] = {
    "sheet_of_accused": ("所述案件还没有判决", "the case told here has not been judged"),
    "sheet_of_first_instance": (
        "所述案件是一审判决，可能改变",
        "the case told here was judged at first instance, which may change",
    ),
}
"""What stands in the small line at the foot of a sheet that tells of a case."""
MAY_CHANGE = ("accused", "first_instance")
"""Stages that every page, sheet and feed must tell, because what they say may not last."""


@dataclass(frozen=True)
class Claim:
    """What a stage does not allow to be said in one language.

    found: what says it. unless: what, around it, does not say it of anybody: an accusation that is
    named as one, a denial, a quotation.
    """

    found: str
    unless: str

    def within(self, text: str) -> Iterator[str]:
        """Return each wording of a text that says it."""
        passed = [match.span() for match in re.finditer(self.unless, text, re.IGNORECASE)]
        for match in re.finditer(self.found, text, re.IGNORECASE):
            if not any(start <= match.start() < end for start, end in passed):
                yield match[0]


_QUOTED_ZH = "“[^”]*”|「[^」]*」|《[^》]*》"
_QUOTED_EN = '“[^”]*”|"[^"]*"|‘[^’]*’(?!\\w)'
GUILT: Mapping[str, Claim] = {
    "zh": Claim(
        found="罪犯|犯人|[诈骗传销犯罪]{2,4}分子|犯罪(?!嫌疑|线索)|骗子|诈骗犯|(?<!侵)犯了?(?!罪)[^，。；：]{1,24}罪"
        "|判处|判刑|获刑|被判|定罪|有罪|服刑",
        unless=f"{_QUOTED_ZH}|(?:涉嫌|指控|被控|起诉)[^。；！？]*"
        "|(?:没有|没|未|尚未|还没|不是|不等于|并非)[^，。；！？]{0,8}",
    ),
    "en": Claim(
        found=r"\b(?:criminals?|convict(?:ed|s|ion)?|guilty|fraudsters?|swindlers?|scammers?|crooks?"
        r"|offenders?|perpetrators?|sentenced|committed)\b",
        unless=f"{_QUOTED_EN}|(?:accused of|charged with|alleged(?:ly)?|suspected of|suspects?)[^.;!?]*"
        r"|\b(?:not|no|nobody|never|without)\b[^,.;!?]{0,24}",
    ),
}
"""By language: what calls somebody guilty."""
FINALITY: Mapping[str, Claim] = {
    "zh": Claim(
        found="生效判决|判决(?:已经?)?生效|终审|维持原判|最终判决|二审裁定",
        unless=f"{_QUOTED_ZH}|(?:没有|没|未|尚未|还没|是否|不是)[^，。；！？]{{0,8}}",
    ),
    "en": Claim(
        found=r"\b(?:final judgment|effective judgment|upheld|in effect|taken effect)\b",
        unless=rf"{_QUOTED_EN}|\b(?:not|no|never|whether)\b[^,.;!?]{{0,32}}",
    ),
}
"""By language: what says that a judgment can no longer change."""


def not_allowed(stage: str, language: str, text: str) -> Iterator[str]:
    """Return what a text may not say of a case at a stage. A language without a list allows all."""
    table = {"accused": GUILT, "penalty": GUILT, "first_instance": FINALITY}.get(stage, {})
    if claim := table.get(base_of(language)):
        yield from claim.within(text)
