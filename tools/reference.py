"""The tables of the guide that are made from the code: fields, kinds, commands, placeholders.

A page of the guide holds a table between two comments, `<!-- reference: fields -->` and
`<!-- /reference -->`. `python tools/reference.py` writes them anew; a test fails while a page
is stale.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import get_args, get_origin

from pydantic import BaseModel

import field_tables
from field_tables import KINDS, table
from handbill.check.lint import ALL
from handbill.cli import command_line
from handbill.edition.placeholders import PLACEHOLDERS
from handbill.kinds.base import Kind
from handbill.load.files import FILES
from handbill.load.places_table import COLUMNS, CONTACT_COLUMNS, LEVELS
from handbill.model.feeds import FEEDS
from handbill.model.kind import Budget
from handbill.problems import Both, catalogue_markdown
from handbill.resources import default_templates

_REGION = re.compile(r"(<!-- reference: ([a-z-]+) -->\n).*?(<!-- /reference -->)", re.DOTALL)


# Kinds


def _sizes(kind: Kind) -> str:
    if kind.medium == "screen":
        return table(
            ["尺寸 Size", "名称 Name", "像素 Pixels"],
            [
                [
                    f"`{name}`",
                    f"{size.title.zh}<br>{size.title.en}",
                    f"{size.width:g} × {size.height:g}",
                ]
                for name, size in kind.sizes.items()
            ],
        )
    rows = []
    for name, size in kind.sizes.items():
        scale = "" if size.scale == 1 else f"<br>按 1:{round(1 / size.scale)} 画 drawn"
        rows.append(
            [
                f"`{name}`",
                f"{size.title.zh}<br>{size.title.en}",
                f"{size.width:g} × {size.height:g}{scale}",
                f"{size.bleed:g}；{size.safe:g}",
                f"{size.read_from_m:g} 米 m",
                "能<br>yes" if size.office else "不能，交印刷厂<br>no, print shop",
                f"`{size.large.name}`" if size.large else "",
            ]
        )
    head = [
        "尺寸 Size",
        "名称 Name",
        "成品（毫米）<br>Trim in mm",
        "出血；安全边距（毫米）<br>Bleed; safe",
        "在多远读<br>Read from",
        "办公打印机<br>Office printer",
    ]
    return table([*head, "大字版<br>Large print"], rows)


def _both(words: Both) -> str:
    return words.zh if words.zh == words.en else f"{words.zh}<br>{words.en}"


def _papers(kind: Kind) -> str:
    rows = [
        [f"`{name}`", _both(size.paper), _both(size.finish)] for name, size in kind.sizes.items()
    ]
    return table(["尺寸 Size", "纸张、材料 Paper", "后道 Finish"], rows)


def _budgets(kind: Kind) -> str:
    def row(name: str, budget: Budget, where: str) -> list[str]:
        return [f"`{name}`", where, str(budget.characters), str(budget.lines or "")]

    rows = [row(name, budget, "所有 all") for name, budget in kind.rooms.items()]
    rows += [
        row(name, budget, f"`{size_name}`")
        for size_name, size in kind.sizes.items()
        for name, budget in size.budgets.items()
    ]
    return table(["文字 Copy", "尺寸 Size", "最多几个字 Characters", "最多几行 Lines"], rows)


def _sample(file: Path) -> str:
    """A sample as it stands among the materials of an audience."""
    first, *rest = file.read_text("utf-8").splitlines()[1:]
    lines = [f"- {first}", *(f"  {line}".rstrip() for line in rest)]
    return "\n".join(["<!-- yaml: list of Material -->", "```yaml", *lines, "```", ""])


def kinds() -> str:
    """Sizes, budgets, posting advice and a sample of every kind, as their folders have them."""
    out = []
    for name, kind in KINDS.by_name.items():
        out += [
            f"## {kind.title.zh} `{name}` {{ #{name} }}\n",
            f"{kind.title.en}\n",
            _sizes(kind),
            _papers(kind) if kind.medium == "paper" else "",
            _budgets(kind),
            f"贴在哪里、怎么用：{'；'.join(one.zh for one in kind.post.where)}。\n",
            f"不要：{'；'.join(one.zh for one in kind.post.avoid)}。\n",
            f"*Where and how: {'; '.join(one.en for one in kind.post.where)}. "
            f"Not: {'; '.join(one.en for one in kind.post.avoid)}.*\n",
            _sample(default_templates() / name / "sample.yml"),
        ]
    return "\n".join(out)


# Commands


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The commands of a parser by name."""
    return {
        name: sub
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for name, sub in action.choices.items()
    }


def _written(action: argparse.Action) -> str:
    """An argument as it is typed: `-f, --config-file FILE`."""
    value = ""
    if action.nargs != 0:
        value = (
            str(action.metavar)
            if action.metavar
            else "|".join(map(str, action.choices))
            if action.choices
            else action.dest.upper()
        )
    if not action.option_strings:
        return value
    return ", ".join(action.option_strings) + (f" {value}" if value else "")


