"""The command publish: the site taken to where it is read, and tried there."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE, Command, path, website
from handbill.cli.context import language_of, print_problems, settings_of, today

if TYPE_CHECKING:
    from handbill.load.settings import Settings
    from handbill.publish.deliver import Delivered


def register(command: Command) -> None:
    """Add this command to the parser."""
    publish = command(
        "publish",
        "把网站放到文件夹、zip 或者 Git 分支里 / take the site to a folder, a zip or a branch of Git",
        _publish,
    )
    publish.value(
        "--to",
        "DIR",
        "文件夹：换成现在的网站，别的文件留着 / a folder: it becomes the site, files of others stay",
        type=path,
    )
    publish.value("--zip", "FILE", "一个 zip / one zip", type=path)
    publish.value(
        "--branch",
        "NAME",
        "Git 分支，例如 gh-pages：多一个提交，不动工作区 / a branch, such as gh-pages: one more commit, "
        "the work tree stays as it is",
    )
    publish.value(
        "--push",
        "REMOTE",
        "再推送这个分支，默认 origin / and push the branch, by default to origin",
        nargs="?",
        const="origin",
    )
    publish.value(
        "--check",
        "URL",
        "看一个正在运行的网站：是不是这里的这一个，服务器设得对不对；只看这个网址 / try a running site: "
        "whether it is the one here, and served as it should be; no other host is asked",
        type=website,
    )
    publish.add_argument(
        "--files",
        nargs=2,
        metavar=("HOST", "DIR"),
        help="把这种服务器、托管的设置写进文件夹，填好网址 / write ready settings for a server or host, "
        "with the site's address: apache, caddy, docker, gitea, github, iis, nginx",
    )


def _publish(options: argparse.Namespace) -> int:
    if options.push and not options.branch:
        print("--push 要和 --branch 一起写。 / --push goes with --branch.", file=sys.stderr)
        return EXIT_USAGE
    published = options.to or options.zip or options.branch
    if not (published or options.check or options.files):
        print(
            "要写放到哪里：--to、--zip、--branch，或者 --check、--files。 / say where: --to, --zip, "
            "--branch, or --check, --files.",
            file=sys.stderr,
        )
        return EXIT_USAGE
    from handbill.publish.branch import require_branch, to_branch
    from handbill.publish.deliver import require_folder, require_zip, to_folder, to_zip

    settings = settings_of(options)
    if options.files and not _written(settings, *options.files):
        return EXIT_USAGE
    if options.to:
        require_folder(settings, options.to)
    if options.zip:
        require_zip(settings, options.zip)
    if options.branch:
        require_branch(settings, options.branch, options.push)
    if published and not _made(settings, options):
        return EXIT_PROBLEMS
    if options.to:
        _say(to_folder(settings, options.to))
    if options.zip:
        _say(to_zip(settings, options.zip))
    if options.branch:
        _say(to_branch(settings, options.branch, options.push))
    return _tried(settings, options) if options.check else EXIT_OK


def _written(settings: Settings, host: str, folder: str) -> bool:
    """Writes the ready files for a host; False for one that there are none for."""
    from handbill.publish.hosting import hosts, write_host_files

    if host not in hosts():
        print(f"没有“{host}”的 / none for {host}: {', '.join(hosts())}", file=sys.stderr)
        return False
    for file in write_host_files(settings, host, path(folder)):
        print(file)
    return True


def _tried(settings: Settings, options: argparse.Namespace) -> int:
    from handbill.model.uri import uri
    from handbill.problems import Severity
    from handbill.publish.tried import try_site

    problems = try_site(settings, uri(options.check))
    if problems:
        print_problems(problems, options)
    errors = sum(one.severity is Severity.ERROR for one in problems)
    print(f"{options.check}: {errors} 个错误 errors，{len(problems) - errors} 个提醒 warnings")
    return EXIT_PROBLEMS if errors else EXIT_OK


def _made(settings: Settings, options: argparse.Namespace) -> bool:
    """Builds the site, strictly, unless it lies there as its sources make it today."""
    import logging

    from handbill.progress import to_terminal
    from handbill.publish import fresh, site

    if fresh.is_clean(settings, today()):
        return True
    site.log_to_terminal(logging.WARNING)
    try:
        language = language_of(options.lang)
        site.build_site(
            settings, options.config_file, strict=True, language=language, progress=to_terminal()
        )
    except site.STOPPED as error:
        print(str(error), file=sys.stderr)
        print("没有发布，也没有动原来的。 / Nothing is published or changed.", file=sys.stderr)
        return False
    return True


def _say(done: Delivered) -> None:
    print(
        f"{done.where}: {done.files} 个文件 files" + ("" if done.changed else "，没有变 unchanged")
    )
    if done.kept:
        print(f"  保留 kept: {'、'.join(done.kept[:9])} （不是生成的 / made by no build）")
