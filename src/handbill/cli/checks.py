"""Commands that look something over: check, preflight, explain, schema, doctor."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from handbill.cli.arguments import (
    EXIT_OK,
    EXIT_PROBLEMS,
    EXIT_USAGE,
    Command,
    day,
    distance,
    length,
    path,
    scale,
)
from handbill.cli.context import cache_of, language_of, print_problems, settings_of, today, told


def register(command: Command) -> None:
    """Add these commands to the parser."""
    check = command("check", "检查内容，不生成 / check the contents, build nothing", _check)
    check.choice("--format", "human json github", "输出格式 / output format", default="human")
    check.value("--today", "YYYY-MM-DD", "按哪一天检查 / the day to check for", type=day)
    check.flag("--strict", "有警告也算失败 / fail on warnings too")
    check.flag(
        "--sheets",
        "也画每一份印刷品，说出全部画不成的；没变的不重画 / draw every sheet, too, and tell all that cannot "
        "be; none anew that has not changed",
    )
    flight = command(
        "preflight",
        "检查做好的 PDF，别的软件做的也行 / look over finished PDFs, others' too",
        _preflight,
    )
    flight.value("files", "FILE", "PDF 文件 / PDF files", nargs="*", type=path)
    flight.flag("--all", "生成好的网站里的全部印刷品 / every sheet of the built site")
    flight.choice("--edition", "office press large", "当作哪一版检查 / the edition to check for")
    flight.value("--distance", "M", "阅读距离，米 / reading distance in metres", type=distance)
    flight.value("--safe", "MM", "安全边距，毫米 / safe distance from the trim in mm", type=length)
    flight.value(
        "--scale", "1:N", "绘制比例，例如 1:10 / scale of the drawing, such as 1:10", type=scale
    )
    flight.choice("--format", "human json github", "输出格式 / output format", default="human")
    flight.value(
        "--today", "YYYY-MM-DD", "按哪一天检查有效期 / the day to check validity for", type=day
    )
    flight.flag("--strict", "有提醒也算失败 / fail on warnings too")
    explain = command(
        "explain",
        "解释一个问题代码，或者一个字段 / explain a problem code, or a field",
        _explain,
        site=False,
    )
    explain.add_argument(
        "code", help="例如 E104、campaign.action、poster / such as E104, campaign.action, poster"
    )
    schema = command("schema", "写出 JSON Schema / write the JSON Schemas", _schema)
    schema.value("-o --output", "DIR", "文件夹，默认 campaigns/schema / folder", type=path)
    command("doctor", "检查这台电脑缺什么 / what this computer lacks", _doctor, site=False)


def _check(options: argparse.Namespace) -> int:
    from handbill import road
    from handbill.problems import Problem, ProblemsFound
    from handbill.publish.foreseen import foreseen, taken
    from handbill.render.translations import known_faults

    settings = settings_of(options)
    problems: list[Problem] = list(foreseen(settings))
    try:
        checked = road.load_and_check(settings, options.today or today())
        said, cache = checked.problems, cache_of(checked.settings)
        if options.sheets:
            artifacts = road.plan(checked)
            problems += taken(checked.settings, artifacts)
            said = road.lay_out(checked, artifacts, cache)
        else:
            said = (*said, *known_faults(checked, road.renderer(checked, cache)))
        problems += said
    except ProblemsFound as found:
        problems += found.problems
    print_problems(problems, options, options.format)
    return told(problems, options)


def _preflight(options: argparse.Namespace) -> int:
    if bool(options.files) == options.all:
        print(
            "请写出 PDF 文件名，或者只写 --all。 / Name PDF files, or say --all alone.",
            file=sys.stderr,
        )
        return EXIT_USAGE
    from handbill.press.confined import unheard
    from handbill.press.preflight import Wanted, built_files, preflight
    from handbill.problems import ProblemsFound
    from handbill.progress import to_terminal

    progress = to_terminal()
    wanted = Wanted(options.edition, options.distance, options.safe, options.scale)
    try:
        files, root = options.files, Path.cwd()
        if options.all:
            settings = settings_of(options)
            files, root = built_files(settings.site_dir, settings.root), settings.root
        with progress.stage("preflight") as notes:
            problems = preflight(
                files,
                root,
                wanted,
                options.today or today(),
                lambda done: progress.count("preflight", done, len(files)),
                # Of many files, how many are done says more than the pages of one.
                unheard if len(files) > 1 else partial(progress.count, "preflight"),
            )
            notes.append(f"{len(files)} PDF")
    except ProblemsFound as found:
        problems = found.problems
    print_problems(problems, options, options.format)
    return told(problems, options)


def _explain(options: argparse.Namespace) -> int:
    from handbill.editing.field_help import explain_field
    from handbill.load.kinds import load_kinds
    from handbill.problems import Problem, ProblemsFound, explain

    language = language_of(options.lang)
    text = explain(options.code.upper(), language)
    if text is None:
        text = explain_field(options.code, load_kinds(), language)
    if text is None:
        raise ProblemsFound([Problem("E713", None, code=options.code)])
    print(text)
    return EXIT_OK


def _schema(options: argparse.Namespace) -> int:
    from handbill.editing.schema import write_schemas
    from handbill.load.kinds import load_kinds

    folder: Path | None = options.output
    site = settings_of(options) if folder is None or options.config_file.is_file() else None
    if folder is None:
        assert site, "its settings were read, or the command has ended"
        folder = site.campaigns_dir / "schema"
    for file in write_schemas(folder, load_kinds(site)):
        print(file)
    return EXIT_OK


def _doctor(options: argparse.Namespace) -> int:
    from handbill.doctor import examine

    language = language_of(options.lang)
    findings = examine()
    for finding in findings:
        print(finding.line(language))
    return EXIT_PROBLEMS if any(finding.serious for finding in findings) else EXIT_OK
