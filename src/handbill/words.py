"""The generator's own words on sheets and in packs, by language. Campaigns bring all other copy."""

from __future__ import annotations

import datetime

from handbill.model.text import BLANK

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "published_by": "发布：{publisher}",
        "version": "版本 {version}",
        "printed": "印制 {month}",
        "valid_until": "有效期至 {date}",
        "origin": "来源：{address}",
        "origin_unset": "来源：网址未设",
        "specimen": "样张",
        "specimen_note": "样张：{lacking}未填写，请勿张贴",
        "listing": "、",
        "publisher": "发布单位",
        "site_url": "网址",
        "bleed": "出血 {bleed} mm",
        "full_scale": "1:1",
        "reduced": "1:{factor} 缩小稿，请放大 {factor} 倍输出",
        "pack_title": "{campaign}：{audience}资料包",
        "spec_file": "规格单.csv",
        "texts_file": "文字稿.txt",
        "licence_file": "使用说明与许可.txt",
        "audience_label": "{campaign} · {label}",
        "blank": "＿＿＿＿",
    },
    "en": {
        "published_by": "Published by {publisher}",
        "version": "version {version}",
        "printed": "printed {month}",
        "valid_until": "valid until {date}",
        "origin": "Source: {address}",
        "origin_unset": "Source: address not set",
        "specimen": "SPECIMEN",
        "specimen_note": "Specimen: {lacking} not set, do not post",
        "listing": ", ",
        "publisher": "publisher",
        "site_url": "address of the site",
        "bleed": "bleed {bleed} mm",
        "full_scale": "1:1",
        "reduced": "drawn at 1:{factor}, print at {factor} times the size",
        "pack_title": "{campaign}: materials for {audience}",
        "spec_file": "spec-sheet.csv",
        "texts_file": "texts.txt",
        "licence_file": "licence-and-imprint.txt",
        "audience_label": "{campaign} · {label}",
        "blank": "________",
    },
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")


def words(language: str) -> dict[str, str]:
    """The words of a language tag (zh-CN, en), Chinese where there are none."""
    return WORDS.get(language.split("-")[0], WORDS["zh"])


def written_day(date: datetime.date, language: str) -> str:
    """2026年11月24日, or 24 November 2026."""
    if language.startswith("zh"):
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def written_out(text: str, language: str) -> str:
    """Text for files without layout: a blank becomes a run of low lines."""
    return text.replace(BLANK, words(language)["blank"])
