"""The pages of the guide about fields: one for each file of a campaign, one for materials, one for
the words of pages. In each, what must be there comes first, with the starters' own lines."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbill.editing.field_help import OPTIONAL, examples, meaning, needed, written
from handbill.kinds.base import MaterialBase
from handbill.load.files import FILES, FileType
from handbill.load.kinds import load_kinds
from handbill.model.campaign import Heading
from handbill.model.fields import bounds, members, models_in, tag_of
from handbill.problems.code import Both
from handbill.resources import STARTERS
from handbill.words import HEADINGS, frame, gallery, matters

KINDS = load_kinds()
"""The kinds that come with Handbill."""
MATERIAL = "material"
"""The page of materials."""

_SHARED: dict[type[BaseModel], Both] = {
    Heading: Both("短标题和一句话", "a title and a sentence"),
    MaterialBase: Both("资料", "material"),
}
"""Models that many fields hold."""
_LONGEST = 16
"""Lines of an example; of a longer list its first item is shown."""
_WHERE: list[tuple[Both, dict[str, tuple[str, str]]]] = [
    (Both("每一页、首页、对象、案例、法律、搜索", "all pages, home, audiences, cases, law, search"),
     frame.WORDS),
    (Both("我遇到了、自测、算一算、地区", "help, self-test, arithmetic, places"), matters.WORDS),
    (Both("资料", "materials"), gallery.WORDS),
]  # fmt: skip
"""Where words of pages are said, with the table that holds them."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Returns a table as Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join(
            "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
        )
        + "\n"
    )


def _stacked(both: Both) -> str:
    return both.zh if both.zh == both.en else f"{both.zh}<br>{both.en}"


@cache
def _nested() -> dict[type[BaseModel], tuple[str, str, Both, str]]:
    """Each nested model with the page that has its section, its anchor, and title and name of the
    first field that holds it."""
    found: dict[type[BaseModel], tuple[str, str, Both, str]] = {}

    def gather(model: type[BaseModel], page: str) -> None:
        hints = get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items():
            for inner in models_in(hints[name]):
                if inner not in found and not issubclass(inner, MaterialBase):
                    words = meaning(field)
                    title = Both(words.zh.partition("；")[0], re.split("[:;]", words.en)[0])
                    found[inner] = (page, inner.__name__.lower(), _SHARED.get(inner, title), name)
                    gather(inner, page)

    for sort in FILES.values():
        for model in members(sort.model_for(KINDS)):
            gather(model, sort.name)
    for kind in KINDS.by_name.values():
        gather(kind.model, MATERIAL)
    return found


def _named(model: type[BaseModel]) -> Both:
    """A nested model as a link to its section."""
    if model is MaterialBase:
        page, anchor, title, name = MATERIAL, MATERIAL, _SHARED[MaterialBase], "materials"
    else:
        page, anchor, title, name = _nested()[model]
    to = f"(fields-{page}.md#{anchor})"
    return Both(f"[{title.zh}]{to}", f"[{title.en if model in _SHARED else f'`{name}`'}]{to}")


def _row(name: str, field: FieldInfo, hint: Any) -> list[str]:
    said = meaning(field)
    title, _, rest = said.zh.partition("；")
    note = f"：{rest}" if rest else ""
    example = "".join(f"（例：`{one}`）" for one in examples(field))
    words = html.escape(f"**{title}**{note}{example}", quote=False)
    return [
        f"`{name}`",
        f"{words}<br>{html.escape(said.en, quote=False)}",
        _stacked(written(hint, bounds(field.metadata), _named)),
        "" if needed(field) == OPTIONAL else _stacked(needed(field)),
    ]


def _tables(model: type[BaseModel], leave_out: Collection[str] = ()) -> Iterator[str]:
    """What must be there, then what may be left out."""
    hints = get_type_hints(model, include_extras=True)
    fields = {name: one for name, one in model.model_fields.items() if name not in leave_out}
    for must, title in ((True, "**必填 · Required**"), (False, "**可不填 · May be left out**")):
        rows = [_row(n, f, hints[n]) for n, f in fields.items() if f.is_required() is must]
        if rows:
            head = ["字段 Field", "意思 Meaning", "写法 Written"]
            yield title + "\n"
            if must:
                yield table(head, [row[:3] for row in rows])
            else:
                yield table([*head, "不填 Left out"], rows)


def _below(model: type[BaseModel], page: str, done: set[type[BaseModel]]) -> Iterator[str]:
    """The sections of the models that a model holds, each once, on the page that has it."""
    hints = get_type_hints(model, include_extras=True)
    for one in model.model_fields:
        for inner in models_in(hints[one]):
            if inner in done or issubclass(inner, MaterialBase) or _nested()[inner][0] != page:
                continue
            done.add(inner)
            _, anchor, title, name = _nested()[inner]
            own = "" if inner in _SHARED else f" `{name}`"
            yield f"## {title.zh}{own} · {title.en} {{ #{anchor} }}\n"
            yield from _tables(inner)
            yield from _below(inner, page, done)


