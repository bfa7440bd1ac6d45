"""What templates/<kind>/kind.yml declares of a kind: fields, budgets, transcript, sizes, advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from handbill.model.text import Identifier, Line, Model, Slug, described
from handbill.problems.code import Both

SizeName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,31}$")]
"""Name of a size, which becomes part of file names: A4, 570x840."""
FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
"""Name of a field, or of a budget over several: letters a–z, digits and low lines."""

TRADE_DPI = ((610.0, 300), (850.0, 150), (1250.0, 120), (2050.0, 96))
"""Longest side of a sheet in mm -> dots an inch of images, as the trade has it; A2 is 594 mm."""
TRADE_DPI_BEYOND = 72
PAGE_LIMIT = 5080.0
"""The longest page that Acrobat opens, mm: 14,400 pt."""

Editable = Literal["docx", "pptx"]
"""Formats of files that people go on writing in: of word processors, of presentations."""

Group = Literal["wall", "hand", "desk", "screen"]
"""Where a sheet does its work: put up, handed out, filled in or followed, shown or read out. Lists
have the groups in this order."""
FieldType = Literal[
    "line",
    "lines",
    "prose",
    "paragraphs",
    "headings",
    "blanks",
    "number",
    "flag",
    "choice",
    "contacts",
    "strips",
    "group",
    "groups",
]
"""line: one line of text; lines: a list of them. prose: a text of one or more paragraphs;
paragraphs: the same, always written below a "|". headings: a title with a text each. blanks: fields
to fill in by hand. number, flag (yes or no), choice (one of some words). contacts: local contacts
by role; strips: comic strips by id. group: a record with fields of its own; groups: a list of
them."""
Reading = Literal["sentence", "in_one", "joined", "numbered", "titled", "label", "fiction", "no"]
"""How a field is read in the transcript, where not simply as it stands: as one sentence; on one
line, parted by commas; on one line; numbered; each after the title of its group; with a colon; as
the notice that a story is fiction; not at all."""
Entry = Literal[
    "actions",
    "numbers",
    "signature",
    "declaration",
    "date",
    "valid_until",
    "fiction_notice",
    "case",
]
"""What the generator itself adds to a transcript: the steps with the numbers, the numbers, the
signature, who declares, the date, the last day, the notice that a story is fiction, the case that
the material names."""
ENTRIES: tuple[str, ...] = get_args(Entry)


@dataclass(frozen=True)
class Shape:
    """What a type of field takes. many: whether it is a list. readings: of the transcript.
    budgets: names of what `budgets` can bound in it. texts: whether `budget` bounds it."""

    many: bool = False
    readings: tuple[str, ...] = ("no",)
    budgets: tuple[str, ...] = ()
    texts: bool = False


SHAPES: Mapping[str, Shape] = {
    "line": Shape(readings=("sentence", "label", "no"), texts=True),
    "lines": Shape(
        many=True, readings=("sentence", "in_one", "joined", "numbered", "titled", "no"), texts=True
    ),
    "prose": Shape(texts=True),
    "paragraphs": Shape(texts=True),
    "headings": Shape(many=True, budgets=("title", "text")),
    "blanks": Shape(many=True, budgets=("label",)),
    "number": Shape(readings=()),
    "flag": Shape(readings=("fiction",)),
    "choice": Shape(readings=()),
    "contacts": Shape(many=True),
    "strips": Shape(many=True, budgets=("title", "caption_line", "balloon_line", "balloon")),
    "group": Shape(),
    "groups": Shape(many=True),
}
SILENT = ("number", "flag", "choice", "strips")
"""Types that a transcript may leave out: they are no text of the sheet."""


def _named(value: object) -> object:
    """A text alone stands for both languages: a site's own kind may have but one."""
    return {"zh": value, "en": value} if isinstance(value, str) else value


Said = Annotated[Both, BeforeValidator(_named)]
"""A text in Chinese and English, {zh: …, en: …}, or one text for both."""


class Budget(Model):
    """Room for a stretch of copy, as `kinds.base.characters` counts it."""

    characters: int = described("字数上限", "Characters at most", gt=0)
    lines: int | None = described("行数上限", "Lines at most", None)


class JointBudget(Budget):
    """Room for several fields together."""

    of: list[Identifier] = described(
        "哪些字段合起来算；先写出问题时指向的那个",
        "Fields that are counted together; a problem points at the first",
        min_length=1,
        example=["promises", "closing"],
    )
    when: FieldName | None = described(
        "只在填了这个字段时算", "Holds only where this field is filled in", None
    )


