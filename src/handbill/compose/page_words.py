"""The site's own words, in Chinese and English. Campaigns bring all other copy."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_TABLE: dict[str, tuple[str, str]] = {
    # Header, footer, navigation
    "skip": ("跳到正文", "Skip to content"),
    "leave": ("快速离开", "Leave now"),
    "menu": ("菜单", "Menu"),
    "home": ("首页", "Home"),
    "crumbs": ("当前位置", "You are here"),
    "around": ("在您身边", "Around you"),
    "cases": ("案例", "Cases"),
    "materials": ("资料", "Materials"),
    "law": ("法律", "Law"),
    "search": ("搜索", "Search"),
    "publisher": ("发布", "Published by"),
    "applies_to": ("适用地区", "For"),
    "checked": ("内容核对", "Checked"),
    "checked_next": ("{checked}，下次不晚于{review}", "{checked}, next by {review}"),
    "corrections": ("更正与下架", "Corrections"),
    "website": ("网址", "Website"),
    "checked_here": ("本地核对", "Checked locally"),
    "blank": ("待填写", "to be filled in"),
    "no_data": ("本站不收集个人信息。", "This site collects no personal data."),
    "campaigns": ("宣传主题", "Campaigns"),
    "on_this_page": ("本页内容", "On this page"),
    # Dates and states
    "checked_on": ("核对", "Checked"),
    "next_check": ("下次核对不晚于", "Next check by"),
    "corrected_on": ("更正", "Corrected"),
    "valid_until": ("有效期至", "Valid until"),
    "applies_from": ("施行日期", "Applies from"),
    "issued": ("公布", "issued"),
    "in_force_since": ("起施行", "in force"),
    "under_revision": ("正在修订", "Under revision"),
    "status_in_force": ("现行有效", "In force"),
    "status_under_revision": ("现行有效，正在修订", "In force, under revision"),
    "status_policy": ("政策文件", "Policy document"),
    "status_released": ("已公开发布", "Released"),
    "status_superseded": ("已被替代", "Superseded"),
    "status_withdrawn": ("已撤回", "Withdrawn"),
    "superseded_by": ("现行：", "Now:"),
    "verbatim": ("原文", "Verbatim"),
    "official_text": ("官方原文", "Official text"),
    # Home and audiences
    "which_one": ("您遇到的是哪一种？", "Which is it?"),
    "latest_cases": ("案例", "Cases"),
    "all_cases": ("全部案例和常见伪装", "All cases and disguises"),
    "all_materials": ("全部资料", "All materials"),
    "retire_title": ("旧资料，请撤下", "Take old sheets down"),
    "about": ("关于本站", "About this site"),
    "each_recruits": ("每人再拉{factor}个人：", "If everyone recruits {factor}:"),
    "people": ("{count}人", "{count} people"),
    "round": ("第{number}轮，要拉", "Round {number} needs"),
    "law_says": ("法律怎么说", "What the law says"),
    "story": ("看一个故事", "A story"),
    "materials_for": ("{audience}用的资料", "Materials for {audience}"),
    "all_at_once": ("一次下载全部", "Download all at once"),
    "pack_note": ("一个压缩包：打印和印刷用的 PDF、图片、文字稿、规格单",
                  "One zip: PDFs for office and press, pictures, texts, spec sheet"),
    # Cases
    "cases_lead": ("看清套路，再换一身打扮也认得出。", "Know the trick, and you know it in any dress."),
    "adjudicated": ("公开案例", "Released case"),
    "adjudicated_cases": ("公开案例", "Released cases"),
    "adjudicated_note": ("有判决、处罚决定，或者由机关公开发布；每个都写明来源和阶段。",
                         "With a judgment, a penalty or an official release; each names its source "
                         "and stage."),
    "scenario": ("情景案例（虚构）", "Scenario (fictional)"),
    "scenarios": ("情景案例（虚构）", "Scenarios (fictional)"),
    "disguises_title": ("常见的伪装", "Common disguises"),
    "disguises_note": ("说法会变，拿钱的办法不变。", "The words change, the way to take money does not."),
    "tell": ("识别点：", "What gives it away:"),
    "trick": ("套路{count}步", "The trick in {count} steps"),
    "they_say": ("他们说、他们做", "What they say and do"),
    "really": ("其实是", "What it really is"),
    "signal": ("信号", "Signal"),
    "money": ("钱是怎么走的", "How the money moves"),
    "money_in": ("钱进去", "money in"),
    "money_out": ("付出去", "paid out"),
    "findings": ("查明的事实", "What was found"),
    "tells": ("识别点", "What gives it away"),
    "right": ("做对了什么", "What was done right"),
    "you_can": ("您可以怎么做", "What you can do"),
    "case_facts": ("案件信息", "About the case"),
    "scenario_facts": ("关于这个故事", "About this story"),
    "case_name": ("名称", "Name"),
    "source": ("来源", "Source"),
    "source_entry": ("查看出处", "See the entry"),
    "stage": ("阶段", "Stage"),
    "results": ("结果", "Results"),
    "figure_meaning": ("数字的意思", "What the figures are"),
    "kind_of_case": ("性质", "Kind"),
    "disguise": ("伪装", "Disguise"),
    "ask_correction": ("发现错误、申请更正", "Report an error"),
    "related_materials": ("相关资料", "Related materials"),
    # Law
    "law_title": ("法律怎么说", "What the law says"),
    "law_lead": ("每一句都写明出处、条款和核对日期。", "Each sentence with its source, article and dates."),
    "sources": ("出处", "Sources"),
    "sources_note": ("引用前请再看一遍官方文本；有修订的，以新文本为准。",
                     "Read the official text again before quoting; a newer text prevails."),
    "glossary": ("词语", "Words"),
    # Help and self-test
    "write_like_this": ("短信可以这样写", "What to write"),
    "money_back": ("钱能要回来吗？", "Can the money come back?"),
    "reward": ("举报有奖励吗？", "Is there a reward?"),
    "yes": ("是", "Yes"),
    "no": ("不是", "No"),
    "why_asked": ("为什么问这个", "Why this is asked"),
    "how_to_count": ("数一数，看结果", "Count, and read the result"),
    "how_to_count_note": ("数一数答了几个“是”，从上往下看，第一个符合的就是结果。",
                          "Count each yes; the first line that fits, from the top, is the result."),
    "verdict_rule": ("第{questions}题里，有{count}个或者更多“是”",
                     "Of questions {questions}, {count} or more are yes"),
    "otherwise": ("上面都不符合", "None of the above"),
    # Materials
    "materials_title": ("拿去打印、张贴", "Print and post"),
    "materials_lead": ("免费使用。点开可以看大图、直接打印，也可以下载印刷厂用的文件。",
                       "Free to use. Open one to see it large, print it, or download it for the "
                       "print shop."),
    "filter_audience": ("给谁看", "For whom"),
    "filter_kind": ("是什么", "What"),
    "filter_size": ("多大", "Size"),
    "all": ("全部", "All"),
    "none_fit": ("没有同时符合这几项的资料，请少选一项。", "Nothing fits all of these; choose fewer."),
    "specimen": ("样张：{lacking}还没有填写，请勿张贴。", "Specimen: {lacking} not set; do not post."),
    "valid_version": ("第{version}版", "Version {version}"),
    "print_here": ("打印这一张", "Print this sheet"),
    "by_browser": ("直接打印", "From the browser"),
    "office_file": ("办公打印", "Office printer"),
    "large_file": ("大幅打印", "Large printer"),
    "press_file": ("交给印刷厂", "Print shop"),
    "with_bleed": ("PDF，出血 {bleed} mm，有裁切线", "PDF, bleed {bleed} mm, crop marks"),
    "without_bleed": ("PDF，成品尺寸", "PDF, trim size"),
    "reduced": ("1:{factor} 缩小稿", "drawn at 1:{factor}"),
    "send_picture": ("发到群里", "Send in a chat"),
    "picture_format": ("PNG 图片", "PNG picture"),
    "words_on_sheet": ("上面的字", "The words on it"),
    "use_title": ("怎么用", "How to use it"),
    "use": ("用法", "Use"),
    "readable_from": ("看得清", "Readable from"),
    "metres": ("{count}米以内", "up to {count} m"),
    "post_where": ("贴在", "Post"),
    "post_avoid": ("不要贴在", "Do not post"),
    "take_down": ("撤下", "Take down by"),
    "grounds": ("依据", "Sources"),
    "related_case": ("相关案例", "Related case"),
    "size": ("尺寸", "Size"),
    "side": ("第{number}面", "Side {number}"),
    "cut_here": ("沿虚线剪下", "Cut along the line"),
    # Search and the page for lost addresses
    "search_lead": ("想找什么？", "What are you looking for?"),
    "search_none": ("没有找到。换一个词试试，或者看看下面。", "Nothing found. Try another word."),
    "search_loose": ("没有完全一样的词，下面是相近的结果。", "No exact match; these are near."),
    "search_found": ("找到{count}页", "{count} pages found"),
    "search_failed": ("搜索没有打开，请刷新再试，或者从下面找。",
                      "Search did not open. Reload, or look below."),
    "search_more": ("再看一些", "Show more"),
    "search_no_script": ("搜索需要浏览器的脚本功能。也可以从下面的栏目找。",
                         "Search needs scripts. You can also look below."),
    "search_else": ("也可以从这里找", "Or look here"),
    "not_found": ("没有这一页", "No such page"),
    "not_found_text": ("地址可能写错了，或者这一页已经撤下。",
                       "The address may be wrong, or the page was withdrawn."),
    # Numerals and separators
    "listing": ("、", ", "),
}
_NUMERALS = ("〇一二三四五六七八九十", "0 1 2 3 4 5 6 7 8 9 10")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")


def page_words(language: str) -> Mapping[str, Any]:
    """Every word by name for a language tag (zh-CN, en). `numerals` is a list: numerals[4] is 四.

    Words with {names} are filled by the template.
    """
    column = 0 if language.startswith("zh") else 1
    words: dict[str, Any] = {name: texts[column] for name, texts in _TABLE.items()}
    words["numerals"] = _NUMERALS[1].split() if column else list(_NUMERALS[0])
    return MappingProxyType(words)


def written_day(date: datetime.date, language: str) -> str:
    """2026年11月24日, or 24 November 2026."""
    if language.startswith("zh"):
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
