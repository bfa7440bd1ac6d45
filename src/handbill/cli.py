"""The `handbill` command. Imports are made where they are needed: help and errors come at once."""

from __future__ import annotations

import argparse
import datetime
import gc
import locale
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from handbill import __version__

if TYPE_CHECKING:
    from handbill import pipeline
    from handbill.problems import Problem
    from handbill.render.cache import RenderCache
    from handbill.report import Format
    from handbill.settings import Settings

EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems found, 2 wrong usage."""
    _speak_utf8()
    parser = command_line()
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return EXIT_USAGE
    from handbill.problems import ProblemsFound

    try:
        result: int = options.run(options)
        sys.stdout.flush()
    except ProblemsFound as found:
        _print_problems(found.problems, options)
        return EXIT_PROBLEMS
    except KeyboardInterrupt:
        print("已停止。 / Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has left; Python must not complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PROBLEMS
    except OSError as error:
        _print_problems([_disk_problem(error)], options)
        return EXIT_PROBLEMS
    return result


def _disk_problem(error: OSError) -> Problem:
    """A disk that is full, read-only or in the way is no fault of the program."""
    from handbill.problems import Problem, Span

    file = Path(error.filename) if isinstance(error.filename, str) else None
    if file and file.exists() and not os.access(file, os.R_OK):
        return Problem("E102", Span(file.as_posix()), {"reason": error.strerror or str(error)})
    return Problem("E709", None, {"path": error.filename or os.curdir,
                                  "reason": error.strerror or str(error)})


def _speak_utf8() -> None:
    """Windows consoles and pipes speak the local code page; our output is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _language(chosen: str | None) -> str:
    """The language of messages: as asked, else the system's, Chinese where it is neither."""
    if chosen:
        return chosen
    name = os.environ.get("LC_ALL") or os.environ.get("LANG") or (locale.getlocale()[0] or "")
    return "en" if name.lower().startswith("en") else "zh"


def _day(text: str) -> datetime.date:
    """A day of the command line."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"日期要写成 2026-11-24 这样，不能是“{text}” / a day is written 2026-11-24") from None


def _length(text: str) -> float:
    """A length of the command line, not negative."""
    try:
        length = float(text)
    except ValueError:
        length = -1.0
    if not 0 <= length < 10_000:
        raise argparse.ArgumentTypeError(
            f"要写一个数，不能是“{text}” / a number, not “{text}”")
    return length


def _distance(text: str) -> float:
    """A reading distance of the command line; nobody reads from no distance."""
    distance = _length(text)
    if not distance:
        raise argparse.ArgumentTypeError(
            f"要大于 0，不能是“{text}” / more than 0, not “{text}”")
    return distance


def _scale(text: str) -> float:
    """A scale of the command line: 1:10, or 0.1."""
    first, _, second = text.replace("：", ":").partition(":")
    try:
        scale = float(first) / float(second or 1)
    except (ValueError, ZeroDivisionError):
        scale = 0.0
    if not 0 < scale <= 1:
        raise argparse.ArgumentTypeError(
            f"比例要写成 1:10 这样，不能是“{text}” / a scale is written 1:10")
    return scale


class _Parser(argparse.ArgumentParser):
    """argparse speaks English only; what to do about it is said in both languages."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, and leave with EXIT_USAGE."""
        self.print_usage(sys.stderr)
        self.exit(EXIT_USAGE, f"命令写错了：{message}\n看怎么写：{self.prog} -h / wrong usage; "
                              f"help: {self.prog} -h\n")


