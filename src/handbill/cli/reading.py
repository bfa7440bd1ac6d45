"""The command about how hard sheets are to read."""

from __future__ import annotations

import argparse
import json

from handbill.cli.arguments import Command
from handbill.cli.context import collection_of, language_of, print_problems, told


def register(command: Command) -> None:
    """Add the command to the parser."""
    sub = command(
        "reading",
        "难词占多少，是哪些；法律原话旁边有没有大白话 / the share of hard words of sheets, and whether "
        "plain words stand beside those of the law",
        _reading,
    )
    sub.value(
        "materials",
        "MATERIAL",
        "资料编号；不写是有预设的对象的每一份 / ids of materials; those of audiences with a budget if "
        "none is named",
        nargs="*",
    )
    sub.value("--language", "LANGUAGE", "语言，默认原文 / language, the original by default")
    sub.values("--campaign", "ID", "哪个活动，默认每一个 / campaign, every one by default")
    sub.choice("--format", "human json github", "输出格式 / output format", default="human")
    sub.flag("--strict", "有提醒也算失败 / fail on warnings too")
    sub.set_defaults(place=[])


def _reading(options: argparse.Namespace) -> int:
    from handbill.compose.reading import listed, reading
    from handbill.edition.translated import published_languages
    from handbill.load.validate import require_known

    collection = collection_of(options)
    for name in options.campaign:
        require_known(name, [one.id for one in collection.campaigns])
    chosen = [
        one for one in collection.campaigns if not options.campaign or one.id in options.campaign
    ]
    known = {
        one.id: one.title
        for campaign in chosen
        for file in campaign.audiences
        for one in file.value.materials
    }
    for name in options.materials:
        require_known(name, known, {title: one for one, title in known.items()})
    if options.language is not None:
        require_known(options.language, [tag for one in chosen for tag in published_languages(one)])
    read, problems = reading(collection, chosen, options.language, options.materials)
    problems += [problem for one in read for problem in one.problems()]
    if options.format == "json":
        print(
            json.dumps(
                {"version": 1, "reading": [one.plain() for one in read]},
                ensure_ascii=False,
                indent=2,
            )
        )
    else:
        if options.format == "human":
            for one in sorted(read, key=lambda one: -one.share):
                print(listed(one, language_of(options.lang)), flush=True)
        if problems or options.format != "human":
            print_problems(problems, options, options.format)
    return told(problems, options)
