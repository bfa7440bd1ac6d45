"""What every kind of material has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from handbill.model.text import Date, Identifier, Line, Model, Slug, described

if TYPE_CHECKING:
    from handbill.localise import Edition

Path = tuple[str | int, ...]
Group = Literal["wall", "hand", "desk", "screen"]
"""Where a sheet does its work: put up, handed out, filled in or followed, shown or read out."""


class MaterialBase(Model):
    """Fields that every material has, whatever its kind."""

    kind: str = described("种类", "Kind; each kind narrows it to its name")
    id: Slug = described("编号；也是网址", "Identifier; becomes the address /m/<id>/")
    title: Line = described("标题；网页和文件用", "Title on pages and in the PDF")
    label: Line | None = described(
        "页眉标签；不填时是“活动 · 对象”", "Label on the sheet", default=None
    )
    sizes: list[Identifier] = described(
        "尺寸；见预设", "Sizes, from the kind's preset", min_length=1
    )
    use: Line = described("用在哪里；怎么用", "Where and how it is used")
    claims: list[Identifier] = described(
        "依据；事实编号", "Claims the sheet rests on", default_factory=list
    )
    case: Slug | None = described("相关案例", "Related case", default=None)
    look: Slug | None = described(
        "配色；不填时用对象的", "Palette, the audience's if not given", default=None
    )
    picture: Slug | None = described(
        "图；不填时用对象的", "Picture, the audience's if not given", default=None
    )
    picture_alt: Line | None = described("图的说明", "What the picture shows", default=None)
    large: bool | None = described(
        "也做大字版；不填时看对象",
        "A large-print edition too; as the audience says if not given",
        default=None,
    )
    version: Identifier | None = described(
        "版本；不填时用活动的", "Version, the campaign's if not given", default=None
    )
    valid_until: Date | None = described(
        "有效期至；不填时用活动的", "Valid until, the campaign's if not given", default=None
    )


@dataclass(frozen=True)
class Measured:
    """A stretch of copy that its kind's preset has a budget for.

    budget: name of the budget in preset.yml. text: what is counted. path: where it stands in the
    material, for the problem's position.
    """

    budget: str
    path: Path
    text: str


M = TypeVar("M", bound=MaterialBase)


@dataclass(frozen=True)
class Kind:
    """A kind of material, with all its faces.

    name: also the folder in templates/. model: its schema. copy: the JSON that sheet.typ reads as
    `copy`. transcript: the words of the sheet, a paragraph an item, for screen readers, search and
    packs. measure: the copy that has a budget. sides: pages that its preview shows. plain: the words
    as a text file to copy (LED lines, a script, a caption), None where the sheet is all there is.
    group: what lists put it with.
    """

    name: str
    model: type[MaterialBase]
    copy: Callable[[Any, Edition], dict[str, Any]]
    transcript: Callable[[Any, Edition], list[str]]
    measure: Callable[[Any], Iterator[Measured]]
    sides: int = 1
    plain: Callable[[Any, Edition], str] | None = None
    group: Group = "hand"


def characters(text: str) -> int:
    """Length in ems as a sheet sets it: a Han character or full-width mark 1, a run of Latin
    letters or digits half a character each."""
    return (
        sum(2 if ord(character) > 0x2E7F or character in "“”‘’—…·" else 1 for character in text) + 1
        >> 1
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a prose field: parted by empty lines, each on one line."""
    return [" ".join(part.split("\n")).strip() for part in text.split("\n\n") if part.strip()]