def command_line() -> argparse.ArgumentParser:
    """The parser, with every command and option. docs/guide/commands.md is tested against it."""
    parser = _Parser(
        prog="handbill",
        description="把一份宣传活动（YAML）做成网站、可打印页面、印刷文件和资料包。 / "
                    "Turns one campaign in YAML into a website, printable pages, PDFs and packs.")
    parser.add_argument("--version", action="version", version=f"handbill {__version__}")
    commands = parser.add_subparsers(title="命令 / commands", metavar="COMMAND")

    def command(name: str, text: str, run: Callable[[argparse.Namespace], int],
                site: bool = True) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        sub.add_argument("--lang", choices=["zh", "en"], help="提示的语言 / language of messages")
        if site:
            sub.add_argument("-f", "--config-file", type=Path, default=Path("mkdocs.yml"),
                             metavar="FILE", help="站点设置，默认 mkdocs.yml / site settings")
        return sub

    build = command("build", "生成整个网站 / build the whole site", _build)
    build.add_argument("--strict", action="store_true",
                       help="有断链等网站警告就算失败 / fail on broken links and MkDocs' warnings")
    serve = command("serve", "在本机看网站，改动后自动刷新 / preview with live reload", _serve)
    serve.add_argument("-a", "--address", default="127.0.0.1:8000", metavar="HOST:PORT",
                       help="地址 / address, default 127.0.0.1:8000")
    check = command("check", "检查内容，不生成 / check the contents, build nothing", _check)
    check.add_argument("--format", choices=["human", "json", "github"], default="human",
                       help="输出格式 / output format")
    check.add_argument("--today", type=_day, metavar="YYYY-MM-DD",
                       default=None, help="按哪一天检查 / the day to check for")
    check.add_argument("--strict", action="store_true",
                       help="有警告也算失败 / fail on warnings too")
    sheet = command("sheet", "做一张印刷品（PDF）/ make one sheet as PDF", _sheet)
    sheet.add_argument("material", help="资料编号 / id of the material")
    sheet.add_argument("--size", help="尺寸，默认第一个 / size, the first by default")
    sheet.add_argument("--place", action="append", default=[], metavar="ID",
                       help="地区，可写多次；all 是全部 / place, repeatable; all for every one")
    sheet.add_argument("--edition", choices=["office", "press", "large", "screen"],
                       help="哪一版：office 办公、press 印刷厂、large 大字、screen 手机图 / edition; "
                       "office by default, screen for pictures")
    sheet.add_argument("-o", "--output", type=Path, metavar="FILE", help="存到哪里 / output file")
    lay = command("impose", "拼版：大张拼成 A4、A3，小卡一纸几份，或者做成小册子 / lay out on A4 or A3: "
                  "tiles, several up, a booklet", _impose)
    lay.add_argument("source", help="PDF 文件，或者资料编号 / a PDF, or the id of a material")
    manner = lay.add_mutually_exclusive_group(required=True)
    for name, text in (("tile", "拼成几张，带重叠和编号 / tiles with overlap and numbers"),
                       ("up", "一张纸几份，带裁切线 / several on a page, with cut marks"),
                       ("booklet", "骑马订小册子的页序 / pages in booklet order")):
        manner.add_argument(f"--{name}", choices=["A4", "A3"], help=text)
    lay.add_argument("--size", help="资料的尺寸，默认第一个 / size of the material")
    lay.add_argument("--overlap", type=_length, default=10.0, metavar="MM",
                     help="拼贴的重叠，毫米，默认 10 / overlap of tiles in mm")
    lay.add_argument("--gutter", type=_length, default=0.0, metavar="MM",
                     help="几份之间的空，毫米，默认 0；有出血的写两倍出血 / between copies in mm; twice "
                          "the bleed, if there is any")
    lay.add_argument("--scale", type=_scale, metavar="1:N",
                     help="原稿的比例，默认看文件名 / scale of the drawing, by default as its name says")
    lay.add_argument("-o", "--output", type=Path, metavar="FILE", help="存到哪里 / output file")
    flight = command("preflight", "检查做好的 PDF，别的软件做的也行 / look over finished PDFs, "
                     "others' too", _preflight)
    flight.add_argument("files", nargs="*", type=Path, metavar="FILE", help="PDF 文件 / PDF files")
    flight.add_argument("--all", action="store_true",
                        help="生成好的网站里的全部印刷品 / every sheet of the built site")
    flight.add_argument("--edition", choices=["office", "press", "large"],
                        help="当作哪一版检查 / the edition to check for")
    flight.add_argument("--distance", type=_distance, metavar="M",
                        help="阅读距离，米 / reading distance in metres")
    flight.add_argument("--safe", type=_length, metavar="MM",
                        help="安全边距，毫米 / safe distance from the trim in mm")
    flight.add_argument("--scale", type=_scale, metavar="1:N",
                        help="绘制比例，例如 1:10 / scale of the drawing, such as 1:10")
    flight.add_argument("--format", choices=["human", "json", "github"], default="human",
                        help="输出格式 / output format")
    flight.add_argument("--today", type=_day, metavar="YYYY-MM-DD", default=None,
                        help="按哪一天检查有效期 / the day to check validity for")
    flight.add_argument("--strict", action="store_true",
                        help="有提醒也算失败 / fail on warnings too")
    pack = command("pack", "做资料包（zip）/ make packs", _pack)
    pack.add_argument("--audience", action="append", default=[], metavar="ID",
                      help="对象，可写多次，默认全部 / audience, repeatable, all by default")
    pack.add_argument("--kind", action="append", default=[], metavar="KIND",
                      help="种类，可写多次 / kind of material, repeatable")
    pack.add_argument("--size", action="append", default=[], metavar="SIZE",
                      help="尺寸，可写多次 / size, repeatable")
    pack.add_argument("--edition", action="append", default=[],
                      choices=["office", "press", "large", "screen"],
                      help="哪一版，可写多次 / edition, repeatable")
    pack.add_argument("--place", action="append", default=[], metavar="ID",
                      help="地区，可写多次；all 是全部 / place, repeatable; all for every one")
    pack.add_argument("-o", "--output", type=Path, default=Path("packs"), metavar="DIR",
                      help="存到哪个文件夹，默认 packs / output folder, default packs")
    tree = command("materialise", "把生成的页面写成文件，供其他生成器使用 / write the artifacts as a "
                   "docs tree for any generator", _materialise)
    tree.add_argument("directory", type=Path, metavar="DIR", help="文件夹 / folder")
    finish = command("finish", "给已生成的网站做搜索索引、查链接 / index and link-check a built site",
                     _finish)
    finish.add_argument("directory", type=Path, metavar="SITE", help="网站文件夹 / site folder")
    new = command("new", "新建一个能直接生成的站点 / create a site that builds at once", _new,
                  site=False)
    new.add_argument("directory", type=Path, metavar="DIR", help="新文件夹 / new folder")
    explain = command("explain", "解释一个问题代码 / explain a problem code", _explain, site=False)
    explain.add_argument("code", help="例如 E104 / such as E104")
    schema = command("schema", "写出 JSON Schema / write the JSON Schemas", _schema)
    schema.add_argument("-o", "--output", type=Path, metavar="DIR",
                        help="文件夹，默认 campaigns/schema / folder")
    command("doctor", "检查这台电脑缺什么 / what this computer lacks", _doctor, site=False)
    return parser