def _arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [
        action
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction)
    ]


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    parts = [
        _written(action) if not action.option_strings else f"[{_written(action)}]"
        for action in sorted(_arguments(parser), key=lambda one: bool(one.option_strings))
    ]
    return " ".join(["handbill", name, *parts])


def commands() -> str:
    """Every command with its arguments and options."""
    parser = command_line()
    out = [
        table(
            ["选项", "意思"],
            [
                ["`--version`", "显示版本 / show the version"],
                ["`-h, --help`", "显示说明；每条命令后面也可以用 / show help, after any command"],
            ],
        )
    ]
    for name, sub in subcommands(parser).items():
        out += [
            f"## handbill {name} {{ #{name} }}\n",
            f"{sub.description}\n",
            f"```text\n{_usage(name, sub)}\n```\n",
            table(
                ["选项", "意思"],
                [[f"`{_written(action)}`", str(action.help or "")] for action in _arguments(sub)],
            ),
        ]
    return "\n".join(out)


# Feeds


def feed(name: str) -> str:
    """Every field of a JSON feed, those of its entries below it."""
    rows: list[list[str]] = []

    def add(model: type[BaseModel], prefix: str) -> None:
        for field, info in model.model_fields.items():
            parts = [info.annotation, *get_args(info.annotation)]
            inner = next(
                (part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)),
                None,
            )
            many = "[]" if get_origin(info.annotation) is list else ""
            empty = "" if type(None) not in parts else "（可以是 null）"
            rows.append([f"`{prefix}{field}{many}`", f"{info.description}{empty}"])
            if inner:
                add(inner, f"{prefix}{field}{many}.")

    add(FEEDS[name], "")
    return table(["字段", "Meaning"], rows)


# Placeholders


def placeholders() -> str:
    """Every placeholder with its meaning."""
    rows = []
    for name, meaning in PLACEHOLDERS.items():
        chinese, _, english = meaning.partition(" / ")
        rows.append([f"`{{{name}}}`", chinese, english])
    return table(["写法", "换成什么", "Becomes"], rows)


def places_csv() -> str:
    """The headers of places.csv, and the words for `level`."""
    rows = [[f"`{header}`", f"`{field}`"] for header, field in COLUMNS.items()]
    rows += [
        [f"派出所等电话种类{f'＋`{suffix}`' if suffix else ''}", f"`contacts.<role>.{field}`"]
        for suffix, field in CONTACT_COLUMNS.items()
    ]
    kinds_of_place = "、".join(f"{word}（`{level}`）" for word, level in LEVELS.items())
    return (
        table(["表头", "字段（也可以直接作表头）"], rows)
        + f"\n“类别”填中文或者英文：{kinds_of_place}。\n"
    )


# Pages


def lint_rules() -> str:
    """Return a row for each rule of the lint: its name, its code, why, and its examples."""
    rows = []
    for one in ALL:
        pairs = [(one.zh.caught, one.en.caught), (one.zh.passes, one.en.passes)]
        examples = [f"`{zh}`<br>`{en}`" for zh, en in pairs]
        code = f"[{one.code}](problems.md#{one.code})"
        rows.append([f"`{one.id}`", code, f"{one.why.zh}<br>{one.why.en}", *examples])
    return table(["规则", "代码", "查什么", "查出来", "不查"], rows)


def tables() -> dict[str, Callable[[], str]]:
    """Name of a table -> what makes it."""
    return {
        "files": field_tables.files,
        **{f"fields-{name}": partial(field_tables.fields, one) for name, one in FILES.items()},
        "fields-material": field_tables.materials,
        "words": field_tables.words,
        "kinds": kinds,
        "commands": commands,
        "lint": lint_rules,
        **{f"feed-{name}": partial(feed, name) for name in FEEDS},
        "placeholders": placeholders,
        "places-csv": places_csv,
    }


def refreshed(page: str, made: Mapping[str, Callable[[], str]]) -> str:
    """A page with its tables made anew. Raises KeyError for a table that nothing makes."""
    return _REGION.sub(lambda match: f"{match[1]}\n{made[match[2]]()}\n{match[3]}", page)


def refresh(guide: Path) -> list[Path]:
    """Write the tables of every page below `guide` anew, and the page of problem codes whole;
    returns the files that changed."""
    made = tables()
    pages = {file: refreshed(file.read_text("utf-8"), made) for file in guide.rglob("*.md")}
    pages[guide / "problems.md"] = catalogue_markdown()
    changed = []
    for file, after in sorted(pages.items()):
        if not file.is_file() or file.read_text("utf-8") != after:
            file.write_text(after, "utf-8", newline="\n")
            changed.append(file)
    return changed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `python tools/reference.py [GUIDE]`: write the tables, print the pages changed."""
    parser = argparse.ArgumentParser(prog="python tools/reference.py", description=__doc__)
    parser.add_argument("guide", nargs="?", type=Path, default=Path("docs/guide"))
    options = parser.parse_args(arguments)
    if not options.guide.is_dir():
        parser.error(f"no folder: {options.guide}")
    for file in refresh(options.guide):
        print(file)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
