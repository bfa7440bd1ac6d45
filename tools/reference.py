"""The tables of the guide that are made from the code: fields, kinds, commands, placeholders.

A page of the guide holds a table between two comments, `<!-- reference: fields -->` and
`<!-- /reference -->`. `python tools/reference.py` writes them anew; a test fails while a page
is stale.
"""

from __future__ import annotations

import argparse
import html
import re
import types
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from handbill.check.lint import ALL
from handbill.cli import command_line
from handbill.edition.placeholders import PLACEHOLDERS
from handbill.kinds.base import Kind, MaterialBase
from handbill.load.files import FILES
from handbill.load.kinds import load_kinds
from handbill.load.places_csv import COLUMNS, CONTACT_COLUMNS, LEVELS
from handbill.model.campaign import Heading
from handbill.model.feeds import FEEDS
from handbill.model.fields import bounds, members, models_in, tag_of
from handbill.model.kind import Budget
from handbill.model.place import Telephone
from handbill.model.text import Date, Line, Paragraphs, Prose, Slug, Url
from handbill.problems import catalogue_markdown
from handbill.resources import default_templates

KINDS = load_kinds()
"""The kinds that come with Handbill."""

_SHARED: dict[type[BaseModel], str] = {Heading: "短标题和一句话"}
"""Models that many fields hold."""

_WORDS: list[tuple[Any, str]] = [
    (Telephone, "电话"),
    (Line, "一行字"),
    (Prose, "文字，可分段"),
    (Paragraphs, "文字，可分段"),
    (Slug, "编号（a–z、0–9、-）"),
    (Url, "网址"),
    (Date, "日期，如 2026-11-24"),
    (str, "一行字"),
    (int, "整数"),
    (bool, "true 或 false"),
]
_PATTERNS = {
    r"^[0-9]{3,5}$": "3–5 位数字",
    r"^[0-9]{3,6}$": "3–6 位数字",
    "^0[1-9][0-9]{1,2}$": "0 开头的 3–4 位数字",
}
_MISSING = {"blank": "可不填：印成横线", "specimen": "不填：标“样张”", "omit": "可不填：不印"}
_REGION = re.compile(r"(<!-- reference: ([a-z-]+) -->\n).*?(<!-- /reference -->)", re.DOTALL)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join(
            "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
        )
        + "\n"
    )


# Fields


def _parts(hint: Any) -> list[Any]:
    """The members of a type without None: `Line | None` gives Line."""
    origin = get_origin(hint)
    if origin is Annotated and get_origin(get_args(hint)[0]) in {Union, types.UnionType}:
        return _parts(get_args(hint)[0])
    if origin in {Union, types.UnionType}:
        return [part for part in get_args(hint) if part is not type(None)]
    return [hint]


def _range(low: Any, high: Any, unit: str) -> str:
    if low is None and high is None:
        return ""
    if low == high:
        return f"{low}{unit}"
    if high is None:
        return f"至少 {low}{unit}"
    return f"最多 {high}{unit}" if low is None else f"{low}–{high}{unit}"


def _shape(hint: Any, limits: Mapping[str, Any]) -> str:
    """A type in the words of an editor, with links to the sections of nested models."""
    parts = _parts(hint)
    if len(parts) > 1:
        return "[资料](#material)" if issubclass(parts[0], MaterialBase) else "按 type"
    hint = parts[0]
    for known, words in _WORDS:
        if hint == known:
            spread = _range(limits.get("ge"), limits.get("le"), "")
            pattern = limits.get("pattern")
            if pattern:
                return _PATTERNS.get(pattern, f"`{pattern}`")
            return f"{words}，{spread}" if spread and hint is int else words
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return f"[{_title(hint)}](#{hint.__name__.lower()})"
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _shape(inner[0], bounds(inner[1:]))
    if origin is Literal:
        return "、".join(f"`{value}`" for value in inner)
    if origin is list:
        spread = _range(limits.get("min_length"), limits.get("max_length"), " 项")
        return f"列表：{_shape(inner[0], {})}" + (f"，{spread}" if spread else "")
    if origin is tuple:
        return f"列表：{_shape(inner[0], {})}，{len(inner)} 项"
    if origin is dict:
        return f"编号: {_shape(inner[1], {})}"
    raise TypeError(f"no words for the type {hint!r}")


def _title(model: type[BaseModel]) -> str:
    """What a nested model is called: by the field that holds it, or by _SHARED."""
    return _SHARED.get(model) or _nested()[model][0]


@cache
def _nested() -> dict[type[BaseModel], tuple[str, str]]:
    """Each nested model with title and name of the first field that holds it."""
    found: dict[type[BaseModel], tuple[str, str]] = {}

    def gather(model: type[BaseModel]) -> None:
        hints = get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items():
            for inner in models_in(hints[name]):
                if inner not in found and not issubclass(inner, MaterialBase):
                    found[inner] = (field.title or name, name)
                    gather(inner)

    for _, _, top in _sections():
        gather(top)
    for kind in KINDS.by_name.values():
        gather(kind.model)
    return found


def _needed(field: FieldInfo) -> str:
    extra = field.json_schema_extra
    missing = extra.get("missing") if isinstance(extra, dict) else None
    if isinstance(missing, str):
        return _MISSING[missing]
    if field.is_required():
        return "必填"
    if field.default is None or field.default is PydanticUndefined:
        return "可不填"
    shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return f"可不填；默认 `{shown}`"