def _settings(options: argparse.Namespace) -> Settings:
    from handbill.settings import read_settings

    return read_settings(options.config_file)


def _today() -> datetime.date:
    return datetime.date.today()


def _checked(options: argparse.Namespace) -> pipeline.Checked:
    from handbill import pipeline

    return pipeline.load_and_check(_settings(options), _today())


def _cache(checked: pipeline.Checked) -> RenderCache:
    from handbill import pipeline
    from handbill.render.cache import RenderCache

    return RenderCache(pipeline.build_folder(checked.settings) / "cache")


def _print_problems(problems: Sequence[Problem], options: argparse.Namespace,
                    output_format: Format = "human") -> None:
    from handbill.report import render

    config: Path = getattr(options, "config_file", Path("mkdocs.yml"))
    stream = sys.stderr if output_format == "human" else sys.stdout
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    text = render(problems, root=config.resolve().parent, lang=_language(options.lang),
                  color=colour, format=output_format)
    print(text.rstrip("\n"), file=stream)


def _build(options: argparse.Namespace) -> int:
    import logging

    from handbill.progress import to_terminal
    from handbill.publish import site

    started = time.perf_counter()
    settings = _settings(options)
    site.log_to_terminal(logging.WARNING)
    # A build is short and lets go of little (4 MB of 100): looking for garbage all the while would
    # take a tenth of its time.
    gc.disable()
    try:
        built = site.build_site(settings, options.config_file, strict=options.strict,
                                language=_language(options.lang), progress=to_terminal())
    except site.STOPPED as error:
        print(str(error), file=sys.stderr)
        print("没有完成；原来的网站没有动。 / Not built; the site that was there is untouched.",
              file=sys.stderr)
        return EXIT_PROBLEMS
    finally:
        gc.enable()
    files = [file for file in built.site.rglob("*") if file.is_file()]
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    kinds = {suffix: sum(file.suffix == suffix for file in files)
             for suffix in (".html", ".pdf", ".zip")}
    print(f"完成 / done: {built.site}")
    print(f"  {kinds['.html']} 个网页 pages，{kinds['.pdf']} 个 PDF，{kinds['.zip']} 个资料包 packs，"
          f"{megabytes:.1f} MB")
    print(f"  总览图 contact sheet: {built.contact_sheet}")
    print(f"  用时 time: {time.perf_counter() - started:.1f} s")
    return EXIT_OK


