"""Commands that make single files: sheet, picture, impose, pack."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from handbill.cli.arguments import EXIT_OK, EXIT_USAGE, Command, length, path, scale
from handbill.cli.context import cache_of, checked_of, language_of, say_damaged

if TYPE_CHECKING:
    from handbill.publish.product import Product
    from handbill.render.cache import RenderCache

_WHICH = "哪个活动；几个活动有同名的资料时要写 / campaign, where several have such a material"


def register(command: Command) -> None:
    """Add these commands to the parser."""
    sheet = command("sheet", "做一张印刷品（PDF）/ make one sheet as PDF", _sheet)
    sheet.add_argument("material", help="资料编号 / id of the material")
    sheet.add_argument("--size", help="尺寸，默认第一个 / size, the first by default")
    sheet.values(
        "--place", "ID", "地区，可写多次；all 是全部 / place, repeatable; all for every one"
    )
    sheet.value("--campaign", "ID", _WHICH)
    sheet.value(
        "--language", "TAG", "语言，默认活动自己的 / language, the campaign's own by default"
    )
    sheet.choice(
        "--edition",
        "office press large screen",
        "哪一版：office 办公、press 印刷厂、large 大字、screen 手机图 / edition; "
        "office by default, screen for pictures",
    )
    sheet.value("-o --output", "FILE", "存到哪里 / output file", type=path)
    picture = command(
        "picture",
        "一幅图在各种资料上的样子，拼成一张 PNG / one picture as every kind of sheet shows it, on one PNG",
        _picture,
    )
    picture.add_argument("name", help="图的名字 / name of the picture")
    picture.values(
        "--look",
        "LOOK",
        "配色，可写多次；all 是全部；默认第一个对象的 / palette, repeatable; all for every one; "
        "by default that of the first audience",
    )
    picture.value("-o --output", "FILE", "存到哪里 / output file", type=path)
    lay = command(
        "impose",
        "拼版：大张拼成 A4、A3，小卡一纸几份，或者做成小册子 / lay out on A4 or A3: "
        "tiles, several up, a booklet",
        _impose,
    )
    lay.value(
        "source", "source", "PDF 文件，或者资料编号 / a PDF, or the id of a material", type=path
    )
    manner = lay.add_mutually_exclusive_group(required=True)
    for name, text in (
        ("tile", "拼成几张，带重叠和编号 / tiles with overlap and numbers"),
        ("up", "一张纸几份，带裁切线 / several on a page, with cut marks"),
        ("booklet", "骑马订小册子的页序 / pages in booklet order"),
    ):
        manner.add_argument(f"--{name}", choices=["A4", "A3"], help=text)
    lay.add_argument("--size", help="资料的尺寸，默认第一个 / size of the material")
    lay.value("--campaign", "ID", _WHICH)
    lay.value(
        "--overlap",
        "MM",
        "拼贴的重叠，毫米，默认 10 / overlap of tiles in mm",
        type=length,
        default=10.0,
    )
    lay.value(
        "--gutter",
        "MM",
        "几份之间的空，毫米，默认 0；有出血的写两倍出血 / between copies in mm; twice "
        "the bleed, if there is any",
        type=length,
        default=0.0,
    )
    lay.value(
        "--scale",
        "1:N",
        "原稿的比例，默认看文件名 / scale of the drawing, by default as its name says",
        type=scale,
    )
    lay.value("-o --output", "FILE", "存到哪里 / output file", type=path)
    pack = command("pack", "做资料包（zip）/ make packs", _pack)
    pack.values(
        "--audience", "ID", "对象，可写多次，默认全部 / audience, repeatable, all by default"
    )
    pack.values("--kind", "KIND", "种类，可写多次 / kind of material, repeatable")
    pack.values("--size", "SIZE", "尺寸，可写多次 / size, repeatable")
    pack.add_argument(
        "--edition",
        action="append",
        default=[],
        choices=["office", "press", "large", "screen"],
        help="哪一版，可写多次 / edition, repeatable",
    )
    pack.values(
        "--place", "ID", "地区，可写多次；all 是全部 / place, repeatable; all for every one"
    )
    pack.value(
        "-o --output",
        "DIR",
        "存到哪个文件夹，默认 packs / output folder, default packs",
        type=path,
        default=Path("packs"),
    )


def _sheet(options: argparse.Namespace) -> int:
    from handbill.publish.sheet import Order, write_sheet

    checked = checked_of(options)
    names = (options.place, options.campaign, options.language)
    order = Order(options.material, options.size, options.edition, *names)
    cache = cache_of(checked.settings)
    return _written([write_sheet(checked, order, options.output, cache)], cache, options)


def _picture(options: argparse.Namespace) -> int:
    from handbill.publish.picture import write_picture

    checked = checked_of(options)
    cache = cache_of(checked.settings)
    made = write_picture(checked, options.name, options.look, options.output, cache)
    return _written([made], cache, options)


def _impose(options: argparse.Namespace) -> int:
    from handbill.progress import to_terminal
    from handbill.publish.imposed import Layout, Manner, impose_file, impose_material
    from handbill.publish.sheet import Order

    manners: tuple[Manner, ...] = ("tile", "up", "booklet")
    manner = next(one for one in manners if getattr(options, one))
    layout = Layout(
        manner, getattr(options, manner), options.overlap, options.scale, options.gutter
    )
    file: Path = options.source
    if file.suffix:  # ids have no dot; somebody's own PDF needs no site
        if options.size:
            print(
                "--size 只用于资料编号；PDF 文件已经有大小。 / --size is for materials; a PDF has "
                "its size.",
                file=sys.stderr,
            )
            return EXIT_USAGE
        progress = to_terminal()
        with progress.stage("impose"):
            made = impose_file(
                file,
                layout,
                language_of(options.lang),
                options.output,
                partial(progress.count, "impose"),
            )
        return _written([made], None, options)
    checked = checked_of(options)
    cache = cache_of(checked.settings)
    order = Order(str(file), options.size, "office", campaign=options.campaign)
    made = impose_material(checked, order, layout, options.output, cache)
    return _written([made], cache, options)


def _pack(options: argparse.Namespace) -> int:
    from handbill.compose.packs import Selection
    from handbill.progress import to_terminal
    from handbill.publish.packs import write_packs
    from handbill.publish.writer import one_writer

    checked = checked_of(options)
    choice = Selection(options.kind, options.size, options.edition)
    cache = cache_of(checked.settings)
    with one_writer(checked.settings.build_dir, "handbill pack"):
        packs = write_packs(
            checked, options.place, options.audience, choice, options.output, cache, to_terminal()
        )
    return _written(packs, cache, options)


def _written(
    products: Sequence[Product], cache: RenderCache | None, options: argparse.Namespace
) -> int:
    """Name the files, and say what they have replaced: to standard error, since programs read the
    names."""
    for product in products:
        print(product.file)
    if replaced := [str(product.file) for product in products if product.replaced]:
        named = replaced[0] if len(replaced) == 1 else str(len(replaced))
        said = {"zh": f"已替换原来的：{named}", "en": f"replaced: {named}"}
        print(said[language_of(options.lang)], file=sys.stderr)
    if cache:
        say_damaged(cache.damaged, options)
    return EXIT_OK