def _meaning(field: FieldInfo) -> str:
    chinese, _, english = (field.description or "").partition(" / ")
    title, _, rest = chinese.partition("；")
    shown = [" / ".join(one) if isinstance(one, list) else one for one in field.examples or []]
    example = "".join(f"（例：`{value}`）" for value in shown)
    note = f"：{rest}" if rest else ""
    return html.escape(f"**{title}**{note}{example}", quote=False) + (
        f"<br>{html.escape(english, quote=False)}"
    )


def _field_table(model: type[BaseModel], leave_out: Collection[str] = ()) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = [
        [f"`{name}`", _meaning(field), _shape(hints[name], bounds(field.metadata)), _needed(field)]
        for name, field in model.model_fields.items()
        if name not in leave_out
    ]
    return _table(["字段", "意思", "写法", "要填吗"], rows)


def _sections() -> Iterator[tuple[str, str, type[BaseModel]]]:
    """Anchor, heading and model of each sort of file, or of each of its types."""
    for sort in FILES.values():
        heading = f"{sort.pattern}：{sort.zh}"
        models = members(sort.model_for(KINDS))
        for model in models:
            name, value = tag_of(model)
            if len(models) > 1:
                yield f"{sort.name}-{value}", f"{heading}（{name}: {value}）", model
            else:
                yield sort.name, heading, model


def files() -> str:
    """Every sort of file with its title, and whether there must be one."""
    rows = [
        [f"`{one.pattern}`", f"{one.zh}<br>{one.en}", "必须有" if one.required else "可以没有"]
        for one in FILES.values()
    ]
    return _table(["文件", "是什么", "要有吗"], rows)


def fields() -> str:
    """Every field of every file, with its help in Chinese and English, as Markdown."""
    out: list[str] = []
    written: set[type[BaseModel]] = set()

    def below(model: type[BaseModel]) -> None:
        hints = get_type_hints(model, include_extras=True)
        for one in model.model_fields:
            for inner in models_in(hints[one]):
                if inner in written or issubclass(inner, MaterialBase):
                    continue
                written.add(inner)
                name = "" if inner in _SHARED else f" `{_nested()[inner][1]}`"
                out.append(f"### {_title(inner)}{name} {{ #{inner.__name__.lower()} }}\n")
                out.append(_field_table(inner))
                below(inner)

    for anchor, heading, model in _sections():
        out.append(f"## {heading} {{ #{anchor} }}\n")
        out.append(_field_table(model))
        below(model)
    out.append("## 资料 `materials`：每一份都有的 { #material }\n")
    out.append(_field_table(MaterialBase, leave_out={"kind"}))
    for kind in KINDS.by_name.values():
        out.append(f"## 资料：`kind: {kind.name}` {{ #{kind.name} }}\n")
        out.append(_field_table(kind.model, leave_out=set(MaterialBase.model_fields) - {"kind"}))
        below(kind.model)
    return "\n".join(out)


# Kinds


def _sizes(kind: Kind) -> str:
    if kind.medium == "screen":
        return _table(
            ["尺寸", "名称", "像素"],
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
        scale = "" if size.scale == 1 else f"<br>按 1:{round(1 / size.scale)} 画"
        rows.append(
            [
                f"`{name}`",
                f"{size.title.zh}<br>{size.title.en}",
                f"{size.width:g} × {size.height:g}{scale}",
                f"{size.bleed:g}；{size.safe:g}",
                f"{size.read_from_m:g} 米",
                "能" if size.office else "不能，交印刷厂",
                f"`{size.large.name}`" if size.large else "",
            ]
        )
    head = ["尺寸", "名称", "成品（毫米）", "出血；安全边距（毫米）", "在多远读", "办公打印机"]
    return _table([*head, "大字版"], rows)


def _papers(kind: Kind) -> str:
    rows = [[f"`{name}`", size.paper.zh, size.finish.zh] for name, size in kind.sizes.items()]
    return _table(["尺寸", "纸张、材料", "后道"], rows)


def _budgets(kind: Kind) -> str:
    def row(name: str, budget: Budget, where: str) -> list[str]:
        return [f"`{name}`", where, str(budget.characters), str(budget.lines or "")]

    rows = [row(name, budget, "所有") for name, budget in kind.rooms.items()]
    rows += [
        row(name, budget, f"`{size_name}`")
        for size_name, size in kind.sizes.items()
        for name, budget in size.budgets.items()
    ]
    return _table(["文字", "尺寸", "最多几个字", "最多几行"], rows)


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
        _table(
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
            _table(
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
    return _table(["字段", "Meaning"], rows)


# Placeholders


def placeholders() -> str:
    """Every placeholder with its meaning."""
    rows = []
    for name, meaning in PLACEHOLDERS.items():
        chinese, _, english = meaning.partition(" / ")
        rows.append([f"`{{{name}}}`", chinese, english])
    return _table(["写法", "换成什么", "Becomes"], rows)


def places_csv() -> str:
    """The headers of places.csv, and the words for `level`."""
    rows = [[f"`{header}`", f"`{field}`"] for header, field in COLUMNS.items()]
    rows += [
        [f"派出所等电话种类{f'＋`{suffix}`' if suffix else ''}", f"`contacts.<role>.{field}`"]
        for suffix, field in CONTACT_COLUMNS.items()
    ]
    kinds_of_place = "、".join(f"{word}（`{level}`）" for word, level in LEVELS.items())
    return (
        _table(["表头", "字段（也可以直接作表头）"], rows)
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
    return _table(["规则", "代码", "查什么", "查出来", "不查"], rows)


def tables() -> dict[str, Callable[[], str]]:
    """Name of a table -> what makes it."""
    return {
        "files": files,
        "fields": fields,
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
