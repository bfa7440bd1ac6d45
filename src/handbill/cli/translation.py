"""Commands for translators: translate, parity."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, Command
from handbill.cli.context import checked_of, language_of, print_problems

if TYPE_CHECKING:
    from handbill.problems import Problem
    from handbill.translation import Counts, Parity


def register(command: Command) -> None:
    """Add these commands to the parser."""
    translate = command(
        "translate", "新建或者更新译文（PO 文件）/ make or update a translation (PO)", _translate
    )
    translate.value("language", "LANGUAGE", "语言，例如 en、fr / such as en, fr", type=_language)
    translate.value("--campaign", "ID", "哪个活动，默认全部 / campaign, all by default")
    translate.flag("--pseudo", "用假译文填满，看模板 / fill with pseudo-text, to test templates")
    report = command("parity", "译文比原文缺多少 / what translations lack", _parity)
    report.choice("--format", "human json", "输出格式 / output format", default="human")
    report.flag("--strict", "缺法律、安全的译文就算失败 / fail while law or safety is missing")


def _language(text: str) -> str:
    """A language of the command line."""
    from handbill.model.tags import is_tag

    if not is_tag(text):
        raise argparse.ArgumentTypeError(
            f"语言要写成 en、fr、zh-TW 这样，不能是“{text}” / a language is written en, fr or zh-TW"
        )
    return text


def _translate(options: argparse.Namespace) -> int:
    from handbill.load.validate import require_known
    from handbill.problems import Problem, ProblemsFound, span_file
    from handbill.translation import campaign_texts, pseudo, update_catalog
    from handbill.words import brings
    from handbill.writing import write_whole

    checked = checked_of(options)
    language: str = options.language
    campaigns = checked.collection.campaigns
    if options.campaign is not None:
        require_known(options.campaign, [one.id for one in campaigns])
    for campaign in (one for one in campaigns if options.campaign in (None, one.id)):
        facts = campaign.campaign.value
        # zh is no other language than zh-CN; zh-TW is. In a language that the generator does not
        # speak itself, its own words are to be translated.
        own = facts.language
        if f"{own}-".startswith(f"{language}-") and (language != own or brings(own)):
            raise ProblemsFound(
                [Problem("E738", campaign.campaign.span("language"), language=facts.language)]
            )
        file = checked.settings.campaigns_dir / campaign.id / "locale" / f"{language}.po"
        name = span_file(file, checked.settings.root)
        if lost := [one for one in checked.problems if _would_lose(one, name)]:
            raise ProblemsFound(lost)
        before = file.read_text("utf-8-sig") if file.is_file() else None
        texts = campaign_texts(checked.collection, campaign, language)
        made, counts = update_catalog(
            before,
            texts,
            language,
            facts.title,
            facts.issued,
            partial(pseudo, language=language) if options.pseudo else None,
        )
        if made != before:
            write_whole(file, made.encode())
        print(f"{file}: {_counted(counts, language_of(options.lang))}")
    return EXIT_OK


def _would_lose(problem: Problem, file: str) -> bool:
    """Whether a PO file has what it would lose if it were written anew: it cannot be read, or has
    two translations of one text."""
    at = problem.span and problem.span.file == file
    return bool(at and (problem.code == "W642" or problem.cause == "E641"))


def _counted(counts: Counts, language: str) -> str:
    if language == "zh":
        return f"已译 {counts.translated}，待核（fuzzy）{counts.fuzzy}，未译 {counts.missing}"
    return f"{counts.translated} translated, {counts.fuzzy} fuzzy, {counts.missing} missing"


_GROUPS = {
    "law": ("法律", "law"),
    "safety": ("安全", "safety"),
    "frame": ("首页和各页共用", "frame"),
    "audiences": ("对象", "audiences"),
    "cases": ("案例", "cases"),
    "other": ("其他", "other"),
    "materials": ("资料", "materials"),
    "places": ("地名", "places"),
    "words": ("程序用语", "words"),
}


def _parity(options: argparse.Namespace) -> int:
    from handbill.load.left_out import left_out
    from handbill.translation import parity

    checked = checked_of(options)
    if left := left_out(checked.problems):
        print_problems(left, options)
    reports = parity(checked.collection)
    if options.format == "json":
        print(json.dumps([asdict(one) for one in reports], ensure_ascii=False, indent=2))
    else:
        language = language_of(options.lang)
        for one in reports:
            _print_report(one, language)
        if not reports:
            print(
                {
                    "zh": "还没有译文；新建：handbill translate en",
                    "en": "No translations yet; make one: handbill translate en",
                }[language]
            )
    lacking = any(one.missing for one in reports)
    return EXIT_PROBLEMS if options.strict and lacking else EXIT_OK


def _print_report(report: Parity, language: str) -> None:
    column = 0 if language == "zh" else 1
    print(f"{report.file}: {_counted(report.total, language)}")
    for group, counts in report.groups.items():
        print(f"  {_GROUPS[group][column]}: {_counted(counts, language)}")
    if not report.published:
        print(
            {
                "zh": "  还没有上网站：每一页都有的话（名称、电话、声明、首页两个入口）没有译完。",
                "en": "  Not on the site yet: what every page shows is not all translated.",
            }[language]
        )
    for one in report.missing:
        mark = {True: ("待核", "fuzzy"), False: ("未译", "missing")}[one.fuzzy][column]
        print(f"  {mark} {one.file}:{one.line}  {one.text}", file=sys.stdout)
