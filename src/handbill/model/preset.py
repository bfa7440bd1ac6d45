"""Presets: the sizes, budgets and advice of a kind, in templates/<kind>/preset.yml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from handbill.model.look import Names
from handbill.model.text import Model, Slug, described

SizeName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,31}$")]
"""Name of a size, which becomes part of file names: A4, 570x840."""

PAGE_LIMIT = 5080.0
"""The longest page that Acrobat opens, mm: 14,400 pt."""


class Budget(Model):
    """Room for a stretch of copy, as `kinds.base.characters` counts it."""

    characters: int = described("字数上限", "Characters at most", gt=0)
    lines: int | None = described("行数上限", "Lines at most", default=None)


def _named(value: object) -> object:
    """A text alone stands for both languages: a site's own preset may have but one."""
    return {"zh": value, "en": value} if isinstance(value, str) else value


Said = Annotated[Names, BeforeValidator(_named)]
"""A text in Chinese and English, {zh: …, en: …}, or one text for both."""


class LargeSize(Model):
    """The paper that a large-print edition comes out on: the next size up, √2 as large."""

    name: SizeName = described("名称", "Name of the size", example="A3")
    width: float = described("宽", "Width, mm", gt=0)
    height: float = described("高", "Height, mm", gt=0)


class SheetSize(Model):
    """A finished size. Lengths in mm at full size; in pixels where the kind is for screens."""

    title: Names = described("名称", "Name")
    width: float = described("宽", "Trim width, mm", gt=0)
    height: float = described("高", "Trim height, mm", gt=0)
    bleed: float = described("出血", "Bleed of the print-shop edition, mm", default=3.0, ge=0)
    safe: float = described("安全边距", "Nothing to be read is nearer to the trim, mm", ge=0)
    scale: float = described(
        "绘制比例", "Scale of the drawing; 0.1 is 1:10", default=1.0, gt=0, le=1
    )
    read_from_m: float = described("阅读距离", "Reading distance, m", gt=0)
    paper: Said = described("纸张", "Paper or material suggested to the print shop")
    finish: Said = described("后道", "Finishing suggested to the print shop")
    office: bool = described("办公打印机可打", "Whether an office printer takes it")
    large: LargeSize | None = described(
        "大字版的纸", "Paper of the large-print edition; none without", default=None
    )
    budgets: dict[str, Budget] = described(
        "这个尺寸的字数", "Budgets that differ at this size", default_factory=dict
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


class Posting(Model):
    """Where a sheet may be put up or handed out, and where not."""

    where: list[Said] = described("贴在哪里", "Where to post")
    avoid: list[Said] = described("不要贴在", "Where not to post")


class Preset(Model):
    """Everything about a kind that is not its drawing."""

    title: Names = described("名称", "Name of the kind")
    medium: Literal["paper", "screen"] = described(
        "纸上还是屏幕上",
        "Paper (sizes in mm, PDFs) or screen (sizes in pixels, one PNG each)",
        default="paper",
    )
    look: Slug | None = described(
        "这个种类自己的配色", "Palette of the kind itself, whatever the audience's", default=None
    )
    sizes: dict[SizeName, SheetSize] = described("尺寸", "Sizes by name", min_length=1)
    budgets: dict[str, Budget] = described("字数", "Budgets by name")
    post: Posting = described("张贴", "Posting")

    def budget(self, name: str, size: str | None = None) -> Budget | None:
        """The budget called `name`, the one of `size` where that says otherwise; None when the
        kind sets none."""
        own = self.sizes[size].budgets if size in self.sizes else {}
        return own.get(name, self.budgets.get(name))
