"""The command letters: one material to many organisations, outside of the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE, Command, path
from handbill.cli.context import checked_of, language_of, print_problems, settings_of


def register(command: Command) -> None:
    """Add this command to the parser."""
    letters = command(
        "letters",
        "群发信：一份资料，写给表里的每个单位 / letters by merge: one material to every "
        "organisation of a workbook",
        _letters,
    )
    letters.add_argument("material", nargs="?", help="资料编号 / id of the material")
    letters.value(
        "recipients",
        "RECIPIENTS",
        "单位的表：.xlsx、.ods、.csv / workbook of recipients",
        nargs="?",
        type=path,
    )
    letters.value(
        "-o --output",
        "FOLDER",
        "信存到哪个文件夹，要在网站以外；空表存到哪里 / folder of the letters, outside of the site; "
        "where the empty table goes",
        type=path,
    )
    letters.flag("--template", "写出一张空表 / write a table to fill in")
    letters.flag("--one-file", "合成一个文件，不是一封一个 / all in one file, not a file each")
    letters.value("--sheet", "NAME", "只读这张工作表 / read this sheet alone")
    letters.value("--place", "ID", "地区：落款、电话用它的 / place, for publisher and telephones")
    letters.value("--campaign", "ID", "哪个活动 / campaign, where several have such a material")
    letters.values(
        "--language", "TAG", "语言，可写多次；一种语言一份 / language, repeatable: a letter in each"
    )
    letters.value("--size", "SIZE", "尺寸，默认第一个 / size, the first by default")
    letters.choice("--edition", "office press large", "哪一版 / edition", default="office")


def _letters(options: argparse.Namespace) -> int:
    english = language_of(options.lang) == "en"
    if options.template:
        from handbill.editing.recipients_template import write_recipients_template

        target = options.output or Path("recipients.xlsx" if english else "单位.xlsx")
        write_recipients_template(target, "en" if english else "zh")
        print(target)
        return EXIT_OK
    if not (options.material and options.recipients and options.output):
        print(
            "要写上资料、表和文件夹 / name the material, the table and the folder: "
            "handbill letters parents-letter 单位.xlsx -o ../letters",
            file=sys.stderr,
        )
        return EXIT_USAGE
    from handbill.editing.recipients import read_recipients
    from handbill.progress import to_terminal
    from handbill.publish.letters import plan_merge, require_outside, write_letters
    from handbill.publish.sheet import Order

    settings = settings_of(options)
    require_outside(settings, options.output, "E515")
    require_outside(settings, options.recipients, "E516")
    checked = checked_of(options)
    places = [options.place] if options.place else []
    merges = [
        plan_merge(
            checked,
            Order(
                options.material, options.size, options.edition, places, options.campaign, language
            ),
        )
        for language in options.language or [None]
    ]
    recipients, problems = read_recipients(options.recipients, merges[0].shown, options.sheet)
    if problems:
        print_problems(problems, options)
    files, faults = write_letters(
        checked, merges, recipients, options.output, to_terminal(), one_file=options.one_file
    )
    if faults:
        print_problems(faults, options)
    print(
        f"{files} files in {options.output}"
        if english
        else f"{options.output} 里写了 {files} 个文件"
    )
    return EXIT_PROBLEMS if faults else EXIT_OK
