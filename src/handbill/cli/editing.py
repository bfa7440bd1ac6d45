"""Commands for editors of campaigns: fmt, admin."""

from __future__ import annotations

import argparse

from handbill.cli.arguments import EXIT_OK, EXIT_PROBLEMS, Command, path
from handbill.cli.context import language_of, print_problems, settings_of


def register(command: Command) -> None:
    """Add these commands to the parser."""
    fmt = command(
        "fmt",
        "把 YAML 文件整理成统一写法，意思不变 / restore the canonical form of YAML files",
        _fmt,
    )
    fmt.value(
        "files", "FILE", "文件，默认 campaigns 里全部 / files, all by default", nargs="*", type=path
    )
    fmt.flag("--check", "只列出要整理的，不改 / list what would change, write nothing")
    fmt.choice("--format", "human json github", "输出格式 / output format", default="human")
    admin = command(
        "admin", "写出网页编辑器的设置（Sveltia CMS） / write the settings of a form editor", _admin
    )
    admin.value("-o --output", "DIR", "文件夹，默认 admin / folder, default admin", type=path)
    admin.value(
        "--package", "FILE", "下载好的编辑器 sveltia-cms-….tgz / the editor's package", type=path
    )


def _fmt(options: argparse.Namespace) -> int:
    from handbill.editing.files import format_files, write_formatted
    from handbill.problems import Problem, Span

    problems: list[Problem] = []
    language = language_of(options.lang)
    for file in format_files(settings_of(options), options.files):
        problems += file.problems
        if not file.changed:
            continue
        if options.check:
            problems.append(Problem("E140", Span(file.name), file=file.name))
            continue
        write_formatted(file)
        note = {"zh": "（原来是 GBK，已改存 UTF-8）", "en": " (was GBK, is UTF-8 now)"}
        print(file.name + (note[language] if file.converted else ""))
    if problems:
        print_problems(problems, options, options.format)
    return EXIT_PROBLEMS if problems else EXIT_OK


def _admin(options: argparse.Namespace) -> int:
    from handbill.editing.admin import write_admin

    settings = settings_of(options)
    for line in write_admin(
        settings,
        options.output or settings.root / "admin",
        options.package,
        language_of(options.lang),
    ):
        print(line)
    return EXIT_OK