def _samples(sort: FileType, model: type[BaseModel]) -> Iterator[str]:
    """The lines of the starters' first file of this sort that must be there: in Chinese, then in
    English; none where a starter has no such file."""
    below = f"{sort.folder}/" if sort.folder else ""
    pattern = "*.yml" if sort.folder is not None else f"{sort.name}.yml"
    others = {one.pattern for one in FILES.values()} if sort.folder == "" else set()
    tag, value = tag_of(model)
    must = {name for name, field in model.model_fields.items() if field.is_required()}
    for starter in ("job-seeking", "heat"):
        files = sorted((STARTERS / starter).glob(f"campaigns/*/{below}{pattern}"))
        for file in [one for one in files if one.name not in others][:1]:
            text = file.read_text("utf-8")
            if tag and not re.search(rf"^{tag}: {value}$", text, re.MULTILINE):
                continue
            lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
            parts = re.split(r"^(?=\w)", "\n".join(lines) + "\n", flags=re.MULTILINE)
            kept = [_shortened(part) for part in parts if part.partition(":")[0] in must]
            yield f"样例 · Sample: `handbill new --starter {starter}`, `{file.name}`\n"
            shown = "".join(kept).rstrip()
            yield f"<!-- yaml: part of {model.__name__} -->\n```yaml\n{shown}\n```\n"


def _shortened(part: str) -> str:
    """A long list by its first item."""
    items = [at.start() for at in re.finditer(r"^  - ", part, re.MULTILINE)]
    return part[: items[1]] if part.count("\n") > _LONGEST and len(items) > 1 else part


def fields(sort: FileType) -> str:
    """Returns the fields of a sort of file, with their help in Chinese and English."""
    out, done, models = [], set[type[BaseModel]](), members(sort.model_for(KINDS))
    for model in models:
        name, value = tag_of(model)
        if len(models) > 1:
            out.append(f"## `{name}: {value}` {{ #{sort.name}-{value} }}\n")
        out += [*_tables(model), *_samples(sort, model), *_below(model, sort.name, done)]
    return "\n".join(out)


def materials() -> str:
    """Returns the fields of materials: of all, then of each kind."""
    done: set[type[BaseModel]] = set()
    links = [f"[{one.title.zh} {one.title.en}](#{one.name})" for one in KINDS.by_name.values()]
    out = [" · ".join(links) + "\n", "## 每一份都有的 · Of every material { #material }\n"]
    out += _tables(MaterialBase, leave_out={"kind"})
    for kind in KINDS.by_name.values():
        out.append(f"## {kind.title.zh} `kind: {kind.name}` · {kind.title.en} {{ #{kind.name} }}\n")
        out += _tables(kind.model, leave_out=set(MaterialBase.model_fields) - {"kind"})
        out += _below(kind.model, MATERIAL, done)
    return "\n".join(out)


def files() -> str:
    """Returns every sort of file, whether there must be one, and what it must hold."""
    rows = []
    for sort in FILES.values():
        must = {
            name: None
            for model in members(sort.model_for(KINDS))
            for name, field in model.model_fields.items()
            if field.is_required()
        }
        rows.append(
            [
                f"[`{sort.pattern}`](fields-{sort.name}.md)",
                f"{sort.zh}<br>{sort.en}",
                "必须有<br>must be there" if sort.required else "可以没有<br>may be left out",
                " ".join(f"`{name}`" for name in must),
            ]
        )
    rows.append(
        [
            f"[`materials`](fields-{MATERIAL}.md)",
            "对象文件里的资料，各种都有<br>Materials in the files of audiences, of every kind",
            "可以没有<br>may be left out",
            " ".join(f"`{n}`" for n, f in MaterialBase.model_fields.items() if f.is_required()),
        ]
    )
    head = ["文件 File", "是什么 What it is", "要有吗 Needed?", "里面必填的 Required in it"]
    return table(head, rows)


def words() -> str:
    """Returns the names of all words that words.yml may say otherwise, with Handbill's own."""
    out = []
    for where, own in _WHERE:
        out.append(f"## {where.zh} · {where.en}\n")
        rows = [
            [
                f"`{name}`",
                *(html.escape(one, quote=False).replace("{", "&#123;") for one in own[name]),
            ]
            for name in own
            if name in HEADINGS
        ]
        out.append(table(["名称 Name", "原来的话", "Handbill's own"], rows))
    return "\n".join(out)
