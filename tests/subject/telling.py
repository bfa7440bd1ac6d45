"""What only the flagship may say: a list made of its own files, and where any of it is found."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po

from handbill.words import HEADINGS

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "campaigns/anti-pyramid-selling"
_HAN = re.compile(r"[\u3400-\u9fff]")
_BREAK = re.compile(r"[，。、；：？！“”（）,.;:?!|]|\{[^}]*\}")

GENERAL = frozenset(
    """
    上线 下线 层级 骨干 直销 直销员 返利 参与人员 证据 线索 举报 罚款 罚金 刑事责任 行政处罚 一审 二审
    维持原判 典型案例 指导性案例 情景案例 出血 横幅 公开信 明白卡 回执 派出所 物业 居委会 村委会 网格员
    街道办事处 市场监督管理部门 找工作的人 买东西的人 先打电话问 实习 旅游
    """.split()
)
"""Terms of the glossary and of filters that belong to print, law, offices or anybody's readers: a
campaign of any subject may need them."""
GENERAL_ENGLISH = frozenset(
    (
        "level|participant|organiser|leader|report|evidence|banner|travel|upheld|reply slip|"
        "open letter|know-card|quick card|police station|administrative penalty|administrative fine|"
        "scenario (fictional)|job-seekers|friends|people|students|call and ask first|core member|"
        "a position|a title|lead|bleed|den|levels|participants|courses|dating|rebate|rebates"
    ).split("|")
)
"""The same in English."""


def _file(name: str) -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((FLAGSHIP / name).read_text("utf-8"))
    return made


@cache
def telling_texts() -> tuple[str, ...]:
    """Returns the texts that tell the flagship: glossary, headings, filters, words of its own."""
    campaign, help_, why = _file("campaign.yml"), _file("help.yml"), _file("why.yml")
    filters = _file("filters.yml")["filters"]
    return (
        *(one["term"] for one in _file("glossary.yml")["terms"]),
        campaign["title"],
        campaign["home"]["figure_title"],
        campaign["home"]["local"],
        *(help_[part]["title"] for part in ("money", "reward")),
        help_["quiet_title"],
        why["title"],
        *(one["title"] for one in why["conclusions"]),
        *_file("words.yml")["words"].values(),
        *(one[name] for one in filters for name in ("title", "list_title") if name in one),
        *(value["title"] for one in filters for value in one["values"]),
    )


def _runs(text: str) -> set[str]:
    """Returns the runs of a text between marks and placeholders that say something."""
    runs = {run.strip().lower() for run in _BREAK.split(text)}
    return {run for run in runs if len(run) > (2 if _HAN.search(run) else 5)}


def _pairs() -> set[str]:
    """Returns the pairs of characters that its headings say over and over and ours never."""
    said = Counter(
        pair
        for text in _file("words.yml")["words"].values()
        for pair in {text[at : at + 2] for at in range(len(text) - 1)}
    )
    ours = "|".join(text for both in HEADINGS.values() for text in both)
    return {
        pair for pair, count in said.items() if count > 2 and pair not in ours and pair.isalpha()
    }


@cache
def telling() -> frozenset[str]:
    """Returns every run of words, and every number, that tells the flagship. What it words as the
    generator does tells nothing."""
    campaign = _file("campaign.yml")
    numbers = {str(one["number"]) for one in campaign["numbers"]}
    texts, terms = telling_texts(), _file("glossary.yml")["terms"]
    catalog = read_po(io.StringIO((FLAGSHIP / "locale/en.po").read_text("utf-8")))
    english = [str(one.string) for one in catalog if one.id in texts]
    own = {run for said in HEADINGS.values() for text in said for run in _runs(text)}
    runs = {run for text in (*texts, *english) for run in _runs(text)}
    runs |= {one["term"] for one in terms} | {one["english"].lower() for one in terms}
    places = yaml.safe_load((ROOT / "campaigns/places/places.yml").read_text("utf-8"))["places"]
    return frozenset(
        (runs - own - GENERAL - GENERAL_ENGLISH)
        | numbers
        | _pairs()
        | {one["name"] for one in places}
    )


@cache
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    """Returns what finds these terms as words: the longest of those that begin alike."""
    return re.compile(
        "|".join(
            rf"(?<![\w.]){re.escape(term)}(?![\w.]|%)" if term.isascii() else re.escape(term)
            for term in sorted(terms, key=len, reverse=True)
        )
    )


def told(text: str, allowed: Iterable[str] = ()) -> set[str]:
    """Returns what of the flagship a text tells."""
    text = text.lower()
    # Most texts hold none of the terms, which `in` sees far sooner than an alternation of them all.
    there = frozenset(term for term in telling() if term in text)
    return set(_pattern(there).findall(text)) - set(allowed) if there else set()