class CopyField(Model):
    """A field of the copy."""

    type: FieldType = described("类型", "Type")
    help: Said = described(
        "给编辑的说明；“名称；解释”", "Help for editors: name; explanation", example="大标题"
    )
    optional: bool = described("可不填", "May be left out", False)
    min: int | None = described(
        "至少几项；数字最小多少", "Items at least, or the least number", None, ge=0
    )
    max: int | None = described(
        "最多几项；数字最大多少", "Items at most, or the greatest number", None, ge=0
    )
    example: str | list[str] | None = described("例子", "Example", None)
    choices: list[Identifier] = described(
        "可选的词；第一个是默认的", "Words to choose from; the first is the default", list
    )
    fields: dict[FieldName, CopyField] = described("组里的字段", "Fields of the group", dict)
    like: FieldName | None = described(
        "和另一个组的字段一样", "Has the fields of another group", None
    )
    transcript: Reading | None = described(
        "在文字稿里怎么读；不填时照原样",
        "How the transcript reads it; as it stands if not given",
        None,
    )
    budget: Budget | None = described("字数", "Budget", None)
    budgets: dict[FieldName, Budget] = described("各部分的字数", "Budgets of its parts", dict)
    spoken: bool = described("要念的", "Is spoken, not read", False)
    display: bool = described(
        "电子屏上的；字母数字也占一格", "Runs on a display, a cell a character", False
    )
    acts: bool = described(
        "每一项是一件要做的事，不是法律、出处",
        "Each item is something to do, no law and no source",
        False,
    )
    known: bool = described(
        "只印填了号码的本地电话，不留空格手写",
        "Local contacts whose number is known alone, and no room to write one",
        False,
    )
    sum: Identifier | None = described(
        "等于哪个字段之和", "The sum of another field", None, example="steps.minutes"
    )


class LargeSize(Model):
    """The paper that a large-print edition comes out on: the next size up, √2 as large."""

    name: SizeName = described("名称", "Name of the size", example="A3")
    width: float = described("宽", "Width, mm", gt=0)
    height: float = described("高", "Height, mm", gt=0)


class PhotoBox(Model):
    """Where a photograph stands on a sheet. Lengths in u, 1/72 of the sheet's short side: what is
    seen, and how far it runs past the trim."""

    width: float = described("宽；看得见的", "Width that is seen", gt=0)
    height: float = described("高；看得见的", "Height that is seen", gt=0)
    left: float = described("左边超出裁切线多少", "Past the trim at the left", 0, ge=0)
    right: float = described("右边超出裁切线多少", "Past the trim at the right", 0, ge=0)
    foot: float = described("下边超出裁切线多少", "Past the trim at the foot", 0, ge=0)


class SheetSize(Model):
    """A finished size. Lengths in mm at full size; in pixels where the kind is for screens."""

    title: Said = described("名称", "Name")
    width: float = described("宽", "Trim width, mm", gt=0)
    height: float = described("高", "Trim height, mm", gt=0)
    bleed: float = described("出血", "Bleed of the print-shop edition, mm", 3.0, ge=0)
    safe: float = described("安全边距", "Nothing to be read is nearer to the trim, mm", ge=0)
    scale: float = described("绘制比例", "Scale of the drawing; 0.1 is 1:10", 1.0, gt=0, le=1)
    read_from_m: float = described("阅读距离", "Reading distance, m", gt=0)
    paper: Said = described("纸张", "Paper or material suggested to the print shop")
    finish: Said = described("后道", "Finishing suggested to the print shop")
    office: bool = described("办公打印机可打", "Whether an office printer takes it")
    large: LargeSize | None = described(
        "大字版的纸", "Paper of the large-print edition; none without", None
    )
    budgets: dict[Identifier, Budget] = described(
        "这个尺寸的字数", "Budgets that differ at this size", dict
    )
    photo: PhotoBox | None = described(
        "这个尺寸上照片的位置", "Where a photograph stands at this size, if elsewhere", None
    )

    @property
    def wants_scale(self) -> bool:
        """Whether the sheet with its bleed is too long a page for Acrobat to be drawn at 1:1."""
        return max(self.width, self.height) + 2 * self.bleed > PAGE_LIMIT

    @property
    def scale_is_right(self) -> bool:
        """Whether it is drawn at 1:1, or smaller because it must and then small enough."""
        page = (max(self.width, self.height) + 2 * self.bleed) * self.scale
        return (self.scale < 1) == self.wants_scale and page <= PAGE_LIMIT


def trade_dpi(longest: float) -> int:
    """Returns the dots an inch that the trade asks for of images on a sheet, by its longest side
    in mm: a larger one is read from farther off."""
    return next((dpi for most, dpi in TRADE_DPI if longest <= most), TRADE_DPI_BEYOND)


class Posting(Model):
    """Where a sheet may be put up or handed out, and where not."""

    where: list[Said] = described("贴在哪里", "Where to post")
    avoid: list[Said] = described("不要贴在", "Where not to post")


