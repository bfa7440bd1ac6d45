"""Commands that make a whole site: build, serve, materialise, finish, new."""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
import time

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, Command, path
from handbill.cli.context import (
    cache_of,
    checked_of,
    language_of,
    print_problems,
    say_damaged,
    settings_of,
    today,
)
from handbill.resources import DEFAULT_STARTER, starters


def register(command: Command) -> None:
    """Add these commands to the parser."""
    build = command("build", "生成整个网站 / build the whole site", _build)
    build.flag(
        "--strict",
        "有断链、译文里有没做成的等警告就算失败 / fail on broken links, on what a translation goes "
        "without, and on MkDocs' warnings",
    )
    serve = command("serve", "在本机看网站，改动后自动刷新 / preview with live reload", _serve)
    serve.value(
        "-a --address",
        "HOST:PORT",
        "地址 / address, default 127.0.0.1:8000",
        default="127.0.0.1:8000",
    )
    tree = command(
        "materialise",
        "把生成的页面写成文件，供其他生成器使用 / write the artifacts as a "
        "docs tree for any generator",
        _materialise,
    )
    tree.value("directory", "DIR", "文件夹 / folder", type=path)
    finish = command(
        "finish", "给已生成的网站做搜索索引、查链接 / index and link-check a built site", _finish
    )
    finish.value("directory", "SITE", "网站文件夹 / site folder", type=path)
    new = command(
        "new", "新建一个能直接生成的站点 / create a site that builds at once", _new, site=False
    )
    new.value("directory", "DIR", "新文件夹 / new folder", type=path)
    known = "; ".join(f"{name}: {' / '.join(titles)}" for name, titles in starters().items())
    new.value(
        "--starter",
        "NAME",
        f"从哪一个样例开始 / site to begin with. {known}",
        default=DEFAULT_STARTER,
    )


def _build(options: argparse.Namespace) -> int:
    import logging

    from handbill.problems import Problem
    from handbill.progress import to_terminal
    from handbill.publish import site
    from handbill.publish.placing import manifest_of

    started = time.perf_counter()
    settings = settings_of(options)
    site.log_to_terminal(logging.WARNING)
    # A build is short and lets go of little (4 MB of 100): looking for garbage all the while would
    # take a tenth of its time.
    gc.disable()
    try:
        built = site.build_site(
            settings,
            options.config_file,
            strict=options.strict,
            language=language_of(options.lang),
            progress=to_terminal(),
        )
    except site.STOPPED as error:
        print(str(error), file=sys.stderr)
        print(
            "没有完成；原来的网站没有动。 / Not built; the site that was there is untouched.",
            file=sys.stderr,
        )
        return EXIT_PROBLEMS
    finally:
        gc.enable()
    files = manifest_of(built.site) or {}
    megabytes = sum(files.values()) / 1e6
    kinds = {
        suffix: sum(path.endswith(suffix) for path in files) for suffix in (".html", ".pdf", ".zip")
    }
    print(f"完成 / done: {built.site}")
    print(
        f"  {kinds['.html']} 个网页 pages，{kinds['.pdf']} 个 PDF，{kinds['.zip']} 个资料包 packs，"
        f"{megabytes:.1f} MB"
    )
    if built.kept:
        print(f"  保留 kept: {'、'.join(built.kept[:9])} （不是生成的 / made by no build）")
    print(f"  总览图 contact sheet: {built.contact_sheet}")
    say_damaged(built.damaged, options)
    if not built.locked:
        print_problems([Problem("W761", None, path=str(settings.build_dir))], options)
    print(f"  用时 time: {time.perf_counter() - started:.1f} s")
    return EXIT_OK


def _serve(options: argparse.Namespace) -> int:
    import logging

    from handbill.publish import site

    settings = settings_of(options)
    site.log_to_terminal(logging.INFO)
    print("Ctrl+C 停止 / to stop", file=sys.stderr)
    with contextlib.suppress(KeyboardInterrupt):
        site.serve_site(settings, address=options.address, language=language_of(options.lang))
    return EXIT_OK


def _materialise(options: argparse.Namespace) -> int:
    from handbill import road
    from handbill.load.left_out import left_out
    from handbill.progress import to_terminal
    from handbill.publish.hand_written import hand_written
    from handbill.publish.materialise import materialise
    from handbill.publish.site_files import Planned
    from handbill.publish.writer import one_writer

    settings = settings_of(options)
    cache = cache_of(settings)
    with one_writer(settings.build_dir, "handbill materialise"):
        stood = hand_written(settings)
        site = road.build(settings, today(), Planned, cache, to_terminal())
        files = materialise(site, options.directory, stood)
    if left := left_out(site.checked.problems):
        print_problems(left, options)
    say_damaged(cache.damaged, options)
    print(f"{options.directory}: {len(files)} 个文件 files")
    print(f"  mkdocs build -f {options.directory / 'mkdocs.yml'}")
    return EXIT_OK


def _finish(options: argparse.Namespace) -> int:
    from handbill import road
    from handbill.progress import to_terminal
    from handbill.publish.finished_site import finish_site, printed_addresses
    from handbill.publish.writer import one_writer

    checked, progress = checked_of(options), to_terminal()
    settings = checked.settings
    with one_writer(settings.build_dir, "handbill finish"):
        _, made = road.settle(checked, road.plan(checked), cache_of(settings), progress)
        printed = printed_addresses(made)
        problems = finish_site(options.directory, settings.site_url, printed, progress)
    if problems:
        print_problems(problems, options)
    return EXIT_PROBLEMS if problems else EXIT_OK


def _new(options: argparse.Namespace) -> int:
    from handbill.scaffold import new_site

    for file in new_site(options.directory, language_of(options.lang), options.starter):
        print(file)
    print(f"下一步 / next:  cd {options.directory}  &&  handbill build")
    return EXIT_OK