def _serve(options: argparse.Namespace) -> int:
    import logging

    from handbill.publish import site

    _settings(options)  # what is wrong with mkdocs.yml is said in our own way
    site.log_to_terminal(logging.INFO)
    print(f"http://{options.address}/  （Ctrl+C 停止 / to stop）", file=sys.stderr)
    try:
        site.serve_site(options.config_file, address=options.address,
                        language=_language(options.lang))
    except site.STOPPED as error:
        print(str(error), file=sys.stderr)
        print("没有打开预览；改好以后再运行一次。 / No preview; correct it and run this again.",
              file=sys.stderr)
        return EXIT_PROBLEMS
    return EXIT_OK


def _check(options: argparse.Namespace) -> int:
    from handbill import pipeline
    from handbill.problems import ProblemsFound

    try:
        checked = pipeline.load_and_check(_settings(options), options.today or _today())
        problems = list(checked.problems)
    except ProblemsFound as found:
        problems = list(found.problems)
    _print_problems(problems, options, options.format)
    return _told(problems, options)


def _told(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    """Count the problems that were printed, for people, and return the exit code they come to."""
    from handbill.problems import Severity

    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if options.format == "human":
        warnings = len(problems) - errors
        counts = {"zh": f"{errors} 个错误，{warnings} 个提醒",
                  "en": f"{errors} errors, {warnings} warnings"}
        print(counts[_language(options.lang)], file=sys.stderr)
    return EXIT_PROBLEMS if errors or (options.strict and problems) else EXIT_OK


def _preflight(options: argparse.Namespace) -> int:
    if bool(options.files) == options.all:
        print("请写出 PDF 文件名，或者只写 --all。 / Name PDF files, or say --all alone.",
              file=sys.stderr)
        return EXIT_USAGE
    from handbill.preflight import Wanted, built_files, preflight
    from handbill.problems import ProblemsFound
    from handbill.progress import to_terminal

    progress = to_terminal()
    wanted = Wanted(options.edition, options.distance, options.safe, options.scale)
    try:
        files, root = options.files, Path.cwd()
        if options.all:
            settings = _settings(options)
            files, root = built_files(settings.site_dir, settings.root), settings.root
        with progress.stage("preflight") as notes:
            problems = preflight(files, root, wanted, options.today or _today(),
                                 lambda done: progress.count("preflight", done, len(files)))
            notes.append(f"{len(files)} PDF")
    except ProblemsFound as found:
        problems = found.problems
    _print_problems(problems, options, options.format)
    return _told(problems, options)


def _sheet(options: argparse.Namespace) -> int:
    from handbill.publish.packs import write_sheet

    checked = _checked(options)
    file = write_sheet(checked, options.material, options.size, options.edition, options.place,
                       options.output, _cache(checked))
    print(file)
    return EXIT_OK


def _impose(options: argparse.Namespace) -> int:
    from handbill.publish.impose import Layout, Manner, impose_file, impose_material

    manners: tuple[Manner, ...] = ("tile", "up", "booklet")
    manner = next(one for one in manners if getattr(options, one))
    layout = Layout(manner, getattr(options, manner), options.overlap,
                    options.scale, options.gutter)
    file = Path(options.source)
    if file.suffix:  # ids have no dot; somebody's own PDF needs no site
        if options.size:
            print("--size 只用于资料编号；PDF 文件已经有大小。 / --size is for materials; a PDF has "
                  "its size.", file=sys.stderr)
            return EXIT_USAGE
        print(impose_file(file, layout, _language(options.lang), options.output))
        return EXIT_OK
    checked = _checked(options)
    print(impose_material(checked, options.source, options.size, layout, options.output,
                          _cache(checked)))
    return EXIT_OK


def _pack(options: argparse.Namespace) -> int:
    from handbill.progress import to_terminal
    from handbill.publish.packs import Choice, write_packs

    checked = _checked(options)
    choice = Choice(options.kind, options.size, options.edition)
    for file in write_packs(checked, options.place, options.audience, choice, options.output,
                            _cache(checked), to_terminal()):
        print(file)
    return EXIT_OK


def _materialise(options: argparse.Namespace) -> int:
    from handbill.progress import to_terminal
    from handbill.publish.materialise import materialise

    checked = _checked(options)
    files = materialise(checked, options.config_file, options.directory, _cache(checked),
                        to_terminal())
    print(f"{options.directory}: {len(files)} 个文件 files")
    print(f"  mkdocs build -f {options.directory / 'mkdocs.yml'}")
    return EXIT_OK


def _finish(options: argparse.Namespace) -> int:
    from handbill import pipeline
    from handbill.progress import to_terminal
    from handbill.publish.finish import finish_site

    checked = _checked(options)
    printed = pipeline.printed_addresses(pipeline.plan(checked))
    problems = finish_site(options.directory, checked.settings.site_url, printed, to_terminal())
    if problems:
        _print_problems(problems, options)
    return EXIT_PROBLEMS if problems else EXIT_OK


def _new(options: argparse.Namespace) -> int:
    from handbill.scaffold import new_site

    for file in new_site(options.directory, _language(options.lang)):
        print(file)
    print(f"下一步 / next:  cd {options.directory}  &&  handbill build")
    return EXIT_OK


def _explain(options: argparse.Namespace) -> int:
    from handbill.problems import Problem, ProblemsFound, explain

    text = explain(options.code.upper(), _language(options.lang))
    if text is None:
        raise ProblemsFound([Problem("E713", None, {"code": options.code})])
    print(text)
    return EXIT_OK


def _schema(options: argparse.Namespace) -> int:
    from handbill.model.schema import write_schemas

    folder = options.output or _settings(options).campaigns_dir / "schema"
    for file in write_schemas(folder):
        print(file)
    return EXIT_OK


def _doctor(options: argparse.Namespace) -> int:
    from handbill.doctor import examine

    language = _language(options.lang)
    findings = examine()
    for finding in findings:
        print(finding.line(language))
    return EXIT_PROBLEMS if any(finding.serious for finding in findings) else EXIT_OK