class OwnPosting(Model):
    """Advice of a campaign in place of that of the kind; a list that is left out stays the
    kind's."""

    where: list[Line] = described(
        "贴在哪里、怎么用", "Where to post it, how to use it", list, example=["贴在校门口的公告栏"]
    )
    avoid: list[Line] = described(
        "不要贴在、不要这样用",
        "Where not to post it, how not to use it",
        list,
        example=["贴在教室门上"],
    )


class KindFile(Model):
    """kind.yml: everything about a kind that is not its drawing."""

    title: Said = described("名称", "Name of the kind")
    order: int = described("排列顺序", "Order in lists", ge=0)
    group: Group = described("列表里和谁在一起", "What lists put it with", "hand")
    medium: Literal["paper", "screen"] = described(
        "纸上还是屏幕上",
        "Paper (sizes in mm, PDFs) or screen (sizes in pixels, one PNG each)",
        "paper",
    )
    look: Slug | None = described(
        "这个种类自己的配色", "Palette of the kind itself, whatever the audience's", None
    )
    logos: bool = described(
        "发布单位旁边印不印标志",
        "Whether logos stand near the publisher; not where there is no room for them",
        True,
    )
    recipient: bool = described(
        "群发的信上有没有收件单位的地方",
        "Whether a letter by merge shows its recipient: name, address, contact line",
        False,
    )
    photo: PhotoBox | None = described(
        "照片的位置；不画图的种类没有",
        "Where a photograph stands that is the sheet's picture; not where there is no picture",
        None,
    )
    sides: int = described("几面", "Sides that its preview shows", 1, ge=1, le=8)
    reckoning: Identifier | None = described(
        "要计算的种类；用哪个类", "Class that reckons for the kind", None
    )
    one_of: list[FieldName] = described(
        "只能填其中一个的字段", "Fields of which exactly one is filled in", list
    )
    fields: dict[FieldName, CopyField] = described("字段", "Fields of the copy", min_length=1)
    transcript: list[Identifier] = described(
        "文字稿的顺序；字段和程序自己加的",
        "Order of the transcript: fields, and what the generator adds; the fields, then the "
        "steps and numbers if not given",
        list,
    )
    words: list[Identifier] = described(
        "版式自己排的词；见 words/",
        "Words of the generator that the drawing sets, by name, or what their names begin with",
        list,
        example=["goals"],
    )
    text_file: list[Identifier] = described(
        "文本文件里的字段", "Fields of the text file to copy from", list
    )
    editable: list[Editable] = described(
        "可编辑的文件；版式见 docx.html.j2、pptx.html.j2",
        "Files to edit that it has; docx.html.j2 and pptx.html.j2 say what stands in them",
        list,
    )
    budgets: dict[FieldName, JointBudget] = described(
        "几个字段合起来的字数", "Budgets over several fields", dict
    )
    shared: dict[Literal["qr_caption"], Budget] = described(
        "每份印刷品都有的文字，这个种类放得下多少；写了 lines 的，按逗号、顿号分成几行",
        "Room for what every sheet has, by the field of campaign.yml; with lines, it is broken at "
        "its commas",
        dict,
    )
    sizes: dict[SizeName, SheetSize] = described("尺寸", "Sizes by name", min_length=1)
    post: Posting = described("张贴", "Posting")

    @property
    def prints_case(self) -> bool:
        """Whether its sheets print the case that a material names."""
        return "case" in self.reading_order

    @property
    def reading_order(self) -> list[str]:
        """What the transcript is made of, in order."""
        return self.transcript or [*self.fields, "actions"]

    def photo_box(self, size: str) -> PhotoBox | None:
        """Where a photograph stands on the sheets of a size; None where no picture is shown."""
        own = self.sizes[size].photo if size in self.sizes else None
        return own or self.photo

    def inside(self, field: CopyField) -> Mapping[str, CopyField]:
        """The fields of a group, or of the group that it is like."""
        return self.fields[field.like].fields if field.like else field.fields

    def walk(
        self, fields: Mapping[str, CopyField] | None = None, path: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, tuple[str, ...], CopyField]]:
        """Every declared field: its dotted name, its path in the declaration, itself."""
        for name, field in (self.fields if fields is None else fields).items():
            here = (*path, "fields", name)
            yield ".".join(here[1::2]), here, field
            yield from self.walk(field.fields, here)

    @cached_property
    def rooms(self) -> dict[str, Budget]:
        """Every budget by name: a field's dotted name, that of a part of it, or that of a budget
        over several fields."""
        found: dict[str, Budget] = {}
        for name, _, field in self.walk():
            if field.budget:
                found[name] = field.budget
            found |= {f"{name}.{part}": one for part, one in field.budgets.items()}
        return found | self.budgets

    def budget(self, name: str, size: str | None = None) -> Budget | None:
        """The budget called `name`, the one of `size` where that says otherwise; None when the
        kind sets none."""
        own = self.sizes[size].budgets if size in self.sizes else {}
        return own.get(name, self.rooms.get(name))
