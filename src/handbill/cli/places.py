"""The command for places: a workbook to fill in, and the import of one that is filled in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE, Command, path
from handbill.cli.context import language_of, print_problems, settings_of, today

if TYPE_CHECKING:
    from handbill.editing.places_import import Import

SHOWN = 20
"""Changes of one sort that are listed; of more the number is said."""

_SORTS = {
    "added": ("新增 {count} 个", "{count} new"),
    "changed": ("改动 {count} 个", "{count} changed"),
    "moved": ("换了上级 {count} 个", "{count} moved below another place"),
    "missing": ("表里没有、原来有的 {count} 个，{fate}", "{count} not in the table, {fate}"),
}
_FATES = {False: ("保留", "kept"), True: ("去掉", "taken out")}


def register(command: Command) -> None:
    """Add this command to the parser."""
    places = command(
        "places",
        "地区的表格：写出空表，导入填好的表（Excel、WPS、ODS、CSV） / "
        "tables of places: write one to fill in, import one that is filled in",
        _places,
    )
    places.add_argument(
        "action",
        choices=("template", "import"),
        help="template 写出一张空表；import 导入 / write a table; import one",
    )
    places.value("files", "FILE", "要导入的文件 / files to import", nargs="*", type=path)
    places.value(
        "-o --output", "FILE", "空表存到哪里，默认 地区.xlsx / where the table goes", type=path
    )
    places.flag("--filled", "空表里写上现有的地区 / with the places that there are")
    places.value("--sheet", "NAME", "只读这张工作表 / read this sheet alone")
    places.value(
        "--into",
        "NAME.csv",
        "写进 campaigns/places 里哪个文件，默认 places.csv / file of campaigns/places to write",
        type=path,
    )
    places.flag("--replace", "表里没有的地区去掉 / take out places that the table does not name")
    places.flag("--yes", "不问，直接写 / write without asking")


def _places(options: argparse.Namespace) -> int:
    from handbill.load.folders import load_collection
    from handbill.problems import ProblemsFound

    settings = settings_of(options)
    collection, problems = load_collection(settings)
    if collection is None:
        raise ProblemsFound(problems)
    language = language_of(options.lang)
    if options.action == "template":
        from handbill.editing.places_template import write_template

        target = options.output or Path("地区.xlsx" if language == "zh" else "places.xlsx")
        write_template(collection, target, language, filled=options.filled)
        print(target)
        return EXIT_OK
    if not options.files:
        print(
            {
                "zh": "要写上导入哪个文件：handbill places import 地区.xlsx",
                "en": "name the file to import: handbill places import places.xlsx",
            }[language],
            file=sys.stderr,
        )
        return EXIT_USAGE
    from handbill.editing.places_import import read_import, write_import
    from handbill.load.files import PLACES

    name = (options.into or Path(f"{PLACES}.csv")).with_suffix(".csv").name
    ready = read_import(
        collection,
        options.files,
        settings.campaigns_dir / PLACES / name,
        today(),
        sheet=options.sheet,
        swap=options.replace,
    )
    if ready.warnings:
        print_problems(ready.warnings, options)
    _say(ready, language, options.replace)
    if not ready.changed:
        return EXIT_OK
    if not (options.yes or _agreed(ready, language)):
        return EXIT_PROBLEMS
    write_import(ready)
    print({"zh": f"写好了：{ready.target}", "en": f"written: {ready.target}"}[language])
    return EXIT_OK


def _say(ready: Import, language: str, swap: bool) -> None:
    """Print what the import changes."""
    english = language == "en"
    for sheet in ready.passed:
        print(
            f"no table of places, not read: {sheet}"
            if english
            else f"不是地区的表，没有读：{sheet}"
        )
    for sort, texts in _SORTS.items():
        found = [one for one in ready.changes if one.sort == sort]
        if not found:
            continue
        print(texts[english].format(count=len(found), fate=_FATES[swap][english]))
        for one in found[:SHOWN]:
            fields = (f"{header}: {was or '–'} → {now or '–'}" for header, was, now in one.fields)
            print("  " + "  ".join((one.id, one.name, *fields)))
        if len(found) > SHOWN:
            rest = len(found) - SHOWN
            print(f"  and {rest} more" if english else f"  还有 {rest} 个")
    if not ready.changed:
        print("nothing to change" if english else "没有要改的")


def _agreed(ready: Import, language: str) -> bool:
    """Ask whether to write; without a terminal nothing is written and the way is said."""
    english = language == "en"
    if not sys.stdin.isatty():
        print(
            "not written; add --yes to write"
            if english
            else "还没有写。看过没有问题，加上 --yes 再运行一次"
        )
        return False
    ask = f"Write {ready.count} places to {ready.target.name}? [y/N] "
    question = ask if english else f"把 {ready.count} 个地区写进 {ready.target.name}？[y/N] "
    return input(question).strip().casefold() in ("y", "yes", "是")
